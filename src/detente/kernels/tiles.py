"""Tiles: a few hundred fibers side by side, so that every step of a fiber runs on contiguous lanes.

A fiber holds the positions that differ in one actor's own options only: position =
(block * size + member) * stride + lane. A tile is a scratch array [size, pitch] with one fiber per lane. Row
operations then have no aliasing inside the loop, which is what lets the compiler turn them into vector
instructions. The pitch is an odd number of cache lines: columns of an even one would fight for a few places
in the cache.

Fibers come in units: part of a block if lanes are many, a few neighbouring blocks if they are few. Only units
whose positions changed since they were last looked at are gathered into tiles. Changes are remembered per
chunk of positions, as the number of the pass that made them (`stamps`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled, inlined

LANES = 256  # long enough to hide a loop's set-up, short enough for the nearer caches
PITCH = LANES + 32
CHUNK = 256  # positions that share one stamp
_SHORT = 32  # runs below this length are moved one by one

Ranks = NDArray[Any]  # an unsigned type; its largest value means "never"
Stamps = NDArray[np.int32]
Geometry = tuple[
    int, int, int, int, int, int
]  # blocks, size, stride, parts of a block, run, blocks in a unit


@compiled
def geometry(blocks: int, size: int, stride: int) -> Geometry:
    """How fibers are cut into units."""
    if stride >= LANES:
        parts = (stride + LANES - 1) // LANES
        return blocks, size, stride, parts, (stride + parts - 1) // parts, 1
    return blocks, size, stride, 1, stride, max(1, CHUNK // (size * stride))


@compiled
def units(shape: Geometry) -> int:
    """How many units there are."""
    blocks, _, _, parts, _, group = shape
    return (blocks + group - 1) // group * parts


@compiled
def lanes_of(shape: Geometry) -> int:
    """How many lanes a tile needs: all fibers if they are few."""
    blocks, _, stride, _, _, _ = shape
    return min(LANES, (blocks * stride + 63) // 64 * 64)


@compiled
def pitch_of(lanes: int) -> int:
    """How far apart the rows of a tile lie."""
    return lanes + 32


@compiled
def _place(unit: int, shape: Geometry) -> tuple[int, int, int]:
    """First position, run length and number of blocks of a unit."""
    blocks, size, stride, parts, run, group = shape
    if parts == 1:  # small units: a division would cost as much as the work
        return unit * group * size * stride, stride, min(group, blocks - unit * group)
    block, part = unit // parts * group, unit % parts
    start = block * size * stride + part * run
    return start, min(run, stride - part * run), min(group, blocks - block)


@compiled
def width(unit: int, shape: Geometry) -> int:
    """How many lanes a unit fills."""
    _, run, count = _place(unit, shape)
    return run * count


@compiled
def touched(stamps: Stamps, since: int, unit: int, shape: Geometry, changed: NDArray[np.bool_]) -> bool:
    """Has the unit changed after `since`? Marks the members that may have, in `changed` [size]."""
    _, size, stride, _, _, _ = shape
    start, run, count = _place(unit, shape)
    found = False
    if stride < _SHORT:
        found = _stamped(stamps, since, start, start + count * size * stride)
        if found:
            changed[:size] = True
        return found
    for block in range(count):
        for member in range(size):
            base = start + (block * size + member) * stride
            if _stamped(stamps, since, base, base + run):
                changed[member] = True
                found = True
    return found


@compiled
def _stamped(stamps: Stamps, since: int, begin: int, end: int) -> bool:
    newest = stamps[begin // CHUNK]
    for chunk in range(begin // CHUNK + 1, (end - 1) // CHUNK + 1):
        newest = max(newest, stamps[chunk])
    return bool(newest > since)


@compiled
def load(tile: Ranks, at: int, values: Ranks, unit: int, shape: Geometry) -> None:
    """Fill lanes of a tile, from lane `at` on, with a unit of `values` [positions]."""
    _, size, stride, _, _, _ = shape
    start, run, count = _place(unit, shape)
    for block in range(count):
        first, lane = start + block * size * stride, at + block * stride
        if stride == 1:
            fiber = values[first : first + size]
            for member in range(size):
                tile[member, lane] = fiber[member]
            continue
        for member in range(size):
            base = first + member * stride
            row, lanes = values[base : base + run], tile[member, lane : lane + run]
            for number in range(run):
                lanes[number] = row[number]


@compiled
def store(
    tile: Ranks,
    at: int,
    values: Ranks,
    unit: int,
    shape: Geometry,
    stamps: Stamps,
    now: int,
) -> bool:
    """Write a unit back where it differs, stamp what changed with `now`. Did anything change?"""
    _, size, stride, _, _, _ = shape
    start, run, count = _place(unit, shape)
    changed = False
    for block in range(count):
        first, lane = start + block * size * stride, at + block * stride
        if stride < _SHORT:
            fibers = values[first : first + size * stride]
            if _store_fibers(tile, lane, fibers, stride):
                changed = True
                _stamp(stamps, first, first + size * stride, now)
            continue
        for member in range(size):
            base = first + member * stride
            row = values[base : base + run]
            if _store_row(tile[member, lane : lane + run], row):
                changed = True
                _stamp(stamps, base, base + run, now)
    return changed


@inlined
def _store_fibers(tile: Ranks, lane: int, fibers: Ranks, stride: int) -> bool:
    """A block whose runs are short. Written without a branch: which states change is hard to guess."""
    differs = False
    if stride == 1:
        for member in range(fibers.size):
            differs |= tile[member, lane] != fibers[member]
            fibers[member] = tile[member, lane]
        return differs
    for member in range(fibers.size // stride):
        for number in range(stride):
            place = member * stride + number
            differs |= tile[member, lane + number] != fibers[place]
            fibers[place] = tile[member, lane + number]
    return differs


@inlined
def _store_row(lanes: Ranks, row: Ranks) -> bool:
    differs = False
    for number in range(row.size):
        differs |= lanes[number] != row[number]
    if differs:
        for number in range(row.size):
            row[number] = lanes[number]
    return differs


@compiled
def _stamp(stamps: Stamps, begin: int, end: int, now: int) -> None:
    for chunk in range(begin // CHUNK, (end - 1) // CHUNK + 1):
        stamps[chunk] = now
