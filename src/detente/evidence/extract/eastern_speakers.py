"""Speakers in Korean, Chinese and Japanese: the topic of the sentence, or the name before the verb of
saying."""

from __future__ import annotations

import re

from detente.evidence.extract.cast import Mention
from detente.evidence.extract.marks import QuoteSpan
from detente.evidence.extract.resolve import of_actor
from detente.evidence.extract.scene import MASK, Scene, Speaker

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TOPIC = re.compile(r"[^,，、。.“”‘’「」\n□]{0,14}?(?:은|는|이|가|께서|도|は|が|も)(?=[\s、，,]|[^가-힣]|$)")
_CHINESE_VERB = re.compile(
    r"(?:说|說|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|呼吁|呼籲|警告|宣布|宣佈|告诉|告訴|提出|"
    r"重申|写道|寫道|坦言|透露)"
)
_FALLBACK = re.compile(r"(?:^|[.。!?！？\s])((?:[가-힣]{1,10} ){0,3}[가-힣]{2,10})(?:은|는|이|가|께서) ")
_JAPANESE = re.compile(r"([\u3400-\u9fff\u30a0-\u30ff]{2,14})(?:は|も|が)、?\Z")
_BEFORE, _AFTER = 160, 120


def eastern_speaker(scene: Scene, quote: QuoteSpan, low: int) -> Speaker | None:
    """The speaker of a quotation in an East Asian sentence; None for other scripts or when nobody is
    named."""
    text = scene.masked
    block = scene.blocks[scene.block_of(quote.outer_start)]
    before_start = max(low, quote.outer_start - _BEFORE)
    after_end = min(block.end, quote.outer_end + _AFTER)
    around = text[before_start : quote.outer_start] + text[quote.outer_end : after_end]
    if not _EASTERN.search(around):
        return None
    after_end = _stop(text, quote.outer_end, after_end)
    for start, end, rule, confidence in (
        (before_start, quote.outer_start, "speaker-topic-before", 0.88),
        (quote.outer_end, after_end, "speaker-topic-after", 0.85),
    ):
        found = _topic(scene, start, end)
        if found is not None:
            found.rule, found.confidence = rule, confidence
            return found
    words = _FALLBACK.search(text[before_start : quote.outer_start])
    if words is not None:
        return Speaker(words.group(1), None, quote.outer_start, "speaker-topic-words", 0.7)
    phrase = _JAPANESE.search(text[before_start : quote.outer_start])
    if phrase is not None:
        return Speaker(phrase.group(1), None, quote.outer_start, "speaker-topic-words", 0.7)
    if scene.last is not None and quote.outer_start - scene.last.at < 400:
        last = scene.last
        return Speaker(last.name, last.actor, last.at, "speaker-neighbour", 0.6, last.human, last.plural)
    return None


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
