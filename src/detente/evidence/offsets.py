"""Cleaning a text without losing the way back: the map from cleaned offsets to original ones.

Cleaning is NFC, LF line ends and no byte order mark: nothing a reader would call a change. All rules work on
the cleaned text; `OffsetMap` says where each of their spans stands in the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

# A stretch that NFC may change as a whole: a character with the marks and jamo that can combine with it.
# Marks are cut off by `unicodedata.category`; everything else in U+1160–U+11FF is a Hangul vowel or tail.
_ODD = re.compile(r"\r\n?|[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Piecewise map from cleaned to original offsets, in code points.

    `clean[i]` and `original[i]` are where piece i begins; `rigid[i]` tells that inside the piece the two run
    in step (otherwise the whole piece answers for any place inside it). No pieces: the identity.
    """

    clean: tuple[int, ...] = ()
    original: tuple[int, ...] = ()
    rigid: tuple[bool, ...] = ()
    ends: tuple[int, ...] = field(default=())

    def start(self, offset: int) -> int:
        """Where a span that begins at `offset` of the cleaned text begins in the original."""
        if not self.clean:
            return offset
        piece = bisect_right(self.clean, offset) - 1
        return self.original[piece] + (offset - self.clean[piece] if self.rigid[piece] else 0)

    def end(self, offset: int) -> int:
        """Where a span that ends before `offset` of the cleaned text ends in the original."""
        if not self.clean or offset <= 0:
            return offset
        piece = bisect_right(self.clean, offset - 1) - 1
        if self.rigid[piece]:
            return self.original[piece] + offset - self.clean[piece]
        return self.ends[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original [start, end) of a cleaned [start, end)."""
        first = self.start(start)
        return first, max(first, self.end(end)) if end > start else first


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaned text and the way back to the original."""

    text: str
    offsets: OffsetMap


def cleaned(original: str) -> Cleaned:
    """NFC, LF line ends, no byte order mark; with the map back."""
    if (
        not original.startswith("\ufeff")
        and "\r" not in original
        and unicodedata.is_normalized("NFC", original)
    ):
        return Cleaned(original, OffsetMap())
    parts: list[str] = []
    clean: list[int] = []
    source: list[int] = []
    rigid: list[bool] = []
    ends: list[int] = []
    length = 0
    for start, end, text in _pieces(original):
        in_step = len(text) == end - start and original.startswith(text, start)
        if not (rigid and rigid[-1] and in_step and ends[-1] == start):
            clean.append(length)
            source.append(start)
            rigid.append(in_step)
            ends.append(end)
        ends[-1] = end
        parts.append(text)
        length += len(text)
    return Cleaned("".join(parts), OffsetMap(tuple(clean), tuple(source), tuple(rigid), tuple(ends)))


def _pieces(original: str) -> Iterator[tuple[int, int, str]]:
    """The original cut where cleaning cannot reach across: (start, end, cleaned text), none of it empty."""
    position = 1 if original.startswith("\ufeff") else 0
    while position < len(original):
        found = _ODD.search(original, position)
        if found is None:
            yield position, len(original), original[position:]
            return
        if found.group().startswith("\r"):
            if found.start() > position:
                yield position, found.start(), original[position : found.start()]
            yield found.start(), found.end(), "\n"
            position = found.end()
            continue
        # The letter before may take the mark found here, so the cluster begins with it.
        first = found.start()
        if first > position and _joins(original[first]):
            first -= 1
        if first > position:
            yield position, first, original[position:first]
        last = found.end()
        while last < len(original) and _joins(original[last]):
            last += 1
        yield first, last, unicodedata.normalize("NFC", original[first:last])
        position = last


def _joins(character: str) -> bool:
    """Whether a character can merge into the one before it under NFC."""
    if character < "\u0300":
        return False
    return "\u1160" <= character <= "\u11ff" or unicodedata.category(character)[0] == "M"
