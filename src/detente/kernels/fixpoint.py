"""Deterrence over fibers: the least value legal sequences of some actors lead to (SCALE §2-3).

Sweeps over the opponents, one after another, until a whole round changes nothing. Units of fibers whose
positions stand still are skipped.

The moves of all actors come as `Fibers`:
shape: int64 [actors, 9]: blocks, size, stride; first and last own axis; offset of the own part of `kinds`;
offset of the own table in `rows` and its number of kinds; row of the prohibition codes or -1.
axes: int64 [axes, 4] and tables: see `closure.close`. kinds: int32, per member the kind of its changes; rows:
[kinds, size], which changes members of a kind may make.
source, target: uint8 [rows, positions], prohibition codes.

A bare 0 handed on to another kernel would have that kernel compiled once more for the constant; hence
`int(np.int64(0))`. Passes are inlined into their loops so that their code is compiled once.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.closure import close, direct
from detente.kernels.compiling import compiled, inlined
from detente.kernels.improving import improve
from detente.kernels.tiles import (
    PITCH,
    Geometry,
    Ranks,
    Stamps,
    geometry,
    lanes_of,
    load,
    pitch_of,
    store,
    touched,
    units,
    width,
)

Fibers = tuple[
    NDArray[np.int64],  # shape
    NDArray[np.int64],  # axes
    NDArray[np.bool_],  # tables
    NDArray[np.int32],  # kinds
    NDArray[np.bool_],  # rows
    NDArray[np.uint8],  # source
    NDArray[np.uint8],  # target
]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@compiled
def sweep(
    values: Ranks,
    wishes: Ranks,
    movers: Numbers,
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    clock: Numbers,
    passes: int,
) -> bool:
    """Lower `values` [positions] in place towards the least value the movers' sequences lead to.

    For transitive moves, where "nobody twice in a row" plays no part. At most `passes` passes are made, so
    that callers can report progress and be stopped; True once nothing can change any more. Positions where a
    mover's wish is never are not its to change: infeasible ones, and questions that leave this mover out.
    `clock` holds the number of the last pass and of the last one that changed anything, both zero at first;
    `stamps` [chunks] are 1 and `visited` [movers, units] 0 at first.
    """
    room = _largest(movers, fibers) * PITCH
    tile, wish = np.empty(room, values.dtype), np.empty(room, values.dtype)
    out = np.empty(room, values.dtype)
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
            out,
        ):
            clock[1] = clock[0]
    return _settled(clock, movers.size)


@compiled
def _largest(movers: Numbers, fibers: Fibers) -> int:
    largest = 1
    for mover in movers:
        largest = max(largest, fibers[0][mover, 1])
    return largest


@compiled
def _settled(clock: Numbers, movers: int) -> bool:
    """Has everybody had a turn, and everybody but the last to change anything another one since?"""
    return bool(clock[0] >= movers and clock[0] - clock[1] >= movers - 1)


@inlined
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
    tile_room: Ranks,
    wish_room: Ranks,
    out_room: Ranks,
) -> bool:
    """One mover's turn: every unit that changed since its last turn, gathered into tiles."""
    shape, axes, tables, _, _, _, _ = fibers
    size, first_axis, last_axis = shape[mover, 1], shape[mover, 3], shape[mover, 4]
    kinds, rows = _changes(fibers, mover)
    cut, lanes, pitch, fresh, picked = _ground(shape[mover])
    tile = tile_room[: size * pitch].reshape((size, pitch))
    wish = wish_room[: size * pitch].reshape((size, pitch))
    out = out_room[: size * pitch].reshape((size, pitch))
    unit, changed = int(np.int64(0)), False
    while unit < units(cut):
        fresh[:] = False
        unit, count = _gather(stamps, visited, now, unit, cut, lanes, fresh, picked)
        if count == 0:
            break
        _load_units(tile, values, picked, count, cut)
        _load_units(wish, wishes, picked, count, cut)
        _copy(out, tile, lanes)
        if improving:
            improve(out, tile, wish, lanes, kinds, rows, fresh, never)
        else:
            close(out, lanes, axes[first_axis:last_axis], tables)
            _restore(out, tile, wish, lanes, never)
        changed |= _store_units(out, values, picked, count, cut, stamps, now)
    return changed


