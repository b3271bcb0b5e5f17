"""What a rule proposes: a kind, a stretch of text, who and to whom; made into a claim at the end."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.claims import Attestation, Claim, Direction, Kind, Stance, Status
from detente.evidence.dates import PartialDate
from detente.evidence.passages import passage


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposed claim over [start, end) of the cleaned text."""

    start: int
    end: int
    kind: Kind
    rule: str
    confidence: float
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    status: Status = "unknown"
    date: PartialDate | None = None
    stance: Stance | None = None
    direction: Direction | None = None
    event: str = ""
    flags: tuple[str, ...] = ()
    said_by: str = ""


def claims_from(proposals: list[Proposed], document: str, text: str) -> tuple[Claim, ...]:
    """Claims c1, c2, … in text order; a rule's words are the passage's own until a person rewrites them."""
    found: dict[tuple[int, int, str], Proposed] = {}
    for proposed in sorted(proposals, key=lambda p: (p.start, p.end, p.kind)):
        found.setdefault((proposed.start, proposed.end, proposed.kind), proposed)
    return tuple(
        _claim(f"c{number}", proposed, document, text)
        for number, proposed in enumerate(found.values(), start=1)
    )


def _claim(name: str, proposed: Proposed, document: str, text: str) -> Claim:
    where = passage(document, text, proposed.start, proposed.end)
    return Claim(
        name,
        proposed.kind,
        " ".join(where.text.split()),
        who=proposed.who,
        to=proposed.to,
        date=proposed.date,
        status=proposed.status,
        stance=proposed.stance,
        direction=proposed.direction,
        attestations=(Attestation(document, where, said_by=proposed.said_by),),
        event=proposed.event,
        flags=proposed.flags,
        origin=f"rule:{proposed.rule}",
        confidence=proposed.confidence,
    )
