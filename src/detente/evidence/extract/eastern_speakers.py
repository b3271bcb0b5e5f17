"""Speakers in Korean, Chinese and Japanese: the topic of the sentence, or the name before the verb of
saying."""

from __future__ import annotations

import re
from collections import deque

from detente.evidence.extract.cast import Mention
from detente.evidence.extract.eastern_names import han_name
from detente.evidence.extract.marks import QuoteSpan
from detente.evidence.extract.resolve import of_actor
from detente.evidence.extract.scene import MASK, Scene, Speaker, as_speaker

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TOPIC = re.compile(
    r"(?:\([^)\n]{1,12}\)|（[^）\n]{1,12}）)?[^,，、。.“”‘’「」\n□]{0,14}?"
    r"(?:은|는|이|가|께서|도|は|が|も)(?=[\s、，,]|[^가-힣]|$)"
)
_SAID = (
    r"(?:说|說|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|呼吁|呼籲|警告|宣布|宣佈|告诉|告訴|提出|"
    r"重申|写道|寫道|坦言|透露)"
)
_CHINESE_VERB = re.compile(_SAID)
_KOREAN = re.compile(
    r"(?:^|[.。!?！？\s])((?:[가-힣]{1,10} ){0,3}(?:[가-힣]{2,10}|씨))"
    r"(?:\([^)\n]{1,12}\))?(?:은|는|이|가|께서) "
)
_CHINESE = re.compile(
    r"(?:^|[。；，、：！？\s”」])([\u4e00-\u9fff·]{2,14}?)"
    r"(?:(?:在|于|對|对)[^，。□]{1,16}?)?(?:则|也|还|又|随后|会后|日前|当天|同时|再次|曾|昨日|今日|周[一二三四五六日天]|\d{1,2}日){0,2}"
    rf"{_SAID}(?:道)?[^。，：□]{{0,6}}[：:，,]"
)
_CHINESE_PRONOUN = re.compile(r"(?:^|[。；，！？\s”」])(?:他|她)(?:们|們)?[^，。]{0,6}" + _SAID)
_OPENER = re.compile(r"(?:但是?|而|并|同时|此外|对此|另外|不过|其中|据悉|随后|针对|谈到|有|所谓)")
_JAPANESE = re.compile(
    r"(?:^|[、。」）\s]|[はがも])([\u3400-\u9fff\u30a0-\u30ff・]{2,16}(?:の[\u3400-\u9fff\u30a0-\u30ff・]{2,10})?)"
    r"(?:から)?(?:は|も|が)、?(?:[^、。□は]{1,24}(?:で|に|に対し|として|へ)、?)?\Z"
)
_ALSO = re.compile(
    r"(?:이?라)?(?:며|면서|고|고도|하고|지만)[ ,]{0,2}|と(?:述べ|し|語り|言い)?、|"
    r"，?(?:并|又|也)?(?:说|表示|强调|指出)?[：:，]?"
)
_REPLACES = re.compile(
    r"(?:그는|그녀는|그가|이어|또|또한|他|她|彼は|彼女は|同氏は|氏は|同外相は|同相は|さらに|また)"
)
_BEFORE, _AFTER = 160, 120


def eastern_speaker(
    scene: Scene, quote: QuoteSpan, low: int, previous: tuple[QuoteSpan, Speaker | None] | None
) -> Speaker | None:
    """The speaker of a quotation in an East Asian sentence; None for other scripts or when nobody is
    named."""
    text = scene.masked
    block = scene.blocks[scene.block_of(quote.outer_start)]
    before_start = max(low, quote.outer_start - _BEFORE)
    after_end = min(block.end, quote.outer_end + _AFTER)
    around = text[before_start : quote.outer_start] + text[quote.outer_end : after_end]
    if not _EASTERN.search(around):
        return None
    if previous is not None and previous[1] is not None and previous[0].outer_end > low:
        goes_on = _ALSO.fullmatch(text, previous[0].outer_end, quote.outer_start)
        if goes_on is not None:
            return as_speaker(previous[1], "speaker-interrupted", min(0.85, previous[1].confidence))
    before = text[before_start : quote.outer_start]
    found = as_speaker(_topic(scene, before_start, quote.outer_start), "speaker-topic-before", 0.88)
    named = _in_words(scene, before, before_start)
    if found is not None and (named is None or named.at <= found.at + 1):
        return found
    if named is not None:
        return named
    stop = _stop(text, quote.outer_end, after_end)
    after = as_speaker(_topic(scene, quote.outer_end, stop), "speaker-topic-after", 0.85)
    return after or _spoke_before(scene, quote, before)


def _in_words(scene: Scene, before: str, offset: int) -> Speaker | None:
    """A speaker nobody introduced, in the words before the quotation; Chinese names by their surname."""
    chinese = _last(_CHINESE, before)
    if chinese is not None:
        words = _OPENER.sub("", chinese.group(1), count=1)
        name = han_name(words)
        if name:
            return Speaker(name, None, offset + chinese.start(1), "speaker-topic-words", 0.82)
        if len(words) > 1 and words[0] not in "他她":
            return Speaker(words, None, offset + chinese.start(1), "speaker-topic-words", 0.7)
    for pattern in (_KOREAN, _JAPANESE):
        found = _last(pattern, before)
        if found is not None:
            at = offset + found.start(1)
            known = scene.named(at, offset + found.end(1))
            if known:
                return as_speaker(of_actor(scene, known[-1].actor, at), "speaker-topic-words", 0.75)
            return Speaker(found.group(1), None, at, "speaker-topic-words", 0.7)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(text), maxlen=1)), None)


def _spoke_before(scene: Scene, quote: QuoteSpan, before: str) -> Speaker | None:
    """Who spoke just before, when the sentence opens with the quotation or a pronoun."""
    last = scene.last
    if last is None or quote.outer_start - last.at >= 400:
        return None
    pronoun = _REPLACES.match(before) or _CHINESE_PRONOUN.search(before)
    if len(before.strip()) > 1 and pronoun is None:
        return None
    return as_speaker(last, "speaker-neighbour", 0.75 if pronoun else 0.6)


def _stop(text: str, begin: int, end: int) -> int:
    for position in range(begin, end):
        if text[position] in "。.!?！？\n":
            return position
    return end


def _topic(scene: Scene, start: int, end: int) -> Speaker | None:
    """The last actor in [start, end) that is the topic or stands before a verb of saying."""
    text = scene.masked
    for mention in reversed(scene.named(start, end)):
        tail = text[mention.end : end]
        if _TOPIC.match(tail) or (_CHINESE_VERB.search(tail[:24]) and MASK not in tail[:4]):
            holder = _holder(scene, mention, start)
            return of_actor(scene, holder.actor, holder.start)
    return None


def _holder(scene: Scene, mention: Mention, start: int) -> Mention:
    """The person whose office names a state ("왕레이 중국 외교부 대변인은"), else the mention itself."""
    if scene.cast.actors[mention.actor].kind != "state":
        return mention
    for other in scene.named(max(start, mention.start - 12), mention.start):
        person = scene.cast.actors[other.actor].kind == "person"
        if person and scene.masked[other.end : mention.start].strip() == "":
            return other
    return mention
