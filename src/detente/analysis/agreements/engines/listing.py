"""Agreements listed without writing out the packages: for many parties whose sheets decide everything.

With additive sheets and required parties, a search that cuts off whatever can no longer reach every
reservation finds all agreements among thousands of millions of packages, if they are not too many. All
objectives, ties and common ground then follow from the list. Questions that would need too long a list
are passed on to the solver.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.engines.engine import (
    MOST_TIES,
    Asked,
    Best,
    Engine,
    recommended,
)
from detente.analysis.agreements.objectives.objective import Objective
from detente.analysis.agreements.objectives.registry import best
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.frontier import allowed_levels
from detente.analysis.agreements.solving.rows import Package, Rows
from detente.situation.issues.compile import Bargain
from detente.situation.issues.terms import PARKED

# Longer lists are left to the solver; the search looks at so many partial packages at most.
LONGEST = 400_000
MOST_NODES = 60_000_000


def listable(bargain: Bargain) -> bool:
    """Do the sheets of parties that must sign decide everything?"""
    required = all(party.required for party in bargain.terms.parties)
    scored = all(sheet is not None for sheet in bargain.scores)
    return bargain.additive and required and scored and not bargain.terms.quota


def listed(bargain: Bargain, deadline: Deadline) -> Engine | None:
    """The engine of a bargain whose agreements can be listed; None if they cannot, or are too many."""
    if not listable(bargain):
        return None
    found = Listed(bargain, deadline)
    return found if found.agreements() is not None else None


class Listed:
    """The agreements in a list; a solver for what would need a longer one."""

    exact = True

    def __init__(
        self,
        bargain: Bargain,
        deadline: Deadline,
        aside: int | None = None,
    ) -> None:
        self.bargain, self.deadline, self.parked = bargain, deadline, aside
        self.lists: dict[frozenset[int] | None, NDArray[np.int64] | None] = {}

    def allow(self, share: float) -> None:
        """What is listed needs no time limit."""

    def agreements(self, active: Collection[int] | None = None) -> NDArray[np.int64] | None:
        """Levels (agreements, issues) when only the active demands stand; None if there are too many."""
        key = None if active is None else frozenset(active)
        if key not in self.lists:
            found, complete = self._search(key, LONGEST)
            self.lists[key] = found if complete else None
        return self.lists[key]

    def _search(self, active: frozenset[int] | None, room: int) -> tuple[NDArray[np.int64], bool]:
        from detente.kernels.packages import list_reaching

        levels, tables = self._tables(active)
        if not all(len(row) for row in levels):
            return np.empty((0, len(levels)), dtype=np.int64), True
        found, complete = list_reaching(tables, self._needs(active), room=room, most=MOST_NODES)
        chosen = [row[found[:, place]] for place, row in enumerate(levels)]
        return np.stack(chosen, axis=1), complete

    def _tables(
        self, active: frozenset[int] | None
    ) -> tuple[list[NDArray[np.int64]], tuple[NDArray[np.int64], ...]]:
        """Per issue, the levels that no single demand excludes, and what they are worth to each party."""
        levels = [np.flatnonzero(row) for row in allowed_levels(self.bargain, active)]
        if self.parked is not None:
            last = self.bargain.sizes[self.parked] - 1
            levels[self.parked] = levels[self.parked][levels[self.parked] == last]
        sheets = [sheet for sheet in self.bargain.scores if sheet is not None]
        return levels, tuple(
            np.stack([sheet[place][row] for sheet in sheets], axis=1) for place, row in enumerate(levels)
        )

    def _needs(self, active: frozenset[int] | None) -> NDArray[np.int64]:
        needs = np.full(len(self.bargain.scores), -(2**60), dtype=np.int64)
        for place, demand in enumerate(self.bargain.demands):
            party = demand.party
            if demand.kind == "reservation" and party is not None and (active is None or place in active):
                needs[party] = self.bargain.reservations[party] + self.bargain.margins[party]
        return needs

    def feasible(self, active: Collection[int] | None = None) -> bool | None:
        """Is there an agreement when only the active demands stand?"""
        found, complete = self._search(None if active is None else frozenset(active), 1)
        return True if len(found) else False if complete else self._solver().feasible(active)

    def count(self, active: Collection[int] | None = None) -> int | None:
        """How many packages are agreements?"""
        from detente.kernels.packages import count_reaching

        found = self.agreements(active)
        if found is not None:
            return len(found)
        key = None if active is None else frozenset(active)
        return count_reaching(self._tables(key)[1], self._needs(key), most=MOST_NODES)

    def levels(self) -> tuple[tuple[NDArray[np.bool_], ...], bool]:
        """Per issue, which levels occur in an agreement."""
        found = self.agreements()
        assert found is not None
        return tuple(np.isin(np.arange(size), found[:, i]) for i, size in enumerate(self.bargain.sizes)), True

    def aside(self, issue: int) -> Engine:
        """The same questions with one issue parked."""
        return Listed(self.bargain, self.deadline, issue)

    def best(
        self, objectives: Sequence[Objective], active: Collection[int] | None = None, *, ties: bool = True
    ) -> Best:
        """The best agreements, every tie; a solver's answer where the list would be too long."""
        found = self.agreements(active)
        if found is None:
            return self._solver().best(objectives, active, ties=ties)
        rows = self._rows(found, active)
        places, values = best(rows, objectives)
        ordered = recommended(rows, places, objectives) if ties else places
        packages: tuple[Package, ...] = tuple(
            tuple(int(level) for level in found[place]) for place in ordered[:MOST_TIES]
        )
        return Best(packages, values, ties=len(places))

    def _rows(self, found: NDArray[np.int64], active: Collection[int] | None) -> Rows:
        bargain = self.bargain
        gains = np.zeros((len(found), len(bargain.scores)), dtype=np.int64)
        for column, sheet in enumerate(bargain.scores):
            assert sheet is not None
            for place, row in enumerate(sheet):
                gains[:, column] += row[found[:, place]]
            gains[:, column] -= bargain.reservations[column]
        settled = np.zeros(len(found), dtype=np.int64)
        for place, issue in enumerate(bargain.terms.issues):
            settled += found[:, place] != (issue.levels.index(PARKED) if issue.park else -1)
        nothing = np.zeros(len(found), dtype=np.int64)
        return Rows(
            gains,
            np.ones(gains.shape, dtype=bool),
            settled,
            nothing,
            np.array(bargain.reservations, dtype=np.int64),
            bargain.unit,
            np.empty((len(found), 0), dtype=np.int64),
        )

    def _solver(self) -> Engine:
        asked = Asked(self.bargain, assisted=False, deadline=self.deadline)
        return asked if self.parked is None else asked.aside(self.parked)
