"""Speakers in Korean, Chinese and Japanese: the topic of the sentence, or the name before the verb of
saying."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from detente.evidence.extract.cast import Mention
from detente.evidence.extract.eastern_names import han_name
from detente.evidence.extract.gazetteer import state_names
from detente.evidence.extract.marks import QuoteSpan
from detente.evidence.extract.resolve import of_actor
from detente.evidence.extract.scene import MASK, Scene, Speaker, as_speaker
from detente.evidence.extract.scripts import SHORT_FORMS

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TOPIC = re.compile(
    r"(?:\([^)\n]{1,12}\)|（[^）\n]{1,12}）)?[^,，、。.“”‘’「」\n□]{0,14}?"
    r"(?:은|는|이|가|께서|도|は|が|も)(?=[\s、，,]|[^가-힣]|$)"
)
_SAID = (
    r"(?:说|說|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|呼吁|呼籲|警告|宣布|宣佈|告诉|告訴|提出|"
    r"重申|写道|寫道|坦言|透露|指责|指責|批评|批評|谴责|譴責|感叹|感嘆|回忆|回憶|告诫|反问|补充|补充|解释|直言|叹|怒斥|讽刺)"
)
_CHINESE_VERB = re.compile(_SAID)
_KOREAN = re.compile(
    r"(?:^|[.。!?！？\s])((?:[가-힣]{1,10} ){0,3}(?:[가-힣]{2,10}|씨))"
    r"(?:\([^)\n]{1,12}\))?(?:은|는|이|가|께서) "
)
_CHINESE = re.compile(
    r"(?:^|[。；，、：！？\s”」])([\u4e00-\u9fff·]{2,18}?)"
    r"(?:(?:在|于|對|对)[^，。□]{1,16}?)?(?:则|也|还|又|随后|会后|日前|当天|同时|再次|曾|昨日|今日|周[一二三四五六日天]|\d{1,2}日){0,2}"
    rf"{_SAID}(?:道)?[^。，：□]{{0,6}}[：:，,]"
)
_CHINESE_PRONOUN = re.compile(r"(?:^|[。；，！？\s”」])(?:他|她)(?:们|們)?[^，。]{0,6}" + _SAID)
_ADVERBS = re.compile(
    r"此前|曾|就有关|就此|在|当天|日前|昨日|今日|随后|近日|则|也|还|回应|接受|通过|对[^方]|向|周[一二三四五六日]"
)
_PRONOUN_AFTER = re.compile(r"[，,]?(?:他|她)[^，。]{0,14}" + _SAID)
_CHINESE_AFTER = re.compile(r"[，,]?([\u4e00-\u9fff·]{2,12}?)(?:[对對向在][^，。□]{1,14})?" + _SAID)
_OPENER = re.compile(r"(?:但是?|而|并|同时|此外|对此|另外|不过|其中|据悉|随后|针对|谈到|有|所谓)")
_JAPANESE = re.compile(
    r"(?:^|[、。」）\sぁ-ん])([\u3400-\u9fff\u30a0-\u30ff・]{2,16}(?:の[\u3400-\u9fff\u30a0-\u30ff・]{1,10})?)"
    r"(?:さん|君|容疑者)?(?:（[^）\n]{1,12}）)?(?:から)?(?:は|も|が)、?(?:[^、。□は]{1,24}(?:で|に|に対し|として|へ)、?)?\Z"
)
_HEADLINE = re.compile(
    r"(?:^|[…,·.]\s?)([가-힣]{1,8}) \Z|(?:^|[ 　、])([\u30a0-\u30ff\u4e00-\u9fff]{2,12})\Z"
)
_CONNECTIVE = re.compile(
    r"\A(?:반면|다만|한편|그러나|하지만|이에|또|또한|특히|당시|앞서|여기에|이어|그러면서|이에 대해) "
)
_PARTICLE = re.compile(r"(?:은|는|이|가|께서|도|は|が|も)\Z")
_HOLDER_NOUN = re.compile(
    r"(?:관계자|당국자|대변인|소식통|전문가|교수|외교관|의원|특사|대사|장관|총리|대통령|부장|위원장|주석|대표|官员|高官|人士|发言人|發言人|负责人|专家|学者|幹部|関係者|"
    r"当局者|報道官|議員|外交官|外相|首相|大統領|長官|大臣)\Z"
)
_ALSO = re.compile(
    r"(?:이?라)?(?:며|면서|고|고도|하고|지만)[ ,]{0,2}|と(?:述べ|し|語り|言い)?、|"
    r"，?(?:并|又|也)?(?:说|表示|强调|指出)?[：:，]?"
)
_REPLACES = re.compile(
    r"(?:그는|그녀는|그가|이어|또|또한|다만|그러면서|특히|아울러|그러나|하지만|但|同时|此外|不过|ただ|その上で|そのうえで|加えて|続けて|他|她|彼は|彼女は|同氏は|氏は|同外相は|同相は|さらに|また)"
)
_DAY = re.compile(r"[0-9]{1,2}[日号].*|[0-9].*", re.DOTALL)
_BEFORE, _AFTER = 160, 120
_NEAR = 4

Previous = tuple[QuoteSpan, Speaker | None] | None


def eastern_speaker(scene: Scene, quote: QuoteSpan, low: int, previous: Previous) -> Speaker | None:
    """The speaker of a quotation in an East Asian sentence; None for other scripts or when nobody is
    named."""
    text = scene.masked
    block = scene.blocks[scene.block_of(quote.outer_start)]
    before_start = max(low, quote.outer_start - _BEFORE)
    after_end = min(block.end, quote.outer_end + _AFTER)
    around = text[before_start : quote.outer_start] + text[quote.outer_end : after_end]
    around = around if around.strip() else scene.text[quote.start : quote.end][:_BEFORE]
    if not _EASTERN.search(around):
        return None
    if previous is not None and previous[1] is not None and previous[0].outer_end > low:
        goes_on = _ALSO.fullmatch(text, previous[0].outer_end, quote.outer_start)
        if goes_on is not None:
            return as_speaker(previous[1], "speaker-interrupted", min(0.85, previous[1].confidence))
    before = text[before_start : quote.outer_start]
    found = as_speaker(_topic(scene, before_start, quote.outer_start), "speaker-topic-before", 0.88)
    named = _in_words(scene, before, before_start)
    weak = named is None or named.at <= found.at + 1 if found is not None else False
    if found is not None and (weak or (found.human and named is not None and not _is_office(named))):
        return found
    if named is not None:
        return named
    short = block.end - block.start <= 90 and quote.outer_end >= block.end
    if (block.kind == "heading" or short) and (line := _HEADLINE.search(before)) is not None:
        words = line.group(1) or line.group(2)
        code = SHORT_FORMS.get(words)
        name = state_names()[code] if code else words
        return Speaker(name, None, before_start + line.start(), "speaker-headline", 0.7)
    stop = _stop(text, quote.outer_end, after_end)
    after = as_speaker(_topic(scene, quote.outer_end, stop), "speaker-topic-after", 0.85)
    if after is None and quote.outer_start <= low + 1:
        told = _CHINESE_AFTER.match(text, quote.outer_end, stop + 1)
        if told is not None and told.group(1)[0] not in "他她我你它这那此双各":
            name = han_name(told.group(1)) or told.group(1)
            return Speaker(name, None, told.start(1), "speaker-topic-words", 0.75)
    return after or _person_meant(scene, quote, low, stop) or _spoke_before(scene, quote, before, previous)


def _person_meant(scene: Scene, quote: QuoteSpan, low: int, stop: int) -> Speaker | None:
    """“…，”她说 · 他说：“…” · X表示…。“…” : the person the sentence before is about, or who speaks in it."""
    text = scene.masked
    before = text[low : quote.outer_start]
    pronoun = _PRONOUN_AFTER.match(text, quote.outer_end, stop + 1) or _CHINESE_PRONOUN.search(before)
    if before.strip() and pronoun is None:
        return None
    number = scene.block_of(quote.outer_start)
    spans = scene.sentences_before(low, number, 2)
    if number and not before.strip():
        spans += scene.sentences_before(low, number - 1, 1)
    for start, end in spans:
        for mention in scene.named(start, end):
            heard = pronoun or _CHINESE_VERB.search(text, mention.end, min(end, mention.end + 16))
            if scene.cast.actors[mention.actor].kind == "person" and heard:
                found = of_actor(scene, mention.actor, mention.start)
                return as_speaker(found, "speaker-neighbour", 0.75 if pronoun else 0.65)
    return None


def _is_office(speaker: Speaker) -> bool:
    """Whether words name somebody's office or trade, and not a thing the sentence is about."""
    return (
        speaker.actor is not None or speaker.confidence > 0.8 or _HOLDER_NOUN.search(speaker.name) is not None
    )


