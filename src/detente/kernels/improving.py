"""The least value an actor's improvements lead to, fiber by fiber, on tiles (see `tiles`).

Only for transitive moves: two improvements of one actor in a row are then one improvement.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled
from detente.kernels.tiles import Ranks

Numbers = NDArray[np.int64]


@compiled
def improve(
    out: Ranks,
    tile: Ranks,
    wish: Ranks,
    lanes: int,
    kinds: NDArray[np.int32],
    rows: NDArray[np.bool_],
    fresh: NDArray[np.bool_],
    never: Any,
) -> None:
    """Lower every member of `out` to the least tile[b] over the fresh members b it may change to with gain.

    out, tile, wish: [size, pitch], out starts as a copy of tile. rows[kinds[a], b]: may a change to b
    (true for b = a, which is no gain). fresh: the members that can have anything new to give. Infeasible
    members hold the largest value in all arrays, so they neither give nor take.
    """
    members = np.empty(kinds.size, np.int64)
    sources = np.empty(kinds.size + 3, np.int64)
    for kind in range(rows.shape[0]):
        count = 0
        for member in range(kinds.size):
            if kinds[member] == kind:
                members[count] = member
                count += 1
        given = 0
        for member in range(kinds.size):
            if fresh[member] and rows[kind, member]:
                sources[given] = member
                given += 1
        while given % 4:  # one source twice changes nothing
            sources[given] = sources[given - 1]
            given += 1
        whole = count - count % 4
        for first in range(0, whole, 4):
            _four(out, tile, wish, lanes, members[first : first + 4], sources[:given], never)
        for last in range(whole, count):
            _one(out, tile, wish, lanes, members[last], sources[:given], never)


@compiled
def _least(
    least: Any, own: Any, a: Any, b: Any, c: Any, d: Any, wa: Any, wb: Any, wc: Any, wd: Any, never: Any
) -> Any:
    least = min(least, a if wa > own else never)
    least = min(least, b if wb > own else never)
    least = min(least, c if wc > own else never)
    return min(least, d if wd > own else never)


@compiled
def _four(
    out: Ranks, tile: Ranks, wish: Ranks, lanes: int, members: Numbers, sources: Numbers, never: Any
) -> None:
    """Four members against four sources at a time: what is read serves sixteen comparisons."""
    p, q, r, s = members[0], members[1], members[2], members[3]
    for first in range(0, sources.size, 4):
        i, j, k, m = sources[first], sources[first + 1], sources[first + 2], sources[first + 3]
        for lane in range(lanes):
            a, b, c, d = tile[i, lane], tile[j, lane], tile[k, lane], tile[m, lane]
            wa, wb, wc, wd = wish[i, lane], wish[j, lane], wish[k, lane], wish[m, lane]
            out[p, lane] = _least(out[p, lane], wish[p, lane], a, b, c, d, wa, wb, wc, wd, never)
            out[q, lane] = _least(out[q, lane], wish[q, lane], a, b, c, d, wa, wb, wc, wd, never)
            out[r, lane] = _least(out[r, lane], wish[r, lane], a, b, c, d, wa, wb, wc, wd, never)
            out[s, lane] = _least(out[s, lane], wish[s, lane], a, b, c, d, wa, wb, wc, wd, never)


@compiled
def _one(out: Ranks, tile: Ranks, wish: Ranks, lanes: int, p: int, sources: Numbers, never: Any) -> None:
    for first in range(0, sources.size, 4):
        i, j, k, m = sources[first], sources[first + 1], sources[first + 2], sources[first + 3]
        for lane in range(lanes):
            a, b, c, d = tile[i, lane], tile[j, lane], tile[k, lane], tile[m, lane]
            wa, wb, wc, wd = wish[i, lane], wish[j, lane], wish[k, lane], wish[m, lane]
            out[p, lane] = _least(out[p, lane], wish[p, lane], a, b, c, d, wa, wb, wc, wd, never)
