"""Random conflicts in two forms made apart: plain data for the referees, compiled arrays for the engine.

`random_recipe(generator)` is for runs by seed; `recipes()` is the hypothesis strategy, which shrinks sizes.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from numpy.random import Generator
from tests.referees.brute_force import Conflict, OptionForm, changes, expand

from detente.situation.graph import ArcMoves, ConflictGraph, FiberMoves, Forbidden

RULES = ("any", "one", "never")


@dataclass(frozen=True)
class Options:
    """A conflict in option form. Options are grouped by owner, in actor order.

    rules: per option (up, down). feasible: bool per vector. ranks: per actor, per vector.
    forbidden: (actor, from mask, to mask) over vectors.
    """

    radices: tuple[int, ...]
    owner: tuple[int, ...]
    rules: tuple[tuple[str, str], ...]
    feasible: np.ndarray
    ranks: tuple[np.ndarray, ...]
    forbidden: tuple[tuple[int, np.ndarray, np.ndarray], ...]

    def _at(self, vector: tuple[int, ...]) -> int:
        return int(np.ravel_multi_index(vector, self.radices))

    def conflict(self) -> Conflict:
        """Plain data, by the referee's own expansion. States are level vectors."""

        def test(mask):
            return lambda v: bool(mask[self._at(v)])

        form = OptionForm(
            self.radices,
            self.owner,
            tuple(changes(r, *rule) for r, rule in zip(self.radices, self.rules, strict=True)),
            test(self.feasible),
            tuple((actor, test(a), test(b)) for actor, a, b in self.forbidden),
        )
        return expand(form, [lambda v, u=u: int(u[self._at(v)]) for u in self.ranks])

    def position(self, state: tuple[int, ...]) -> int:
        return self._at(state)

    def graph(self) -> ConflictGraph:
        """The compiled form."""
        return ConflictGraph(
            positions=self.feasible.size,
            feasible=self.feasible.copy(),
            ranks=tuple(dense(u, self.feasible) for u in self.ranks),
            moves=tuple(self._moves(i) for i in range(len(self.ranks))),
        )

    def _moves(self, actor: int) -> FiberMoves:
        own = [o for o, i in enumerate(self.owner) if i == actor]
        first, last = (own[0], own[-1] + 1) if own else (0, 0)
        levels = self.radices[first:last]
        return FiberMoves(
            blocks=int(np.prod(self.radices[:first])),
            size=int(np.prod(levels)),
            stride=int(np.prod(self.radices[last:])),
            levels=levels,
            allowed=tuple(table(self.radices[o], *self.rules[o]) for o in own),
            forbidden=tuple(Forbidden(a.copy(), b.copy()) for i, a, b in self.forbidden if i == actor),
        )


@dataclass(frozen=True)
class Arcs:
    """A conflict in graph form: any arcs, states numbered from 0."""

    moves: tuple[dict[int, frozenset[int]], ...]
    ranks: tuple[np.ndarray, ...]

    def conflict(self) -> Conflict:
        states = tuple(range(self.ranks[0].size))
        return Conflict(states, self.moves, tuple(dict(enumerate(map(int, u))) for u in self.ranks))

    def position(self, state: int) -> int:
        return state

    def graph(self) -> ConflictGraph:
        states = self.ranks[0].size
        every = np.ones(states, dtype=bool)
        moves = tuple(arc_moves([sorted(own[s]) for s in range(states)]) for own in self.moves)
        return ConflictGraph(states, every, tuple(dense(u, every) for u in self.ranks), moves)


Recipe = Options | Arcs


def arc_moves(targets: list[list[int]]) -> ArcMoves:
    pointer = np.cumsum([0] + [len(row) for row in targets])
    return ArcMoves(pointer.astype(np.int64), np.array(list(itertools.chain(*targets)), dtype=np.int32))


