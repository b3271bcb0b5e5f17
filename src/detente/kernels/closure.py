"""The least value an actor's moves lead to, fiber by fiber, on tiles (see `tiles`).

`close` is for transitive moves: chains of one actor's moves are moves. It works option by option, which for
a fiber of G members with k options costs G * k row operations instead of G * G. `direct` looks at single
moves, pair by pair, and serves moves that are not transitive.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled
from detente.kernels.tiles import Ranks

Axes = NDArray[np.int64]
Tables = NDArray[np.bool_]


@compiled
def close(tile: Ranks, lanes: int, axes: Axes, tables: Tables) -> None:
    """Lower every member to the least value among the members it may change to, in place.

    axes: [own axes, 4]: radix, inner step in members, 1 if every change is allowed, offset of the
    [radix, radix] table in `tables`. The changes allowed on an axis are transitive, so updating in place
    only ever passes on what could be reached anyway. Infeasible members must hold the largest value;
    afterwards they hold values that passed through them, which the caller drops.
    """
    for axis in range(axes.shape[0]):
        radix, inner, free, offset = axes[axis]
        for outer in range(0, tile.shape[0], radix * inner):
            for low in range(outer, outer + inner):
                if free:
                    _level(tile, lanes, low, radix, inner)
                else:
                    _follow(tile, lanes, low, radix, inner, tables[offset : offset + radix * radix])


@compiled
def _level(tile: Ranks, lanes: int, low: int, radix: int, inner: int) -> None:
    for digit in range(1, radix):
        other = low + digit * inner
        for lane in range(lanes):
            tile[low, lane] = min(tile[low, lane], tile[other, lane])
    for digit in range(1, radix):
        other = low + digit * inner
        for lane in range(lanes):
            tile[other, lane] = tile[low, lane]


@compiled
def _follow(tile: Ranks, lanes: int, low: int, radix: int, inner: int, table: Tables) -> None:
    for source in range(radix):
        for target in range(radix):
            if source != target and table[source * radix + target]:
                here, there = low + source * inner, low + target * inner
                for lane in range(lanes):
                    tile[here, lane] = min(tile[here, lane], tile[there, lane])


@compiled
def direct(
    least: Ranks,
    tile: Ranks,
    lanes: int,
    kinds: NDArray[np.int32],
    rows: NDArray[np.bool_],
    improving: bool,
    wish: Ranks,
    barred: bool,
    source: NDArray[np.uint8],
    target: NDArray[np.uint8],
    never: Any,
) -> None:
    """least[a] = the least tile[b] over the single moves a → b (never if there is none); all [size, pitch].

    rows[kinds[a], b]: may a change to b. improving: wish must rise. barred: moves
    whose ends share a bit of source and target are forbidden.
    """
    for here in range(tile.shape[0]):
        for lane in range(lanes):
            least[here, lane] = never
        for there in range(tile.shape[0]):
            if there == here or not rows[kinds[here], there]:
                continue
            if barred:
                for lane in range(lanes):
                    closed = (source[here, lane] & target[there, lane]) != 0
                    worse = improving and wish[there, lane] <= wish[here, lane]
                    value = never if closed or worse else tile[there, lane]
                    least[here, lane] = min(least[here, lane], value)
            elif improving:
                for lane in range(lanes):
                    value = tile[there, lane] if wish[there, lane] > wish[here, lane] else never
                    least[here, lane] = min(least[here, lane], value)
            else:
                for lane in range(lanes):
                    least[here, lane] = min(least[here, lane], tile[there, lane])
