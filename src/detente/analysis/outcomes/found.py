"""What is known of the outcomes that hold: verdicts, ways, and the few outcomes a reader is told of."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.outcomes.selection import Family, Selection
from detente.analysis.paths.joint import JointStep
from detente.analysis.paths.result import PathsResult
from detente.analysis.stability.result import StabilityResult
from detente.situation.compile import Compiled
from detente.situation.model import Situation


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes that hold, and how they are reached.

    paths: None where no status quo is named. joint: joint moves from today; joint_later: those from the first
    outcome of a family that all their members gain by.
    """

    compiled: Compiled
    stability: StabilityResult
    paths: PathsResult | None
    joint: tuple[JointStep, ...]
    joint_later: tuple[tuple[Family, JointStep], ...]
    selection: Selection

    @property
    def situation(self) -> Situation:
        """The situation asked about."""
        return self.compiled.situation

    @property
    def letters(self) -> dict[int, str]:
        """The first position of each family to its letter."""
        return {family.first.position: family.letter for family in self.selection.families}

    @property
    def all_letters(self) -> dict[int, str]:
        """The position of every outcome told of to the letter of its family."""
        families = self.selection.families
        return {outcome.position: family.letter for family in families for outcome in family.outcomes}

    @property
    def firsts(self) -> tuple[int, ...]:
        """The position that stands for each family."""
        return tuple(family.first.position for family in self.selection.families)
