"""Is one state stable for an actor? The opponents' sequences followed forwards from its improvements.

Opponents leave the actor's own axes alone, so the state an improvement led to is still told by them: one set
of states follows the sequences from all improvements together.
"""

from __future__ import annotations

from detente.analysis.symbolic.diagrams.diagram import Diagram
from detente.analysis.symbolic.diagrams.grades import grades
from detente.analysis.symbolic.diagrams.stable_sets import StableSets
from detente.analysis.symbolic.form import Digits


def holds(stable_sets: StableSets, concept: str, player: int, digits: Digits) -> bool:
    """By the definition, sequences of any length. Raises OutOfTimeError, TooLargeError."""
    sets, kind = stable_sets.sets, stable_sets.kinds[concept]
    here = sets.state(digits)
    start = after(stable_sets, stable_sets.improvements[player], player, here)
    grade = next(grades(sets, player, here))
    bad = stable_sets.bad(player, grade, kind)
    relations = stable_sets.improvements if kind.improving else stable_sets.moves
    return _Chase(stable_sets, player, relations).deters(start, bad)


def after(stable_sets: StableSets, relation: Diagram, player: int, source: Diagram) -> Diagram:
    """Where the player's relation leads from the source."""
    sets = stable_sets.sets
    reached = sets.diagrams.exists(relation, list(sets.here(player)), source)
    return sets.unshifted(reached, player)


class _Chase:
    """Follows legal sequences of a player's opponents; what they can reach is told by who moved last."""

    def __init__(self, stable_sets: StableSets, player: int, relations: list[Diagram]) -> None:
        self._owner, self._relations = stable_sets, relations
        form, none = stable_sets.sets.form, stable_sets.sets.diagrams.false
        self._opponents = [j for j in range(len(form.players)) if j != player]
        self._others = [bit for j in self._opponents for bit in stable_sets.sets.here(j)]
        self._reached = dict.fromkeys(self._opponents, none)

    def deters(self, start: Diagram, bad: Diagram) -> bool:
        """Does every improvement in `start` meet a sequence into a bad outcome?"""
        diagrams = self._owner.sets.diagrams
        pending = diagrams.exists(start, self._others)  # the own axes of improvements not yet deterred
        fresh = dict.fromkeys(self._opponents, start)  # states j may move from and has not yet
        while not pending.empty:
            found = {j: self._step(j, fresh[j] & pending) for j in self._opponents}
            punished = diagrams.union(found.values()) & bad
            pending = pending & ~diagrams.exists(punished, self._others)
            if all(one.empty for one in found.values()):
                break
            fresh = {j: self._passed_on(j, found) for j in self._opponents}
        return pending.empty

    def _step(self, j: int, source: Diagram) -> Diagram:
        """States newly reached by a move of j."""
        found = after(self._owner, self._relations[j], j, source) & ~self._reached[j]
        self._reached[j] = self._reached[j] | found
        return found

    def _passed_on(self, j: int, found: dict[int, Diagram]) -> Diagram:
        """Nobody moves twice in a row: j goes on from where the others have led."""
        return self._owner.sets.diagrams.union(one for k, one in found.items() if k != j)
