"""All equilibria at once, by diagrams: bounds from below and above that meet when everything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams import Diagram, TooLargeError
from detente.analysis.symbolic.sets import Sets
from detente.analysis.symbolic.stable_sets import StableSets


@dataclass(frozen=True, slots=True)
class Bounds:
    """Equilibria for certain, and states that may be equilibria (None where the set did not fit)."""

    lower: Diagram | None
    upper: Diagram | None

    @property
    def exact(self) -> bool:
        """The two meet."""
        return self.lower is not None and self.upper is not None and self.lower.same(self.upper)


class Exact:
    """The equilibria of one form."""

    def __init__(self, sets: Sets) -> None:
        self.sets, self.stable = sets, StableSets(sets)

    def nash(self, deadline: Deadline) -> Bounds:
        """Exact, or nothing. Raises OutOfTimeError, TooLargeError while single actors do not fit."""
        self.sets.diagrams.deadline = deadline
        for player in self._players:
            self.stable.bracket("nash", player)
        return self._bounds("nash", deadline)

    def decide(self, concept: str, deadline: Deadline) -> Bounds:
        """Narrow the bounds of a concept, actor by actor in equal shares of the time."""
        unsettled = [p for p in self._players if not self.stable.bracket(concept, p).exact]
        for done, player in enumerate(unsettled):
            share = deadline.left / (len(unsettled) - done + 1)
            if share:
                self._try(concept, player, Deadline(share))
        return self._bounds(concept, deadline)

    @property
    def _players(self) -> range:
        return range(len(self.sets.form.players))

    def _try(self, concept: str, player: int, deadline: Deadline) -> None:
        self.sets.diagrams.deadline = deadline
        try:
            self.stable.decide(concept, player)
        except (OutOfTimeError, TooLargeError):
            return  # the bracket keeps what is known

    def _bounds(self, concept: str, deadline: Deadline) -> Bounds:
        brackets = [self.stable.bracket(concept, player) for player in self._players]
        self.sets.diagrams.deadline = Deadline(max(deadline.left, 1.0))
        lower = self._common([one.stable for one in brackets])
        if all(one.exact for one in brackets):
            return Bounds(lower, lower)
        return Bounds(lower, self._common([one.upper for one in brackets]))

    def _common(self, parts: list[Diagram]) -> Diagram | None:
        """The intersection, small sets first; None if it does not fit."""
        try:
            ordered = sorted(parts, key=self.sets.diagrams.size)
            return self.sets.states & self.sets.diagrams.intersection(ordered)
        except (OutOfTimeError, TooLargeError):
            return None
