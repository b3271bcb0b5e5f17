"""From moves inside fibers to explicit arcs (CSR), for moves that depend on more than the own options.

A fiber holds the positions that differ in one actor's own options only:
position = (block * size + member) * stride + lane.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled

Bools = NDArray[np.bool_]
Codes = NDArray[np.uint64]
Pointers = NDArray[np.int64]
Indices = NDArray[np.int32]


@compiled
def count_arcs(
    size: int, stride: int, members: Bools, feasible: Bools, source: Codes, target: Codes
) -> Pointers:
    """CSR offsets [positions + 1] of the moves that `expand_arcs` will list."""
    pointer = np.zeros(feasible.size + 1, np.int64)
    for position in range(feasible.size):
        found = 0
        if feasible[position]:
            member = (position // stride) % size
            base = position - member * stride
            for other in range(size):
                end = base + other * stride
                if other != member and members[member, other] and feasible[end]:
                    found += (source[position] & target[end]) == 0
        pointer[position + 1] = pointer[position] + found
    return pointer


@compiled
def expand_arcs(
    size: int, stride: int, members: Bools, feasible: Bools, source: Codes, target: Codes, pointer: Pointers
) -> Indices:
    """The moves as CSR targets, ascending.

    members: [size, size] bool, may the member change so; source and target: [positions] bit sets of the
    conditional prohibitions, a move is barred when some bit is set at both its ends.
    """
    index = np.empty(pointer[-1], np.int32)
    for position in range(feasible.size):
        if feasible[position]:
            arc = pointer[position]
            member = (position // stride) % size
            base = position - member * stride
            for other in range(size):
                end = base + other * stride
                open_ = other != member and members[member, other] and feasible[end]
                if open_ and (source[position] & target[end]) == 0:
                    index[arc] = end
                    arc += 1
    return index
