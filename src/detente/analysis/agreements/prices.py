"""Prices: what does each ask and each red line cost the parties together? The optimum with it, minus without.

A demand (a red line, a mark, a linkage, a reservation, the quota) is dropped; an ask (an issue that may be
parked) is set aside. Both are answered by solving again, exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.analysis.agreements.engines.engine import Best, Engine
from detente.analysis.agreements.objectives.objective import Objective
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.messages import Words
from detente.situation.issues.compile import Bargain, Demand


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand under some terms: agreements (None: not counted) and optima by objective."""

    packages: int | None
    possible: bool | None
    optima: tuple[tuple[str, Fraction | None, bool], ...]

    def value(self, objective: str) -> Fraction | None:
        """The optimum of one objective."""
        return next((value for name, value, _ in self.optima if name == objective), None)


@dataclass(frozen=True, slots=True)
class Price:
    """kind: "demand" | "ask"; `id` names a demand or an issue; standing with it and without it."""

    kind: str
    id: str
    text: Words
    with_it: Standing
    without: Standing
    party: str | None = None

    def price(self, objective: str) -> Fraction | None:
        """The optimum with it minus the optimum without it (negative: it costs that much)."""
        here, there = self.with_it.value(objective), self.without.value(objective)
        return None if here is None or there is None else here - there


def standing(
    asked: Engine, objectives: Sequence[Objective], active: frozenset[int] | None = None
) -> Standing:
    """Agreements and optima when only the active demands stand."""
    bests: list[tuple[Objective, Best]] = [(one, asked.best([one], active, ties=False)) for one in objectives]
    packages = asked.count(active) if asked.exact else None
    found = any(best.packages for _, best in bests)
    possible = packages > 0 if packages is not None else found or asked.feasible(active)
    optima = tuple((one.id, best.value, best.proven) for one, best in bests)
    return Standing(packages if possible is not False else 0, possible, optima)


def prices(
    asked: Engine, objectives: Sequence[Objective], deadline: Deadline
) -> tuple[tuple[Price, ...], bool]:
    """The price of every demand and every ask; did the time suffice for all of them?"""
    bargain = asked.bargain
    now = standing(asked, objectives)
    found: list[Price] = []
    for place, demand in enumerate(bargain.demands):
        if not deadline.left:
            return tuple(found), False
        rest = frozenset(range(len(bargain.demands))) - {place}
        found.append(_demanded(bargain, demand, now, standing(asked, objectives, rest)))
    for place, issue in enumerate(bargain.terms.issues):
        if not deadline.left:
            return tuple(found), False
        if issue.park:
            found.append(Price("ask", issue.id, issue.label, now, standing(asked.aside(place), objectives)))
    return tuple(found), True


def _demanded(bargain: Bargain, demand: Demand, now: Standing, without: Standing) -> Price:
    party = None if demand.party is None else bargain.terms.parties[demand.party].id
    return Price("demand", demand.id, demand.text, now, without, party)
