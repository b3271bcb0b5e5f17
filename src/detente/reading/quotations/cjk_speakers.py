"""Speakers in Korean, Chinese and Japanese: the subject of the verb that governs the quotation, else whom the
headline, the sentence before or the turn names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from detente.reading.chinese import subjects as chinese
from detente.reading.cjk.view import Subject, View, view_of
from detente.reading.context import MASK, Context, Previous, Speaker
from detente.reading.english.named_offices import of_actor
from detente.reading.japanese import subjects as japanese
from detente.reading.korean import subjects as korean
from detente.reading.marks import QuoteSpan
from detente.reading.names.cjk_offices import holder
from detente.reading.quotations.cjk_named_subjects import is_human, speaker_from

_FINDERS: dict[str, Callable[[View], Subject | None]] = {
    "ja": japanese.japanese_subject,
    "ko": korean.korean_subject,
    "zh": chinese.chinese_subject,
}
_HEADLINES: dict[str, Callable[[View], Subject | None]] = {
    "ja": japanese.japanese_headline,
    "ko": korean.korean_headline,
    "zh": chinese.chinese_headline,
}
_BESIDE = re.compile(
    r"[\s、，,”」’』]{0,3}(?:이?라며|이?라고|며|면서|그리고|と|や|和|与|並|并)?[\s、，,]{0,2}"
)
_BODY_AGAIN = re.compile(
    r"(?:同|该|該)(省|紙|庁|国|協定|条約|声明|社|報道官|发言人|發言人|部|报|報|网|官员|官員|协议|文件|公司)"
)
_AGAIN = re.compile(r"(?<![가-힣])(?:이|해당|동) \Z")
_NAME_BEHIND = re.compile(r" ([가-힣]{2,4})(?:\([^)\n]{1,24}\))?(?:은|는|이|가|께서)(?= )")
"""중국 외교부 대변인 린젠은: the name behind the title."""
_NEVER = re.compile(r"(?!)")
_OWNED = {
    "zh": (
        re.compile(
            r"(?:称为|稱為|称作|稱作|称之为|稱之為|叫做|叫作|唤作|比作|命名为|命名為|口中的|鼓吹的|标榜的)\Z"
        ),
        _NEVER,
    ),
    "ja": (
        re.compile(r"(?:が(?:言う|主張する|掲げる|呼ぶ|唱える))\Z"),
        re.compile(r"と(?:名付け|名づけ|呼ぶ|呼ん|呼び|命名|称し|称す|位置付け|位置づけ)"),
    ),
    "ko": (
        re.compile(
            r"(?:말하는|내세우는|부르는|주장하는|표방하는|내건|추진하는|제안한|약속한|강조하는|외치는) \Z"
        ),
        re.compile(r"(?:이?라고|으?로) (?:부르|불렀|명명|이름|표기)"),
    ),
}
"""Where the subject is whose name for a thing it is: before the marks, and after them."""
_INTERVIEW = re.compile(
    r"(?:\A|\n)\s*([가-힣]{2,4}) [^\n]{0,24}인터뷰|([\u3400-\u9fff]{2,5})(?:氏|さん)(?:に聞く|インタビュー)|"
    r"(?:专访|專訪)[：:]?([\u4e00-\u9fff·]{2,12})"
)
_COLON = re.compile(r"([^\s、。，：:「」“”]{2,24})[：:]\s?\Z")
_OWN_REACH = 40
_OWN_WORDS = re.compile(
    r"([가-힣]{2,12}|[\u3400-\u9fffァ-ヴー]{2,12})(?:의|の|的) ?"
    r"(?:반응|대답|답변|답|입장|설명|해명|논평|메시지|주장|항변|변명|말|答え|反応|答弁|言葉|一言|発言|"
    r"コメント|"
    r"第一声|言い分|説明|主張|回答|"
    r"弁明|回应|回應|说法|說法|答复|答覆|解释|"
    r"解釋|理由|反应|反應|声明|表态|表態)(?:은|는|は|が忘れ|が耳|が重|也|是|只|很|更|倒)"
)
_CAPTION = re.compile(
    r"[\[【(（▶△▲■◆-]?\s?([가-힣·\u3400-\u9fffァ-ヴー ]{2,16}?)\s?(?:[/／|,]\s?|"
    r"[(（])([^:：\"“”「」\n]{2,30}?)[)）]?\s?[:：]\s?\Z"
)
"""[이름 / 직함 : “…”] · 이름(직함): “…”"""
_BODY_REACH = 4_000
_NEAR = 400


def cjk_speaker(view: View, quote: QuoteSpan, previous: Previous) -> Speaker | None:
    """The speaker of a quotation in an East Asian sentence; None for other scripts or when nobody is
    named."""
    if view.heading:
        return _in_headline(view, quote)
    beside = _beside(view, quote, previous)
    if beside is not None:
        return beside
    subject = _FINDERS[view.language](view) or _own_words(view) or _before_colon(view)
    if subject is not None and subject.kind == "pronoun":
        return _meant(view, subject, previous)
    if subject is not None and _AGAIN.search(view.text, max(view.low, subject.start - 4), subject.start):
        named = _named_before(view, subject, subject.words)
        return named if named is not None else _nobody_before(view, subject)
    if subject is not None:
        found = speaker_from(view, subject)
        owned = _OWNED[view.language]
        if owned[0].search(view.before()) or owned[1].match(view.after()):
            return replace(found, rule="speaker-owner", confidence=0.65)
        return found
    return _from_around(view, previous)


def cjk_nested(view: View) -> Speaker | None:
    """Who is named inside an East Asian quotation, from `low` on, as saying what is quoted in it."""
    subject = _FINDERS[view.language](view)
    if subject is None or subject.kind == "pronoun" or subject.confidence < 0.7:
        return None
    return replace(speaker_from(view, subject), rule="speaker-nested", confidence=0.7)


def cjk_view(context: Context, quote: QuoteSpan, low: int) -> View | None:
    """The view of a quotation, the label of a turn left out."""
    block = context.blocks[context.block_of(quote.outer_start)]
    if block.speaker and low - block.start < 40:
        mark = re.compile(r"[：:）)]").search(
            context.masked, block.start, min(quote.outer_start, block.start + 40)
        )
        low = max(low, mark.end()) if mark is not None else low
    return view_of(context, quote, low)


def _in_headline(view: View, quote: QuoteSpan) -> Speaker | None:
    """Whom the headline names, else who says these words in the body."""
    grammar = _FINDERS[view.language](view) or _before_colon(view)
    if grammar is not None and grammar.rule in ("speaker-bracket", "speaker-colon"):
        return speaker_from(view, grammar)
    subject = _HEADLINES[view.language](view)
    if subject is not None and subject.confidence >= 0.7:
        return speaker_from(view, subject)
    told = _told_in_body(view.context, quote)
    if told is not None:
        return told
    subject = subject or grammar
    if subject is None or subject.kind in ("pronoun", "known", "someone"):
        return None
    return replace(speaker_from(view, subject), rule="speaker-topic-headline", confidence=0.65)


def _told_in_body(context: Context, quote: QuoteSpan) -> Speaker | None:
    """The words of a headline stand again in the body: the same speaker."""
    words = context.text[quote.start : quote.end].strip(" 。.…")
    block = context.blocks[context.block_of(quote.outer_start)]
    if len(words) < 3 or quote.outer_start > _BODY_REACH:
        return None
    at = context.text.find(words, block.end, block.end + _BODY_REACH)
    if at < 0 or context.masked[at] != MASK:
        return None
    start, end = at, at + len(words)
    while context.masked[start - 1] == MASK:
        start -= 1
    while end < len(context.masked) and context.masked[end] == MASK:
        end += 1
    while end < len(context.masked) and context.masked[end] in "。.，,！？!?、…":
        end += 1
    again = QuoteSpan(start, end, start - 1, end + 1)
    there = context.blocks[context.block_of(start)]
    if there.kind == "heading":
        return None
    view = cjk_view(context, again, context.opening(start - 1))
    found = cjk_speaker(view, again, None) if view is not None else None
    return replace(found, rule="speaker-topic-headline", confidence=0.75) if found is not None else None


def _beside(view: View, quote: QuoteSpan, previous: Previous) -> Speaker | None:
    """「…」「…」: two quotations side by side are one person's."""
    if previous is None or previous[1] is None or previous[0].outer_end < view.low:
        return None
    if _BESIDE.fullmatch(view.text, previous[0].outer_end, quote.outer_start) is None:
        return None
    return replace(previous[1], confidence=min(previous[1].confidence, 0.85))


