"""Pareto frontiers of sums: points are rows of integers, larger is better (Nemhauser & Ullmann 1969).

A frontier here is an int64 array (n, d), its rows distinct, none dominating another, in descending
lexicographic order, with the number of ways (float64, exact up to 2**53) that lead to each.
Dominance between two sets is decided by divide and conquer on the coordinates (Kung, Luccio &
Preparata 1975), in O(n log^(d-2) n) for d > 2.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numba import njit
from numpy.typing import NDArray

Points = NDArray[np.int64]
Ways = NDArray[np.float64]
Stop = Callable[[int], bool]

# Below this many comparisons, comparing each with each is faster than splitting.
FEW = 1024


@njit(cache=True)
def _before(a: Points, i: int, b: Points, j: int) -> int:
    """1 if row i of a comes before row j of b (is lexicographically larger), -1 if after, 0 if equal."""
    for k in range(a.shape[1]):
        if a[i, k] > b[j, k]:
            return 1
        if a[i, k] < b[j, k]:
            return -1
    return 0


@njit(cache=True)
def _compare_all(a: Points, at: Points, b: Points, bt: Points, first: int, dead: NDArray[np.bool_]) -> None:
    for j in bt:
        if dead[j]:
            continue
        for i in at:
            worse = False
            for k in range(first, a.shape[1]):
                if a[i, k] < b[j, k]:
                    worse = True
                    break
            if not worse:
                dead[j] = True
                break


@njit(cache=True)
def _sweep(a: Points, at: Points, b: Points, bt: Points, dead: NDArray[np.bool_]) -> None:
    """The last two coordinates: walk down the first, keep the best of the second."""
    k = a.shape[1] - 2
    a_order = at[np.argsort(-a[at, k])]
    b_order = bt[np.argsort(-b[bt, k])]
    best = np.iinfo(np.int64).min
    i = 0
    for j in b_order:
        while i < len(a_order) and a[a_order[i], k] >= b[j, k]:
            best = max(best, a[a_order[i], k + 1])
            i += 1
        if best >= b[j, k + 1]:
            dead[j] = True


@njit(cache=True)
def _part(a: Points, at: Points, low: int, high: int, k: int, pivot: int) -> int:
    """Put the rows of at[low:high] with coordinate k at or above the pivot first; where they end."""
    end = low
    for i in range(low, high):
        if a[at[i], k] >= pivot:
            at[i], at[end] = at[end], at[i]
            end += 1
    return end


@njit(cache=True)
def _pivot(a: Points, at: Points, b: Points, bt: Points, k: int) -> tuple[bool, int]:
    """A value of coordinate k that splits the rows; False if all have the same."""
    values = np.concatenate((a[at, k], b[bt, k]))
    low = values.min()
    middle = np.int64(np.median(values))
    return bool(low < values.max()), int(middle if middle > low else low + 1)


@njit(cache=True)
def _mark(a: Points, at: Points, b: Points, bt: Points, dead: NDArray[np.bool_]) -> None:
    """Mark the rows bt of b that some row at of a equals or beats in every coordinate.

    Split both by the median of a coordinate: the high half of a is settled against the low half of b in
    that coordinate. A stack instead of recursion: compiled recursion does not survive caching.
    """
    at, bt = at.copy(), bt.copy()
    last = a.shape[1] - 1
    stack = [(0, len(at), 0, len(bt), 0)]
    while len(stack) > 0:
        a_low, a_high, b_low, b_high, first = stack.pop()
        some_a, some_b = at[a_low:a_high], bt[b_low:b_high]
        if len(some_a) == 0 or len(some_b) == 0:
            continue
        if len(some_a) * len(some_b) <= FEW or first == last:
            _compare_all(a, some_a, b, some_b, first, dead)
        elif first == last - 1:
            _sweep(a, some_a, b, some_b, dead)
        else:
            split, pivot = _pivot(a, some_a, b, some_b, first)
            if not split:
                stack.append((a_low, a_high, b_low, b_high, first + 1))
                continue
            a_cut = _part(a, at, a_low, a_high, first, pivot)
            b_cut = _part(b, bt, b_low, b_high, first, pivot)
            stack.append((a_low, a_cut, b_cut, b_high, first + 1))
            stack.append((a_low, a_cut, b_low, b_cut, first))
            stack.append((a_cut, a_high, b_cut, b_high, first))


@njit(cache=True)
def _join(a: Points, a_ways: Ways, b: Points, b_ways: Ways) -> tuple[Points, Ways]:
    """The frontier of two frontiers together; equal rows become one with the ways of both."""
    n, m, d = a.shape[0], b.shape[0], a.shape[1]
    a_dead, b_dead = np.zeros(n, dtype=np.bool_), np.zeros(m, dtype=np.bool_)
    a_ways = a_ways.copy()
    i = j = 0
    while i < n and j < m:
        order = _before(a, i, b, j)
        if order == 0:
            a_ways[i] += b_ways[j]
            b_dead[j] = True
        if order >= 0:
            i += 1
        if order <= 0:
            j += 1
    alive = np.flatnonzero(~b_dead)
    _mark(a, np.arange(n), b, alive, b_dead)
    _mark(b, np.flatnonzero(~b_dead), a, np.arange(n), a_dead)
    a_kept, b_kept = np.flatnonzero(~a_dead), np.flatnonzero(~b_dead)
    out = np.empty((len(a_kept) + len(b_kept), d), dtype=np.int64)
    ways = np.empty(len(out), dtype=np.float64)
    i = j = 0
    for place in range(len(out)):
        take_a = j == len(b_kept) or (i < len(a_kept) and _before(a, a_kept[i], b, b_kept[j]) > 0)
        if take_a:
            out[place] = a[a_kept[i]]
            ways[place] = a_ways[a_kept[i]]
            i += 1
        else:
            out[place] = b[b_kept[j]]
            ways[place] = b_ways[b_kept[j]]
            j += 1
    return out, ways


@njit(cache=True)
def _stairs(points: Points, ways: Ways, rows: Points, least: Points) -> tuple[Points, Ways]:
    """Two coordinates: merge the shifted stairs in one walk, keeping a row only if it steps up."""
    n, m = points.shape[0], rows.shape[0]
    out = np.empty((n * m, 2), dtype=np.int64)
    out_ways = np.empty(n * m, dtype=np.float64)
    heads = np.zeros(m, dtype=np.int64)
    size = 0
    while True:
        best, best_x, best_y = -1, 0, 0
        for r in range(m):
            if heads[r] == n:
                continue
            x = points[heads[r], 0] + rows[r, 0]
            y = points[heads[r], 1] + rows[r, 1]
            if best < 0 or x > best_x or (x == best_x and y > best_y):
                best, best_x, best_y = r, x, y
        if best < 0 or best_x < least[0]:
            break
        way = ways[heads[best]]
        heads[best] += 1
        if size > 0 and out[size - 1, 0] == best_x and out[size - 1, 1] == best_y:
            out_ways[size - 1] += way
        elif best_y >= least[1] and (size == 0 or best_y > out[size - 1, 1]):
            out[size, 0], out[size, 1] = best_x, best_y
            out_ways[size] = way
            size += 1
    return out[:size].copy(), out_ways[:size].copy()


@njit(cache=True)
def _reaching(points: Points, ways: Ways, row: Points, least: Points) -> tuple[Points, Ways]:
    """The points moved by a row, without those that can no longer reach `least`."""
    n, d = points.shape
    out = np.empty((n, d), dtype=np.int64)
    out_ways = np.empty(n, dtype=np.float64)
    size = 0
    for i in range(n):
        reaches = True
        for k in range(d):
            out[size, k] = points[i, k] + row[k]
            if out[size, k] < least[k]:
                reaches = False
                break
        if reaches:
            out_ways[size] = ways[i]
            size += 1
    return out[:size].copy(), out_ways[:size].copy()


def add_issue(
    points: Points, ways: Ways, rows: Points, least: Points, stop: Stop
) -> tuple[Points, Ways] | None:
    """The frontier of all sums of a point and a row; None if `stop(points so far)` says to give up.

    points: frontier (n, d); rows: int64 (levels, d), what each level of the issue adds; least: int64 (d,),
    what a sum must reach to be of use. Memory is proportional to the larger of the two frontiers.
    """
    if points.shape[1] == 2:
        return _stairs(points, ways, rows, least)
    found, found_ways = _reaching(points, ways, rows[0], least)
    for level in range(1, rows.shape[0]):
        moved, moved_ways = _reaching(points, ways, rows[level], least)
        found, found_ways = _join(found, found_ways, moved, moved_ways)
        if stop(len(found)):
            return None
    return found, found_ways


def frontier_of_sums(
    tables: tuple[Points, ...], least: Points, stop: Stop = lambda points: False
) -> tuple[tuple[Points, ...], tuple[Ways, ...]] | None:
    """The frontiers of growing sums, one table of rows per issue; the last is the frontier of all.

    tables[i]: int64 (levels, d); least: int64 (d,), what a whole sum must reach in every coordinate; stop:
    asked as the frontier grows. Element k of each result belongs to the first k issues. None if stopped.
    """
    d = len(least)
    rest = np.zeros(d, dtype=np.int64) + sum((table.max(axis=0) for table in tables), np.zeros(d, np.int64))
    points, ways = [np.zeros((1, d), dtype=np.int64)], [np.ones(1)]
    for table in tables:
        rest = rest - table.max(axis=0)
        found = add_issue(points[-1], ways[-1], np.ascontiguousarray(table), least - rest, stop)
        if found is None or stop(len(found[0])):
            return None
        points.append(found[0])
        ways.append(found[1])
    return tuple(points), tuple(ways)


@njit(cache=True)
def _maxima(points: Points, dead: NDArray[np.bool_]) -> None:
    """Blocks of growing width: only a later row (lexicographically larger) can dominate an earlier one."""
    n = len(points)
    width = 1
    while width < n:
        for start in range(0, n - width, 2 * width):
            middle, end = start + width, min(n, start + 2 * width)
            lower = start + np.flatnonzero(~dead[start:middle])
            upper = middle + np.flatnonzero(~dead[middle:end])
            _mark(points, upper, points, lower, dead)
        width *= 2


def maxima(points: Points) -> NDArray[np.int64]:
    """Places of the rows that no other row dominates; rows distinct, in ascending lexicographic order."""
    dead = np.zeros(len(points), dtype=np.bool_)
    if points.shape[1] == 1:
        return np.arange(max(0, len(points) - 1), len(points))
    _maxima(np.ascontiguousarray(points), dead)
    return np.flatnonzero(~dead)
