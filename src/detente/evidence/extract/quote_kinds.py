"""Speech or term: whether quotation marks hold somebody's words or name a thing."""

from __future__ import annotations

import re

from detente.evidence.extract.marks import QuoteKind, QuoteSpan
from detente.evidence.extract.scene import Scene, Speaker

_NAMING = re.compile(
    r"(?:\b(?:such as|consisting of|consists of|comprising|including|named|dubbed|termed|known as|"
    r"titled|entitled|"
    r"labelled|labeled|styled|referred to as|hereinafter|hereafter|code-?named|so-called|nicknamed|"
    r"christened|"
    r"(?:the|a|an|its|their|this) (?:[\w-]+ )?(?:terms?|words?|phrases?|slogans?|concepts?|"
    r"expressions?|principles?|doctrines?|"
    r"formulas?|notions?|idea|label|name|title|banner|motto|codename|policy|strategy|programme|"
    r"program|project|plan|"
    r"report|article|book|essay|paper|poem|film|song|chapter|section|document|declaration|initiative|"
    r"framework|"
    r"operation|exercise|heading|theme|metaphor|euphemism)(?: of| called| like| as| on)?|"
    r"under the (?:name|title|banner|slogan|heading|theme)(?: of)?|(?:concept|principle|policy|notion|"
    r"idea|doctrine|"
    r"strategy|era|age|culture|logic|language|kind|form|model|state|spirit) of(?: an?| the)?|called|"
    r"calls|call)"
    r"|[(\[])[\s,:]{0,2}\Z",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"(?:such as|consisting of|consists of|including|named|called|projects?|stages?|phases?|terms?|"
    r"words?|slogans?)\b[^.;]{0,400}\Z",
    re.IGNORECASE,
)
_STRICT = frozenset(
    {"speaker-verb-before", "speaker-after-verb", "speaker-before-verb", "speaker-interrupted",
    "speaker-according-to",
     "speaker-continued", "speaker-colon"}
)  # fmt: skip
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|this|that|these|those|no|any|any such|another|new|"
    r"[\w.]+[’']s?|s[’'])"
    r"(?: (?!and\b|or\b|of\b|to\b|for\b|as\b)[\w.-]+){0,3}) \Z",
    re.IGNORECASE,
)
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|be|been|will|would|can|cannot|can[’']t|could|should|must|may|might|have|"
    r"has|had|do|does|did|"
    r"don[’']t|won[’']t|isn[’']t|it[’']s|we|i|you|they|he|she|it|us|me|let|not|never)\b",
    re.IGNORECASE,
)
_SPEECH_AFTER = re.compile(
    r"\s?(?:\([^)]{0,40}\)\s?)?(?:이?라고|이?라며|이?라면서|고 |며 |면서|라는|と(?:述|語|言|い|話|強|"
    r"指|説|表|し|主|訴|の)|と、|などと)"
)
_TERM_AFTER = re.compile(r"(?:을|를|이|가|은|는|의|에|로|으로|와|과|の|を|が|は|に|という|와의)")
_SPEECH_END = (
    "。",
    "다.",
    "다",
    "요",
    "요.",
    "까",
    "か",
    "！",
    "？",
    "자",
    "る",
    "い",
    "た",
    "ない",
    "です",
    "ます",
)
_SHORT = 4
_LONG = 8


def kind_of(scene: Scene, quote: QuoteSpan, speaker: Speaker | None, low: int) -> QuoteKind:
    """Speech or term, by what governs the quotation and by how it is made."""
    inner = scene.text[quote.start : quote.end]
    before = scene.masked[max(low, quote.outer_start - 420) : quote.outer_start]
    after = scene.masked[quote.outer_end : quote.outer_end + 24]
    block = scene.blocks[scene.block_of(quote.outer_start)]
    if _eastern(inner):
        return _eastern_kind(inner, before, after)
    words = inner.split()
    if block.kind == "footnote" and not (speaker and speaker.rule in _STRICT):
        return "term"
    if _NAMING.search(before) and len(words) <= _LONG and not _sentence(inner, words):
        return "term"
    rule = speaker.rule if speaker is not None else ""
    if rule in _STRICT:
        strict_name = _title_case(words) and len(words) > 1 and not before.rstrip().endswith((",", ":"))
        return (
            "term"
            if strict_name and rule == "speaker-verb-before"
            else _strict_kind(quote, scene, words, before)
        )
    if _LIST_LEAD.search(before) and len(words) <= _LONG and _listed(before):
        return "term"
    if _title_case(words) and len(words) > 1 and not _sentence(inner, words):
        return "term"
    if len(words) <= _SHORT:
        return "speech" if rule == "speaker-clause" and not _DETERMINED.search(before) else "term"
    if rule == "speaker-owner":
        return "speech" if _CLAUSAL.search(inner) and len(words) > _LONG else "term"
    if rule == "speaker-clause":
        return "speech"
    return "speech" if len(words) > _SHORT + 1 and (_CLAUSAL.search(inner) or len(words) > _LONG) else "term"


def _strict_kind(quote: QuoteSpan, scene: Scene, words: list[str], before: str) -> QuoteKind:
    """Said outright: speech, unless it is a bare name inside the sentence ("the “corridor,” X said")."""
    bare = len(words) <= 3 and _DETERMINED.search(before) is not None
    return "term" if bare and not before.rstrip().endswith((",", ":")) else "speech"


def _listed(before: str) -> bool:
    """Whether the quotation follows others in a list."""
    tail = before.rstrip()
    return (
        tail.endswith((",", "” and", "”, and", "the", "eventually", "and", "or", "as", "”,", "of", ":"))
        or "□" in tail[-40:]
    )


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 or word[:1].isdigit()]
    return bool(long) and sum(word[:1].isupper() or word[:1].isdigit() for word in long) >= len(long) - (
        len(long) > 4
    )


def _sentence(inner: str, words: list[str]) -> bool:
    return (
        len(words) > _SHORT
        and inner[:1].isupper()
        and _CLAUSAL.search(inner) is not None
        and not _title_case(words)
    )


def _eastern(inner: str) -> bool:
    letters = [character for character in inner if character.isalpha()]
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in letters) * 2 > len(letters)


def _eastern_kind(inner: str, before: str, after: str) -> QuoteKind:
    if before.rstrip().endswith(("：", ":", "说，", "表示，")) or _SPEECH_AFTER.match(after):
        return "speech"
    if after[:1] in "，,。" and inner[-1:] in "。！？，,.":
        return "speech"
    if len(inner) <= 12 or (_TERM_AFTER.match(after) and not inner.rstrip(".").endswith(_SPEECH_END)):
        return "term"
    return "speech" if inner.endswith(_SPEECH_END) or len(inner) > 20 else "term"
