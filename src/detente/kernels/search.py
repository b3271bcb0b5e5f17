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


Flags = NDArray[np.bool_]
Ranks = NDArray[np.int32]
Nodes = NDArray[np.int32]


@compiled
def legal_tree(
    start: int, improving: bool, packed: Packed, feasible: Flags, ranks: Ranks
) -> tuple[Nodes, Nodes]:
    """Shortest legal sequences from `start`. improving: each step must better its mover.

    Returns parent [positions * actors], the node before each node (UNSEEN, FROM_START), and reached
    [positions], the node by which each position is first reached (UNSEEN if it is not; the start itself
    counts as reached only by a sequence that comes back).
    """
    actors = packed[0].shape[0]
    parent = np.full(feasible.size * actors, UNSEEN, np.int32)
    reached = np.full(feasible.size, UNSEEN, np.int32)
    queue = np.empty(feasible.size * actors, np.int32)
    found = np.empty(_widest(packed), np.int64)
    head, tail, node, position, last = 0, 0, FROM_START, start, -1
    while True:
        for mover in range(actors):
            if mover == last:
                continue
            for number in range(_targets(position, mover, improving, packed, feasible, ranks, found)):
                here = found[number] * actors + mover
                if parent[here] == UNSEEN:
                    parent[here] = node
                    queue[tail] = here
                    tail += 1
                    if reached[found[number]] == UNSEEN:
                        reached[found[number]] = here
        if head == tail:
            return parent, reached
        node = queue[head]
        head += 1
        position, last = node // actors, node % actors


@compiled
def first_movers(start: int, improving: bool, packed: Packed, feasible: Flags, ranks: Ranks) -> Flags:
    """[actors, positions]: does some legal sequence that this actor begins lead from `start` to there?

    Every node carries the set of actors that can have begun; a node whose set grows is looked at again.
    """
    actors = packed[0].shape[0]
    nodes = feasible.size * actors
    begun, waiting = np.zeros(nodes, np.uint64), np.zeros(nodes, np.bool_)
    queue, found = np.empty(nodes, np.int32), np.empty(_widest(packed), np.int64)
    head, count, position, last, by = 0, 0, start, -1, np.uint64(0)
    while True:
        for mover in range(actors):
            if mover == last:
                continue
            handed = by if last >= 0 else np.uint64(1) << np.uint64(mover)
            for number in range(_targets(position, mover, improving, packed, feasible, ranks, found)):
                here = found[number] * actors + mover
                if begun[here] | handed != begun[here]:
                    begun[here] |= handed
                    if not waiting[here]:
                        waiting[here] = True
                        queue[(head + count) % nodes] = here
                        count += 1
        if count == 0:
            break
        node = queue[head]
        head, count = (head + 1) % nodes, count - 1
        waiting[node] = False
        position, last, by = node // actors, node % actors, begun[node]
    first = np.zeros((actors, feasible.size), np.bool_)
    for node in range(nodes):
        for actor in range(actors):
            if begun[node] >> np.uint64(actor) & np.uint64(1):
                first[actor, node // actors] = True
    return first


@compiled
def _widest(packed: Packed) -> int:
    """The most moves any actor can have from one position."""
    shape, _, _, _, pointer, _ = packed
    widest = 1
    for mover in range(shape.shape[0]):
        widest = max(widest, shape[mover, 0])
    for row in range(pointer.shape[0]):
        for position in range(pointer.shape[1] - 1):
            widest = max(widest, pointer[row, position + 1] - pointer[row, position])
    return widest


@compiled
def _targets(
    position: int,
    mover: int,
    improving: bool,
    packed: Packed,
    feasible: Flags,
    ranks: Ranks,
    found: NDArray[np.int64],
) -> int:
    """Write the positions that one move of `mover` leads to into `found`; how many there are."""
    shape, members, source, target, pointer, index = packed
    size, stride, offset, codes, arcs = shape[mover]
    count, own = 0, ranks[mover, position]
    if arcs >= 0:
        for arc in range(pointer[arcs, position], pointer[arcs, position + 1]):
            other = np.int64(index[arc])
            if not improving or ranks[mover, other] > own:
                found[count] = other
                count += 1
        return count
    member = position // stride % size
    base, row = position - member * stride, offset + member * size
    for number in range(size):
        other = base + number * stride
        if number == member or not members[row + number] or not feasible[other]:
            continue
        if improving and ranks[mover, other] <= own:
            continue
        if codes >= 0 and source[codes, position] & target[codes, other] != 0:
            continue
        found[count] = other
        count += 1
    return count
