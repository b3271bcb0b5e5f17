"""Who holds where, for all states at once: the fixpoint of GRAPH_MODEL §12 on diagrams.

A grade c of the focal actor's wish splits the question: with B the outcomes worth no more than c (SMR, SSEQ:
and from which the actor cannot move to one worth more), the states from which the others bring about some
outcome of B are the least fixpoint

    W_j = states from which a move of j leads into B or into W_k for some k ≠ j

(B and every W_k, where moves are transitive, SCALE §3), and a state worth c is stable exactly if every
improvement from it leads into some W_j. B, and so the fixpoint, only grows with c: each grade goes on from
the last one's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from detente.analysis.symbolic.diagrams.closure import Closure, Layers
from detente.analysis.symbolic.diagrams.diagram import Diagram
from detente.analysis.symbolic.diagrams.grades import Grade, grades
from detente.analysis.symbolic.diagrams.sets import Sets


@dataclass(slots=True)
class Bracket:
    """What is known of an actor's stable states: certainly stable, and still open; no others are."""

    stable: Diagram
    open: Diagram

    @property
    def upper(self) -> Diagram:
        """The states that may be stable."""
        return self.stable | self.open

    @property
    def exact(self) -> bool:
        """Nothing is open."""
        return self.open.empty


@dataclass(frozen=True, slots=True)
class Kind:
    """improving: sanctions are improvements of their makers; lasting: no escape from them; under: wider."""

    improving: bool
    lasting: bool
    under: tuple[str, ...] = ()


KINDS: tuple[tuple[str, Kind], ...] = (
    ("gmr", Kind(False, False)),
    ("smr", Kind(False, True, ("gmr",))),
    ("seq", Kind(True, False, ("gmr",))),
    ("sseq", Kind(True, True, ("smr", "seq"))),
)


class StableSets:
    """Brackets per concept and actor of one situation; asking again goes on where time ran out."""

    def __init__(self, sets: Sets) -> None:
        self.sets = sets
        self._players = range(len(sets.form.players))
        self.kinds = dict(KINDS)
        self._brackets: dict[tuple[str, int], Bracket] = {}

    @cached_property
    def moves(self) -> list[Diagram]:
        """Per player the relation of its moves."""
        return [self.sets.moves(player) for player in self._players]

    @cached_property
    def improvements(self) -> list[Diagram]:
        """Per player the relation of its improvements."""
        return [self.moves[player] & self.sets.prefers_there(player) for player in self._players]

    @cached_property
    def nash(self) -> list[Diagram]:
        """Per player the possible states without an improvement."""
        states, improvements = self.sets.states, self.improvements
        return [states & ~self.before(improvements[player], player) for player in self._players]

    def bracket(self, concept: str, player: int) -> Bracket:
        """What is known so far: at least that Nash holds, and that the wider concepts bound it."""
        key = concept, player
        if key not in self._brackets:
            stable = self.nash[player]
            upper = self.sets.states if concept != "nash" else stable
            self._brackets[key] = Bracket(stable, upper & ~stable)
        return self._brackets[key]

    def bound(self, concept: str, player: int) -> None:
        """Leave open only what wider concepts leave open or hold."""
        bracket = self.bracket(concept, player)
        for wider in self.kinds[concept].under:
            bracket.open = bracket.open & self.bracket(wider, player).upper

    def decide(self, concept: str, player: int, *, depth: int | None = None) -> None:
        """Narrow the bracket: until it is exact, or as far as sanctions of at most `depth` moves tell.

        Raises OutOfTimeError and TooLargeError; what is known by then is kept.
        """
        bracket = self.bracket(concept, player)
        if bracket.exact:
            return
        kind = self.kinds[concept]
        self.bound(concept, player)
        closure, kept = self._closure(player, kind, depth), self.sets.diagrams.false
        for grade in grades(self.sets, player, bracket.open):
            closure.start(self.bad(player, grade, kind))
            left = self._undeterred(player, grade.equal, closure)
            bracket.stable = bracket.stable | (grade.equal & ~left)
            bracket.open = bracket.open & (~grade.equal | left if depth else ~grade.equal)
            kept = kept | left
            if (self.sets.states & ~closure.deterring).empty:  # whatever is worth more is deterred too
                bracket.stable = bracket.stable | (bracket.open & ~kept)
                bracket.open = bracket.open & kept
                return

    def bad(self, player: int, grade: Grade, kind: Kind) -> Diagram:
        """The outcomes that punish who stands at this grade."""
        outcomes = self.sets.states & grade.at_most
        if not kind.lasting:
            return outcomes
        return outcomes & ~self.before(self.moves[player], player, ~grade.at_most)

    def _closure(self, player: int, kind: Kind, depth: int | None) -> Closure:
        relations = self.improvements if kind.improving else self.moves
        return Closure(self, player, relations) if depth is None else Layers(self, player, relations, depth)

    def _undeterred(self, player: int, equal: Diagram, closure: Closure) -> Diagram:
        """The states of `equal` with an improvement that leads out of the closure, however far it grows."""
        improvements = equal & self.improvements[player]
        while True:
            left = self.before(improvements, player, ~closure.deterring)
            if left.empty or not closure.grow():
                return left

    def before(self, relation: Diagram, player: int, target: Diagram | None = None) -> Diagram:
        """States from which the player's relation leads into the target (anywhere, without one)."""
        shifted = None if target is None else self.sets.shifted(target, player)
        return self.sets.diagrams.exists(relation, self.sets.there(player), shifted)
