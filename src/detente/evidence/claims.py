"""Claims: what the sources say, in our own words, each with the passages it rests on.

A claim's identity is its content (kind, words, who, to whom, when, status …). Where it is written, who
proposed it and what the reviewers decided stand apart, so that ten documents saying one thing are one claim
with ten citations.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from detente.errors import ArgumentError
from detente.evidence.dates import PartialDate
from detente.evidence.passages import Passage

Kind = Literal[
    "quote", "reported", "event", "ask", "proposal", "measure", "commitment", "scheduled", "position",
    "interest", "relation", "causal", "assessment",
]  # fmt: skip
"""quote: a person's own words · reported: speech told by another · event: something that happened · ask: A
wants something of B · proposal: A offers a course of action · measure: a step taken or listed as taken ·
commitment: a party binds itself · scheduled: an event planned · position, interest: what a party holds or
needs · relation: the state of ties between two · causal: a conditional or causal statement · assessment: the
author's own judgement."""

Status = Literal["done", "scheduled", "hypothetical", "historical", "negated", "trend", "unknown"]
Stance = Literal["stated", "imputed"]
Direction = Literal["improving", "worsening", "strained", "stable"]
ReviewState = Literal["open", "accepted", "edited", "rejected"]

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
STANCES: tuple[Stance, ...] = get_args(Stance)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
REVIEW_STATES: tuple[ReviewState, ...] = get_args(ReviewState)


@dataclass(frozen=True, slots=True)
class Attestation:
    """Where a claim is written: a passage, or a citation only (`passage` None; `where` gives the page).

    `said_by` is who says it there (the author when empty); `note` keeps the tone or wording that differs.
    """

    document: str
    passage: Passage | None = None
    said_by: str = ""
    where: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.passage is not None and self.passage.document != self.document:
            raise ArgumentError(
                f"Attestation: passage is of {self.passage.document!r}, the attestation of {self.document!r}"
            )

    @property
    def earlier(self) -> str:
        """The words of an earlier version of the document that the present one lacks, in quotation marks."""
        return self.note.partition(_EARLIER)[2] if self.passage is None else ""

    def outdated(self, document: str) -> Attestation:
        """The citation in `document`, a new version that lacks its words: they are kept in the note."""
        words = f"{_EARLIER}“{self.passage.text}”" if self.passage is not None else ""
        note = "; ".join(filter(None, (self.note, words)))
        return replace(self, document=document, passage=None, note=note)


_EARLIER = "an earlier version read: "


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer decided, by whom and when (ISO 8601 instant)."""

    state: ReviewState = "open"
    by: str = ""
    when: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        _one_of("Review", "state", self.state, REVIEW_STATES)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the dossier.

    `who` holds, says or does it, towards `to` (actor ids or names). `about` names the matter at stake,
    `stance` tells a stated from an imputed position, `direction` the course of a relation, `event` suggests
    an event type (PLOVER; a suggestion until reviewed), `flags` are what rules noticed. `origin` is "human",
    "rule:<name>" or "llm:<model>"; `confidence` (0..1) is the proposer's. `at_odds` lists ids of claims it is
    at odds with.
    """

    id: str
    kind: Kind
    text: str
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    date: PartialDate | None = None
    status: Status = "unknown"
    about: str = ""
    stance: Stance | None = None
    direction: Direction | None = None
    attestations: tuple[Attestation, ...] = ()
    event: str = ""
    flags: tuple[str, ...] = ()
    at_odds: tuple[str, ...] = ()
    origin: str = "human"
    confidence: float | None = None
    review: Review = field(default_factory=Review)

    def __post_init__(self) -> None:
        _one_of("Claim", "kind", self.kind, KINDS)
        _one_of("Claim", "status", self.status, STATUSES)
        if self.stance is not None:
            _one_of("Claim", "stance", self.stance, STANCES)
        if self.direction is not None:
            _one_of("Claim", "direction", self.direction, DIRECTIONS)
        if self.origin != "human" and not self.origin.startswith(("rule:", "llm:")):
            raise ArgumentError(
                f"Claim {self.id}: origin must be human, rule:<name> or llm:<model>; got {self.origin!r}"
            )

    @property
    def earlier(self) -> tuple[str, ...]:
        """The documents that said so in an earlier version only, if no citation stands in a text as it is."""
        only = bool(self.attestations) and all(place.earlier for place in self.attestations)
        return self.documents if only else ()

    @property
    def counts(self) -> bool:
        """May it be a ground? Accepted in review, or written by a person and not rejected."""
        if self.review.state == "open":
            return self.origin == "human"
        return self.review.state != "rejected"

    @property
    def digest(self) -> str:
        """SHA-256 (hexadecimal) of the content, apart from attestations, origin and review."""
        date = (self.date.value, self.date.earliest, self.date.latest) if self.date else (None, None, None)
        parties = self.who, self.to
        content = (self.kind, self.text, parties, date, self.status, self.about, self.stance, self.direction)
        return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents it is attested in, in order of attestation, each once."""
        return tuple(dict.fromkeys(attestation.document for attestation in self.attestations))


def _one_of(record: str, name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ArgumentError(f"{record}: {name} must be one of {', '.join(allowed)}; got {value!r}")
