"""`compile_terms`: names become indices and exact points become integers (HOUSE §3, AGREEMENTS §3).

What stands between the parties and an agreement is written as a list of **demands**, each of which can
be dropped on its own: a reservation, a red line, a mark, a linkage, the quota. Blocking sets and prices
are answers about this list.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod

import numpy as np
from numpy.typing import NDArray

from detente.errors import LimitError
from detente.messages import Words, message
from detente.situation.issues.terms import AgreementTerms, Instrument, Mark, Party, Statement
from detente.situation.issues.wording import condition_words
from detente.situation.language.expressions import Expression, references

# Sums of scaled points must stay exact in the solvers and in 64-bit arithmetic.
LARGEST_SUM = 2**52


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing somebody insists on.

    kind: "reservation" | "red line" | "never mark" | "paid for" | "linkage" | "quota"; `party` is an
    index or None; a mark has its issue and level (indices); a red line or linkage its expression,
    which must be false for a red line and true for a linkage.
    """

    id: str
    kind: str
    text: Words
    party: int | None = None
    issue: int | None = None
    level: int | None = None
    expression: Expression | None = None
    because: tuple[str, ...] = ()
    assumed: str | None = None


@dataclass(frozen=True, slots=True)
class Lever:
    """An instrument in integers: cost in `unit`s, and what it adds to each party's points."""

    id: str
    cost: int
    adds: tuple[int, ...]
    condition: Expression | None


@dataclass(frozen=True, slots=True)
class Bargain:
    """The compiled terms.

    sizes[i]: levels of issue i; scores[p]: per issue an int64 array of points in units of 1/unit (None: the
    party keeps no score); reservations[p] and margins[p] likewise; marks[p]: per issue a tuple of marks.
    """

    terms: AgreementTerms
    end: str
    unit: int
    sizes: tuple[int, ...]
    scores: tuple[tuple[NDArray[np.int64], ...] | None, ...]
    reservations: tuple[int, ...]
    margins: tuple[int, ...]
    demands: tuple[Demand, ...]
    levers: tuple[Lever, ...]
    budget: int | None

    @property
    def packages(self) -> int:
        """How many packages there are on paper."""
        return prod(self.sizes)

    @property
    def scored(self) -> tuple[int, ...]:
        """The parties that keep score."""
        return tuple(place for place, sheet in enumerate(self.scores) if sheet is not None)

    @property
    def additive(self) -> bool:
        """Do points and single levels decide everything: no linkages, no payment to look for?"""
        return not any(_joined(demand) for demand in self.demands)

    def demands_of(self, party: int) -> tuple[int, ...]:
        """Places of the demands of one party."""
        return tuple(place for place, demand in enumerate(self.demands) if demand.party == party)

    def named(self, package: tuple[int, ...]) -> dict[str, str]:
        """The package in words: issue to level."""
        return {
            issue.id: issue.levels[level] for issue, level in zip(self.terms.issues, package, strict=True)
        }

    def placed(self, package: dict[str, str]) -> tuple[int, ...]:
        """The package in indices. The inverse of `named`."""
        return tuple(issue.levels.index(package[issue.id]) for issue in self.terms.issues)

    def points(self, party: int, package: tuple[int, ...]) -> Fraction | None:
        """What the package is worth to the party, in points."""
        sheet = self.scores[party]
        if sheet is None:
            return None
        return Fraction(sum(int(row[level]) for row, level in zip(sheet, package, strict=True)), self.unit)


def compile_terms(terms: AgreementTerms, *, end: str = "low") -> Bargain:
    """The terms in integers.

    end: "low" takes every range at its low end (acceptable then means acceptable whatever the points turn
    out to be), "high" at its high end (acceptable for some points). Raises LimitError when the points have
    more digits than exact integer arithmetic can carry.
    """
    unit = _unit(terms, 0 if end == "low" else 1)
    sheets = tuple(_sheet(party, unit, 0 if end == "low" else 1) for party in terms.parties)
    return Bargain(
        terms=terms,
        end=end,
        unit=unit,
        sizes=tuple(len(issue.levels) for issue in terms.issues),
        scores=sheets,
        reservations=tuple(int((party.reservation or 0) * unit) for party in terms.parties),
        margins=tuple(int(party.margin * unit) for party in terms.parties),
        demands=tuple(_demands(terms)),
        levers=tuple(_lever(terms, instrument, unit) for instrument in terms.instruments),
        budget=None if terms.budget is None else int(terms.budget * unit),
    )


def _joined(demand: Demand) -> bool:
    several = demand.expression is not None and len(references(demand.expression)) > 1
    return several or demand.kind == "paid for"


