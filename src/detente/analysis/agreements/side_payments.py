"""Side payments: what could be signed if those who gain pay those who fall short? (Points as currency.)

A package can be signed when the signatories' surpluses over reservation and margin cover their
shortfalls. Proposed payments: every shortfall is covered, by those with a surplus in proportion to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.objectives.registry import objective
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.rows import Package
from detente.situation.issues.compile import Bargain


@dataclass(frozen=True, slots=True)
class SidePayments:
    """packages that can be signed with payments; the one with most points; payment per party (+ receives)."""

    packages: int | None
    package: Package | None
    payments: tuple[tuple[str, Fraction], ...]


def side_payments(bargain: Bargain, deadline: Deadline) -> SidePayments | None:
    """What side payments allow, without a mediator; None where the file does not allow them."""
    if not bargain.terms.transfers:
        return None
    asked = engine(replace(bargain, levers=(), budget=None), assisted=True, deadline=deadline)
    best = asked.best([objective("total")])
    package = best.packages[0] if best.packages else None
    return SidePayments(asked.count(), package, payments(bargain, package) if package else ())


def payments(bargain: Bargain, package: Package) -> tuple[tuple[str, Fraction], ...]:
    """Payments that cover every required party's shortfall; those with a surplus share the bill."""
    slack: dict[str, Fraction] = {}
    for place in bargain.scored:
        party = bargain.terms.parties[place]
        points, needs = bargain.points(place, package), party.needs
        if party.required and points is not None and needs is not None:
            slack[party.id] = points - needs
    short = -sum((amount for amount in slack.values() if amount < 0), Fraction(0))
    over = sum((amount for amount in slack.values() if amount > 0), Fraction(0))
    share = short / over if over else Fraction(0)
    return tuple(
        (name, -amount if amount < 0 else -amount * share) for name, amount in slack.items() if amount
    )
