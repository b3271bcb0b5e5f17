"""Deterrence by explicit arcs: graph form, and any moves that the fiber kernels do not cover."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.deterrence.limits import MEMORY_LIMIT, estimate_arcs, refuse_beyond
from detente.analysis.stability.deterrence.prohibitions import prohibition_codes
from detente.analysis.stability.sequences import Sequences
from detente.errors import LimitError
from detente.kernels import arcs
from detente.kernels.expand import count_arcs, expand_arcs
from detente.situation.graph import ArcMoves, Bools, ConflictGraph, Ranks

Values = NDArray[np.int32]
StackedArcs = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int64], NDArray[np.int32]]
_MOST_ONCE_EACH = 16
_MOST_ACTORS = 99


class Explicit:
    """Moves as stacked CSR arrays, forwards and backwards, and wishes, ready for `kernels.arcs`.

    stop: set it from another thread to end work with KeyboardInterrupt before the next question.
    """

    def __init__(self, moves: StackedArcs, feasible: Bools, ranks: Sequence[Ranks]) -> None:
        self.stop = threading.Event()
        self._moves, self._feasible = moves, feasible
        self._pointer, self._index, self._back_pointer, self._back_index = moves
        self._ranks = np.stack([rank.astype(np.int32) for rank in ranks])
        self._wishes = np.ascontiguousarray(self._ranks.T)

    @classmethod
    def of(cls, graph: ConflictGraph) -> Explicit:
        """The engine for any graph. Raises LimitError if its moves are too many to list."""
        if graph.actors > _MOST_ACTORS:
            raise LimitError(f"{graph.actors} actors are more than the {_MOST_ACTORS} that arcs are kept for")
        pointer, index = _stack([arc_arrays(graph, actor) for actor in range(graph.actors)])
        return cls((pointer, index, *arcs.reverse(pointer, index)), graph.feasible, graph.ranks)

    def reranked(self, feasible: Bools, ranks: Sequence[Ranks]) -> Explicit:
        """The engine for the same moves and other wishes."""
        return Explicit(self._moves, feasible, ranks)

    def nash(self, actor: int) -> Bools:
        """No improvement at all ([positions] bool)."""
        best = arcs.best_reply(self._pointer[actor], self._index, self._ranks[actor])
        return np.asarray((best == self._ranks[actor]) & self._feasible)

    def deterred(self, actor: int, sequences: Sequences, *, improving: bool, lasting: bool) -> Bools:
        """Every improvement is answered by a sanction ([positions] bool).

        improving: sanctions consist of improvements of their movers; lasting: the focal actor cannot
        escape from them.
        """
        if self.stop.is_set():
            raise KeyboardInterrupt
        rank = self._ranks[actor]
        value = arcs.best_reply(self._pointer[actor], self._index, rank) if lasting else rank
        value = np.where(self._feasible, value, arcs.NEVER).astype(np.int32)
        worst = self._worst(actor, value, sequences, improving)
        open_ = arcs.undeterred(self._pointer[actor], self._index, rank, worst, self._feasible)
        return np.asarray(self._feasible & ~open_)

    def _worst(self, actor: int, value: Values, sequences: Sequences, improving: bool) -> Values:
        others = [j for j in range(len(self._ranks)) if j != actor]
        if sequences == "legal":
            back = (self._back_pointer, self._back_index)
            return np.asarray(arcs.worst_after(*back, actor, self._wishes, value, improving))
        if sequences == "one-step":
            return self._lowered(others, dict.fromkeys(others, value), value, improving)
        return self._worst_once_each(others, value, improving)

    def _lowered(self, movers: list[int], after: dict[int, Values], value: Values, improving: bool) -> Values:
        worst = value.copy()
        for j in movers:
            arcs.worst_next(self._pointer[j], self._index, self._ranks[j], after[j], improving, worst)
        return worst

    def _worst_once_each(self, others: list[int], value: Values, improving: bool) -> Values:
        """By sets of opponents still to move, smaller sets first: GMCR+'s reading of joint moves."""
        if len(others) > _MOST_ONCE_EACH:
            raise LimitError(
                f"sequences 'once-each' look at every subset of the opponents: {len(others)} are more than "
                f"{_MOST_ONCE_EACH}; use 'legal'"
            )
        layer = {0: value}
        for _ in others:
            larger = {s | 1 << j for s in layer for j in others if not s >> j & 1}
            layer = {
                s: self._lowered(m, {j: layer[s ^ 1 << j] for j in m}, value, improving)
                for s in larger
                for m in [[j for j in others if s >> j & 1]]
            }
        return next(iter(layer.values()))


def arc_arrays(graph: ConflictGraph, actor: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The actor's moves as CSR arrays, whatever form they are kept in."""
    moves = graph.moves[actor]
    if isinstance(moves, ArcMoves):
        return moves.indptr.astype(np.int64), moves.indices.astype(np.int32)
    source, target = prohibition_codes(moves.forbidden, graph.positions)
    shape = (moves.size, moves.stride, moves.members(), graph.feasible, source, target)
    pointer = count_arcs(*shape)
    needed = estimate_arcs(graph.positions, graph.actors, int(pointer[-1]) * graph.actors)
    refuse_beyond(needed, MEMORY_LIMIT, f"a list of all moves ({pointer[-1]:,} of one actor)")
    return pointer, expand_arcs(*shape, pointer)


def _stack(
    each: list[tuple[NDArray[np.int64], NDArray[np.int32]]],
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    offsets = np.cumsum([0] + [index.size for _, index in each])
    pointer = np.stack([own + offset for (own, _), offset in zip(each, offsets, strict=False)])
    return pointer, np.concatenate([index for _, index in each])
