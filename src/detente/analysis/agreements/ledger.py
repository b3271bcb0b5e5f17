"""The exchange ledger: what does each party give and get in a package, against setting everything aside?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.analysis.agreements.solving.rows import Package
from detente.situation.issues.compile import Bargain
from detente.situation.issues.terms import PARKED, Mark

_MARKED = {Mark.WANTED: "gets", Mark.PAID: "gives", Mark.NEVER: "gives", Mark.ACCEPTABLE: "neither"}


@dataclass(frozen=True, slots=True)
class Line:
    """One issue in one party's ledger.

    side: "gets" | "gives" | "neither"; against_parking: points won or lost against leaving the issue as it
    is (None: no points, or it cannot be parked); short_of_best: points below its best level; mark: its mark.
    """

    issue: str
    level: str
    side: str
    points: Fraction | None = None
    against_parking: Fraction | None = None
    short_of_best: Fraction | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One party's ledger. gain: points over its reservation; surplus: over reservation and margin."""

    party: str
    signs: bool
    points: Fraction | None
    gain: Fraction | None
    lines: tuple[Line, ...]

    def issues(self, side: str) -> tuple[str, ...]:
        """The issues on one side of the ledger."""
        return tuple(line.issue for line in self.lines if line.side == side)


def ledger(bargain: Bargain, package: Package, signs: tuple[bool, ...]) -> tuple[Account, ...]:
    """Every party's account of a package. `signs[p]`: does the party sign it?

    An issue that can be parked is compared with parking it. One that cannot is counted as got when it
    stands at a level that is best for the party, and as given otherwise. A party without points gets what
    it marks wanted and gives what it marks only if paid for.
    """
    accounts = []
    for place, party in enumerate(bargain.terms.parties):
        points = bargain.points(place, package)
        gain = None if points is None else points - Fraction(bargain.reservations[place], bargain.unit)
        lines = tuple(_line(bargain, place, issue, level) for issue, level in enumerate(package))
        accounts.append(Account(party.id, signs[place], points, gain, lines))
    return tuple(accounts)


def _line(bargain: Bargain, party: int, issue: int, level: int) -> Line:
    entry = bargain.terms.issues[issue]
    marks = bargain.terms.parties[party].marks
    mark = marks[issue][level] if marks is not None else None
    sheet = bargain.scores[party]
    if sheet is None:
        side = _MARKED[mark] if mark is not None else "neither"
        return Line(entry.id, entry.levels[level], side, mark=mark)
    row = sheet[issue]
    short = Fraction(int(row.max() - row[level]), bargain.unit)
    parked = Fraction(int(row[level] - row[-1]), bargain.unit) if entry.levels[-1] == PARKED else None
    return Line(
        entry.id,
        entry.levels[level],
        _side(parked, short, int(row.max() - row.min())),
        Fraction(int(row[level]), bargain.unit),
        parked,
        short,
        mark,
    )


def _side(parked: Fraction | None, short: Fraction, spread: int) -> str:
    if not spread or parked == 0:
        return "neither"
    if parked is not None:
        return "gets" if parked > 0 else "gives"
    return "gives" if short else "gets"
