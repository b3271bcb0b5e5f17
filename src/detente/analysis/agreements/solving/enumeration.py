"""Every package written out: the plain engine, exact for anything that can be said about packages.

Used up to `LARGEST` cells (packages × parties); beyond that the frontier and the solver take over.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.solving.rows import Package, Rows
from detente.situation.issues.compile import Bargain, Demand
from detente.situation.issues.terms import PARKED, Mark
from detente.situation.language.expressions import Expression, evaluate

LARGEST = 24_000_000
Truth = NDArray[np.bool_]


def fits(bargain: Bargain, *, assisted: bool = False) -> bool:
    """Is the problem small enough to write out?"""
    ways = bargain.packages * (2 ** len(bargain.levers) if assisted else 1)
    return ways * max(1, len(bargain.terms.parties)) <= LARGEST


Where = tuple[NDArray[np.int64], ...]


class Grid:
    """All packages of a bargain as arrays with one axis per issue (and one per instrument, if assisted).

    `assisted` lets the mediator's instruments be used, within the budget, and side payments be made where
    the file allows them; otherwise the parties are alone.
    """

    def __init__(self, bargain: Bargain, *, assisted: bool = False) -> None:
        self.bargain = bargain
        self.levers = bargain.levers if assisted else ()
        self.paying = assisted and bargain.terms.transfers
        self.shape = bargain.sizes + (2,) * len(self.levers)
        self.pinned: Package | None = None
        self.counts: dict[tuple[int, Mark], NDArray[np.int16]] = {}
        self.only: Truth | None = None

    def pin(self, package: Package) -> None:
        """Look at one package only: every axis has one entry, its level."""
        self.pinned = package
        self.shape = (1,) * len(package)

    def among(self, issue: int, level: int) -> Grid:
        """The same packages, those alone in which an issue stands at a level; nothing is computed anew."""
        part = Grid(self.bargain)
        part.levers, part.paying, part.shape, part.counts = self.levers, self.paying, self.shape, self.counts
        part.met, part.values, part.cost, part.settled = self.met, self.values, self.cost, self.settled
        part.unmet = self.unmet
        part.only = self.axis(issue) == level
        return part

    def axis(self, place: int) -> NDArray[np.int64]:
        """Level indices along one axis, ready to broadcast."""
        if self.pinned is not None:
            return np.full([1] * len(self.shape), self.pinned[place], dtype=np.int64)
        shape = [1] * len(self.shape)
        shape[place] = self.shape[place]
        return np.arange(self.shape[place], dtype=np.int64).reshape(shape)

    def truth(self, expression: Expression) -> Truth:
        """Where an expression over issues holds."""
        places = {issue.id: place for place, issue in enumerate(self.bargain.terms.issues)}
        return evaluate(expression, lambda name: self.axis(places[name]), self.bargain.terms.levels)

    @cached_property
    def cost(self) -> NDArray[np.int64]:
        """What the instruments used cost."""
        total = np.zeros([1] * len(self.shape), dtype=np.int64)
        for place, lever in enumerate(self.levers, len(self.bargain.sizes)):
            total = total + self.axis(place) * lever.cost
        return total

    @cached_property
    def values(self) -> tuple[NDArray[np.int64] | None, ...]:
        """Points of every package for every party that keeps score, instruments included."""
        return tuple(self._value(party) for party in range(len(self.bargain.scores)))

    def _value(self, party: int) -> NDArray[np.int64] | None:
        sheet = self.bargain.scores[party]
        if sheet is None:
            return None
        total = np.zeros([1] * len(self.shape), dtype=np.int64)
        for place, row in enumerate(sheet):
            total = total + row[self.axis(place)]
        for place, lever in enumerate(self.levers, len(self.bargain.sizes)):
            if lever.adds[party]:
                works = True if lever.condition is None else self.truth(lever.condition)
                total = total + self.axis(place) * works * lever.adds[party]
        return np.broadcast_to(total, self.shape)

    def holds(self, demand: Demand) -> Truth:
        """Where a demand is met. The quota is not judged here: it is about who signs."""
        match demand.kind:
            case "reservation":
                assert demand.party is not None
                value = self.values[demand.party]
                assert value is not None
                party = demand.party
                return value >= self.bargain.reservations[party] + self.bargain.margins[party]
            case "red line":
                assert demand.expression is not None
                return ~self.truth(demand.expression)
            case "linkage":
                assert demand.expression is not None
                return self.truth(demand.expression)
            case "never mark":
                assert demand.issue is not None
                return self.axis(demand.issue) != demand.level
            case "paid for":
                assert demand.party is not None
                return self._paid(demand.party)
            case _:
                return np.ones([1] * len(self.shape), dtype=bool)

    def _paid(self, party: int) -> Truth:
        """Concessions against what is had in return: wanted levels and instruments that add something."""
        asked = self._marked(party, Mark.PAID)
        returns: NDArray[Any] = self._marked(party, Mark.WANTED)
        for place, lever in enumerate(self.levers, len(self.bargain.sizes)):
            if lever.adds[party] > 0:
                works = True if lever.condition is None else self.truth(lever.condition)
                returns = returns + self.axis(place) * works
        if self.bargain.terms.paid_for == "each":
            return asked <= returns
        return (asked == 0) | (returns > 0)

    def _marked(self, party: int, mark: Mark) -> NDArray[np.int16]:
        """How many issues stand at levels with this mark (kept: it is asked again for every demand)."""
        if (party, mark) not in self.counts:
            total = np.zeros([1] * len(self.shape), dtype=np.int16)
            for place, row in enumerate(self._bearing(party, mark)):
                if row.any():
                    total = total + row[self.axis(place)]
            self.counts[party, mark] = total
        return self.counts[party, mark]

    def _bearing(self, party: int, mark: Mark) -> list[NDArray[np.int16]]:
        """Per issue, 1 at the levels that bear the mark."""
        marks = self.bargain.terms.parties[party].marks
        assert marks is not None
        return [np.array([entry is mark for entry in row], dtype=np.int16) for row in marks]

    @cached_property
    def met(self) -> tuple[Truth, ...]:
        """Truth of every demand, each as small as the issues it speaks of."""
        return tuple(self.holds(demand) for demand in self.bargain.demands)

    def signs(self, party: int, active: Collection[int]) -> Truth:
        """Where the party's active demands are all met."""
        truth = np.ones([1] * len(self.shape), dtype=bool)
        for place in self.bargain.demands_of(party):
            if place in active and not (self.paying and self.bargain.demands[place].kind == "reservation"):
                truth = truth & self.met[place]
        return truth

    def acceptable(self, active: Collection[int] | None = None) -> Truth:
        """The packages that are agreements when only the `active` demands stand (default: all)."""
        demands = self.bargain.demands
        active = range(len(demands)) if active is None else frozenset(active)
        truth = self._all_met(active)
        truth = self._judged(active) if truth is None else truth
        if self.only is not None:
            truth &= self.only
        if self.levers and self.bargain.budget is not None:
            truth &= self.cost <= self.bargain.budget
        return truth

    def _all_met(self, active: Collection[int]) -> Truth | None:
        """Where all active demands are met, if that is all there is to an agreement.

        A demand left out is taken off the count of unmet ones: one pass, however many demands there are.
        """
        if self.unmet is None:
            return None
        left_out = [place for place in range(len(self.bargain.demands)) if place not in active]
        forgiven = sum((~self.met[place] for place in left_out), start=np.zeros((), dtype=np.uint8))
        return np.asarray(self.unmet == forgiven)

    @cached_property
    def unmet(self) -> NDArray[np.uint8] | None:
        """How many demands each package leaves unmet; None where some parties are free to stay out or pay."""
        parties, demands = self.bargain.terms.parties, self.bargain.demands
        whole = all(party.required for party in parties) and not self.bargain.terms.quota
        if self.paying or not whole or len(demands) > np.iinfo(np.uint8).max:
            return None
        count = np.zeros(self.shape, dtype=np.uint8)
        for met in self.met:
            count += ~met
        return count

    def _judged(self, active: Collection[int]) -> Truth:
        """Party by party: linkages and vetoes hold, the required sign, and enough of the others do."""
        demands = self.bargain.demands
        truth = np.ones(self.shape, dtype=bool)
        for place, demand in enumerate(demands):
            if place in active and (demand.kind == "linkage" or self._binds(demand)):
                truth &= self.met[place]
        parties = self.bargain.terms.parties
        willing = [self.signs(place, active) for place in range(len(parties))]
        for party, signs in zip(parties, willing, strict=True):
            if party.required:
                truth &= signs
        quota = self.bargain.terms.quota if any(demands[d].kind == "quota" for d in active) else 0
        optional = [place for place, party in enumerate(parties) if not party.required]
        if quota:
            truth &= sum((willing[place].astype(np.int8) for place in optional), np.int8(0)) >= quota
        if self.paying:
            truth &= self._payable(active, willing, optional, quota)
        return truth

    def _binds(self, demand: Demand) -> bool:
        """A red line of a party with a veto binds though the party does not sign."""
        if demand.party is None or demand.kind not in {"red line", "never mark"}:
            return False
        return self.bargain.terms.parties[demand.party].veto

    def _payable(
        self, active: Collection[int], willing: list[Truth], optional: list[int], quota: int
    ) -> Truth:
        """Do the signatories' surpluses, taken together, cover their shortfalls?"""
        surplus = np.zeros([1] * len(self.shape), dtype=np.int64)
        others = []
        for place, party in enumerate(self.bargain.terms.parties):
            slack = self._slack(place, active)
            if party.required:
                surplus = surplus + slack
            else:
                others.append(np.where(willing[place], slack, -(2**60)))
        if not others:
            return surplus >= 0
        ranked = -np.sort(-np.stack(np.broadcast_arrays(*others)), axis=0)
        sums = surplus + np.concatenate([np.zeros((1, *ranked.shape[1:]), np.int64), ranked.cumsum(axis=0)])
        return np.asarray((sums[quota:] >= 0).any(axis=0))

    def _slack(self, party: int, active: Collection[int]) -> NDArray[np.int64]:
        bargain, value = self.bargain, self.values[party]
        asked = [d for d in bargain.demands_of(party) if bargain.demands[d].kind == "reservation"]
        if value is None or not any(d in active for d in asked):
            return np.zeros([1] * len(self.shape), dtype=np.int64)
        return value - (bargain.reservations[party] + bargain.margins[party])

    @cached_property
    def found(self) -> NDArray[np.int64]:
        """Flat indices of the agreements."""
        return np.flatnonzero(self.acceptable())

    def package(self, place: int) -> Package:
        """The package at a flat index (levels of issues, then instruments used or not)."""
        return tuple(int(level) for level in np.unravel_index(place, self.shape))

    @cached_property
    def rows(self) -> Rows:
        """The agreements as rows for the objectives."""
        return self.rows_at(self.found)

    def rows_at(self, places: NDArray[np.int64], active: Collection[int] | None = None) -> Rows:
        """Any packages as rows; who signs is judged by the active demands (default: all)."""
        active = range(len(self.bargain.demands)) if active is None else active
        scored, where = self.bargain.scored, np.unravel_index(places, self.shape)
        gains = np.empty((len(places), len(scored)), dtype=np.int64)
        counted = np.empty((len(places), len(scored)), dtype=bool)
        for column, party in enumerate(scored):
            value = self.values[party]
            assert value is not None
            gains[:, column] = self._at(value, where) - self.bargain.reservations[party]
            counted[:, column] = self._at(self.signs(party, active), where)
        reservations = np.array([self.bargain.reservations[party] for party in scored], dtype=np.int64)
        return Rows(
            gains,
            counted,
            self._at(self.settled, where),
            self._at(self.cost, where),
            reservations,
            self.bargain.unit,
            self._wants(where),
        )

    def _at(self, array: NDArray[Any], where: Where) -> NDArray[Any]:
        """Entries of an array that broadcasts to the grid; where: the coordinates along every axis."""
        if array.size == 1:
            return np.full(len(where[0]), array.reshape(-1)[0])
        # An axis that the array does not span is 0 there: the array itself is never spread out.
        index = tuple(along if size > 1 else 0 for along, size in zip(where, array.shape, strict=True))
        return np.asarray(array[index])

    @cached_property
    def settled(self) -> NDArray[np.int64]:
        """Issues that are not parked."""
        issues = self.bargain.terms.issues
        total = np.full([1] * len(self.shape), sum(not issue.park for issue in issues), dtype=np.int64)
        for place, issue in enumerate(issues):
            if issue.park:
                total = total + (self.axis(place) != issue.levels.index(PARKED))
        return total

    def _wants(self, where: Where) -> NDArray[np.int64]:
        marked = [place for place, party in enumerate(self.bargain.terms.parties) if party.marks is not None]
        wants = np.empty((len(where[0]), len(marked)), dtype=np.int64)
        for column, party in enumerate(marked):
            wanted, conceded = self._marked(party, Mark.WANTED), self._marked(party, Mark.PAID)
            wants[:, column] = self._at(wanted, where) - self._at(conceded, where)
        return wants