@compiled
def _ground(shape: Numbers) -> tuple[Geometry, int, int, Flags, Numbers]:
    """How a mover's fibers are cut, lanes and pitch of its tiles, and room to mark members and pick units."""
    cut = geometry(shape[0], shape[1], shape[2])
    lanes = lanes_of(cut)
    return cut, lanes, pitch_of(lanes), np.zeros(shape[1], np.bool_), np.empty(lanes, np.int64)


@compiled
def _gather(
    stamps: Stamps,
    visited: Stamps,
    now: int,
    unit: int,
    cut: Geometry,
    lanes: int,
    fresh: Flags,
    picked: Numbers,
) -> tuple[int, int]:
    """Pick touched units from `unit` on until the lanes are full; the next unit and how many were picked."""
    count, filled, last = 0, 0, units(cut)
    while unit < last and filled + width(unit, cut) <= lanes:
        if touched(stamps, visited[unit], unit, cut, fresh):
            visited[unit] = now
            picked[count] = unit
            count += 1
            filled += width(unit, cut)
        unit += 1
    return unit, count


@compiled
def _changes(fibers: Fibers, mover: int) -> tuple[NDArray[np.int32], Flags]:
    """The mover's own `kinds` [size] and `rows` [kinds, size]."""
    size, kinds, rows, number = (
        fibers[0][mover, 1],
        fibers[0][mover, 5],
        fibers[0][mover, 6],
        fibers[0][mover, 7],
    )
    return fibers[3][kinds : kinds + size], fibers[4][rows : rows + number * size].reshape((number, size))


@compiled
def _store_units(
    tile: Ranks, values: Ranks, picked: Numbers, count: int, cut: Geometry, stamps: Stamps, now: int
) -> bool:
    at, changed = int(np.int64(0)), False
    for number in range(count):
        changed |= store(tile, at, values, picked[number], cut, stamps, now)
        at += width(picked[number], cut)
    return changed


@compiled
def _copy(out: Ranks, tile: Ranks, lanes: int) -> None:
    for member in range(tile.shape[0]):
        for lane in range(lanes):
            out[member, lane] = tile[member, lane]


@compiled
def sweep_in_turn(
    worst: Ranks,
    wishes: Ranks,
    movers: Numbers,
    improving: bool,
    never: Any,
    fibers: Fibers,
    stamps: Stamps,
    visited: Stamps,
    clock: Numbers,
    passes: int,
) -> bool:
    """`sweep` where "nobody twice in a row" matters: one array per last mover.

    worst: [movers + 1, positions]; row j becomes the least value of sequences that movers[j] begins (start
    with never), the last row holds the value of standing still.
    """
    room = _largest(movers, fibers) * PITCH
    tile, other = np.empty(room, worst.dtype), np.empty(room, worst.dtype)
    wish = np.empty(room, worst.dtype)
    codes = np.empty((2, room), np.uint8)
    for _ in range(passes):
        if _settled(clock, movers.size):
            return True
        turn = clock[0] % movers.size
        clock[0] += 1
        if _pass_in_turn(
            worst,
            turn,
            wishes,
            movers[turn],
            improving,
            never,
            fibers,
            stamps,
            visited[turn],
            clock[0],
            tile,
            other,
            wish,
            codes,
        ):
            clock[1] = clock[0]
    return _settled(clock, movers.size)


@inlined
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
    tile_room: Ranks,
    other_room: Ranks,
    wish_room: Ranks,
    codes: NDArray[np.uint8],
) -> bool:
    shape, _, _, _, _, source, target = fibers
    size, row = shape[mover, 1], shape[mover, 8]
    kinds, rows = _changes(fibers, mover)
    cut, lanes, pitch, fresh, picked = _ground(shape[mover])
    area = size * pitch
    tile, other = tile_room[:area].reshape((size, pitch)), other_room[:area].reshape((size, pitch))
    wish = wish_room[:area].reshape((size, pitch))
    leaving, arriving = codes[0, :area].reshape((size, pitch)), codes[1, :area].reshape((size, pitch))
    still, unit, changed = worst.shape[0] - 1, int(np.int64(0)), False
    while unit < units(cut):
        unit, count = _gather(stamps, visited, now, unit, cut, lanes, fresh, picked)
        if count == 0:
            break
        _load_units(tile, worst[still], picked, count, cut)
        for before in range(still):
            if before != turn:
                _load_units(other, worst[before], picked, count, cut)
                _lower(tile, other, lanes)
        if row >= 0:
            _load_units(leaving, source[row], picked, count, cut)
            _load_units(arriving, target[row], picked, count, cut)
        _load_units(wish, wishes[mover], picked, count, cut)
        direct(other, tile, lanes, kinds, rows, improving, wish, row >= 0, leaving, arriving, never)
        _keep_out(other, wish, lanes, never)
        changed |= _store_units(other, worst[turn], picked, count, cut, stamps, now)
    return changed


