"""Seeded situations of any size, straight in the compiled form."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from detente.kernels.preferences import lexicographic
from detente.situation.graph import ArcMoves, ConflictGraph, FiberMoves
from detente.situation.model import Situation
from detente.store.study_folder import bundled_study, load_situation

STATEMENTS = 12


def option_graph(
    binary_options: int, actors: int, *, seed: int, infeasible: float = 0.3, irreversible: float = 0.1
) -> ConflictGraph:
    """Binary options shared out evenly; statements of one to three options each order the states.

    infeasible: share of states taken out at random. irreversible: share of options that cannot be undone.
    """
    rng = np.random.default_rng(seed)
    positions = 1 << binary_options
    feasible = rng.random(positions, dtype=np.float32) >= infeasible
    shape = (2,) * binary_options
    ranks = tuple(
        lexicographic([statement(rng, binary_options) for _ in range(STATEMENTS)], shape, feasible)
        for _ in range(actors)
    )
    one_way = set(
        rng.choice(binary_options, size=round(irreversible * binary_options), replace=False).tolist()
    )
    ends = [round(binary_options * (i + 1) / actors) for i in range(actors)]
    moves = []
    for first, last in zip([0, *ends[:-1]], ends, strict=True):
        tables = tuple(_table(option in one_way) for option in range(first, last))
        moves.append(
            FiberMoves(1 << first, 1 << (last - first), positions >> last, (2,) * (last - first), tables)
        )
    return ConflictGraph(positions, feasible, ranks, tuple(moves))


def statement(rng: Generator, axes: int) -> np.ndarray:
    """The truth of a random statement about one to three binary options, broadcastable over the space."""
    own = rng.choice(axes, size=int(rng.integers(1, 4)), replace=False)
    return rng.random(tuple(2 if axis in own else 1 for axis in range(axes))) < 0.5


def _table(one_way: bool) -> np.ndarray:
    return np.array([[True, True], [not one_way, True]])


def arc_graph(states: int, arcs: int, actors: int, *, seed: int) -> ConflictGraph:
    """Graph form: `arcs` moves in all between random states."""
    rng = np.random.default_rng(seed)
    moves = []
    for _ in range(actors):
        source = np.sort(rng.integers(0, states, arcs // actors))
        target = rng.integers(0, states - 1, source.size)
        target += target >= source
        keep = np.unique(source * states + target)
        pointer = np.searchsorted(keep // states, np.arange(states + 1))
        moves.append(ArcMoves(pointer, (keep % states).astype(np.int32)))
    feasible = np.ones(states, dtype=bool)
    ranks = tuple(rng.integers(0, 1000, states).astype(np.uint16) for _ in range(actors))
    return ConflictGraph(states, feasible, ranks, tuple(moves))


def bundled() -> Situation:
    """The situation of the study that comes with the package."""
    return load_situation(bundled_study())
