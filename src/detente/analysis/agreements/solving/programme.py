"""The integer programme of AGREEMENTS §3, written once for every solver.

Truth of a condition over issues is an affine 0/1 expression over the choice variables; conditions over
several issues get a variable of their own, tied to its parts by linear rows. A row may hold only where a
variable is 1 (`when`), and may belong to a demand, so that it disappears when the demand is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from detente.situation.issues.compile import Bargain, Demand
from detente.situation.issues.terms import Mark
from detente.situation.language.expressions import (
    And,
    Count,
    Expression,
    Iff,
    Implies,
    Not,
    Or,
    evaluate,
    references,
)


@dataclass(frozen=True, slots=True)
class Affine:
    """Σ coefficient × variable + constant. `terms` holds (variable, coefficient)."""

    terms: tuple[tuple[int, int], ...] = ()
    constant: int = 0

    def __add__(self, other: Affine) -> Affine:
        total = dict(self.terms)
        for variable, coefficient in other.terms:
            total[variable] = total.get(variable, 0) + coefficient
        kept = tuple((variable, c) for variable, c in total.items() if c)
        return Affine(kept, self.constant + other.constant)

    def times(self, factor: int) -> Affine:
        """The expression multiplied by a number."""
        return Affine(tuple((v, c * factor) for v, c in self.terms), self.constant * factor)

    def negated(self) -> Affine:
        """1 minus the expression: the opposite truth."""
        return self.times(-1) + Affine(constant=1)


@dataclass(frozen=True, slots=True)
class Row:
    """`affine` ≥ 0, where the variable `when` is 1 (always, if None), while `demand` stands."""

    affine: Affine
    when: int | None = None
    demand: int | None = None


@dataclass(slots=True)
class Programme:
    """Variables by index with bounds, and rows. Built by `build`; solvers only read it."""

    bargain: Bargain
    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    choice: list[list[int]] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    levers: list[int] = field(default_factory=list)
    values: list[Affine] = field(default_factory=list)
    returns: list[Affine] = field(default_factory=list)

    def variable(self, low: int = 0, high: int = 1) -> int:
        """A new integer variable."""
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def row(self, affine: Affine, *, when: int | None = None, demand: int | None = None) -> None:
        """Add: affine ≥ 0."""
        self.rows.append(Row(affine, when, demand))

    def range_of(self, affine: Affine) -> tuple[int, int]:
        """The smallest and largest value that the bounds allow."""
        low = high = affine.constant
        for variable, coefficient in affine.terms:
            ends = [coefficient * end for end in self.bounds[variable]]
            low, high = low + min(ends), high + max(ends)
        return low, high

    def parked(self) -> Affine:
        """How many issues are parked."""
        issues = self.bargain.terms.issues
        return Affine(tuple((self.choice[i][-1], 1) for i, issue in enumerate(issues) if issue.park))

    def cost(self) -> Affine:
        """What the instruments used cost."""
        pairs = zip(self.levers, self.bargain.levers, strict=False)
        return Affine(tuple((variable, lever.cost) for variable, lever in pairs))

    def objective(self, name: str) -> Affine:
        """The expression to maximise for a linear objective."""
        scored = self.bargain.scored
        if name == "breadth":
            return self.parked().times(-1) + Affine(constant=len(self.bargain.sizes))
        if name == "least-cost":
            return self.cost().times(-1)
        if name == "total":
            return sum((self.values[party] for party in scored), Affine())
        return self._smallest_gain(scored)

    def needed(self, name: str) -> list[Row]:
        """Rows without which a linear objective has no meaning: somebody's smallest gain."""
        if name != "max-min":
            return []
        return [Row(Affine(tuple((self.signs[party], 1) for party in self.bargain.scored), -1))]

    def _smallest_gain(self, scored: Sequence[int]) -> Affine:
        ranges = [self.range_of(self.values[party]) for party in scored]
        smallest = self.variable(min(low for low, _ in ranges) - max(self.bargain.reservations), 2**50)
        high = max(high for _, high in ranges) - min(self.bargain.reservations)
        self.bounds[smallest] = (self.bounds[smallest][0], high)
        for party in scored:
            gain = self.values[party] + Affine(constant=-self.bargain.reservations[party])
            self.row(gain + Affine(((smallest, -1),)), when=self.signs[party])
        return Affine(((smallest, 1),))


