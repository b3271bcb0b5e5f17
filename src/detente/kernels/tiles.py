"""Tiles: a few hundred fibers side by side, so that every step of a fiber runs on contiguous lanes.

A fiber holds the positions that differ in one actor's own options only: position =
(block * size + member) * stride + lane. A column is one fiber, numbered block * stride + lane. A tile is a
scratch array [size, LANES] with LANES neighbouring columns; short ones leave the last lanes unused.
Row operations then have a constant length and no aliasing inside the loop, which is what lets the compiler
turn them into vector instructions.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

LANES = (
    256  # columns in a tile: long enough to hide the loop's set-up, short enough for the first-level cache
)
CHUNK = 256  # positions that share one stamp
_SHORT = 32  # runs below this length are stored one by one

Ranks = NDArray[Any]  # an unsigned type; its largest value means "never"
Stamps = NDArray[np.int32]


@njit(cache=True, nogil=True, inline="always")
def _width(column: int, blocks: int, stride: int) -> int:
    return min(LANES, blocks * stride - column)


@njit(cache=True, nogil=True)
def load(tile: Ranks, values: Ranks, column: int, blocks: int, size: int, stride: int) -> None:
    """Fill a tile from `values` [positions], starting at fiber number `column`."""
    width = _width(column, blocks, stride)
    if stride == 1:
        for lane in range(width):
            fiber = values[(column + lane) * size : (column + lane + 1) * size]
            for member in range(size):
                tile[member, lane] = fiber[member]
        return
    done = 0
    while done < width:
        block, first = divmod(column + done, stride)
        run = min(stride - first, width - done)
        for member in range(size):
            base = (block * size + member) * stride + first
            row, lanes = values[base : base + run], tile[member, done : done + run]
            for lane in range(run):
                lanes[lane] = row[lane]
        done += run


@njit(cache=True, nogil=True)
def store(
    tile: Ranks,
    values: Ranks,
    guard: Ranks,
    never: Any,
    column: int,
    blocks: int,
    size: int,
    stride: int,
    stamps: Stamps,
    now: int,
) -> bool:
    """Write a tile back where it differs; positions whose `guard` is never stay never. Did anything change?

    Chunks that change are stamped `now`.
    """
    width = _width(column, blocks, stride)
    if stride == 1:
        return _store_columns(tile, values, guard, never, width, column * size, size, stamps, now)
    changed = False
    done = 0
    while done < width:
        block, first = divmod(column + done, stride)
        run = min(stride - first, width - done)
        start = block * size * stride + first
        if run < _SHORT:
            differs = _store_short(tile, values, guard, never, done, run, start, size, stride, stamps, now)
        else:
            differs = _store_rows(tile, values, guard, never, done, run, start, size, stride, stamps, now)
        changed |= differs
        done += run
    return changed


@njit(cache=True, nogil=True)
def _store_columns(
    tile: Ranks,
    values: Ranks,
    guard: Ranks,
    never: Any,
    width: int,
    start: int,
    size: int,
    stamps: Stamps,
    now: int,
) -> bool:
    changed = False
    for lane in range(width):
        base = start + lane * size
        fiber, keep = values[base : base + size], guard[base : base + size]
        for member in range(size):
            if fiber[member] != tile[member, lane] and keep[member] != never:
                fiber[member] = tile[member, lane]
                stamps[(base + member) // CHUNK] = now
                changed = True
    return changed


@njit(cache=True, nogil=True)
def _store_short(
    tile: Ranks,
    values: Ranks,
    guard: Ranks,
    never: Any,
    done: int,
    run: int,
    start: int,
    size: int,
    stride: int,
    stamps: Stamps,
    now: int,
) -> bool:
    end = start + (size - 1) * stride + run
    slab, keep = values[start:end], guard[start:end]
    changed = False
    for member in range(size):
        for lane in range(run):
            offset = member * stride + lane
            new = tile[member, done + lane]
            if new != slab[offset] and keep[offset] != never:
                slab[offset] = new
                stamps[(start + offset) // CHUNK] = now
                changed = True
    return changed


@njit(cache=True, nogil=True)
def _store_rows(
    tile: Ranks,
    values: Ranks,
    guard: Ranks,
    never: Any,
    done: int,
    run: int,
    start: int,
    size: int,
    stride: int,
    stamps: Stamps,
    now: int,
) -> bool:
    changed = False
    for member in range(size):
        base = start + member * stride
        row, lanes, keep = (
            values[base : base + run],
            tile[member, done : done + run],
            guard[base : base + run],
        )
        differs = False
        for lane in range(run):
            new = lanes[lane] if keep[lane] != never else never
            lanes[lane] = new
            differs |= new != row[lane]
        if differs:
            changed = True
            for lane in range(run):
                row[lane] = lanes[lane]
            for chunk in range(base // CHUNK, (base + run - 1) // CHUNK + 1):
                stamps[chunk] = now
    return changed


@njit(cache=True, nogil=True)
def touched(stamps: Stamps, since: int, column: int, blocks: int, size: int, stride: int) -> bool:
    """Has any chunk under this tile been stamped after `since`?"""
    width = _width(column, blocks, stride)
    if stride < LANES:  # the tile's blocks lie next to each other
        begin = column // stride * size * stride
        end = ((column + width - 1) // stride + 1) * size * stride
        return _stamped(stamps, since, begin, end)
    done = 0
    while done < width:
        block, first = divmod(column + done, stride)
        run = min(stride - first, width - done)
        for member in range(size):
            base = (block * size + member) * stride + first
            if _stamped(stamps, since, base, base + run):
                return True
        done += run
    return False


@njit(cache=True, nogil=True)
def _stamped(stamps: Stamps, since: int, begin: int, end: int) -> bool:
    newest = since
    for chunk in range(begin // CHUNK, (end - 1) // CHUNK + 1):
        newest = max(newest, stamps[chunk])
    return newest > since
