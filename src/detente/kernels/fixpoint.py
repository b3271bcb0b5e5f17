"""Deterrence over fibers: the least value legal sequences of some actors lead to (SCALE §2-3).

Sweeps over the opponents, one after another, until a whole round changes nothing. Stamps remember when each
chunk of positions last changed, so that tiles whose inputs stand still are skipped.

The moves of all actors come as `Fibers`:
shape: int64 [actors, 8]: blocks, size, stride, first and last own axis, offset of the own pair lists,
row of the prohibition codes or -1, unused.
axes: int64 [axes, 4] and tables: see `closure.close`. pointer, index: pair lists, see `closure.direct`.
source, target: uint8 [rows, positions], prohibition codes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.closure import close, direct
from detente.kernels.improving import improve
from detente.kernels.tiles import LANES, Ranks, Stamps, load, store, touched

Fibers = tuple[
    NDArray[np.int64],  # shape
    NDArray[np.int64],  # axes
    NDArray[np.bool_],  # tables
    NDArray[np.int64],  # pointer
    NDArray[np.int32],  # index
    NDArray[np.uint8],  # source
    NDArray[np.uint8],  # target
]


@njit(cache=True, nogil=True)
def sweep(
    values: Ranks,
    wishes: Ranks,
    movers: NDArray[np.int64],
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    clock: NDArray[np.int64],
    passes: int,
) -> bool:
    """Lower `values` [positions] in place towards the least value the movers' sequences lead to.

    For transitive moves, where "nobody twice in a row" plays no part. At most `passes` passes are made, so
    that callers can report progress and be stopped; True once nothing can change any more. `clock` holds
    the number of the last pass and of the last one that changed anything, both zero at first; `stamps`
    [chunks] are 1 and `visited` [movers, tiles] 0 at first.
    """
    shape = fibers[0]
    largest = 0
    for mover in movers:
        largest = max(largest, shape[mover, 1])
    tile = np.empty((largest, LANES), values.dtype)
    wish = np.empty((largest, LANES), values.dtype)
    for _ in range(passes):
        if _settled(clock, movers.size):
            return True
        turn = clock[0] % movers.size
        clock[0] += 1
        mover = movers[turn]
        if _pass(
            values,
            wishes[mover],
            mover,
            improving,
            never,
            fibers,
            stamps,
            visited[turn],
            clock[0],
            tile,
            wish,
        ):
            clock[1] = clock[0]
    return _settled(clock, movers.size)


@njit(cache=True, nogil=True)
def _settled(clock: NDArray[np.int64], movers: int) -> bool:
    """Has everybody had a turn, and everybody but the last to change anything another one since?"""
    return bool(clock[0] >= movers and clock[0] - clock[1] >= movers - 1)


@njit(cache=True, nogil=True)
def _pass(
    values: Ranks,
    wishes: Ranks,
    mover: int,
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    now: int,
    tile: Ranks,
    wish: Ranks,
) -> bool:
    shape, axes, tables, pointer, index, _, _ = fibers
    blocks, size, stride, first_axis, last_axis, pairs, _, _ = shape[mover]
    own_axes, own_pointer = axes[first_axis:last_axis], pointer[pairs : pairs + size + 1]
    changed = False
    if size == 1:
        return False
    for number in range((blocks * stride + LANES - 1) // LANES):
        column = number * LANES
        if not touched(stamps, visited[number], column, blocks, size, stride):
            continue
        visited[number] = now
        load(tile, values, column, blocks, size, stride)
        if improving:
            load(wish, wishes, column, blocks, size, stride)
            improve(tile, wish, size, own_pointer, index, never)
        else:
            close(tile, size, own_axes, tables)
        changed |= store(tile, values, values, never, column, blocks, size, stride, stamps, now)
    return changed


@njit(cache=True, nogil=True)
def sweep_in_turn(
    worst: Ranks,
    wishes: Ranks,
    movers: NDArray[np.int64],
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    clock: NDArray[np.int64],
    passes: int,
) -> bool:
    """`sweep` where "nobody twice in a row" matters: one array per last mover.

    worst: [movers + 1, positions]; row j becomes the least value of sequences that movers[j] begins (start
    with never), the last row holds the value of standing still.
    """
    shape = fibers[0]
    largest = 0
    for mover in movers:
        largest = max(largest, shape[mover, 1])
    tile = np.empty((largest, LANES), worst.dtype)
    other = np.empty((largest, LANES), worst.dtype)
    codes = np.zeros((2, largest, LANES), np.uint8)
    for _ in range(passes):
        if _settled(clock, movers.size):
            return True
        turn = clock[0] % movers.size
        clock[0] += 1
        mover = movers[turn]
        if _pass_in_turn(
            worst,
            turn,
            wishes[mover],
            mover,
            improving,
            never,
            fibers,
            stamps,
            visited[turn],
            clock[0],
            tile,
            other,
            codes,
        ):
            clock[1] = clock[0]
    return _settled(clock, movers.size)


@njit(cache=True, nogil=True)
def _pass_in_turn(
    worst: Ranks,
    turn: int,
    wishes: Ranks,
    mover: int,
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    now: int,
    tile: Ranks,
    other: Ranks,
    codes: NDArray[np.uint8],
) -> bool:
    shape, _, _, pointer, index, source, target = fibers
    blocks, size, stride, _, _, pairs, row, _ = shape[mover]
    own_pointer = pointer[pairs : pairs + size + 1]
    still = worst.shape[0] - 1
    changed = False
    if size == 1:
        return False
    for number in range((blocks * stride + LANES - 1) // LANES):
        column = number * LANES
        if not touched(stamps, visited[number], column, blocks, size, stride):
            continue
        visited[number] = now
        load(tile, worst[still], column, blocks, size, stride)
        for before in range(still):
            if before != turn:
                load(other, worst[before], column, blocks, size, stride)
                _lower(tile, other, size)
        if row >= 0:
            load(codes[0], source[row], column, blocks, size, stride)
            load(codes[1], target[row], column, blocks, size, stride)
        wish = np.empty((size if improving else 0, LANES), worst.dtype)
        if improving:
            load(wish, wishes, column, blocks, size, stride)
        direct(other, tile, size, own_pointer, index, improving, wish, row >= 0, codes[0], codes[1], never)
        changed |= store(other, worst[turn], worst[still], never, column, blocks, size, stride, stamps, now)
    return changed


@njit(cache=True, nogil=True)
def _lower(tile: Ranks, other: Ranks, size: int) -> None:
    for member in range(size):
        for lane in range(LANES):
            tile[member, lane] = min(tile[member, lane], other[member, lane])


@njit(cache=True, nogil=True)
def best_reply(
    values: Ranks, wish: Ranks, mover: int, transitive: bool, never: Any, fibers: Fibers, stamps: Stamps
) -> None:
    """Raise `values` [positions] in place to the most that standing still or one move of `mover` offers.

    What is offered by a state is its value, but no more than its `wish`. Infeasible positions hold never in
    both and stay so. (The kernels look for least values, so tiles hold distances from the top.)
    """
    shape, axes, tables, pointer, index, source, target = fibers
    blocks, size, stride, first_axis, last_axis, pairs, row, _ = shape[mover]
    own_axes, own_pointer = axes[first_axis:last_axis], pointer[pairs : pairs + size + 1]
    tile, other = np.empty((size, LANES), values.dtype), np.empty((size, LANES), values.dtype)
    codes = np.zeros((2, size if row >= 0 else 0, LANES), np.uint8)
    for number in range((blocks * stride + LANES - 1) // LANES):
        column = number * LANES
        load(tile, values, column, blocks, size, stride)
        load(other, wish, column, blocks, size, stride)
        _from_top(tile, other, size, never)
        if transitive:
            close(tile, size, own_axes, tables)
        else:
            if row >= 0:
                load(codes[0], source[row], column, blocks, size, stride)
                load(codes[1], target[row], column, blocks, size, stride)
            direct(other, tile, size, own_pointer, index, False, other, row >= 0, codes[0], codes[1], never)
            _lower(tile, other, size)
        for member in range(size):
            for lane in range(LANES):
                tile[member, lane] = never - tile[member, lane]
        store(tile, values, values, never, column, blocks, size, stride, stamps, 0)


@njit(cache=True, nogil=True)
def _from_top(tile: Ranks, wish: Ranks, size: int, never: Any) -> None:
    for member in range(size):
        for lane in range(LANES):
            offered = min(tile[member, lane], wish[member, lane])
            tile[member, lane] = never if wish[member, lane] == never else never - offered


@njit(cache=True, nogil=True)
def holds(best: Ranks, wish: Ranks, never: Any, stable: NDArray[np.bool_]) -> None:
    """stable = feasible and nothing better than `wish` is on offer; all [positions]."""
    for position in range(best.size):
        stable[position] = wish[position] != never and best[position] <= wish[position]