def build(bargain: Bargain, *, assisted: bool = False) -> Programme:
    """The programme of a bargain; `assisted` brings in instruments, budget and side payments."""
    programme = Programme(bargain)
    for size in bargain.sizes:
        levels = [programme.variable() for _ in range(size)]
        programme.choice.append(levels)
        one = Affine(tuple((level, 1) for level in levels), -1)
        programme.row(one)
        programme.row(one.times(-1))
    programme.signs = [programme.variable(int(party.required), 1) for party in bargain.terms.parties]
    _levers(programme, assisted)
    _values(programme, paying=assisted and bargain.terms.transfers)
    for place, demand in enumerate(bargain.demands):
        _demand(programme, place, demand)
    if not (assisted and bargain.terms.transfers):
        for party, entry in enumerate(bargain.terms.parties):
            if not entry.required:
                _signs_if_it_can(programme, party)
    return programme


def _levers(programme: Programme, assisted: bool) -> None:
    bargain = programme.bargain
    programme.returns = [Affine() for _ in bargain.terms.parties]
    programme.values = [Affine() for _ in bargain.terms.parties]
    if not assisted:
        return
    programme.levers = [programme.variable() for _ in bargain.levers]
    for used, lever in zip(programme.levers, bargain.levers, strict=True):
        works = Affine(((used, 1),))
        if lever.condition is not None:
            works = conjunction(programme, [works, truth(programme, lever.condition)])
        for party, amount in enumerate(lever.adds):
            programme.values[party] += works.times(amount)
            if amount > 0:
                programme.returns[party] += works
    if bargain.budget is not None:
        programme.row(programme.cost().times(-1) + Affine(constant=bargain.budget))


def _values(programme: Programme, *, paying: bool) -> None:
    bargain = programme.bargain
    for party in bargain.scored:
        sheet = bargain.scores[party]
        assert sheet is not None
        chosen = tuple(
            (variable, int(points))
            for row, levels in zip(sheet, programme.choice, strict=True)
            for variable, points in zip(levels, row, strict=True)
            if points
        )
        programme.values[party] += Affine(chosen)
    if paying:
        _payments(programme)


def _payments(programme: Programme) -> None:
    """Side payments: each signatory may give or get, and what is given is what is got."""
    scored = programme.bargain.scored
    most = sum(programme.range_of(programme.values[party])[1] for party in scored)
    given = Affine()
    for party in scored:
        payment = programme.variable(-most, most)
        signs = Affine(((programme.signs[party], most),))
        programme.row(signs + Affine(((payment, -1),)))
        programme.row(signs + Affine(((payment, 1),)))
        programme.values[party] += Affine(((payment, 1),))
        given += Affine(((payment, 1),))
    programme.row(given)
    programme.row(given.times(-1))


def _demand(programme: Programme, place: int, demand: Demand) -> None:
    bargain = programme.bargain
    party = demand.party
    binds = party is not None and bargain.terms.parties[party].veto
    when = None if party is None or binds else programme.signs[party]
    for affine in _kept(programme, demand):
        signed = demand.kind in {"reservation", "paid for"} and party is not None
        condition = programme.signs[party] if signed and party is not None else when
        programme.row(affine, when=condition, demand=place)


def _kept(programme: Programme, demand: Demand) -> list[Affine]:
    """Expressions that are all ≥ 0 where the demand is met."""
    bargain, party = programme.bargain, demand.party
    match demand.kind:
        case "reservation":
            assert party is not None
            need = bargain.reservations[party] + bargain.margins[party]
            return [programme.values[party] + Affine(constant=-need)]
        case "red line":
            assert demand.expression is not None
            return [truth(programme, demand.expression).times(-1)]
        case "linkage":
            assert demand.expression is not None
            return [truth(programme, demand.expression) + Affine(constant=-1)]
        case "never mark":
            assert demand.issue is not None and demand.level is not None
            return [Affine(((programme.choice[demand.issue][demand.level], -1),))]
        case "paid for":
            assert party is not None
            return _paid(programme, party)
        case _:
            optional = [
                z for z, p in zip(programme.signs, bargain.terms.parties, strict=True) if not p.required
            ]
            return [Affine(tuple((variable, 1) for variable in optional), -bargain.terms.quota)]


