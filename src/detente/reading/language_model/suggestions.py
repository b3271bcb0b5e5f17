"""Claims suggested by a language model: the model says which words, we say whether the document has them.

A model returns quoted text, never offsets. Each quote is found to the letter (`align`) or dropped and
counted; a claim's text is the document's own, so a paraphrase or an invented number cannot enter. Names and
dates that the document does not bear out are left off. The text is data: `addressing` shows the analyst where
it tries to be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from detente.errors import ArgumentError
from detente.evidence.claims import KINDS, STANCES, STATUSES, Attestation, Claim, Stance
from detente.evidence.dates import PartialDate, parse, precision_of
from detente.evidence.documents import Document
from detente.evidence.passages import Passage, passage
from detente.reading.language_model.addressed import addressing
from detente.reading.language_model.align import Aligner, aligner

Reason = Literal["not in the document", "unknown kind", "instruction"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One item of a model's answer: flat, all texts, empty where the model has nothing to say.

    `quote`, `who`, `to` and `date_words` are to be the document's own words; `date` is ISO 8601.
    """

    kind: str
    quote: str
    who: str = ""
    to: str = ""
    date: str = ""
    date_words: str = ""
    status: str = ""
    stance: str = ""


class Extractor(Protocol):
    """Anything that suggests claims from a text. `name` is what origins are called: "llm:<name>"."""

    @property
    def name(self) -> str:
        """Which model answers."""
        ...

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What the text says, in its own words."""
        ...


@dataclass(frozen=True, slots=True)
class Dropped:
    """A suggestion the document does not bear out."""

    suggestion: Suggestion
    reason: Reason


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of asking a model about one document.

    `unfounded` counts names and dates left off claims that were kept; `ambiguous` claims whose words stand in
    several places; `addressed` are passages that speak to the model, for the analyst to see. `withheld` says
    that the document was not sent at all.
    """

    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    unfounded: int = 0
    ambiguous: int = 0
    addressed: tuple[Passage, ...] = ()
    withheld: bool = False


def extract(document: Document, extractor: Extractor, *, known: Iterable[str] = ()) -> Extraction:
    """What does a model find in this document that the document really says?

    `known` are actor ids and names that count as founded. A withheld document is not sent.
    """
    if document.withheld:
        return Extraction(withheld=True)
    if document.text is None:
        raise ArgumentError(f"extract(): document {document.id} must have its text at hand; got none")
    work = _Work(document, aligner(document.text), f"llm:{extractor.name}", frozenset(known))
    work.speaking = addressing(document)
    for suggestion in extractor.suggest(document.text):
        work.take(suggestion)
    return Extraction(tuple(work.claims), tuple(work.dropped), work.unfounded, work.ambiguous, work.speaking)


class _Work:
    def __init__(self, document: Document, find: Aligner, origin: str, known: frozenset[str]) -> None:
        self.document, self.find, self.origin, self.known = document, find, origin, known
        self.claims: list[Claim] = []
        self.dropped: list[Dropped] = []
        self.speaking: tuple[Passage, ...] = ()
        self.taken: set[tuple[str, int, int]] = set()
        self.unfounded = self.ambiguous = 0

    def take(self, suggestion: Suggestion) -> None:
        kind = next((kind for kind in KINDS if kind == suggestion.kind), None)
        if kind is None:
            self.dropped.append(Dropped(suggestion, "unknown kind"))
            return
        spans = self.find.find(suggestion.quote)
        if not spans:
            self.dropped.append(Dropped(suggestion, "not in the document"))
            return
        if all(self._instructs(*span) for span in spans):
            self.dropped.append(Dropped(suggestion, "instruction"))
            return
        span = next((s for s in spans if (kind, *s) not in self.taken and not self._instructs(*s)), None)
        if span is None:
            return  # the model said the same thing twice
        self.taken.add((kind, *span))
        self.ambiguous += len(spans) > 1
        place = passage(self.document.id, self.document.text or "", *span)
        self.claims.append(
            Claim(
                f"{self.document.id}-m{len(self.claims) + 1}",
                kind,
                " ".join(place.text.split()),
                tuple(self._names(suggestion.who)),
                tuple(self._names(suggestion.to)),
                self._date(suggestion),
                next((status for status in STATUSES if status == suggestion.status), "unknown"),
                stance=_stance(suggestion.stance),
                attestations=(Attestation(self.document.id, place),),
                flags=("several places",) if len(spans) > 1 else (),
                origin=self.origin,
            )
        )

    def _instructs(self, start: int, end: int) -> bool:
        return any(start < place.end and place.start < end for place in self.speaking)

    def _names(self, names: str) -> Iterator[str]:
        for name in names.split(";"):
            word = name.strip()
            if word in self.known or (word and self.find.find(word)):
                yield word
            elif word:
                self.unfounded += 1

    def _date(self, suggestion: Suggestion) -> PartialDate | None:
        """The date, if the document has its words and they hold the day and year it gives; a year they do not
        hold makes it inferred."""
        if not suggestion.date:
            return None
        words, date = suggestion.date_words, _parsed(suggestion.date)
        numbers = {int(number) for number in re.findall(r"\d{1,4}", words)}
        if date is None or date.value is None or not words or not self.find.find(words):
            self.unfounded += 1
            return None
        parts = [int(part) for part in re.findall(r"\d+", date.value)]
        if date.precision == "day" and parts[-1] not in numbers:
            self.unfounded += 1
            return None
        stated = parts[0] in numbers
        return parse(date.value, basis="stated" if stated else "inferred")


def _parsed(value: str) -> PartialDate | None:
    try:
        return parse(value) if precision_of(value) in ("day", "month", "year") else None
    except (ArgumentError, IndexError):
        return None


def _stance(value: str) -> Stance | None:
    return next((stance for stance in STANCES if stance == value), None)


def portions(text: str, most: int = 12_000) -> Iterator[str]:
    """The text in stretches of at most `most` code points, cut between paragraphs where it can be."""
    start = 0
    while len(text) - start > most:
        cut = text.rfind("\n\n", start + 1, start + most)
        cut = cut if cut > start else text.rfind("\n", start + 1, start + most)
        cut = cut if cut > start else start + most
        yield text[start:cut]
        start = cut
    yield text[start:]
