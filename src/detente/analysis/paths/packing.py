"""A conflict graph's moves as the arrays `kernels.search` reads."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.deterrence.prohibitions import prohibition_codes
from detente.errors import LimitError
from detente.situation.graph import ArcMoves, ConflictGraph

PackedMoves = tuple[
    NDArray[np.int64],
    NDArray[np.bool_],
    NDArray[np.uint64],
    NDArray[np.uint64],
    NDArray[np.int64],
    NDArray[np.int32],
]

_MOST_NODES = 2**31 - 1
_MOST_ACTORS = 64


def pack(graph: ConflictGraph) -> PackedMoves:
    """See `kernels.search` for the meaning of each array. Raises LimitError beyond 2^31 search nodes."""
    if graph.positions * graph.actors > _MOST_NODES:
        raise LimitError(
            f"a search over {graph.positions:,} positions and {graph.actors} last movers is beyond the limit "
            f"of {_MOST_NODES:,} nodes; leave out an option or add a constraint"
        )
    if graph.actors > _MOST_ACTORS:
        raise LimitError(f"a search keeps sets of at most {_MOST_ACTORS} actors; there are {graph.actors}")
    shapes: list[list[int]] = []
    members, indices = [np.zeros(0, np.bool_)], [np.zeros(0, np.int32)]
    codes: list[tuple[NDArray[np.uint64], NDArray[np.uint64]]] = []
    pointers: list[NDArray[np.int64]] = []
    for moves in graph.moves:
        if isinstance(moves, ArcMoves):
            shapes.append([1, 1, 0, -1, len(pointers)])
            pointers.append(moves.indptr + sum(part.size for part in indices))
            indices.append(moves.indices)
            continue
        offset = sum(part.size for part in members)
        shapes.append([moves.size, moves.stride, offset, len(codes) if moves.forbidden else -1, -1])
        members.append(moves.members().reshape(-1))
        if moves.forbidden:
            codes.append(prohibition_codes(moves.forbidden, graph.positions))
    return (
        np.array(shapes, np.int64),
        np.concatenate(members),
        _stacked([source for source, _ in codes], np.zeros((0, graph.positions), np.uint64)),
        _stacked([target for _, target in codes], np.zeros((0, graph.positions), np.uint64)),
        _stacked(pointers, np.zeros((0, graph.positions + 1), np.int64)),
        np.concatenate(indices).astype(np.int32),
    )


def _stacked(rows: list[NDArray[Any]], none: NDArray[Any]) -> NDArray[Any]:
    return np.stack(rows) if rows else none