def table(radix: int, up: str, down: str) -> np.ndarray:
    """Allowed level changes [from, to], true diagonal."""
    step = np.subtract.outer(np.arange(radix), np.arange(radix)).T  # to - from
    fits = {"any": 10**9, "one": 1, "never": 0}
    return (step <= fits[up]) & (-step <= fits[down])


def dense(values: np.ndarray, feasible: np.ndarray) -> np.ndarray:
    """Dense ranks over the feasible positions; what stands elsewhere means nothing (here: rubbish)."""
    ranks = np.full(values.size, 12345 % (values.size + 1), dtype=np.uint16)
    ranks[feasible] = np.unique(values[feasible], return_inverse=True)[1]
    return ranks


def random_options(
    rng: Generator,
    *,
    actors: int,
    most: int = 48,
    rules: bool = True,
    prohibitions: bool = True,
    infeasible: float | None = None,
    axes: int = 4,
) -> Options:
    """A random conflict in option form with at most `most` vectors."""
    radices, owner = _random_axes(rng, actors, most, axes)
    positions = int(np.prod(radices))
    share = rng.choice([0, 0.3, 0.6]) if infeasible is None else infeasible
    feasible = rng.random(positions) >= share
    if not feasible.any():
        feasible[rng.integers(positions)] = True
    return Options(
        radices,
        owner,
        tuple(_random_rule(rng, rules) for _ in radices),
        feasible,
        tuple(_random_ranks(rng, positions) for _ in range(actors)),
        _random_prohibitions(rng, actors, positions) if prohibitions else (),
    )


def _random_axes(
    rng: Generator, actors: int, most: int, more: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    axes: list[tuple[int, int]] = []
    for _ in range(int(rng.integers(actors, 2 * actors + more))):
        axis = int(rng.integers(actors)), int(rng.choice([2, 2, 2, 3, 4]))
        if np.prod([radix for _, radix in axes] + [axis[1]]) <= most:
            axes.append(axis)
    axes.sort(key=lambda axis: axis[0])
    return tuple(radix for _, radix in axes), tuple(actor for actor, _ in axes)


def _random_rule(rng: Generator, free: bool) -> tuple[str, str]:
    if not free or rng.random() < 0.5:
        return "any", "any"
    return str(rng.choice(RULES)), str(rng.choice(RULES))


def _random_ranks(rng: Generator, states: int) -> np.ndarray:
    return rng.integers(0, rng.choice([2, 4, states + 1]), size=states)


def _random_prohibitions(rng: Generator, actors: int, positions: int) -> tuple:
    return tuple(
        (int(rng.integers(actors)), rng.random(positions) < 0.4, rng.random(positions) < 0.4)
        for _ in range(int(rng.choice([0, 0, 1, 2])))
    )


def random_arcs(rng: Generator, *, actors: int, states: int) -> Arcs:
    """A random conflict in graph form."""
    density = rng.choice([0.1, 0.25, 0.5])
    moves = []
    for _ in range(actors):
        hit = rng.random((states, states)) < density
        np.fill_diagonal(hit, False)
        moves.append({s: frozenset(map(int, np.flatnonzero(hit[s]))) for s in range(states)})
    return Arcs(tuple(moves), tuple(_random_ranks(rng, states) for _ in range(actors)))


def random_recipe(rng: Generator, most: int = 48) -> Recipe:
    """One of the kinds above, with one to five actors."""
    actors = int(rng.choice([1, 2, 2, 3, 3, 3, 4, 5]))
    kind = rng.integers(5)
    if kind == 0:
        return random_arcs(rng, actors=actors, states=int(rng.integers(1, 14)))
    if kind == 1:
        return random_options(rng, actors=actors, most=most, rules=False, prohibitions=False)
    if kind == 2:
        return random_options(rng, actors=actors, most=most, prohibitions=False)
    return random_options(rng, actors=actors, most=most)


@st.composite
def recipes(draw: st.DrawFn, most: int = 32) -> Recipe:
    """Random conflicts of at most `most` states."""
    return random_recipe(np.random.default_rng(draw(st.integers(0, 2**32 - 1))), draw(st.integers(2, most)))