def _marked(programme: Programme, party: int, mark: Mark) -> list[int]:
    marks = programme.bargain.terms.parties[party].marks
    assert marks is not None
    return [
        variable
        for row, levels in zip(marks, programme.choice, strict=True)
        for variable, entry in zip(levels, row, strict=True)
        if entry is mark
    ]


def _paid(programme: Programme, party: int) -> list[Affine]:
    asked = _marked(programme, party, Mark.PAID)
    returns = programme.returns[party] + Affine(
        tuple((variable, 1) for variable in _marked(programme, party, Mark.WANTED))
    )
    if programme.bargain.terms.paid_for == "each":
        return [returns + Affine(tuple((variable, -1) for variable in asked))]
    return [returns + Affine(((variable, -1),)) for variable in asked]


def _signs_if_it_can(programme: Programme, party: int) -> None:
    """An optional party stays out only where one of its demands is not met."""
    bargain = programme.bargain
    unmet = Affine()
    for place in bargain.demands_of(party):
        for affine in _kept(programme, bargain.demands[place]):
            broken = programme.variable()
            programme.row(affine.times(-1) + Affine(constant=-1), when=broken)
            unmet += Affine(((broken, 1),))
    programme.row(unmet + Affine(((programme.signs[party], 1),), -1))


def truth(programme: Programme, expression: Expression) -> Affine:
    """An affine expression that is 1 where the condition holds and 0 elsewhere."""
    issues = references(expression)
    if len(issues) == 1:
        return _on_one_issue(programme, expression, issues[0])
    match expression:
        case Not(part):
            return truth(programme, part).negated()
        case And(parts):
            return conjunction(programme, [truth(programme, part) for part in parts])
        case Or(parts):
            return _disjunction(programme, [truth(programme, part) for part in parts])
        case Implies(first, second):
            either = [truth(programme, first).negated(), truth(programme, second)]
            return _disjunction(programme, either)
        case Iff(left, right):
            return _equal(programme, truth(programme, left), truth(programme, right))
        case Count(kind, number, parts):
            return _count(programme, kind, number, [truth(programme, part) for part in parts])
        case _:
            raise AssertionError(expression)


def _on_one_issue(programme: Programme, expression: Expression, issue: str) -> Affine:
    levels = programme.bargain.terms.levels
    place = list(levels).index(issue)
    holds = evaluate(expression, lambda _: np.arange(len(levels[issue]), dtype=np.int64), levels)
    chosen = zip(programme.choice[place], np.broadcast_to(holds, len(levels[issue])), strict=True)
    return Affine(tuple((variable, 1) for variable, true in chosen if true))


def conjunction(programme: Programme, parts: list[Affine]) -> Affine:
    """1 where every part is."""
    both = Affine(((programme.variable(), 1),))
    for part in parts:
        programme.row(part + both.times(-1))
    programme.row(both + sum(parts, Affine()).times(-1) + Affine(constant=len(parts) - 1))
    return both


def _disjunction(programme: Programme, parts: list[Affine]) -> Affine:
    return conjunction(programme, [part.negated() for part in parts]).negated()


def _equal(programme: Programme, left: Affine, right: Affine) -> Affine:
    same = Affine(((programme.variable(), 1),))
    programme.row(same + left.times(-1) + right.times(-1) + Affine(constant=1))
    programme.row(same + left + right + Affine(constant=-1))
    programme.row(same.times(-1) + left.times(-1) + right + Affine(constant=1))
    programme.row(same.times(-1) + left + right.times(-1) + Affine(constant=1))
    return same


def _count(programme: Programme, kind: str, number: int, parts: list[Affine]) -> Affine:
    if kind == "at_least":
        return _at_least(programme, number, parts)
    if kind == "at_most":
        return _at_least(programme, number + 1, parts).negated()
    enough = _at_least(programme, number, parts)
    return conjunction(programme, [enough, _at_least(programme, number + 1, parts).negated()])


def _at_least(programme: Programme, number: int, parts: list[Affine]) -> Affine:
    if number <= 0 or number > len(parts):
        return Affine(constant=int(number <= 0))
    enough = Affine(((programme.variable(), 1),))
    total = sum(parts, Affine())
    programme.row(total + enough.times(-number))
    spare = len(parts) - number + 1
    programme.row(enough.times(spare) + total.times(-1) + Affine(constant=number - 1))
    return enough
