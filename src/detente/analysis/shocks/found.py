"""What the shocks do to the outcomes a reader is told of."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.shocks.shocks import ShockEffect


@dataclass(frozen=True, slots=True)
class Shocks:
    """One effect per named variation, in file order; outcomes: those followed."""

    outcomes: Outcomes
    effects: tuple[ShockEffect, ...]
