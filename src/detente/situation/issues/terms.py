"""What is on the table: issues and their levels, parties and what they could live with (AGREEMENTS §1-3).

Everything here is frozen and self-contained: `read_terms` (in `issues_reading.py`) makes it from a
file's tree, `analysis.agreements` answers questions about it. Numbers are exact fractions; a score
is always a range (low, high), of equal ends when it is certain. One level named `parked` stands last
in an issue that may be left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from detente.messages import Named
from detente.situation.language.expressions import (
    And,
    Compare,
    Count,
    Expression,
    Iff,
    Implies,
    Mention,
    Not,
    Or,
)

PARKED = "parked"
Range = tuple[Fraction, Fraction]


class Mark(StrEnum):
    """What a party says of a level when it gives no numbers (AGREEMENTS §2)."""

    WANTED = "wanted"
    ACCEPTABLE = "acceptable"
    PAID = "only if paid for"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Statement:
    """A red line, a linkage or a condition: as written, and as read with `parked` outside the order."""

    text: str
    expression: Expression
    because: tuple[str, ...] = ()
    assumed: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to be settled. `option_levels[l]` is the option's level that level l stands for."""

    id: str
    levels: tuple[str, ...]
    label: Named
    meanings: tuple[Named, ...] = ()
    raised_by: tuple[str, ...] = ()
    option: str | None = None
    option_levels: tuple[str | None, ...] = ()
    because: tuple[str, ...] = ()
    assumed: str | None = None

    @property
    def park(self) -> bool:
        """May it be left as it is?"""
        return self.levels[-1] == PARKED

    def meaning(self, level: str) -> Named:
        """What a level means in words; its name when the file does not say."""
        if self.meanings and self.meanings[self.levels.index(level)]:
            return self.meanings[self.levels.index(level)]
        return "set aside" if level == PARKED else level


@dataclass(frozen=True, slots=True)
class Party:
    """Who must or may sign, and on what terms.

    points[i][l]: range of points of issue i at level l (None: the party keeps no score);
    marks[i][l]: mark of that level (None: no mark given there); `veto`: its red lines bind even when
    it does not sign.
    """

    id: str
    name: Named
    required: bool = True
    veto: bool = False
    reservation: Fraction | None = None
    margin: Fraction = Fraction(0)
    points: tuple[tuple[Range, ...], ...] | None = None
    marks: tuple[tuple[Mark | None, ...], ...] | None = None
    never: tuple[Statement, ...] = ()
    because: tuple[str, ...] = ()
    assumed: str | None = None

    @property
    def needs(self) -> Fraction | None:
        """The points a package must reach: reservation and margin."""
        return None if self.reservation is None else self.reservation + self.margin


@dataclass(frozen=True, slots=True)
class Instrument:
    """Something the mediator can put in. It adds its points where `condition` holds (always, if None)."""

    id: str
    label: Named
    cost: Fraction
    adds: tuple[tuple[str, Fraction], ...]
    condition: Statement | None = None
    because: tuple[str, ...] = ()
    assumed: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementTerms:
    """The whole bargaining problem.

    quota: signatories needed beside the required ones (None: all parties that must sign are enough);
    paid_for: "once" (one thing in return pays for every concession) or "each" (one thing each).
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    require: tuple[Statement, ...] = ()
    quota: int = 0
    instruments: tuple[Instrument, ...] = ()
    budget: Fraction | None = None
    transfers: bool = False
    paid_for: str = "once"
    levels: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "levels", {issue.id: issue.levels for issue in self.issues})

    @property
    def ranged(self) -> bool:
        """Is any score a range?"""
        scored = (party.points for party in self.parties if party.points is not None)
        return any(low != high for points in scored for row in points for low, high in row)

    def party(self, name: str) -> Party:
        """The party of that id."""
        return next(party for party in self.parties if party.id == name)

    def issue(self, name: str) -> Issue:
        """The issue of that id."""
        return next(issue for issue in self.issues if issue.id == name)


def outside_order(expression: Expression, levels: Mapping[str, tuple[str, ...]]) -> Expression:
    """The expression with `parked` outside the order of levels.

    A parked issue is neither above nor below any level: `railway >= study` and `railway < build` are
    false when the railway is parked, and `railway` alone means settled above the first level.
    """
    match expression:
        case Mention(option):
            return _unless_parked(expression, option, levels)
        case Compare(option, operator, _) if operator not in {"==", "!="}:
            return _unless_parked(expression, option, levels)
        case Not(part):
            return Not(outside_order(part, levels))
        case And(parts):
            return And(tuple(outside_order(part, levels) for part in parts))
        case Or(parts):
            return Or(tuple(outside_order(part, levels) for part in parts))
        case Count(kind, number, parts):
            return Count(kind, number, tuple(outside_order(part, levels) for part in parts))
        case Implies(first, second):
            return Implies(outside_order(first, levels), outside_order(second, levels))
        case Iff(left, right):
            return Iff(outside_order(left, levels), outside_order(right, levels))
        case _:
            return expression


def _unless_parked(expression: Expression, issue: str, levels: Mapping[str, tuple[str, ...]]) -> Expression:
    if levels.get(issue, ("",))[-1] != PARKED:
        return expression
    return And((expression, Compare(issue, "!=", PARKED)))
