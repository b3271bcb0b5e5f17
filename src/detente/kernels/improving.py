"""The least value an actor's improvements lead to, fiber by fiber, on tiles (see `tiles`).

Only for transitive moves: two improvements of one actor in a row are then one improvement.
"""

from __future__ import annotations

from typing import Any

from numba import njit

from detente.kernels.closure import Indices, Pointers
from detente.kernels.tiles import LANES, Ranks


@njit(cache=True, nogil=True)
def improve(tile: Ranks, wish: Ranks, size: int, pointer: Pointers, index: Indices, never: Any) -> None:
    """Lower every member to the least value among the members it may change to with gain, in place.

    tile, wish: [size, LANES]. pointer, index: CSR lists of the members each member may change to, itself
    left out. Infeasible members hold the largest value in both, so they neither give nor take. Four pairs
    at a time: the running minimum then stays in registers.
    """
    for here in range(size):
        pair, end = pointer[here], pointer[here + 1]
        while pair + 4 <= end:
            a, b, c, d = index[pair], index[pair + 1], index[pair + 2], index[pair + 3]
            for lane in range(LANES):
                own, least = wish[here, lane], tile[here, lane]
                least = min(least, tile[a, lane] if wish[a, lane] > own else never)
                least = min(least, tile[b, lane] if wish[b, lane] > own else never)
                least = min(least, tile[c, lane] if wish[c, lane] > own else never)
                tile[here, lane] = min(least, tile[d, lane] if wish[d, lane] > own else never)
            pair += 4
        while pair < end:
            a = index[pair]
            for lane in range(LANES):
                value = tile[a, lane] if wish[a, lane] > wish[here, lane] else never
                tile[here, lane] = min(tile[here, lane], value)
            pair += 1
