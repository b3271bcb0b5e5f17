"""Footnotes of a printed page: told from the running text by their numbers, which stand in it raised."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOTE = re.compile(r"(\d{1,3})\s?(?=[^\W\d_a-z]|[“‘\"'«(「『])")
_MARK = re.compile(
    r"(?<=[^\W\d_])[.,;:!?”’\"'»)\]」』。、]{0,3}(\d{1,3})(?![\w%.-]|,\d)|(?<=[.,;:!?”’»)])(\d{1,3})(?=\s+[A-Z]|\Z)"
)


def notes_begin(lines: Sequence[str]) -> tuple[int, frozenset[str]]:
    """At which line of a page do its footnotes begin, and what are their numbers?

    A footnote begins with a number whose mark stands raised in a line above ("the administration.1"); from
    the first such line on, the page holds notes. The number of lines and no numbers where there are none.
    """
    marked: dict[str, int] = {}
    for at, line in enumerate(lines):
        for match in _MARK.finditer(line):
            marked.setdefault(match[1] or match[2], at)
    begins = [
        (at, note[1])
        for at, line in enumerate(lines)
        if (note := _NOTE.match(line)) and marked.get(note[1], at) < at
    ]
    if not begins:
        return len(lines), frozenset()
    first = begins[0][0]
    return first, frozenset(number for _, number in begins)


def without_marks(line: str, numbers: frozenset[str]) -> list[tuple[int, int]]:
    """The stretches of a line that are left when the raised numbers of these notes are taken out."""
    stretches, done = [], 0
    for match in _MARK.finditer(line) if numbers else ():
        group = 1 if match[1] else 2
        if match[group] in numbers:
            stretches.append((done, match.start(group)))
            done = match.end(group)
    stretches.append((done, len(line)))
    return [(start, end) for start, end in stretches if start < end]