def _before_colon(view: View) -> Subject | None:
    caption = _CAPTION.search(view.before())
    if caption is not None:
        name, at = caption.group(1).strip(), view.low + caption.start(1)
        return Subject(name, at, at + len(name), "person", "speaker-colon", 0.85)
    found = _COLON.search(view.before())
    if found is None or not holder(found.group(1), view.language):
        return None
    at = view.low + found.start(1)
    return Subject(found.group(1), at, at + len(found.group(1)), "person", "speaker-colon", 0.8)


def _meant(view: View, subject: Subject, previous: Previous) -> Speaker | None:
    """Whom he, she, 他, 그 or 同氏 means: the person who spoke last, or the topic of the sentences before."""
    named = _BODY_AGAIN.match(subject.words)
    if named is not None:
        return _named_before(view, subject, named.group(1))
    if subject.words[:1] in "私我わ当本":
        own = view.context.turns.get(view.context.block_of(view.start), view.context.default)
        return replace(own, rule="speaker-topic-turn", confidence=0.75) if own is not None else None
    person = subject.words[:1] in "他她그彼氏"
    here = previous is not None and previous[0].outer_end > view.low
    if here and previous is not None and previous[1] is not None and (previous[1].human or not person):
        return replace(previous[1], rule="speaker-neighbour", confidence=0.75)
    for found in (_topic_above(view, 3, person), _spoke_last(view, previous)):
        if found is not None and (found.human or not person):
            return replace(found, rule="speaker-neighbour", confidence=0.75)
    return None


