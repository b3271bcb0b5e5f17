"""One set of questions about a bargain, two engines: everything written out, or a solver.

Both are exact; the solver may stop at its time limit and then says what it has proven.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.objectives.objective import Objective
from detente.analysis.agreements.objectives.registry import OBJECTIVES, best
from detente.analysis.agreements.solving.deadline_solver import (
    Deadline,
    Solved,
    active_rows,
    all_packages,
    relaxed_bound,
    relaxed_impossible,
    solver,
)
from detente.analysis.agreements.solving.enumeration import Grid, Truth
from detente.analysis.agreements.solving.programme import Affine, Programme, Row, build
from detente.analysis.agreements.solving.rows import Package, Rows
from detente.situation.issues.compile import Bargain

# Ties listed by name; how many there are is counted all the same where everything is written out.
MOST_TIES = 1_000
MOST_SOLVED_TIES = 30
# Shares of the whole time: for one question to the solver, and a first try at finding unseen levels.
ONE_QUESTION = 0.08
QUICK_TRY = 1.0


@dataclass(frozen=True, slots=True)
class Best:
    """The best packages for one objective, or several in turn.

    packages: every tie, at most MOST_TIES of them, the one to recommend first; ties: how many there are
    (None: at least those listed); values: one per objective, None where no package qualifies; used: the
    instruments that go with the first package; bound: if `proven` is False, no package exceeds it.
    """

    packages: tuple[Package, ...]
    values: tuple[Fraction | None, ...]
    proven: bool = True
    bound: Fraction | None = None
    ties: int | None = None
    used: tuple[bool, ...] = ()

    @property
    def value(self) -> Fraction | None:
        """The value of the last objective that decided."""
        return self.values[0] if len(self.values) == 1 else self.values[-1]


class Engine(Protocol):
    """What the methods ask."""

    bargain: Bargain
    exact: bool

    def allow(self, share: float) -> None:
        """Give what follows a share of the whole time."""
        ...

    def feasible(self, active: Collection[int] | None = None) -> bool | None:
        """Is there an agreement when only the active demands stand? None: not decided in time."""
        ...

    def count(self, active: Collection[int] | None = None) -> int | None:
        """How many packages are agreements? None: too many to count."""
        ...

    def levels(self) -> tuple[tuple[NDArray[np.bool_], ...], bool]:
        """Per issue, which levels occur in an agreement; is that all of them?"""
        ...

    def aside(self, issue: int) -> Engine:
        """The same questions with one issue parked. The issue must be one that may be."""
        ...

    def best(
        self, objectives: Sequence[Objective], active: Collection[int] | None = None, *, ties: bool = True
    ) -> Best:
        """The best agreements for the objectives in turn, when only the active demands stand.

        ties: False where one best package is enough, to spare a solver the search for the others.
        """
        ...


class Written:
    """Everything written out."""

    exact = True

    def __init__(self, bargain: Bargain, *, assisted: bool = False, among: Grid | None = None) -> None:
        self.bargain = bargain
        self.grid = among or Grid(bargain, assisted=assisted)
        self._last: tuple[frozenset[int] | None, Truth] | None = None
        self._last_rows: tuple[frozenset[int], NDArray[np.int64], Rows] | None = None

    def allow(self, share: float) -> None:
        """What is written out needs no time limit."""

    def feasible(self, active: Collection[int] | None = None) -> bool | None:
        """Is there an agreement when only the active demands stand?"""
        return bool(self._truth(active).any())

    def count(self, active: Collection[int] | None = None) -> int | None:
        """How many packages are agreements (whatever instruments they need)?"""
        truth = self._truth(active)
        axes = tuple(range(len(self.bargain.sizes), truth.ndim))
        return int((truth.any(axis=axes) if axes else truth).sum())

    def _truth(self, active: Collection[int] | None) -> Truth:
        """The agreements when only the active demands stand; kept for the next question about them."""
        key = None if active is None else frozenset(active)
        if self._last is None or self._last[0] != key:
            self._last = key, self.grid.acceptable(active)
        return self._last[1]

    def _agreements(self, active: Collection[int] | None) -> tuple[NDArray[np.int64], Rows]:
        """Their flat places and rows; kept like their truth."""
        if active is None:
            return self.grid.found, self.grid.rows
        key = frozenset(active)
        if self._last_rows is None or self._last_rows[0] != key:
            found = np.flatnonzero(self._truth(key))
            self._last_rows = key, found, self.grid.rows_at(found, key)
        return self._last_rows[1:]

    def levels(self) -> tuple[tuple[NDArray[np.bool_], ...], bool]:
        """Per issue, which levels occur in an agreement."""
        truth = self._truth(None)
        axes = range(truth.ndim)
        found = tuple(
            np.asarray(truth.any(axis=tuple(other for other in axes if other != place)))
            for place in range(len(self.bargain.sizes))
        )
        return found, True

    def aside(self, issue: int) -> Engine:
        """The same questions with one issue parked."""
        return Written(self.bargain, among=self.grid.among(issue, self.bargain.sizes[issue] - 1))

    def best(
        self, objectives: Sequence[Objective], active: Collection[int] | None = None, *, ties: bool = True
    ) -> Best:
        """The best agreements, every tie; ties in the order in which one would recommend them."""
        found, rows = self._agreements(active)
        places, values = best(rows, objectives)
        ordered = recommended(rows, places, objectives) if ties else places
        packages = [self.grid.package(int(found[place])) for place in ordered[: MOST_TIES if ties else 1]]
        issues = len(self.bargain.sizes)
        used = tuple(bool(level) for level in packages[0][issues:]) if packages else ()
        distinct = tuple(dict.fromkeys(package[:issues] for package in packages))
        return Best(distinct, values, ties=len(places) if not used else None, used=used)


def recommended(rows: Rows, places: NDArray[np.int64], objectives: Sequence[Objective]) -> NDArray[np.int64]:
    """The ties in order: first those that the other objectives would choose among them."""
    if len(places) < 2:
        return places
    asked = {one.id for one in objectives}
    first = places
    for one in OBJECTIVES:
        if one.id not in asked and one.id in {"least-cost", "breadth", "leximin", "wants", "total"}:
            chosen, value = one.best(rows.take(first))
            first = first[chosen] if value is not None else first
    chosen = np.zeros(len(rows), dtype=bool)
    chosen[first] = True
    return np.concatenate([first, places[~chosen[places]]])


class Asked:
    """A solver is asked, within a deadline."""

    exact = False

    def __init__(self, bargain: Bargain, *, assisted: bool, deadline: Deadline) -> None:
        self.bargain, self.assisted, self.deadline = bargain, assisted, deadline
        self.programme: Programme = build(bargain, assisted=assisted)
        self.solve = solver()
        self.whole = deadline.left
        self.phase = deadline

    def allow(self, share: float) -> None:
        """Give what follows a share of the whole time."""
        self.phase = Deadline(min(self.deadline.left, share * self.whole))

    @property
    def seconds(self) -> float:
        """Time for the next question."""
        return min(max(0.5, ONE_QUESTION * self.whole), self.phase.left)

    def feasible(self, active: Collection[int] | None = None) -> bool | None:
        """Is there an agreement when only the active demands stand? None: not decided in time."""
        if relaxed_impossible(self.programme, active):
            return False
        status = self.solve(self.programme, active=active, seconds=self.seconds).status
        return {"impossible": False, "unknown": None}.get(status, True)

    def count(self, active: Collection[int] | None = None) -> int | None:
        """Too many packages on paper to count the agreements among them; none can still be known."""
        return 0 if self.feasible(active) is False else None

    def levels(self) -> tuple[tuple[NDArray[np.bool_], ...], bool]:
        """Per issue, which levels occur in an agreement: ask for as many unseen ones as possible, again."""
        seen = [np.zeros(size, dtype=bool) for size in self.bargain.sizes]
        while True:
            unseen = Affine(
                tuple(
                    (variable, 1)
                    for levels, row in zip(self.programme.choice, seen, strict=True)
                    for variable, known in zip(levels, row, strict=True)
                    if not known
                )
            )
            if not unseen.terms:
                return tuple(seen), True
            found = self._showing(unseen)
            if found.package is None:
                return tuple(seen), found.status == "impossible"
            for row, level in zip(seen, found.package, strict=True):
                row[level] = True

    def _showing(self, unseen: Affine) -> Solved:
        """An agreement with many of the unseen levels; a proof that there is none takes a longer try."""
        rows = (Row(unseen + Affine(constant=-1)),)
        quick = min(QUICK_TRY, self.seconds)
        found = self.solve(self.programme, unseen, extra=rows, seconds=quick)
        if found.status == "unknown" and self.seconds > quick:
            found = self.solve(self.programme, extra=rows, seconds=self.seconds)
        return found

    def aside(self, issue: int) -> Engine:
        """The same questions with one issue parked."""
        asked = Asked(self.bargain, assisted=self.assisted, deadline=self.deadline)
        parked = asked.programme.choice[issue][-1]
        asked.programme.row(Affine(((parked, 1),), -1))
        asked.phase, asked.whole = self.phase, self.whole
        return asked

    def best(
        self, objectives: Sequence[Objective], active: Collection[int] | None = None, *, ties: bool = True
    ) -> Best:
        """The best agreements for linear objectives in turn; how far it is proven."""
        rows: list[Row] = []
        values: list[Fraction | None] = []
        solved = Solved("unknown")
        for one in objectives:
            if not one.linear or (one.needs_scores and not self.bargain.scored):
                return Best((), (*values, None))
            affine = self.programme.objective(one.id)
            rows += self.programme.needed(one.id)
            solved = self.solve(self.programme, affine, active=active, extra=rows, seconds=self.seconds)
            if solved.value is None:
                bound = self._value(one, self._bound(affine, solved, rows, active))
                return Best((), (*values, None), solved.status == "impossible", bound)
            values.append(self._value(one, solved.value))
            rows.append(Row(affine + Affine(constant=-solved.value)))
            if solved.status != "optimal":
                bound = self._value(one, self._bound(affine, solved, rows, active))
                return Best(self._first(solved), tuple(values), False, bound, used=solved.used)
        if not ties:
            return Best(self._first(solved), tuple(values), used=solved.used)
        others, complete = all_packages(
            self.programme,
            active=active,
            extra=rows,
            most=MOST_SOLVED_TIES,
            seconds=min(QUICK_TRY, self.seconds),
        )
        packages = tuple(dict.fromkeys((*self._first(solved), *others)))
        return Best(packages, tuple(values), ties=len(packages) if complete else None, used=solved.used)

    def _bound(
        self, affine: Affine, solved: Solved, rows: Sequence[Row], active: Collection[int] | None
    ) -> float:
        """What no package exceeds: the solver's bound, or that of the problem in fractions if it has none."""
        bound = None if solved.status == "unknown" else solved.bound
        if bound is None:
            bound = relaxed_bound(self.programme, affine, [*active_rows(self.programme, active), *rows])
        highest = self.programme.range_of(affine)[1]
        floored = highest if bound is None else min(highest, floor(bound + 1e-6))
        return floored if solved.value is None else max(solved.value, floored)

    def _first(self, solved: Solved) -> tuple[Package, ...]:
        return () if solved.package is None else (solved.package,)

    def _value(self, one: Objective, value: float) -> Fraction:
        if one.id == "breadth":
            return Fraction(round(value))
        number = Fraction(round(value), self.bargain.unit)
        return -number if one.id == "least-cost" else number
