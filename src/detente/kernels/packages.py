"""Counting the packages that satisfy every threshold, without writing them out."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@njit(cache=True)
def _count(
    tables: Whole, sizes: Whole, needs: Whole, best: Whole, worst: Whole, rest: Whole, most: int
) -> int:
    """Depth first over issues: cut off what can no longer reach, count whole what can no longer fail."""
    issues, parties = tables.shape[0], tables.shape[2]
    level = np.zeros(issues + 1, dtype=np.int64)
    sums = np.zeros((issues + 1, parties), dtype=np.int64)
    total = nodes = depth = 0
    while depth >= 0:
        if depth == issues or level[depth] == sizes[depth]:
            level[depth] = 0
            depth -= 1
            continue
        nodes += 1
        if nodes > most:
            return -1
        reachable, certain = True, True
        for p in range(parties):
            value = sums[depth, p] + tables[depth, level[depth], p]
            sums[depth + 1, p] = value
            if value + best[depth + 1, p] < needs[p]:
                reachable = False
                break
            if value + worst[depth + 1, p] < needs[p]:
                certain = False
        level[depth] += 1
        if reachable and certain:
            total += rest[depth + 1]
        elif reachable:
            depth += 1
            level[depth] = 0
    return total


def count_reaching(tables: tuple[Whole, ...], needs: Whole, *, most: int) -> int | None:
    """How many choices of one row per table have sums that reach `needs` in every column?

    tables[i]: int64 (levels, parties); needs: int64 (parties,); most: nodes looked at before giving up.
    None if that was not enough, or if the count does not fit 62 bits.
    """
    _, padded, sizes, best, worst, rest = _prepared(tables, needs)
    if float(np.prod(sizes.astype(float))) > 2.0**62:
        return None
    found = int(_count(padded, sizes, needs, best, worst, rest, most))
    return None if found < 0 else found


def _prepared(tables: tuple[Whole, ...], needs: Whole) -> tuple[list[int], Whole, Whole, Whole, Whole, Whole]:
    """Tables in order of spread, padded; per depth what is left: the best, the worst, how many ways."""
    order = sorted(range(len(tables)), key=lambda place: -int(np.ptp(tables[place], axis=0).sum()))
    sizes = np.array([len(tables[place]) for place in order], dtype=np.int64)
    padded = np.zeros((len(order), max(1, int(sizes.max(initial=1))), len(needs)), dtype=np.int64)
    for row, place in enumerate(order):
        padded[row, : sizes[row]] = tables[place]
    best = np.zeros((len(order) + 1, len(needs)), dtype=np.int64)
    worst, rest = best.copy(), np.ones(len(order) + 1, dtype=np.int64)
    for row in range(len(order) - 1, -1, -1):
        table = padded[row, : sizes[row]]
        best[row] = best[row + 1] + table.max(axis=0)
        worst[row] = worst[row + 1] + table.min(axis=0)
        # Products past 62 bits are never counted (see count_reaching): keep them from overflowing.
        rest[row] = min(int(rest[row + 1]) * int(sizes[row]), 2**62)
    return order, padded, sizes, best, worst, rest


@njit(cache=True)
def _list(tables: Whole, sizes: Whole, needs: Whole, best: Whole, found: Whole, most: int) -> tuple[int, int]:
    """As `_count`, writing each package down: how many were found, and nodes looked at."""
    issues, parties = tables.shape[0], tables.shape[2]
    level = np.zeros(issues + 1, dtype=np.int64)
    sums = np.zeros((issues + 1, parties), dtype=np.int64)
    total = nodes = depth = 0
    while depth >= 0:
        if depth == issues:
            for i in range(issues):
                found[total, i] = level[i] - 1
            total += 1
            if total == len(found):
                return total, nodes
            depth -= 1
            continue
        if level[depth] == sizes[depth]:
            depth -= 1
            continue
        nodes += 1
        if nodes > most:
            return total, nodes
        reachable = True
        for p in range(parties):
            value = sums[depth, p] + tables[depth, level[depth], p]
            sums[depth + 1, p] = value
            if value + best[depth + 1, p] < needs[p]:
                reachable = False
                break
        level[depth] += 1
        if reachable:
            depth += 1
            level[depth] = 0
    return total, nodes


def list_reaching(tables: tuple[Whole, ...], needs: Whole, *, room: int, most: int) -> tuple[Whole, bool]:
    """The choices of one row per table whose sums reach `needs`, at most `room` of them.

    Returns an int64 array (found, tables) of row indices, and whether these are all there are.
    """
    order, padded, sizes, best, _, _ = _prepared(tables, needs)
    found = np.empty((room, len(order)), dtype=np.int64)
    count, nodes = _list(padded, sizes, needs, best, found, most)
    listed = np.empty((count, len(order)), dtype=np.int64)
    listed[:, order] = found[:count]
    return listed, bool(count < room and nodes <= most)