def _named_before(view: View, subject: Subject, head: str) -> Speaker | None:
    """Whom 同省, 同紙 or 该发言人 means: the last phrase before that ends so."""
    earlier = view.text[max(0, subject.start - _NEAR) : subject.start]
    modifier = r"(?:[가-힣]{1,10} ){1,3}" if view.language == "ko" else r"[\u3400-\u9fffァ-ヴー・]{1,14}?"
    pattern = re.compile(rf"(?<![가-힣]){modifier}{re.escape(head)}")
    low = max(0, subject.start - _NEAR)
    found = [match for match in pattern.finditer(earlier) if match.group()[0] not in "同该該"]
    if not found:
        return None
    start, end = low + found[-1].start(), low + found[-1].end()
    named = _NAME_BEHIND.match(view.text, end, subject.start) if view.language == "ko" else None
    if named is not None and not holder(named.group(1), "ko"):
        return Speaker(named.group(1), None, subject.start, "speaker-neighbour", 0.7)
    phrase = Subject(found[-1].group(), start, end, "person", "speaker-neighbour", 0.7)
    return speaker_from(view, phrase)


def _nobody_before(view: View, subject: Subject) -> Speaker:
    """이 대변인 where no spokesperson was named: this one, or one called 이; the words as they stand."""
    again = _AGAIN.search(view.text, max(view.low, subject.start - 4), subject.start)
    start = again.start() if again is not None else subject.start
    return Speaker(view.text[start : subject.end], None, start, "speaker-topic-words", 0.6)


