"""Who does what a Korean, Japanese or Chinese sentence tells, and to whom: by particles, or by the words
around the verb. For other languages see `deed_parties`."""

from __future__ import annotations

import re

from detente.reading.actors import Mention
from detente.reading.context import Context

_MOST = 80

Parties = tuple[tuple[str, ...], tuple[str, ...]]
"""The names of those who act, and of those acted upon."""

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_BODY = (
    r"정부|[가-힣]{1,8}(?:부|청|원|군|당|실|처|위원회|의회|국회|사령부|총국|"
    r"대변인|장관|총리|대통령|대표단|당국|측)"
)
_KOREAN_TOPIC = re.compile(rf"(?<![가-힣])({_BODY})(?:은|는|이|가|께서)(?=\s)")
_KOREAN_SUBJECT = re.compile(
    r"(?:\s?(?:정부|측|당국|외교부|국방부|통일부))?(?:은|는|이|가|께서|도)(?=[\s,]|$)"
)
_KOREAN_OBJECT = re.compile(
    r"(?:\s?(?:정부|측|당국))?(?:에게|한테|에|과|와)(?=[\s,])(?!\s(?:대한|대해|관한|있|따르|의하|따라|의해))"
)
_JAPANESE_TOPIC = re.compile(
    r"([\u4e00-\u9fff]{0,6}(?:政府|省|庁|軍|党|当局|外相|首相|大臣|報道官|側))(?:は|が|も)"
)
_JAPANESE_SUBJECT = re.compile(r"(?:政府|側|当局|外務省|国防省)?(?:は|が|も)")
_JAPANESE_OBJECT = re.compile(
    r"(?:政府|側|当局)?(?:に(?:対し|対して|は|も)?(?!対する|つ|よ|お|関)|へ|と(?!い|の))"
)
_CHINESE_OBJECT = re.compile(
    r"(?:向|对|對|敦促|促请|促請|要求|呼吁|呼籲|请求|請求|请|同|与|與|警告|指责|指責|谴责)\Z"
)


def parties(context: Context, start: int, end: int) -> Parties:
    """Who acts in a sentence, and towards whom when that is plain; either may be nobody."""
    named = context.named(start, end)[:_MOST]
    sentence = context.masked[start:end]
    if _HANGUL.search(sentence):
        return _by_particle(context, named, start, end, _KOREAN_SUBJECT, _KOREAN_OBJECT, _KOREAN_TOPIC)
    if _KANA.search(sentence):
        return _by_particle(context, named, start, end, _JAPANESE_SUBJECT, _JAPANESE_OBJECT, _JAPANESE_TOPIC)
    return _chinese(context, named)


def _by_particle(
    context: Context,
    named: list[Mention],
    start: int,
    end: int,
    subject: re.Pattern[str],
    addressee: re.Pattern[str],
    topic: re.Pattern[str],
) -> Parties:
    """The subject by its particle, be it a body in words alone; the addressee by its own particle."""
    text = context.masked
    who = [mention for mention in named if subject.match(text, mention.end, end)][:1]
    acting = context.cast.names(who)
    body = topic.search(text, start, end)
    if body is not None and (not who or body.start() < who[0].full_start):
        covered = [m for m in named if m.start < body.end() and body.start() < m.end]
        acting = context.cast.names(covered[:1]) or (body.group(1),)
    to = [mention for mention in named if addressee.match(text, mention.end, end)]
    towards = tuple(name for name in context.cast.names(to) if name not in acting)
    if not acting and not towards:
        return context.cast.names(named[:1]), ()
    return acting, towards[:1]


def _chinese(context: Context, named: list[Mention]) -> Parties:
    """Who stands first, and who stands right after a verb of asking or 向."""
    text = context.masked
    to = [m for m in named if _CHINESE_OBJECT.search(text, max(0, m.start - 4), m.start)]
    who = [mention for mention in named if mention not in to][:1]
    acting = context.cast.names(who)
    towards = tuple(name for name in context.cast.names(to) if name not in acting)[:1]
    if not towards:
        rest = tuple(name for name in context.cast.names(named) if name not in acting)
        towards = rest if len(rest) == 1 and len(named) == 2 else ()
    return acting, towards
