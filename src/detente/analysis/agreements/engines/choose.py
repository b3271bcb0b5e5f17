"""Which engine answers: by the size and kind of the problem."""

from __future__ import annotations

from detente.analysis.agreements.engines.engine import Asked, Engine, Written
from detente.analysis.agreements.engines.listing import listed
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.enumeration import fits
from detente.situation.issues.compile import Bargain


def engine(bargain: Bargain, *, assisted: bool = False, deadline: Deadline | None = None) -> Engine:
    """The engine that fits the size of the problem."""
    if fits(bargain, assisted=assisted):
        return Written(bargain, assisted=assisted)
    deadline = deadline or Deadline(60.0)
    found = None if assisted else listed(bargain, deadline)
    return found or Asked(bargain, assisted=assisted, deadline=deadline)
