"""How the brief names who says something, kinds of claims, and dates that are no day."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.claims import Claim
from detente.evidence.dates import PartialDate
from detente.messages import Joined, Words, joined, message
from detente.situation.words import name
from detente.study.model import Study

KIND: dict[str, Words] = {
    "quote": message("brief.kind.quote"),
    "reported": message("brief.kind.reported"),
    "event": message("brief.kind.event"),
    "ask": message("brief.kind.ask"),
    "proposal": message("brief.kind.proposal"),
    "measure": message("brief.kind.measure"),
    "commitment": message("brief.kind.commitment"),
    "scheduled": message("brief.kind.scheduled"),
    "position": message("brief.kind.position"),
    "interest": message("brief.kind.interest"),
    "relation": message("brief.kind.relation"),
    "causal": message("brief.kind.causal"),
    "assessment": message("brief.kind.assessment"),
}


def said_by(study: Study, names: Sequence[str]) -> Joined | None:
    """Actor ids as names; other names as they stand; None for nobody."""
    known = {actor.id for actor in study.situation.actors}
    told = [name(study.situation, one) if one in known else one for one in names]
    return joined(told) if told else None


def unsaid(claim: Claim) -> bool:
    """Does the source tell that these words were not said ("denied having said “…”")?"""
    return claim.kind == "quote" and claim.status == "negated"


def when_words(date: PartialDate) -> Words:
    """When something is, where no single date is known."""
    if date.earliest and date.latest:
        return message("brief.when.between", earliest=date.earliest, latest=date.latest)
    if date.latest:
        return message("brief.when.by", latest=date.latest)
    if date.earliest:
        return message("brief.when.from", earliest=date.earliest)
    return message("brief.when.unknown")
