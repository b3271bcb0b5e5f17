"""One decision on a dossier at a time, as at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.evidence.dossier import Dossier
from detente.study.reviewing import review
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.decisions import Decision


def decide(dossier: Dossier, log: Sequence[Decision], *what: Any, **how: Any) -> tuple[Dossier, Decision]:
    """The dossier after a decision, and the decision."""
    hand = InHand(dossier)
    entry = review.decide(hand, log, *what, **how)
    return hand.dossier(), entry
