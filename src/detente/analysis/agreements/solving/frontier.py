"""The frontier: which acceptable packages cannot be improved for one party without hurting another?

Scoring sheets are additive, so the frontier of the first k issues together is found from that of the first
k-1 (Nemhauser & Ullmann 1969): exact, and in time and memory that follow the frontier, not the number of
packages. Ties are kept: every point knows how many packages reach it, and lists them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.solving.enumeration import Grid, fits
from detente.analysis.agreements.solving.rows import Package, Rows
from detente.situation.issues.compile import Bargain, Demand
from detente.situation.issues.terms import PARKED
from detente.situation.language.expressions import evaluate

# Up to here packages are written out and sorted; beyond, issues are merged one by one.
WRITE_OUT = 50_000
# Longer frontiers are given up: dominance among many parties takes every comparison there is.
MOST_POINTS, MOST_POINTS_OF_MANY = 4_000_000, 40_000
# Plain comparison of each with each, without compiled code.
COMPARE_ALL = 3_000


@dataclass(frozen=True, slots=True)
class Frontier:
    """The efficient acceptable packages.

    gains: int64 (size, parties), distinct points (over reservation, units of 1/unit; scored parties in file
    order), descending; ways: float64 (size,), how many packages reach each. `stages` are what is needed to
    list the packages of a point.
    """

    bargain: Bargain
    gains: NDArray[np.int64]
    ways: NDArray[np.float64]
    stages: _Stages

    @property
    def size(self) -> int:
        """Distinct efficient points."""
        return len(self.gains)

    @property
    def packages(self) -> int:
        """Efficient packages, ties counted."""
        return int(self.ways.sum())

    def packages_at(self, place: int, most: int = 1000) -> tuple[Package, ...]:
        """The packages that reach one point, at most `most` of them."""
        return tuple(islice(self.stages.packages(self.gains[place]), most))

    @property
    def rows(self) -> Rows:
        """The points as rows for the objectives (breadth and cost are not told apart here)."""
        needs = np.array([self.bargain.margins[party] for party in self.bargain.scored], dtype=np.int64)
        nothing = np.zeros(self.size, dtype=np.int64)
        reservations = np.array(
            [self.bargain.reservations[party] for party in self.bargain.scored], dtype=np.int64
        )
        counted = self.gains >= needs
        wants = np.empty((self.size, 0), dtype=np.int64)
        return Rows(self.gains, counted, nothing, nothing, reservations, self.bargain.unit, wants)


class _Stages:
    """How the packages of a point are found again."""

    def packages(self, gain: NDArray[np.int64]) -> Iterator[Package]:
        raise NotImplementedError


def frontier(bargain: Bargain, grid: Grid | None = None, *, seconds: float | None = None) -> Frontier | None:
    """The frontier, or None when no party keeps score, no exact method fits, or it grows out of hand.

    grid: the packages if they are already written out; seconds: the most that merging may take.
    """
    if not bargain.scored:
        return None
    if mergeable(bargain) and bargain.packages > WRITE_OUT:
        merged = _merged(bargain, seconds)
        if merged is not None:
            return merged
    return _written_out(bargain, grid or Grid(bargain)) if grid or fits(bargain) else None


def mergeable(bargain: Bargain) -> bool:
    """Can issues be merged one by one? Yes if acceptability only ever improves with points."""
    optional = [place for place, party in enumerate(bargain.terms.parties) if not party.required]
    free = all(
        demand.kind == "reservation" or bargain.terms.parties[demand.party].veto
        for demand in bargain.demands
        if demand.party is not None and demand.party in optional
    )
    return bargain.additive and free


def allowed_levels(bargain: Bargain, active: Collection[int] | None = None) -> tuple[NDArray[np.bool_], ...]:
    """Per issue, the levels that no single-issue red line, mark or linkage of a binding party excludes."""
    allowed = [np.ones(size, dtype=bool) for size in bargain.sizes]
    places = {issue.id: place for place, issue in enumerate(bargain.terms.issues)}
    for number, demand in enumerate(bargain.demands):
        if active is not None and number not in active:
            continue
        party = None if demand.party is None else bargain.terms.parties[demand.party]
        if party is not None and not party.required and not party.veto:
            continue
        if demand.kind == "never mark":
            assert demand.issue is not None and demand.level is not None
            allowed[demand.issue][demand.level] = False
        elif demand.expression is not None:
            _exclude(bargain, demand, places, allowed)
    return tuple(allowed)


def _exclude(
    bargain: Bargain, demand: Demand, places: dict[str, int], allowed: list[NDArray[np.bool_]]
) -> None:
    from detente.situation.language.expressions import references

    assert demand.expression is not None
    (name,) = references(demand.expression)
    levels = np.arange(bargain.sizes[places[name]], dtype=np.int64)
    truth = evaluate(demand.expression, lambda _: levels, bargain.terms.levels)
    allowed[places[name]] &= ~truth if demand.kind == "red line" else truth


class _Merged(_Stages):
    """The frontiers of growing sums: walk back from a point, issue by issue."""

    def __init__(
        self,
        tables: tuple[NDArray[np.int64], ...],
        levels: tuple[NDArray[np.int64], ...],
        points: tuple[NDArray[np.int64], ...],
        start: NDArray[np.int64],
    ) -> None:
        self.tables, self.levels, self.points, self.start = tables, levels, points, start

    def packages(self, gain: NDArray[np.int64]) -> Iterator[Package]:
        return self._back(len(self.tables), gain - self.start)

    def _back(self, stage: int, point: NDArray[np.int64]) -> Iterator[Package]:
        if stage == 0:
            yield ()
            return
        for row, level in zip(self.tables[stage - 1], self.levels[stage - 1], strict=True):
            before = point - row
            if (self.points[stage - 1] == before).all(axis=1).any():
                for package in self._back(stage - 1, before):
                    yield (*package, int(level))


def _merged(bargain: Bargain, seconds: float | None = None) -> Frontier | None:
    from detente.kernels.frontier import frontier_of_sums

    scored = bargain.scored
    allowed = allowed_levels(bargain)
    levels = tuple(np.flatnonzero(row) for row in allowed)
    sheets = [bargain.scores[party] for party in scored]
    tables = tuple(
        np.stack([sheet[place][levels[place]] for sheet in sheets if sheet is not None], axis=1)
        for place in range(len(bargain.sizes))
    )
    start = -np.array([bargain.reservations[party] for party in scored], dtype=np.int64)
    least = np.array([_least(bargain, party) for party in scored], dtype=np.int64)
    if any(not len(row) for row in levels):
        empty = np.empty((0, len(scored)), dtype=np.int64)
        return Frontier(bargain, empty, np.empty(0), _Merged(tables, levels, (empty,), start))
    found = frontier_of_sums(tables, least, _out_of_hand(len(scored), seconds))
    if found is None:
        return None
    points, ways = found
    gains = points[-1] + start
    kept = _quota_met(bargain, gains)
    return Frontier(bargain, gains[kept], ways[-1][kept], _Merged(tables, levels, points, start))


def _out_of_hand(parties: int, seconds: float | None) -> Callable[[int], bool]:
    """When to give up: more points than can be compared, or no time left."""
    most = MOST_POINTS if parties <= 4 else MOST_POINTS_OF_MANY
    end = None if seconds is None else time.monotonic() + seconds
    return lambda points: points > most or (end is not None and time.monotonic() > end)


def _least(bargain: Bargain, party: int) -> int:
    if not bargain.terms.parties[party].required:
        return -(2**60)
    return bargain.reservations[party] + bargain.margins[party]


def _quota_met(bargain: Bargain, gains: NDArray[np.int64]) -> NDArray[np.bool_]:
    parties = bargain.terms.parties
    ordinal = sum(not p.required and bargain.scores[i] is None for i, p in enumerate(parties))
    signing = np.full(len(gains), ordinal, dtype=np.int64)
    for column, party in enumerate(bargain.scored):
        if not parties[party].required:
            signing += gains[:, column] >= bargain.margins[party]
    return signing >= bargain.terms.quota


class _Written(_Stages):
    """All acceptable packages are at hand: look for those with the point's gains."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid

    def packages(self, gain: NDArray[np.int64]) -> Iterator[Package]:
        places = np.flatnonzero((self.grid.rows.gains == gain).all(axis=1))
        return (self.grid.package(int(self.grid.found[place])) for place in places)


def _written_out(bargain: Bargain, grid: Grid) -> Frontier:
    points, counts = np.unique(grid.rows.gains, axis=0, return_counts=True)
    kept = efficient(points)
    return Frontier(bargain, points[kept][::-1], counts[kept][::-1].astype(np.float64), _Written(grid))


def efficient(points: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places of the rows that no other row dominates. Rows must be distinct and ascending."""
    if len(points) > COMPARE_ALL:
        from detente.kernels.frontier import maxima

        return maxima(points)
    kept: list[int] = []
    front = np.empty((0, points.shape[1]), dtype=np.int64)
    for place in range(len(points) - 1, -1, -1):
        if not (front >= points[place]).all(axis=1).any():
            kept.append(place)
            front = np.concatenate([front, points[place : place + 1]])
    return np.array(kept[::-1], dtype=np.int64)


def settled(bargain: Bargain, package: Package) -> int:
    """Issues of the package that are not parked."""
    return sum(
        issue.levels[level] != PARKED for issue, level in zip(bargain.terms.issues, package, strict=False)
    )
