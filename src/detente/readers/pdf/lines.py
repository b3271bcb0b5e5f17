"""From the lines of printed pages back to paragraphs: running heads set aside, wrapped lines joined."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from detente.evidence.source_map import MapBuilder, Mapped
from detente.readers.pdf.hangul_lines import KoreanLines, keeps_spaces
from detente.readers.pdf.notes import notes_begin, without_marks
from detente.readers.reading import Apart

PAGE_BREAK = "\f"
_NUMBER_ONLY = re.compile(
    r"\W{0,3}(?:page\s|p\.\s?|第\s?)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?(?:\s?頁|\s?页|쪽)?\W{0,3}", re.I
)
_NEW_ITEM = re.compile(
    r"[•●▪‣◦*·–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|(?:Article|Section|第|제)\s?\d", re.I
)
_ENDED = re.compile(r"[.!?:。！？：][\"'”’」』»)\]]{0,3}\Z")
_UNSPACED = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, `original[start:end]`, without the space around it.

    `cells` is how wide it is, `width` how wide a full line of its page (Han and Kana are two cells wide);
    `spaced` tells whether space follows its last letter.
    """

    text: str
    start: int
    end: int
    page: int
    cells: int
    width: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Reflowed:
    """Paragraphs, where each page begins in them, and what was set aside."""

    mapped: Mapped
    pages: tuple[int, ...]
    apart: tuple[Apart, ...]


def reflowed(pages: Sequence[str]) -> Reflowed:
    """The running text of printed pages, whose original is the pages joined by form feeds."""
    lines = list(_lines(pages))
    heads = _running_heads(lines, len(pages))
    body, notes, numbers = _without_notes([line for line in lines if line not in heads])
    words = Counter(word.lower() for line in body for word in _WORD.findall(line.text))
    korean = KoreanLines(words, spaced=keeps_spaces((line.text, line.spaced) for line in body))
    flow = _Flow(words, [0] * len(pages), numbers, korean)
    for line in body:
        flow.take(line)
    starts = [max(flow.begins[: number + 1]) for number in range(len(pages))]
    apart = [Apart("header", line.text, line.start, line.end) for line in lines if line in heads]
    apart += [Apart("footnote", line.text, line.start, line.end) for line in notes]
    ordered = tuple(sorted(apart, key=lambda piece: piece.start))
    return Reflowed(Mapped("".join(flow.texts), flow.out.build()), tuple(starts), ordered)


def _without_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Line], dict[int, frozenset[str]]]:
    """The running text, the footnotes, and the numbers of the footnotes by page."""
    body: list[Line] = []
    notes: list[Line] = []
    numbers: dict[int, frozenset[str]] = {}
    for page, group in groupby(lines, key=lambda line: line.page):
        of_page = list(group)
        first, numbers[page] = notes_begin([line.text for line in of_page])
        body += of_page[:first]
        notes += of_page[first:]
    return body, notes, numbers


def _lines(pages: Sequence[str]) -> Iterator[Line]:
    start = 0
    for number, page in enumerate(pages):
        widths = sorted(cells(line.strip()) for line in page.split("\n") if line.strip())
        width = widths[int(0.9 * (len(widths) - 1))] if widths else 0
        for line in page.split("\n"):
            if text := line.strip():
                lead = line.index(text[0])
                spaced = line[lead + len(text) :] != ""
                yield Line(text, start + lead, start + lead + len(text), number, cells(text), width, spaced)
            start += len(line) + 1


def _running_heads(lines: Sequence[Line], pages: int) -> set[Line]:
    """Lines at the top or foot of a page that come again on others, numbers aside; and bare page numbers."""
    if pages < 2:
        return set()
    edges: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        of_page = list(group)
        edges += [*of_page[:2], *of_page[2:][-2:]]
    counts = Counter(_DIGITS.sub("#", line.text) for line in edges)
    often = max(3, pages // 2)
    return {
        line
        for line in edges
        if _NUMBER_ONLY.fullmatch(line.text) or counts[_DIGITS.sub("#", line.text)] >= often
    }


@dataclass(slots=True)
class _Flow:
    words: Counter[str]
    begins: list[int]
    numbers: Mapping[int, frozenset[str]]
    korean: KoreanLines
    texts: list[str] = field(default_factory=list)
    out: MapBuilder = field(default_factory=MapBuilder)
    last: Line | None = None

    def take(self, line: Line) -> None:
        if self.last is not None:
            self._join(self.last, line)
        if self.last is None or self.last.page != line.page:
            self.begins[line.page] = self.out.length
        for start, end in without_marks(line.text, self.numbers.get(line.page, frozenset())):
            self.texts.append(line.text[start:end])
            self.out.add(end - start, line.start + start, line.start + end)
        self.last = line

    def _join(self, above: Line, below: Line) -> None:
        if not _wrapped(above, below):
            gap = "\n\n" if above.page != below.page or _ENDED.search(above.text) else "\n"
        elif above.text.endswith(("-", "\u2010")) and above.text[-2:-1].isalpha():
            gap = ""
            if not self._keeps_hyphen(above.text, below.text):
                self.texts[-1] = self.texts[-1][:-1]
                self.out.shorten(1)
        else:
            both = _UNSPACED.match(above.text[-1]) and _UNSPACED.match(below.text)
            whole = not above.spaced and self.korean.one_word(above.text, below.text)
            gap = "" if both or whole else " "
        self.texts.append(gap)
        self.out.replace(len(gap), above.end, below.start)

    def _keeps_hyphen(self, above: str, below: str) -> bool:
        """A hyphen at a line's end belongs to the word if what follows is no small letter, or if the document
        writes the word with a hyphen elsewhere and never without."""
        first, second = _tail(above[:-1]), _WORD.match(below)
        if second is None or not below[0].islower():
            return True
        joined = (first + second.group()).lower()
        return self.words[f"{first}-{second.group()}".lower()] > 0 and not self.words[joined]


def _tail(text: str) -> str:
    words = _WORD.findall(text[-60:])
    return words[-1] if words else ""


def _wrapped(above: Line, below: Line) -> bool:
    """Did the line end for want of room, and not because a paragraph did?"""
    if _NEW_ITEM.match(below.text):
        return False
    if below.text[0].islower() and not _ENDED.search(above.text) and above.text[-1] != ";":
        return True
    share = above.cells / max(above.width, 1)
    return share >= (0.9 if _ENDED.search(above.text) else 0.6)


def cells(text: str) -> int:
    """How many cells wide a text is: wide characters count two, marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def nothing_on(pages: Iterable[str]) -> tuple[int, ...]:
    """The pages (from 1) without any text."""
    return tuple(number for number, page in enumerate(pages, 1) if not page.strip())
