"""What the opponents of an actor can bring about, for all states at once, backwards from the outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from detente.analysis.symbolic.diagrams.diagram import Diagram
from detente.analysis.symbolic.diagrams.sets import Sets


class Moves(Protocol):
    """Where relations of players come from, and what leads through them."""

    sets: Sets

    def before(self, relation: Diagram, player: int, target: Diagram | None = None) -> Diagram:
        """States from which the player's relation leads into the target."""
        ...


class Closure:
    """From where the opponents of a player bring about a bad outcome, growing a round at a time."""

    def __init__(self, moves: Moves, player: int, relations: list[Diagram]) -> None:
        self._owner, self._relations = moves, relations
        form, self._none = moves.sets.form, moves.sets.diagrams.false
        self._opponents = [j for j in range(len(form.players)) if j != player]
        self._shared = all(form.transitive(j) for j in self._opponents)
        self._bad = self.deterring = self._none
        self._from = dict.fromkeys(self._opponents, self._none)
        self._seen: dict[int, Diagram] = {}

    def start(self, bad: Diagram) -> None:
        """Let more outcomes be bad; what leads to the earlier ones still does."""
        self._bad = self._bad | bad

    def grow(self) -> bool:
        """One round over the opponents; False if nothing was added."""
        grown = False
        for j in self._opponents:
            grown = self._grow(j) or grown
        if grown:
            self.deterring = self.deterring | self._owner.sets.diagrams.union(self._from.values())
        return grown

    def _grow(self, j: int) -> bool:
        target = self._target(j, self._from)
        if j in self._seen and target.same(self._seen[j]):
            return False
        self._seen[j] = target
        found = self._from[j] | self._owner.before(self._relations[j], j, target)
        grown = not found.same(self._from[j])
        self._from[j] = found
        return grown

    def _target(self, j: int, others: Mapping[int, Diagram]) -> Diagram:
        """Where a move of j has to lead: to a bad outcome, or to where the others bring one about."""
        target = self._bad
        for k, reached in others.items():
            if self._shared or k != j:
                target = target | reached
        return target


class Layers(Closure):
    """The same by sequences of at most `depth` moves: less is deterred, and found sooner."""

    def __init__(self, moves: Moves, player: int, relations: list[Diagram], depth: int) -> None:
        super().__init__(moves, player, relations)
        self._depth, self._layer = depth, 0

    def start(self, bad: Diagram) -> None:
        """Let more outcomes be bad, and begin with single moves again."""
        super().start(bad)
        self._layer, self._from = 0, dict.fromkeys(self._opponents, self._none)

    def grow(self) -> bool:
        """One move more; False if that are too many."""
        if self._layer == self._depth:
            return False
        self._layer += 1
        owner = self._owner
        self._from = {
            j: owner.before(self._relations[j], j, self._target(j, self._from)) for j in self._opponents
        }
        self.deterring = self.deterring | owner.sets.diagrams.union(self._from.values())
        return True
