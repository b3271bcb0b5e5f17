"""Breadth-first search over legal sequences: nobody twice in a row, so a node is (position, last mover).

Moves are given packed (see `PackedMoves` in the analysis layer):
shape: int64 [actors, 5]: size, stride, offset into `members`, row of `source` and `target` or -1, row of
`pointer` or -1. An actor with a `pointer` row moves along arcs, any other inside its fibers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled

UNSEEN = -1
FROM_START = -2

Packed = tuple[
    NDArray[np.int64],  # shape
    NDArray[np.bool_],  # members, flat [size, size] per actor
    NDArray[np.uint64],  # source: prohibition codes [rows, positions]
    NDArray[np.uint64],  # target
    NDArray[np.int64],  # pointer: CSR offsets [rows, positions + 1]
    NDArray[np.int32],  # index
]


@compiled
def legal_tree(
    start: int,
    first: int,
    improving: bool,
    packed: Packed,
    feasible: NDArray[np.bool_],
    ranks: NDArray[np.int32],
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Shortest legal sequences from `start`.

    first: bit set of the actors that may make the first move. improving: each step must better its mover.
    Returns parent [positions * actors], the node before each node (UNSEEN, FROM_START), and reached
    [positions], the node by which each position is first reached (UNSEEN if it is not; the start itself
    counts as reached only by a sequence that comes back).
    """
    actors = packed[0].shape[0]
    parent = np.full(feasible.size * actors, UNSEEN, np.int32)
    reached = np.full(feasible.size, UNSEEN, np.int32)
    queue = np.empty(feasible.size * actors, np.int32)
    tail = 0
    for mover in range(actors):
        if first >> mover & 1:
            tail = _expand(
                start, FROM_START, mover, improving, packed, feasible, ranks, parent, reached, queue, tail
            )
    head = 0
    while head < tail:
        node = queue[head]
        head += 1
        position, last = node // actors, node % actors
        for mover in range(actors):
            if mover != last:
                tail = _expand(
                    position, node, mover, improving, packed, feasible, ranks, parent, reached, queue, tail
                )
    return parent, reached


@compiled
def _expand(
    position: int,
    node: int,
    mover: int,
    improving: bool,
    packed: Packed,
    feasible: NDArray[np.bool_],
    ranks: NDArray[np.int32],
    parent: NDArray[np.int32],
    reached: NDArray[np.int32],
    queue: NDArray[np.int32],
    tail: int,
) -> int:
    """Put every position that one move of `mover` newly reaches into the queue; the new end of the queue."""
    shape, members, source, target, pointer, index = packed
    actors = shape.shape[0]
    size, stride, offset, codes, arcs = shape[mover]
    if arcs >= 0:
        begin, end, base, row = pointer[arcs, position], pointer[arcs, position + 1], 0, 0
    else:
        member = position // stride % size
        begin, end, base, row = 0, size, position - member * stride, offset + member * size
    for number in range(begin, end):
        if arcs >= 0:
            other = np.int64(index[number])
        else:
            other = base + number * stride
            if other == position or not members[row + number] or not feasible[other]:
                continue
            if codes >= 0 and source[codes, position] & target[codes, other] != 0:
                continue
        if improving and ranks[mover, other] <= ranks[mover, position]:
            continue
        here = other * actors + mover
        if parent[here] == UNSEEN:
            parent[here] = node
            queue[tail] = here
            tail += 1
            if reached[other] == UNSEEN:
                reached[other] = here
    return tail
