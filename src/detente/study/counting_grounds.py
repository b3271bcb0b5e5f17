"""What counts as a ground: claims in the dossier that a person wrote or accepted (EVIDENCE §2).

A wish that cites only open, rejected or missing claims rests on nothing yet, and is shown as assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from detente.evidence.dossier import Dossier
from detente.situation.grounds import Grounds
from detente.situation.model import Situation


def counted(dossier: Dossier) -> frozenset[str]:
    """Ids of the claims that count."""
    return frozenset(claim.id for claim in dossier.claims if claim.counts)


def sifted(situation: Situation, dossier: Dossier) -> Situation:
    """The situation with every ground reduced to the claims that count."""
    if dossier.claims or situation.claims:
        return _sift(situation, counted(dossier), {claim.id: claim.review.state for claim in dossier.claims})
    return _sift(situation, frozenset(), {})


def _sift(value: Any, kept: frozenset[str], states: Mapping[str, str]) -> Any:
    """The value with its grounds sifted, wherever they stand; untouched parts are the same objects."""
    if isinstance(value, Grounds):
        return _grounds(value, kept, states)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            part.name: _sift(getattr(value, part.name), kept, states) for part in fields(value) if part.init
        }
        if "because" in changes and "assumed" in changes:
            changes["because"] = tuple(one for one in changes["because"] if one in kept)
        same = all(changes[name] is getattr(value, name) for name in changes)
        return value if same else replace(value, **changes)
    if isinstance(value, tuple):
        items = tuple(_sift(item, kept, states) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        found = {key: _sift(item, kept, states) for key, item in value.items()}
        return value if all(found[key] is value[key] for key in found) else found
    return value


def _grounds(grounds: Grounds, kept: frozenset[str], states: Mapping[str, str]) -> Grounds:
    left = tuple(claim for claim in grounds.because if claim in kept)
    if len(left) == len(grounds.because):
        return grounds
    if left or grounds.assumed:
        return Grounds(left, grounds.assumed)
    why = "; ".join(f"claim {claim} is {_standing(states.get(claim))}" for claim in grounds.because)
    return Grounds((), f"{why}, so it carries nothing")


def _standing(state: str | None) -> str:
    return {None: "not in the dossier", "open": "not yet decided on", "rejected": "rejected in review"}.get(
        state, str(state)
    )
