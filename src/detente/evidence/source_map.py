"""Where does this stretch of the cleaned text stand in the original?

Cleaning (line ends, NFC, tags, folding) changes lengths. A `SourceMap` follows every code point of the
result back to the stretch of the source it came from, so that a passage found in the clean text can be
shown, and checked, in the untouched original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from detente.errors import ArgumentError

NormalForm = Literal["NFC", "NFKC"]


class Run(NamedTuple):
    """A stretch `start:end` of the text and the stretch `source:source_end` it came from."""

    start: int
    end: int
    source: int
    source_end: int
    pointwise: bool


@dataclass(frozen=True, slots=True)
class SourceMap:
    """A text of `length` code points as contiguous runs, each with the stretch of the source it came from.

    Run `i` covers `starts[i]` up to the next start; its source is `sources[i]:source_ends[i]`. Where
    `pointwise[i]` is 1 it maps code point by code point, else as a whole (a composed letter, an entity).
    """

    starts: array[int]
    sources: array[int]
    source_ends: array[int]
    pointwise: array[int]
    length: int

    def __len__(self) -> int:
        return self.length

    def run(self, index: int) -> Run:
        """The run at a position."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else self.length
        return Run(
            self.starts[index], end, self.sources[index], self.source_ends[index], bool(self.pointwise[index])
        )

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source does `text[start:end]` stand? The smallest stretch that holds all of it."""
        if not 0 <= start <= end <= self.length:
            raise ArgumentError(f"to_source(): span must lie in 0..{self.length}; got {start}:{end}")
        if not self.starts:
            return 0, 0
        if start == end == self.length:
            return self.source_ends[-1], self.source_ends[-1]
        first = self._run_at(start)
        here = first.source + (start - first.start if first.pointwise else 0)
        if start == end:
            return here, here
        last = self._run_at(end - 1)
        return here, last.source + (end - last.start) if last.pointwise else last.source_end

    def from_source(self, offset: int) -> int:
        """Where does the first code point stand that came from this place of the source, or from after it?

        For maps that keep the source's order. The length where nothing comes from there or after.
        """
        index = bisect_right(self.sources, offset) - 1
        if index < 0:
            return 0
        run = self.run(index)
        if offset >= run.source_end:
            return run.end
        return run.start + (offset - run.source) if run.pointwise else run.start

    def whole(self, start: int, end: int) -> bool:
        """Does the span begin and end between runs that map as a whole (so that no letter is split)?"""
        return all(self._boundary(edge) for edge in (start, end))

    def after(self, inner: SourceMap) -> SourceMap:
        """This map, whose source is the text of `inner`, led on to the source of `inner`."""
        out = MapBuilder()
        for index in range(len(self.starts)):
            run = self.run(index)
            if run.pointwise:
                inner._lead_on(run.source, run.source_end, out)
            else:
                out.replace(run.end - run.start, *inner.to_source(run.source, run.source_end))
        return out.build()

    def _lead_on(self, start: int, end: int, out: MapBuilder) -> None:
        index = bisect_right(self.starts, start) - 1
        while start < end:
            run = self.run(index)
            stop = min(run.end, end)
            if run.pointwise:
                source = run.source + (start - run.start)
                out.add(stop - start, source, source + (stop - start))
            else:
                out.replace(stop - start, run.source, run.source_end)
            start, index = stop, index + 1

    def _run_at(self, offset: int) -> Run:
        return self.run(bisect_right(self.starts, offset) - 1)

    def _boundary(self, offset: int) -> bool:
        if offset <= 0 or offset >= self.length:
            return True
        run = self._run_at(offset)
        return offset == run.start or run.pointwise


def _numbers(code: str) -> Callable[[], array[int]]:
    return lambda: array(code)


@dataclass(slots=True)
class MapBuilder:
    """Grows a `SourceMap` from left to right, joining neighbouring runs that map point by point."""

    starts: array[int] = field(default_factory=_numbers("q"))
    sources: array[int] = field(default_factory=_numbers("q"))
    source_ends: array[int] = field(default_factory=_numbers("q"))
    pointwise: array[int] = field(default_factory=_numbers("b"))
    length: int = 0

    def add(self, count: int, source: int, source_end: int) -> None:
        """Append `count` code points that came, one by one, from the equally long `source:source_end`."""
        if not count:
            return
        if self.starts and self.pointwise[-1] and self.source_ends[-1] == source:
            self.source_ends[-1] = source_end
            self.length += count
        else:
            self._append(count, source, source_end, pointwise=True)

    def replace(self, count: int, source: int, source_end: int) -> None:
        """Append `count` code points that stand, as a whole, for `source:source_end`."""
        if count == source_end - source == 1:
            self.add(count, source, source_end)
        elif count:
            self._append(count, source, source_end, pointwise=False)

    def shorten(self, count: int) -> None:
        """Take back the last code points, which must have been added point by point in one go."""
        self.length -= count
        self.source_ends[-1] -= count

    def extend(self, more: SourceMap) -> None:
        """Append all of another map onto the same source."""
        for index in range(len(more.starts)):
            run = more.run(index)
            (self.add if run.pointwise else self.replace)(run.end - run.start, run.source, run.source_end)

    def _append(self, count: int, source: int, source_end: int, *, pointwise: bool) -> None:
        self.starts.append(self.length)
        self.sources.append(source)
        self.source_ends.append(source_end)
        self.pointwise.append(pointwise)
        self.length += count

    def build(self) -> SourceMap:
        """The finished map."""
        return SourceMap(self.starts, self.sources, self.source_ends, self.pointwise, self.length)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text made from a source, and the way back."""

    text: str
    offsets: SourceMap

    def then(self, change: Callable[[str], Mapped]) -> Mapped:
        """The text changed once more, still mapped to the first source."""
        changed = change(self.text)
        return Mapped(changed.text, changed.offsets.after(self.offsets))


