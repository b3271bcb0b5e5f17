"""All equilibria at once, by diagrams: bounds from below and above that meet when everything is decided."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams.diagram import Diagram, TooLargeError
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.diagrams.stable_sets import StableSets
from detente.analysis.symbolic.form import Digits
from detente.analysis.symbolic.hunt import hunt
from detente.analysis.symbolic.members import count

DEPTHS = (1, 2)  # lengths of sanctions tried before all


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
        self._nash: Bounds | None = None
        self._single: dict[str, Diagram] = {}  # concept -> equilibria found one by one

    def nash(self, deadline: Deadline) -> Bounds:
        """Exact, or nothing where it does not fit; asked once, half of the time is left for other ways."""
        if self._nash is None:
            self._nash = Bounds(None, None)
            self.sets.diagrams.deadline = Deadline(deadline.left / 2)
            with suppress(OutOfTimeError, TooLargeError):
                lower = self._common([self.stable.bracket("nash", p).stable for p in self._players])
                self._nash = Bounds(lower, lower)
        return self._nash

    def decide(self, concept: str, deadline: Deadline, *, enough: int | None) -> Bounds:
        """Narrow the bounds until `enough` equilibria are found, or to the end if None.

        Single states first if few are asked for, then short sanctions, then all. Of the time left each of
        these may take half, in equal shares for the actors.
        """
        for wider in self.stable.kinds[concept].under:
            self._narrow(wider, None, Deadline(deadline.left / 2))
        self.sets.diagrams.deadline = deadline
        for player in self._players:
            self.stable.bound(concept, player)
        if enough is not None:
            self._hunt(concept, enough, Deadline(deadline.left / 2))
        bounds = self._bounds(concept, deadline)
        for depth in (*DEPTHS, None):
            if bounds.exact or not deadline.left or self._found(bounds, enough):
                break
            self._narrow(concept, depth, Deadline(deadline.left if depth is None else deadline.left / 2))
            bounds = self._bounds(concept, deadline)
        return bounds

    def _found(self, bounds: Bounds, enough: int | None) -> bool:
        if enough is None or bounds.lower is None:
            return False
        return count(self.sets, bounds.lower) >= enough

    def _hunt(self, concept: str, enough: int, deadline: Deadline) -> None:
        known: set[Digits] = set()
        for digits in hunt(self.stable, concept, deadline):
            known.add(digits)
            if len(known) == enough:
                break
        self.sets.diagrams.deadline = Deadline(1.0)
        found = self.sets.diagrams.union(self.sets.state(digits) for digits in sorted(known))
        self._single[concept] = found | self._single.get(concept, self.sets.diagrams.false)

    def _narrow(self, concept: str, depth: int | None, deadline: Deadline) -> None:
        unsettled = [p for p in self._players if not self.stable.bracket(concept, p).exact]
        for done, player in enumerate(unsettled):
            share = deadline.left / (len(unsettled) - done)
            if share:
                self._try(concept, player, depth, Deadline(share))

    @property
    def _players(self) -> range:
        return range(len(self.sets.form.players))

    def _try(self, concept: str, player: int, depth: int | None, deadline: Deadline) -> None:
        self.sets.diagrams.deadline = deadline
        try:
            self.stable.decide(concept, player, depth=depth)
        except (OutOfTimeError, TooLargeError):
            return  # the bracket keeps what is known

    def _bounds(self, concept: str, deadline: Deadline) -> Bounds:
        brackets = [self.stable.bracket(concept, player) for player in self._players]
        self.sets.diagrams.deadline = Deadline(max(deadline.left, 1.0))
        lower = self._common([one.stable for one in brackets])
        if all(one.exact for one in brackets):
            return Bounds(lower, lower)
        if lower is not None and concept in self._single:
            lower = lower | self._single[concept]
        return Bounds(lower, self._common([one.upper for one in brackets]))

    def _common(self, parts: list[Diagram]) -> Diagram | None:
        """The intersection, small sets first; None if it does not fit."""
        try:
            ordered = sorted(parts, key=self.sets.diagrams.size)
            return self.sets.states & self.sets.diagrams.intersection(ordered)
        except (OutOfTimeError, TooLargeError):
            return None
