"""Deterrence without a list of moves: option form, on fibers (SCALE §1-3)."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.deterrence.fibers import PackedFibers, pack_fibers
from detente.analysis.stability.deterrence.together import SMALL, decide_together
from detente.analysis.stability.sequences import Sequences
from detente.errors import ArgumentError
from detente.kernels import fixpoint
from detente.kernels.tiles import CHUNK, geometry, units
from detente.situation.graph import Bools, ConflictGraph, Ranks

_PASSES = 1 << 22  # positions swept between two looks at `stop`


class Implicit:
    """Moves in option form and wishes, ready for the kernels of `kernels.fixpoint`.

    packed: the moves. wishes: [actors, positions], see `prepared_ranks`. stop: set it from another thread to
    end running work with KeyboardInterrupt.
    """

    def __init__(self, packed: PackedFibers, wishes: Ranks) -> None:
        self._packed, self._wishes = packed, wishes
        self._actors, self._positions = wishes.shape
        self._never = wishes.dtype.type(np.iinfo(wishes.dtype).max)
        self._together = decide_together(packed, wishes) if self._positions <= SMALL else None
        self._units = [units(geometry(*row[:3])) for row in self._packed.arrays[0].tolist()]
        self.stop = threading.Event()

    @classmethod
    def of(cls, graph: ConflictGraph) -> Implicit:
        """The engine for a graph that `fibers.fits`."""
        return cls(pack_fibers(graph), prepared_ranks(graph.feasible, graph.ranks))

    def reranked(self, feasible: Bools, ranks: Sequence[Ranks]) -> Implicit:
        """The engine for the same moves and other wishes."""
        return Implicit(self._packed, prepared_ranks(feasible, ranks))

    def nash(self, actor: int) -> Bools:
        """No improvement at all ([positions] bool)."""
        if self._together is not None:
            return np.asarray(self._together[0, actor])
        return self._holds(self._best_reply(actor, self._wishes[actor].copy()), actor)

    def deterred(self, actor: int, sequences: Sequences, *, improving: bool, lasting: bool) -> Bools:
        """Every improvement is answered by a sanction ([positions] bool); see `deterrence`."""
        if sequences != "legal":
            raise ArgumentError(f"sequences {sequences!r} are decided on explicit arcs")
        if self._together is not None:
            return np.asarray(self._together[1 + 2 * improving + lasting, actor])
        value = self._wishes[actor].copy()
        if lasting:
            value = self._best_reply(actor, value)
        worst = self._worst(actor, value, improving)
        return self._holds(self._best_reply(actor, worst), actor)

    def _worst(self, actor: int, value: Ranks, improving: bool) -> Ranks:
        """The least value the others' legal sequences lead to; overwrites `value`."""
        others = [j for j in range(self._actors) if j != actor and self._packed.sizes[j] > 1]
        movers = np.array(others, dtype=np.int64)
        if not others:
            return value
        if all(self._packed.transitive[j] for j in others):
            self._run(fixpoint.sweep, value, movers, improving)
            return value
        worst = np.full((len(others) + 1, value.size), self._never, dtype=value.dtype)
        worst[-1] = value
        self._run(fixpoint.sweep_in_turn, worst, movers, improving)
        return np.asarray(np.minimum.reduce(worst, axis=0, out=value))

    def _run(self, kernel: object, values: Ranks, movers: NDArray[np.int64], improving: bool) -> None:
        stamps = np.ones(self._positions // CHUNK + 1, dtype=np.int32)
        visited = np.zeros((movers.size, max(self._units[j] for j in movers)), dtype=np.int32)
        clock = np.zeros(2, dtype=np.int64)
        passes = max(1, _PASSES // self._positions)
        assert callable(kernel)
        while not kernel(
            values,
            self._wishes,
            movers,
            improving,
            self._never,
            self._packed.arrays,
            stamps,
            visited,
            clock,
            passes,
        ):
            if self.stop.is_set():
                raise KeyboardInterrupt

    def _best_reply(self, actor: int, values: Ranks) -> Ranks:
        stamps = np.zeros(self._positions // CHUNK + 1, dtype=np.int32)
        fixpoint.best_reply(
            values,
            self._wishes[actor],
            actor,
            self._packed.transitive[actor],
            self._never,
            self._packed.arrays,
            stamps,
        )
        return values

    def _holds(self, best: Ranks, actor: int) -> Bools:
        stable = np.empty(best.size, dtype=np.bool_)
        fixpoint.holds(best, self._wishes[actor], self._never, stable)
        return stable


def prepared_ranks(feasible: Bools, ranks: Sequence[Ranks]) -> Ranks:
    """Ranks [actors, positions] in the smallest type with room for "never", which marks infeasible ones."""
    top = max(int(rank.max(initial=0, where=feasible)) for rank in ranks)
    kind = np.uint16 if top < np.iinfo(np.uint16).max else np.uint32
    wishes = np.empty((len(ranks), feasible.size), dtype=kind)
    for row, rank in zip(wishes, ranks, strict=True):
        row[:] = rank
        row[~feasible] = np.iinfo(kind).max
    return wishes
