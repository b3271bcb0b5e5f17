"""How the brief names who says something."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.claims import Claim
from detente.situation.english import listed
from detente.study.model import Study


def said_by(study: Study, names: Sequence[str]) -> str:
    """Actor ids as names; other names as they stand."""
    known = {actor.id: actor.name for actor in study.situation.actors}
    return listed(known.get(name, name) for name in names)


def unsaid(claim: Claim) -> bool:
    """Does the source tell that these words were not said ("denied having said “…”")?"""
    return claim.kind == "quote" and claim.status == "negated"
