"""Markdown's marks taken out of what they mark: emphasis, links, tables, code; what is no text kept apart.

The words stay, each with its place in the file. Headings ("#"), list markers, quotation marks (">") and the
text of footnotes stay as they are: they say what a line is. The syntax is CommonMark's and, for tables and
footnotes, GitHub's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.source_map import MapBuilder, Mapped
from detente.readers.reading import ApartKind

_FENCE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?(?: {0,3}\1[`~]*[ \t]*(?:\n|\Z)|\Z)", re.MULTILINE
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^()\n]{0,600}\)|\[[^\]\n]{0,100}\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\n][^\]\n]{0,100}\]:[ \t]+\S[^\n]*\n?", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_APART: tuple[tuple[re.Pattern[str], ApartKind], ...] = (
    (_FENCE, "code"), (_COMMENT, "comment"), (_IMAGE, "boilerplate"), (_DEFINITION, "boilerplate"),
    (_NOTE, "footnote"),
)  # fmt: skip
_LINK = re.compile(
    r"(\[)[^\[\]\n]{1,600}"
    r"(\](?:\((?:[^()\s]|\([^()\s]*\)){0,600}(?:[ \t]+[\"'][^\n]{0,200}?[\"'])?\)|\[[^\]\n]{0,100}\]))"
)
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`)[^`\n]{1,600}(\1)(?!`)")
_STRONG = re.compile(
    r"(?<![\\*])(\*\*)(?=[^\s*]|\*[^\s*])(?:[^*\n]|\n(?!\s*\n)|\*(?!\*)){1,2000}?(?<!\s)(\*\*)"
)
_BOTH = re.compile(r"(?<![\\*])(\*{3})(?=[^\s*])[^*\n]{1,2000}?(?<!\s)(\*{3})(?!\*)")
_EMPHASIS = re.compile(
    r"(?<![\\*\w])(\*)(?![\s*])(?:[^*\n]|\*\*|\n(?!\s*\n)){1,2000}?(?<![\s\\*])(\*)(?![*\d])"
)
_UNDERSCORES = re.compile(r"(?<![\\\w])(_{1,2})(?![\s_])[^\n]{1,600}?(?<![\s\\_])(\1)(?!\w)")
_STRUCK = re.compile(r"(~~)(?=\S)[^~\n]{1,600}(~~)")
_PAIRS = (_LINK, _CODE, _BOTH, _STRONG, _EMPHASIS, _UNDERSCORES, _STRUCK)
_ESCAPE = re.compile(r"(\\)(?=[!-/:-@\[-`{-~])")
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*(?:\n|\Z)", re.MULTILINE)
_CELL = re.compile(r"(?<!\\)[ \t]*\|[ \t]*")


@dataclass(frozen=True, slots=True)
class Cut:
    """`text[start:end]` gives way to `new`; `kind` says as what it is kept apart, "" for a mere mark."""

    start: int
    end: int
    new: str = ""
    kind: ApartKind | None = None


def without_marks(text: str) -> tuple[Mapped, tuple[Cut, ...]]:
    """The words of a Markdown text, mapped to it, and the cuts that hold something to be kept apart."""
    cuts = _disjoint(sorted(_cuts(text), key=lambda cut: (cut.start, -cut.end)))
    out, pieces, done = MapBuilder(), [], 0
    for cut in cuts:
        pieces += [text[done : cut.start], cut.new]
        out.add(cut.start - done, done, cut.start)
        out.replace(len(cut.new), cut.start, cut.end)
        done = cut.end
    pieces.append(text[done:])
    out.add(len(text) - done, done, len(text))
    return Mapped("".join(pieces), out.build()), tuple(cut for cut in cuts if cut.kind)


def _cuts(text: str) -> Iterator[Cut]:
    for pattern, kind in _APART:
        yield from (Cut(found.start(), found.end(), "", kind) for found in pattern.finditer(text))
    code = [found.span() for found in _CODE.finditer(text)]
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            for group in (1, 2):
                if pattern is _CODE or not _inside(code, found.start(group)):
                    yield Cut(found.start(group), found.end(group))
    yield from (Cut(found.start(), found.end()) for found in _ESCAPE.finditer(text))
    yield from (Cut(found.start(), found.end()) for found in _RULE.finditer(text))
    for row in _ROW.finditer(text):
        yield from _cells(text, row.start(), row.end())


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, place)) - 1
    return at >= 0 and spans[at][0] < place < spans[at][1]


def _cells(text: str, start: int, end: int) -> Iterator[Cut]:
    """The bars of a table's row: those between cells become tabs."""
    for bar in _CELL.finditer(text, start, end):
        edge = bar.start() == start or bar.end() == end
        yield Cut(bar.start(), bar.end(), "" if edge else "\t")


def _disjoint(cuts: list[Cut]) -> list[Cut]:
    """The cuts that do not overlap an earlier one; the longer first where two begin together."""
    kept: list[Cut] = []
    for cut in cuts:
        if cut.end > cut.start and (not kept or cut.start >= kept[-1].end):
            kept.append(cut)
    return kept