def _in_words(scene: Scene, before: str, offset: int) -> Speaker | None:
    """A speaker nobody introduced, in the words before the quotation; Chinese names by their surname."""
    chinese = _last(_CHINESE, before)
    if chinese is not None:
        words = _ADVERBS.split(_OPENER.sub("", chinese.group(1), count=1))[0]
        name = han_name(words)
        if name:
            return Speaker(name, None, offset + chinese.start(1), "speaker-topic-words", 0.82)
        if len(words) > 1 and words[0] not in "他她我你它这那此":
            return Speaker(words, None, offset + chinese.start(1), "speaker-topic-words", 0.7)
    for pattern in (_KOREAN, _JAPANESE):
        found = _last(pattern, before)
        if found is not None:
            at = offset + found.start(1)
            known = scene.named(at, offset + found.end(1))
            if known:
                return as_speaker(of_actor(scene, known[-1].actor, at), "speaker-topic-words", 0.75)
            name = _CONNECTIVE.sub("", found.group(1), count=1)
            return Speaker(name, None, at, "speaker-topic-words", 0.7)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(text), maxlen=1)), None)


def _spoke_before(scene: Scene, quote: QuoteSpan, before: str, previous: Previous) -> Speaker | None:
    """Who spoke just before, when the sentence opens with the quotation or a pronoun."""
    last = scene.last
    if previous is not None and previous[1] is not None and quote.outer_start - previous[0].outer_end < 60:
        last = replace(previous[1], at=previous[0].outer_end)
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
        topic, verb = _TOPIC.match(tail), _CHINESE_VERB.search(tail[:24])
        if topic or (verb is not None and MASK not in tail[:4]):
            holder = _holder(scene, mention, start)
            if topic is None and verb is not None and verb.start() > _NEAR and _is_state(scene, holder):
                words = _ADVERBS.split(_DAY.sub("", tail[: verb.start()]))[0]
                return Speaker(text[mention.start : mention.end] + words, None, mention.start, guess=True)
            officer = _officer(tail, topic, verb) if holder is mention else ""
            if officer and scene.cast.actors[mention.actor].kind != "person":
                return Speaker(text[mention.start : mention.end] + officer, None, mention.start)
            return of_actor(scene, holder.actor, holder.start)
    return None


def _is_state(scene: Scene, mention: Mention) -> bool:
    return scene.cast.actors[mention.actor].kind == "state"


def _officer(tail: str, topic: re.Match[str] | None, verb: re.Match[str] | None) -> str:
    """The words between a state and its particle or verb when they name somebody ("미국 국무부 관계자는")."""
    particle = _PARTICLE.search(topic.group()) if topic is not None else None
    if particle is not None:
        stop = particle.start()
    else:
        stop = verb.start() if verb is not None else 0
    words = tail[:stop]
    return words if _HOLDER_NOUN.search(words) and MASK not in words else ""


def _holder(scene: Scene, mention: Mention, start: int) -> Mention:
    """The person whose office names a state ("왕레이 중국 외교부 대변인은"), else the mention itself."""
    if scene.cast.actors[mention.actor].kind != "state":
        return mention
    for other in scene.named(max(start, mention.start - 12), mention.start):
        person = scene.cast.actors[other.actor].kind == "person"
        if person and scene.masked[other.end : mention.start].strip() == "":
            return other
    return mention
