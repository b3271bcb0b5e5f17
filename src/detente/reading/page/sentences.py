"""Sentences: where one ends, in any of the scripts we read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.english.words import ABBREVIATIONS, SENTENCE_CAPABLE, STARTERS

# A terminator with the closers after it; then space (needed in Latin script only), or the end of a line.
_END = re.compile(
    r"[.!?…]{1,9}[\"'”’»)\]]{0,4}(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[\d{1,3}\])?(?=\s|$)|[。！？]{1,9}[”’」』）\"]{0,4}"
)
_WORD_BEFORE = re.compile(r"[\w.]{1,12}\Z")
_NEXT_WORD = re.compile(r"[\s“\"‘'«(\[]{0,9}(\w{0,20})")
_NUMERAL = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\Z", re.IGNORECASE)
# What an agency puts before its first sentence: 新华社北京3月17日电（记者 王冠）
_DATELINE = re.compile(
    r"[（(]?[\u3400-\u9fff]{2,14}?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:专|專|综合|綜合)?[电電][讯訊]?"
    r"(?:[）)]|\s?[（(][^（()）]{0,30}(?:记者|記者)[^（()）]{1,40}[）)]|(?=\s))"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in [start, end), without the white space around them; line breaks are spaces.

    A tab parts the cells of a table, and no sentence runs over it; an agency's dateline stands by itself.
    """
    stop = len(text) if end is None else end
    first = start
    dateline = _DATELINE.match(text, start, stop)
    if dateline is not None:
        yield dateline.span()
        first = dateline.end()
    while (tab := text.find("\t", first, stop)) >= 0:
        yield from _of_cell(text, first, tab)
        first = tab + 1
    yield from _of_cell(text, first, stop)


def _of_cell(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    first = start
    for found in _END.finditer(text, start, stop):
        if _ends(text, found, first):
            yield from _trimmed(text, first, found.end())
            first = found.end()
    yield from _trimmed(text, first, stop)


def _ends(text: str, found: re.Match[str], first: int) -> bool:
    mark = found.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return mark[0] not in "…!?" or _capital_follows(text, found.end())
    if len(mark) > 1:
        return True
    before = _WORD_BEFORE.search(text, max(first, found.start() - 12), found.start())
    word = before.group().lower() if before else ""
    following = _NEXT_WORD.match(text, found.end())
    after = following.group(1) if following else ""
    if word in SENTENCE_CAPABLE:
        return not after or (after[0].isupper() and after.lower() in STARTERS)
    if word in ABBREVIATIONS:
        return not after
    if _NUMERAL.match(word) and (first >= found.start() - len(word) or (len(word) == 1 and word.isalpha())):
        # "1. The parties …" and initials ("J. Smith") do not end a sentence.
        return not after
    return not after[:1].islower()


def _capital_follows(text: str, at: int) -> bool:
    following = _NEXT_WORD.match(text, at)
    return following is None or not following.group(1)[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
