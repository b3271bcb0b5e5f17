"""A passage: a stretch of one document, kept so that anyone can check it is still there."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import ArgumentError, StaleError


@dataclass(frozen=True, slots=True)
class Passage:
    """`text == document[start:end]`, counted in code points of the cleaned NFC text, end exclusive."""

    document: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ArgumentError(
                f"Passage: needs 0 <= start <= end; got {self.start} and {self.end} in {self.document!r}"
            )
        if len(self.text) != self.end - self.start:
            raise ArgumentError(
                f"Passage: text has {len(self.text)} code points, the span {self.start}–{self.end} of "
                f"{self.document!r} has {self.end - self.start}"
            )

    def verify(self, text: str) -> None:
        """Raise StaleError unless the document's cleaned text still reads so at this place."""
        found = text[self.start : self.end]
        if found == self.text:
            return
        elsewhere = text.find(self.text)
        hint = (
            f"the same words now stand at {elsewhere}–{elsewhere + len(self.text)}"
            if elsewhere >= 0 and self.text
            else "the words are nowhere in the document"
        )
        raise StaleError(
            f"{self.document} {self.start}–{self.end}: the dossier quotes {_short(self.text)}, "
            f"the document reads {_short(found)} there; {hint}"
        )

    def holds(self, text: str) -> bool:
        """Whether the document's cleaned text still reads so at this place."""
        return text[self.start : self.end] == self.text


def passage(document: str, text: str, start: int, end: int) -> Passage:
    """The passage at [start, end) of a document's cleaned text."""
    return Passage(document, start, end, text[start:end])


def _short(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 61 else f"“{text}”"
