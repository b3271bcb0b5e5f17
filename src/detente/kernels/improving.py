"""The least value an actor's improvements lead to, fiber by fiber, on tiles (see `tiles`).

Only for transitive moves: two improvements of one actor in a row are then one improvement.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.tiles import Ranks


@njit(cache=True, nogil=True)
def improve(
    tile: Ranks,
    wish: Ranks,
    lanes: int,
    members: NDArray[np.bool_],
    sources: NDArray[np.int64],
    chosen: NDArray[np.int64],
    never: Any,
) -> None:
    """Lower every member to the least value among those of `sources` it may change to with gain, in place.

    tile, wish: [size, pitch]. members: [size, size], may the first change to the second. sources: the
    members that can have anything new to give. chosen: scratch [size]. Infeasible members hold the largest
    value in both arrays, so they neither give nor take.
    """
    for here in range(tile.shape[0]):
        count = 0
        for there in sources:
            if there != here and members[here, there]:
                chosen[count] = there
                count += 1
        _take(tile, wish, lanes, here, chosen, count, never)


@njit(cache=True, nogil=True)
def _take(
    tile: Ranks, wish: Ranks, lanes: int, here: int, chosen: NDArray[np.int64], count: int, never: Any
) -> None:
    """Four at a time: the running minimum then stays in registers."""
    for first in range(0, count - 3, 4):
        a, b, c, d = chosen[first], chosen[first + 1], chosen[first + 2], chosen[first + 3]
        for lane in range(lanes):
            own, least = wish[here, lane], tile[here, lane]
            least = min(least, tile[a, lane] if wish[a, lane] > own else never)
            least = min(least, tile[b, lane] if wish[b, lane] > own else never)
            least = min(least, tile[c, lane] if wish[c, lane] > own else never)
            tile[here, lane] = min(least, tile[d, lane] if wish[d, lane] > own else never)
    for last in range(count - count % 4, count):
        a = chosen[last]
        for lane in range(lanes):
            value = tile[a, lane] if wish[a, lane] > wish[here, lane] else never
            tile[here, lane] = min(tile[here, lane], value)
