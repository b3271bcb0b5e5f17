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
) -> tuple[Nodes, Nodes, Flags]:
    """Shortest legal sequences from `start`. improving: each step must better its mover.

    Returns parent [positions * actors], the node before each node (UNSEEN, FROM_START), reached
    [positions], the node by which each position is first reached (UNSEEN if it is not; the start itself
    counts as reached only by a sequence that comes back), and first [actors, positions]: does some shortest
    legal sequence to there begin with this actor?

    Every node carries the set of actors that can have begun a shortest sequence to it. Nodes are left in
    order of length, so the set is whole by then.
    """
    actors = packed[0].shape[0]
    parent = np.full(feasible.size * actors, UNSEEN, np.int32)
    reached = np.full(feasible.size, UNSEEN, np.int32)
    length, begun = np.zeros(parent.size, np.int32), np.zeros(parent.size, np.uint64)
    queue, found = np.empty(parent.size, np.int32), np.empty(_widest(packed), np.int64)
    head, tail, node, position, last, by = 0, 0, FROM_START, start, -1, np.uint64(0)
    taken = 0
    while True:
        for mover in range(actors):
            if mover == last:
                continue
            handed = by if last >= 0 else np.uint64(1) << np.uint64(mover)
            for number in range(_targets(position, mover, improving, packed, feasible, ranks, found)):
                here = found[number] * actors + mover
                if parent[here] == UNSEEN:
                    parent[here], length[here] = node, taken + 1
                    queue[tail] = here
                    tail += 1
                    if reached[found[number]] == UNSEEN:
                        reached[found[number]] = here
                if length[here] == taken + 1:
                    begun[here] |= handed
        if head == tail:
            return parent, reached, _first(actors, reached, length, begun)
        node = queue[head]
        head += 1
        position, last = node // actors, node % actors
        by, taken = begun[node], length[node]


@compiled
def _first(actors: int, reached: Nodes, length: Nodes, begun: NDArray[np.uint64]) -> Flags:
    """[actors, positions]: the actors at all nodes of a position as near as the one reached first."""
    first = np.zeros((actors, reached.size), np.bool_)
    for position in range(reached.size):
        if reached[position] == UNSEEN:
            continue
        for node in range(position * actors, (position + 1) * actors):
            if length[node] == length[reached[position]]:
                for actor in range(actors):
                    if begun[node] >> np.uint64(actor) & np.uint64(1):
                        first[actor, position] = True
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
