"""Which assumptions carry the verdicts on the outcomes a reader is told of."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.robustness.omission import Omissions
from detente.situation.model import Situation


@dataclass(frozen=True, slots=True)
class Doubt:
    """The omissions of assumed wishes, one at a time; outcomes: those whose verdicts are followed."""

    outcomes: Outcomes
    omissions: Omissions

    @property
    def situation(self) -> Situation:
        """The situation asked about."""
        return self.outcomes.situation