def _from_around(view: View, previous: Previous) -> Speaker | None:
    """A sentence without a subject: the speaker goes on; the next sentence tells; the turn."""
    context, number = view.context, view.context.block_of(view.start)
    turn = context.turns.get(number)
    if turn is not None:
        return replace(turn, rule="speaker-topic-turn", confidence=0.6)
    if _answers(view):
        return _interviewed(view)
    if view.language == "ko" and not view.before().strip():
        told = korean.korean_spoken_of(view)
        if told is not None:
            return speaker_from(view, told)
    same = previous is not None and previous[0].outer_end >= view.low
    if same and previous is not None and previous[1] is not None:
        return replace(previous[1], rule="speaker-neighbour", confidence=0.65)
    found = _noun_above(view) or _topic_above(view, 2) or _spoke_last(view, previous)
    if found is not None:
        return replace(found, rule="speaker-neighbour", confidence=0.65)
    return replace(context.default, rule="speaker-single", confidence=0.6) if context.default else None


def _answers(view: View) -> bool:
    """Whether a quotation is a paragraph of its own under a question ("―… 했는데.")."""
    context, number = view.context, view.context.block_of(view.start)
    block = context.blocks[number]
    whole = view.start <= block.start + 1 and view.end >= block.end - 1
    return whole and number > 0 and view.text[context.blocks[number - 1].start] in "―—–─▼▷◆■●-"


def _interviewed(view: View) -> Speaker | None:
    """The person the head of an interview presents."""
    head = _INTERVIEW.search(view.text[:_NEAR])
    if head is not None:
        name = next(group for group in head.groups() if group)
        return Speaker(name, None, head.start(), "speaker-topic-turn", 0.6)
    for mention in view.context.cast.between(0, _NEAR):
        if view.context.cast.actors[mention.actor].kind == "person":
            found = of_actor(view.context, mention.actor, mention.start)
            return replace(found, rule="speaker-topic-turn", confidence=0.6)
    return None


def _spoke_last(view: View, previous: Previous) -> Speaker | None:
    if previous is None or previous[1] is None or not previous[1].name:
        return None
    return previous[1] if view.start - previous[0].outer_end < _NEAR else None


def _own_words(view: View) -> Subject | None:
    """加藤長官の答弁は「…」 · 정부의 답은 “…”"""
    found = _OWN_WORDS.search(view.before()[-_OWN_REACH:] + " ")
    if found is None or not holder(found.group(1), view.language):
        return None
    at = view.start - min(_OWN_REACH, len(view.before())) + found.start(1)
    return Subject(found.group(1), at, at + len(found.group(1)), "body", "speaker-topic-before", 0.78)


def _noun_above(view: View) -> Speaker | None:
    """The sentence before is about somebody's answer ("정부의 반응은 한 줄이었다. “…”")."""
    context, number = view.context, view.context.block_of(view.start)
    for start, end in context.sentences_before(view.low, number, 1):
        found = _OWN_WORDS.search(view.text, start, end)
        if found is not None and holder(found.group(1), view.language):
            subject = Subject(found.group(1), found.start(1), found.end(1), "body", "", 0.65)
            return speaker_from(view, subject)
    return None


def _topic_above(view: View, most: int, person: bool = False) -> Speaker | None:
    """The topic of the sentences before, the nearest first; the block before at its end."""
    context, number = view.context, view.context.block_of(view.start)
    spans = context.sentences_before(view.low, number, most)
    if number and len(spans) < most:
        spans += context.sentences_before(view.low, number - 1, 1)
    for start, end in spans[:most]:
        subject = _topic(view, start, end)
        if subject is not None and subject.kind != "pronoun" and (not person or is_human(view, subject)):
            return speaker_from(view, subject)
    return None


def _topic(view: View, start: int, end: int) -> Subject | None:
    """What a sentence is about, when that can speak."""
    if view.language == "zh":
        return chinese.chinese_topic(view, start, end)
    subjects = japanese.subjects if view.language == "ja" else korean.subjects
    first: Subject | None = None
    for subject, particle, _ in subjects(view.text, start, end, view):
        if subject.kind == "someone":
            continue
        if particle in ("は", "은", "는", "も", "도", "によると", "によれば", "에 따르면") or (
            first is None and particle in ("が", "이", "가")
        ):
            first = subject
    return first