def _unit(terms: AgreementTerms, end: int) -> int:
    """The least common denominator of every number that is compared with points."""
    numbers = [
        number for party in terms.parties for number in (party.reservation or Fraction(0), party.margin)
    ]
    numbers += [span[end] for party in terms.parties for row in party.points or () for span in row]
    for instrument in terms.instruments:
        numbers += [instrument.cost, *(amount for _, amount in instrument.adds)]
    numbers.append(terms.budget or Fraction(0))
    unit = lcm(*(number.denominator for number in numbers))
    largest = max((abs(number) for number in numbers), default=Fraction(0))
    if unit * max(Fraction(1), largest) * max(1, len(terms.issues)) > LARGEST_SUM:
        raise LimitError(
            "the points have more digits than exact arithmetic can carry here; "
            "round them to six decimals or fewer"
        )
    return unit


def _sheet(party: Party, unit: int, end: int) -> tuple[NDArray[np.int64], ...] | None:
    if party.points is None:
        return None
    return tuple(np.array([int(span[end] * unit) for span in row], dtype=np.int64) for row in party.points)


def _lever(terms: AgreementTerms, instrument: Instrument, unit: int) -> Lever:
    adds = dict(instrument.adds)
    return Lever(
        instrument.id,
        int(instrument.cost * unit),
        tuple(int(adds.get(party.id, Fraction(0)) * unit) for party in terms.parties),
        instrument.condition.expression if instrument.condition else None,
    )


def _demands(terms: AgreementTerms) -> list[Demand]:
    found = [
        demand for place, party in enumerate(terms.parties) for demand in _party_demands(terms, place, party)
    ]
    issues = {issue.id: issue for issue in terms.issues}
    for number, statement in enumerate(terms.require):
        words = condition_words(statement.expression, issues)
        found.append(
            _stated(
                f"require.{number}", "linkage", message("demands.linkage", condition=words), statement, None
            )
        )
    if terms.quota:
        optional = sum(not party.required for party in terms.parties)
        text = message("demands.quota", quota=terms.quota, optional=optional)
        found.append(Demand("quota", "quota", text))
    return found


def _party_demands(terms: AgreementTerms, place: int, party: Party) -> list[Demand]:
    found: list[Demand] = []
    if party.needs is not None and party.points is not None:
        text = _reservation(party, party.needs)
        found.append(Demand(f"{party.id}.reservation", "reservation", text, place))
    for number, statement in enumerate(party.never):
        words = condition_words(statement.expression, {issue.id: issue for issue in terms.issues})
        text = message("demands.never", party=party.name, condition=words)
        found.append(_stated(f"{party.id}.never.{number}", "red line", text, statement, place))
    if party.marks is not None:
        found += _mark_demands(terms, place, party, party.marks)
    return found


def _reservation(party: Party, needs: Fraction) -> Words:
    """What a party signs nothing below, and of what that is made up where it keeps a margin."""
    if not party.margin:
        return message("demands.reservation", party=party.name, points=show(needs))
    reservation, margin = show(party.reservation or Fraction(0)), show(party.margin)
    return message(
        "demands.reservation_margin",
        party=party.name,
        points=show(needs),
        reservation=reservation,
        margin=margin,
    )


def _mark_demands(
    terms: AgreementTerms, place: int, party: Party, marks: tuple[tuple[Mark | None, ...], ...]
) -> list[Demand]:
    found = []
    for number, (issue, row) in enumerate(zip(terms.issues, marks, strict=True)):
        for level, mark in enumerate(row):
            if mark is Mark.NEVER:
                meaning = issue.meaning(issue.levels[level])
                text = message("demands.mark", party=party.name, issue=issue.label, level=meaning)
                name = f"{party.id}.marks.{issue.id}.{issue.levels[level]}"
                found.append(Demand(name, "never mark", text, place, number, level))
    if any(mark is Mark.PAID for row in marks for mark in row):
        once = terms.paid_for == "once"
        text = (
            message("demands.paid_once", party=party.name)
            if once
            else message("demands.paid_each", party=party.name)
        )
        found.append(Demand(f"{party.id}.paid", "paid for", text, place))
    return found


def _stated(name: str, kind: str, text: Words, statement: Statement, party: int | None) -> Demand:
    return Demand(
        id=name,
        kind=kind,
        text=text,
        party=party,
        expression=statement.expression,
        because=statement.because,
        assumed=statement.assumed,
    )


def show(number: Fraction) -> str:
    """A number for people: whole, or with the decimals it needs (at most four)."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.4f}".rstrip("0")