@compiled
def _load_units(tile: Ranks, values: Ranks, picked: Numbers, count: int, cut: Geometry) -> None:
    at = int(np.int64(0))
    for number in range(count):
        load(tile, at, values, picked[number], cut)
        at += width(picked[number], cut)


@compiled
def _keep_out(tile: Ranks, wish: Ranks, lanes: int, never: Any) -> None:
    """No sequence starts where the mover's wish is never."""
    for member in range(tile.shape[0]):
        for lane in range(lanes):
            if wish[member, lane] == never:
                tile[member, lane] = never


@compiled
def _restore(tile: Ranks, before: Ranks, wish: Ranks, lanes: int, never: Any) -> None:
    """Members whose wish is never are not the mover's to change: values only passed through them."""
    for member in range(tile.shape[0]):
        for lane in range(lanes):
            if wish[member, lane] == never:
                tile[member, lane] = before[member, lane]


@compiled
def _lower(tile: Ranks, other: Ranks, lanes: int) -> None:
    for member in range(tile.shape[0]):
        for lane in range(lanes):
            tile[member, lane] = min(tile[member, lane], other[member, lane])


@compiled
def best_reply(
    values: Ranks, wishes: Ranks, mover: int, transitive: bool, never: Any, fibers: Fibers, stamps: Stamps
) -> None:
    """Raise `values` [positions] in place to the most that standing still or one move of `mover` offers.

    What is offered by a state is its value, but no more than its wish. Positions whose wish is never neither
    offer nor change. (The kernels look for least values, so tiles hold distances from the top.)
    """
    shape, axes, tables, _, _, source, target = fibers
    size, first_axis, last_axis, row = shape[mover, 1], shape[mover, 3], shape[mover, 4], shape[mover, 8]
    kinds, rows = _changes(fibers, mover)
    cut, lanes, pitch, fresh, picked = _ground(shape[mover])
    tile, other = np.empty((size, pitch), values.dtype), np.empty((size, pitch), values.dtype)
    wish, before = np.empty((size, pitch), values.dtype), np.empty((size, pitch), values.dtype)
    codes = np.empty((2, size if row >= 0 else 0, pitch), np.uint8)
    visited = np.full(units(cut), -1, np.int32)
    unit = int(np.int64(0))
    while unit < visited.size:
        unit, count = _gather(stamps, visited, int(np.int64(0)), unit, cut, lanes, fresh, picked)
        _load_units(tile, values, picked, count, cut)
        _load_units(wish, wishes, picked, count, cut)
        _copy(before, tile, lanes)
        _from_top(tile, wish, lanes, never)
        if transitive:
            close(tile, lanes, axes[first_axis:last_axis], tables)
        else:
            if row >= 0:
                _load_units(codes[0], source[row], picked, count, cut)
                _load_units(codes[1], target[row], picked, count, cut)
            direct(other, tile, lanes, kinds, rows, False, wish, row >= 0, codes[0], codes[1], never)
            _lower(tile, other, lanes)
        for member in range(size):
            for lane in range(lanes):
                tile[member, lane] = never - tile[member, lane]
        _restore(tile, before, wish, lanes, never)
        _store_units(tile, values, picked, count, cut, stamps, int(np.int64(0)))


@compiled
def _from_top(tile: Ranks, wish: Ranks, lanes: int, never: Any) -> None:
    for member in range(tile.shape[0]):
        for lane in range(lanes):
            offered = min(tile[member, lane], wish[member, lane])
            tile[member, lane] = never if wish[member, lane] == never else never - offered


@compiled
def holds(best: Ranks, wish: Ranks, never: Any, stable: Flags) -> None:
    """stable = feasible and nothing better than `wish` is on offer; all [positions]."""
    for position in range(best.size):
        stable[position] = (wish[position] != never) & (best[position] <= wish[position])