def identity(text: str) -> Mapped:
    """A text that is its own source."""
    out = MapBuilder()
    out.add(len(text), 0, len(text))
    return Mapped(text, out.build())


def substitute(text: str, pattern: re.Pattern[str], change: Callable[[str], str]) -> Mapped:
    """The text with every match of `pattern` replaced by `change(match)`, mapped to what it was."""
    out, pieces, done = MapBuilder(), [], 0
    for match in pattern.finditer(text):
        if match.start() > done:
            pieces.append(text[done : match.start()])
            out.add(match.start() - done, done, match.start())
        new = change(match.group())
        pieces.append(new)
        out.replace(len(new), match.start(), match.end())
        done = match.end()
    pieces.append(text[done:])
    out.add(len(text) - done, done, len(text))
    return Mapped("".join(pieces), out.build())


def normalised(text: str, form: NormalForm = "NFC") -> Mapped:
    """The text in a Unicode normal form, mapped to what it was; linear in its length.

    Normalisation is done cluster by cluster: a base with the marks and Hangul vowels or finals that may
    compose with it. Should a future Unicode version compose across such a border, whole lines are taken.
    """
    if unicodedata.is_normalized(form, text):
        return identity(text)
    whole = unicodedata.normalize(form, text)
    for pieces in (_clusters(text), _LINES.findall(text)):
        mapped = _piecewise(pieces, form)
        if mapped.text == whole:
            return mapped
    out = MapBuilder()
    out.replace(len(whole), 0, len(text))
    return Mapped(whole, out.build())


_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NON_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def _piecewise(pieces: Iterable[str], form: NormalForm) -> Mapped:
    out, texts, done = MapBuilder(), [], 0
    for piece in pieces:
        new = piece if piece.isascii() else unicodedata.normalize(form, piece)
        texts.append(new)
        if new == piece:
            out.add(len(new), done, done + len(piece))
        else:
            out.replace(len(new), done, done + len(piece))
        done += len(piece)
    return Mapped("".join(texts), out.build())


def _clusters(text: str) -> Iterator[str]:
    """The text cut wherever composition cannot reach across; ASCII stretches stay whole."""
    done = 0
    for match in _NON_ASCII.finditer(text):
        yield text[done : match.start()]
        start = match.start()
        for at in range(start + 1, match.end()):
            if not _composes_backward(text[at]):
                yield text[start:at]
                start = at
        yield text[start : match.end()]
        done = match.end()
    yield text[done:]


def _composes_backward(character: str) -> bool:
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"
