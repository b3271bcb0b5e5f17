"""The referee: stability of states, read literally from the definitions, on plain Python sets.

Written from the published definitions (GRAPH_MODEL §1-6), not from the engine, and slow on purpose.
A conflict is plain data: states, for each actor a mapping state -> states one move away, and for each
actor a mapping state -> rank (higher is better, equal is indifferent).

    joint moves   Fang, Hipel & Kilgour 1993: any member may move, nobody twice in a row; in a sequence of
                  improvements each step is an improvement for its mover from the state it moves from
                  (read as Definitions 3 and 4 of Water 2023, 15(18), 3269)
    nash … sseq   GRAPH_MODEL §6
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

State = Hashable
CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
SEQUENCES = ("legal", "once-each", "one-step")


@dataclass(frozen=True)
class Conflict:
    """States, `moves[i][s]` = R_i(s), `ranks[i][s]` = how good s is for actor i."""

    states: tuple[State, ...]
    moves: tuple[Mapping[State, frozenset[State]], ...]
    ranks: tuple[Mapping[State, int], ...]

    @property
    def actors(self) -> range:
        return range(len(self.moves))


# --- one actor -------------------------------------------------------------------------------------


def reachable(c: Conflict, i: int, s: State) -> frozenset[State]:
    """R_i(s)."""
    return c.moves[i].get(s, frozenset())


def improvements(c: Conflict, i: int, s: State) -> set[State]:
    """R_i⁺(s) = {q ∈ R_i(s): q ≻_i s}."""
    return {q for q in reachable(c, i, s) if c.ranks[i][q] > c.ranks[i][s]}


def no_better(c: Conflict, i: int, s: State) -> set[State]:
    """Φ_i(s) = {q: s ≿_i q}."""
    return {q for q in c.states if c.ranks[i][q] <= c.ranks[i][s]}


# --- several actors --------------------------------------------------------------------------------


def joint(c: Conflict, members: Iterable[int], s: State, *, sequences: str, only_improvements: bool) -> set:
    """R_H(s) or R⁺_H(s): where the members can bring the conflict from s by one or more moves."""
    step = improvements if only_improvements else reachable
    members = tuple(members)
    if sequences == "one-step":
        return {t for j in members for t in step(c, j, s)}
    if sequences == "once-each":
        return _each_at_most_once(c, members, s, step)
    if sequences == "legal":
        return _nobody_twice_in_a_row(c, members, s, step)
    raise ValueError(f"sequences must be one of {SEQUENCES}; got {sequences!r}")


def _nobody_twice_in_a_row(c: Conflict, members: Sequence[int], s: State, step: Callable) -> set:
    found: set[tuple[State, int]] = set()
    waiting: list[tuple[State, int | None]] = [(s, None)]
    while waiting:
        here, last = waiting.pop()
        for j in members:
            if j == last:
                continue
            for t in step(c, j, here):
                if (t, j) not in found:
                    found.add((t, j))
                    waiting.append((t, j))
    return {t for t, _ in found}


def _each_at_most_once(c: Conflict, members: Sequence[int], s: State, step: Callable) -> set:
    reached = set()
    for length in range(1, len(members) + 1):
        for order in itertools.permutations(members, length):
            front = {s}
            for j in order:
                front = {t for here in front for t in step(c, j, here)}
            reached |= front
    return reached


# --- stability -------------------------------------------------------------------------------------


def is_stable(c: Conflict, concept: str, i: int, s: State, *, sequences: str = "legal") -> bool:
    """Is state s stable for actor i?"""
    others = [j for j in c.actors if j != i]
    if concept == "nash":
        return not improvements(c, i, s)
    credible = concept in ("seq", "sseq")
    symmetric = concept in ("smr", "sseq")
    bad = no_better(c, i, s)
    for s1 in improvements(c, i, s):
        answers = joint(c, others, s1, sequences=sequences, only_improvements=credible)
        sanctions = {s2 for s2 in answers if s2 in bad}
        if symmetric:
            sanctions = {s2 for s2 in sanctions if reachable(c, i, s2) <= bad}
        if not sanctions:
            return False
    return True


def stable_states(c: Conflict, concept: str, i: int, *, sequences: str = "legal") -> set[State]:
    """All states stable for actor i."""
    return {s for s in c.states if is_stable(c, concept, i, s, sequences=sequences)}


def equilibria(c: Conflict, concept: str, *, sequences: str = "legal") -> set[State]:
    """States stable for every actor."""
    return set.intersection(*(stable_states(c, concept, i, sequences=sequences) for i in c.actors))


# --- option form to plain data ---------------------------------------------------------------------

Vector = tuple[int, ...]
Test = Callable[[Vector], bool]


@dataclass(frozen=True)
class OptionForm:
    """Options with levels 0 … radix-1, owned by actors; what may change, what may be, what is forbidden.

    allowed[o]: the (from, to) changes of option o that a move may contain (staying put is always allowed).
    forbidden: (actor, from-test, to-test): no move of the actor leads from such a state to such a state.
    """

    radices: Vector
    owner: Vector
    allowed: tuple[frozenset[tuple[int, int]], ...]
    feasible: Test
    forbidden: tuple[tuple[int, Test, Test], ...] = ()


def changes(levels: int, up: str = "any", down: str = "any") -> frozenset[tuple[int, int]]:
    """The (from, to) pairs that `moves: {up: …, down: …}` allows: any | one | never."""

    def fits(rule: str, distance: int) -> bool:
        return rule == "any" or (rule == "one" and distance == 1)

    pairs = itertools.permutations(range(levels), 2)
    return frozenset((a, b) for a, b in pairs if fits(up if b > a else down, abs(b - a)))


def expand_states(form: OptionForm) -> tuple[Vector, ...]:
    """Every feasible state, first option slowest."""
    return tuple(v for v in itertools.product(*map(range, form.radices)) if form.feasible(v))


def may_move(form: OptionForm, actor: int, s: Vector, t: Vector) -> bool:
    """Is s -> t one unilateral move of the actor? Both are taken to be feasible."""
    if s == t:
        return False
    for option, (a, b) in enumerate(zip(s, t, strict=True)):
        if a != b and (form.owner[option] != actor or (a, b) not in form.allowed[option]):
            return False
    return not any(who == actor and source(s) and target(t) for who, source, target in form.forbidden)


def expand(form: OptionForm, rank_of: Sequence[Callable[[Vector], int]]) -> Conflict:
    """The conflict in plain data; `rank_of[i](state)` is the rank of a state for actor i."""
    states = expand_states(form)
    actors = range(len(rank_of))
    moves = tuple(
        {s: frozenset(t for t in states if may_move(form, i, s, t)) for s in states} for i in actors
    )
    return Conflict(states, moves, tuple({s: rank_of[i](s) for s in states} for i in actors))


def rank_by_statements(statements: Sequence[Test]) -> Callable[[Vector], int]:
    """Option prioritisation: earlier statements outweigh all later ones together."""

    def rank(s: Vector) -> int:
        value = 0
        for statement in statements:
            value = 2 * value + bool(statement(s))
        return value

    return rank


def rank_by_order(best_first: Sequence[State | Sequence[State]]) -> dict[State, int]:
    """A ranking with ties (a tie is a list) as ranks."""
    ranks = {}
    for worse, tied in enumerate(reversed(best_first)):
        for state in tied if isinstance(tied, list) else [tied]:
            ranks[state] = worse
    return ranks
