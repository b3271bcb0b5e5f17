"""Frontiers of scoring sheets: our issue-wise merging beside a plain enumeration of every package.

Sheets are random whole points, each party's best levels adding to 100 (`sheets`), or random points of six
digits (`fine`), where hardly any two packages tie and the frontier is at its longest. Every number is from
the run itself; compilation is done before the clock starts.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import product

import numpy as np
from benchmarks.measure import Measure
from numpy.typing import NDArray

from detente.kernels.frontier import frontier_of_sums

Tables = tuple[NDArray[np.int64], ...]
BARS = {2: 0.05, 3: 1.0, 4: 8.0}


def sheets(parties: int, issues: int, levels: int, *, seed: int) -> Tables:
    """Whole points; the best levels of each party add to about 100."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(issues), size=parties) * 100
    return tuple(
        np.rint(rng.random((levels, parties)) * weights[:, issue]).astype(np.int64) for issue in range(issues)
    )


def fine(parties: int, issues: int, levels: int, *, seed: int) -> Tables:
    """Points of six digits, nothing in common between the parties."""
    rng = np.random.default_rng(seed)
    return tuple(rng.integers(0, 1_000_000, size=(levels, parties)) for _ in range(issues))


def opposed(parties: int, issues: int, levels: int, *, seed: int) -> Tables:
    """Points of six digits that half the parties rank one way and half the other: hard bargaining."""
    rng = np.random.default_rng(seed)
    tables = []
    for _ in range(issues):
        table = np.sort(rng.integers(0, 1_000_000, size=(levels, parties)), axis=0)
        table[:, : parties // 2] = table[::-1, : parties // 2]
        tables.append(table)
    return tuple(tables)


def merged(tables: Tables) -> tuple[float, NDArray[np.int64], NDArray[np.float64]]:
    """Seconds, frontier, packages per point."""
    least = np.full(tables[0].shape[1], -(2**60))
    started = time.perf_counter()
    found = frontier_of_sums(tables, least)
    seconds = time.perf_counter() - started
    assert found is not None
    return seconds, found[0][-1], found[1][-1]


def plain(tables: Tables) -> tuple[float, dict[tuple[int, ...], int]]:
    """Seconds and frontier, every package summed, ties counted, dominated points dropped."""
    rows = [[tuple(map(int, row)) for row in table] for table in tables]
    started = time.perf_counter()
    counts: dict[tuple[int, ...], int] = {}
    for package in product(*rows):
        point = tuple(map(sum, zip(*package, strict=True)))
        counts[point] = counts.get(point, 0) + 1
    front: list[tuple[int, ...]] = []
    for point in sorted(counts, reverse=True):
        if not any(all(b >= a for a, b in zip(point, other, strict=True)) for other in front):
            front.append(point)
    return time.perf_counter() - started, {point: counts[point] for point in front}


SHEETS = {"sheets": sheets, "fine": fine, "opposed": opposed}


def frontiers(smoke: bool) -> Iterator[Measure]:
    """10^10 packages of two, three and four parties, every kind of sheet."""
    size = 3 if smoke else 10
    for parties, bar in BARS.items():
        merged(fine(parties, 3, 3, seed=0))  # compiles
        for name, make in SHEETS.items():
            seconds, points, _ = merged(make(parties, size, size, seed=1))
            work = f"{name}: {parties} parties, {size**size:,} packages"
            yield Measure(work, f"{len(points):,} points in {seconds:.4f} s", f"≤ {bar} s", seconds <= bar)


def enumerated(smoke: bool) -> Iterator[Measure]:
    """10^6 packages of four parties, beside the plain enumeration, with the same frontier."""
    tables = sheets(4, 3 if smoke else 6, 3 if smoke else 10, seed=1)
    merged(tables)
    ours, points, ways = merged(tables)
    theirs, counts = plain(tables)
    same = {tuple(map(int, p)): int(w) for p, w in zip(points, ways, strict=True)} == counts
    result = f"{theirs / ours:,.0f} × ({theirs:.2f} s / {ours:.4f} s)"
    yield Measure("merged over enumerated, 4 parties", result, "the same frontier", same)
