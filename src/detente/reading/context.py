"""Where a quotation stands: its block, its sentence, what stands before and after it, who was named so
far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from detente.reading.actors import Cast, Mention
from detente.reading.marks import Block, QuoteSpan

MASK = "□"
_REACH = 600
_STEP = _REACH // 3
_GUESSED = 0.75


@dataclass(slots=True)
class Speaker:
    """Who speaks: the name to show, the cast's index when known, where it was said, how it was found;
    a `guess` is whom "it" or "they" may mean."""

    name: str
    actor: int | None = None
    at: int = -1
    rule: str = ""
    confidence: float = 0.0
    human: bool = True
    plural: bool = False
    guess: bool = False


Sentences = Callable[[str, int, int], Iterable[tuple[int, int]]]
"""Spans of the sentences of a text between two places."""

Previous = tuple[QuoteSpan, Speaker | None] | None
"""The quotation before, with who says it."""


def as_speaker(speaker: Speaker | None, rule: str, confidence: float) -> Speaker | None:
    """The speaker as found by a rule, or None."""
    if speaker is None:
        return None
    return replace(speaker, rule=rule, confidence=min(confidence, _GUESSED) if speaker.guess else confidence)


@dataclass(slots=True)
class Context:
    """One document laid out for attribution.

    `text` has line breaks of wrapped paragraphs as spaces; in `masked` the inside of every outermost
    quotation is blanked (its final mark kept), so that a pattern cannot take quoted words for the
    narrator's.
    """

    text: str
    masked: str
    blocks: tuple[Block, ...]
    cast: Cast
    split: Sentences
    default: Speaker | None = None
    turns: dict[int, Speaker | None] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    last: Speaker | None = None
    nested: bool = False
    _sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.starts = [block.start for block in self.blocks]

    def block_of(self, position: int) -> int:
        """The number of the block a place is in."""
        return max(0, bisect_right(self.starts, position) - 1)

    def sentences(self, number: int) -> list[tuple[int, int]]:
        """Sentences of a block, quotations taken as one word."""
        if number not in self._sentences:
            if len(self._sentences) > 64:
                self._sentences.clear()
            block = self.blocks[number]
            self._sentences[number] = list(self.split(self.masked, block.start, block.end))
        return self._sentences[number]

    def sentence_of(self, position: int) -> tuple[int, int]:
        """The sentence a place is in."""
        number = self.block_of(position)
        spans = self.sentences(number)
        index = bisect_right(spans, position, key=_end)
        if index < len(spans):
            return spans[index]
        return self.blocks[number].start, self.blocks[number].end

    def sentences_before(self, position: int, number: int, most: int) -> list[tuple[int, int]]:
        """The last sentences of a block that end at or before a place, the nearest first."""
        spans = self.sentences(number)
        index = bisect_right(spans, position, key=_end)
        near = spans[max(0, index - most) : index][::-1]
        return [(max(start, end - _REACH), end) for start, end in near]

    def opening(self, position: int) -> int:
        """Where to look from for what governs a place: its sentence's start, within reach.

        Places near each other in an endless sentence are looked at from the same start, so that what is
        read of it is at hand.
        """
        start = min(self.sentence_of(position)[0], position)
        if position - start <= _REACH:
            return start
        steps = -((start + _REACH - position) // _STEP)
        space = self.masked.find(" ", start + steps * _STEP, position)
        return position if space < 0 else space + 1

    def named(self, start: int, end: int) -> list[Mention]:
        """Mentions in [start, end) that the narrator makes (not inside a quotation)."""
        return [m for m in self.cast.between(start, end) if self.masked[m.start] != MASK]


def _end(span: tuple[int, int]) -> int:
    return span[1]


def masked(text: str, quotes: tuple[QuoteSpan, ...]) -> str:
    """The text with the inside of every outermost quotation blanked, but for its final punctuation."""
    parts: list[str] = []
    position = 0
    for quote in quotes:
        if quote.depth or quote.start < position:
            continue
        parts.append(text[position : quote.start])
        last = text[quote.end - 1]
        keep = last if last in ".,?!…;。！？，、" else MASK
        parts.append(MASK * (quote.end - quote.start - 1) + keep)
        position = quote.end
    parts.append(text[position:])
    return "".join(parts)
