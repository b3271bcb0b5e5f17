"""Positions, salience and power of many actors on many issues (the exchange-model CSV) as scoring sheets.

The format is that of the Decide and exchange models (Stokman & Van Oosten 1994): lines `#A` actors, `#P`
issues, `#M` what a position between 0 and 100 means, `#D` an actor's position, salience and power on an
issue. It holds no scoring sheets, so they are made from it, by these rules:

* the levels of an issue are its `#M` positions in order; the one at the reference position (0 unless told
  otherwise: "no new target", "no mention") is what stands today, and becomes `parked`;
* 100 points of a party are shared over the issues in which it has a position, in proportion to salience;
* a level is worth the issue's points times 1 - |level - position| / 100: the loss of the exchange model,
  salience times distance;
* without an agreement everything stays as it stands: the reservation is the worth of parking everything;
* every actor must sign, as under the consensus rule of the conference; power decides nothing then, and is
  kept only as the cost of an instrument (see `instruments`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from detente.errors import Fault, ParseError

PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Stand:
    """An actor's stand on an issue, in the units of the file."""

    position: Fraction
    salience: Fraction
    power: Fraction


@dataclass(frozen=True, slots=True)
class ExchangeData:
    """What an exchange CSV says. `levels[issue]` maps position to meaning, in the file's order."""

    title: str
    actors: Mapping[str, str]
    issues: Mapping[str, str]
    levels: Mapping[str, Mapping[Fraction, str]]
    stands: Mapping[str, Mapping[str, Stand]]


def read_exchange(text: str, *, file: str | None = None) -> ExchangeData:
    """Read an exchange CSV (`;` between fields). Raises ParseError with every faulty line."""
    reading = _Reading(file)
    rows = csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";")
    for line, row in enumerate(rows, 1):
        reading.take(line, [cell.strip() for cell in row])
    if not reading.stands:
        reading.fault(1, "no data: an exchange CSV has lines #A, #P, #M and #D, with `;` between the fields")
    if reading.faults:
        raise ParseError(reading.faults)
    return ExchangeData(reading.title, reading.actors, reading.issues, reading.levels, reading.stands)


def is_exchange(text: str) -> bool:
    """Does the text have the lines of an exchange CSV?"""
    return any(line.startswith("#D;") for line in text.splitlines())


class _Reading:
    def __init__(self, file: str | None) -> None:
        self.file = file
        self.title = ""
        self.actors: dict[str, str] = {}
        self.issues: dict[str, str] = {}
        self.levels: dict[str, dict[Fraction, str]] = {}
        self.stands: dict[str, dict[str, Stand]] = {}
        self.faults: list[Fault] = []

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(message, "shape", file=self.file, line=line, column=1))

    def take(self, line: int, row: list[str]) -> None:
        kind, cells = (row[0], row[1:]) if row else ("", [])
        if kind == "#O":
            self.title = cells[0]
        elif kind in {"#A", "#P"} and len(cells) >= 2:
            (self.actors if kind == "#A" else self.issues)[cells[0]] = cells[1] or cells[0]
        elif kind == "#M" and len(cells) >= 2:
            self._meaning(line, cells)
        elif kind == "#D":
            self._stand(line, cells)

    def _meaning(self, line: int, cells: list[str]) -> None:
        if cells[0] not in self.issues:
            self.fault(line, f"there is no issue {cells[0]!r} (#P) above this line")
            return
        number = self._number(line, cells[1])
        self.levels.setdefault(cells[0], {})[number] = cells[2] if len(cells) > 2 else ""

    def _stand(self, line: int, cells: list[str]) -> None:
        if len(cells) < 5 or cells[0] not in self.actors or cells[1] not in self.issues:
            self.fault(line, "a #D line needs a known actor and issue, a position, a salience and a power")
            return
        position, salience, power = (self._number(line, cell) for cell in cells[2:5])
        if not 0 <= position <= 100 or salience < 0:
            self.fault(line, "a position lies between 0 and 100, and a salience is not negative")
        self.stands.setdefault(cells[0], {})[cells[1]] = Stand(position, salience, power)

    def _number(self, line: int, cell: str) -> Fraction:
        try:
            return Fraction(cell.replace(",", "."))
        except ValueError:
            self.fault(line, f"must be a number; got {cell!r}")
            return Fraction(0)


def exchange_tree(
    data: ExchangeData,
    *,
    reference: Mapping[str, int] | None = None,
    margin: int = 0,
    instruments: int = 0,
    decimals: int = 2,
) -> dict[str, Any]:
    """The data as the tree of a situation file, by the rules above.

    reference: position of what stands today, per issue (0 where not named); margin: points that every party
    must gain; instruments: points that the mediator can add for a party by one instrument of its own, at a
    cost of the party's average power per point (0: no instruments); decimals: to which points are rounded.
    """
    stands_today = {issue: Fraction((reference or {}).get(issue, 0)) for issue in data.issues}
    tree: dict[str, Any] = {
        "detente": 1,
        "title": data.title,
        "issues": {issue: _issue(data, issue, stands_today[issue]) for issue in data.issues},
        "parties": {
            actor: _party(data, actor, stands_today, margin, decimals)
            for actor in data.actors
            if actor in data.stands
        },
    }
    if instruments:
        tree["agreement"] = {"instruments": _instruments(data, instruments)}
    return tree


def _level(position: Fraction) -> str:
    return f"p{float(position):g}"


def _levels(data: ExchangeData, issue: str) -> list[Fraction]:
    return sorted(data.levels.get(issue) or {Fraction(0): "", Fraction(100): ""})


def _issue(data: ExchangeData, issue: str, today: Fraction) -> dict[str, Any]:
    positions = [position for position in _levels(data, issue) if position != today]
    meanings = data.levels.get(issue, {})
    names = {_level(position): meanings.get(position, "") for position in positions}
    names[PARKED] = f"as it stands: {meanings.get(today, '')}".rstrip(": ")
    return {
        "levels": [_level(position) for position in positions],
        "park": True,
        "label": data.issues[issue],
        "meanings": {name: text for name, text in names.items() if text},
    }


def _party(
    data: ExchangeData, actor: str, today: Mapping[str, Fraction], margin: int, decimals: int
) -> dict[str, Any]:
    stands = data.stands[actor]
    whole = sum((stand.salience for stand in stands.values()), Fraction(0)) or Fraction(1)
    points: dict[str, dict[str, float]] = {}
    for issue, stand in stands.items():
        worth = {
            (PARKED if position == today[issue] else _level(position)): 100
            * stand.salience
            / whole
            * (1 - abs(position - stand.position) / 100)
            for position in {*_levels(data, issue), today[issue]}
        }
        points[issue] = {level: float(round(value, decimals)) for level, value in sorted(worth.items())}
    parked = sum(Fraction(str(row[PARKED])) for row in points.values())
    return {
        "name": data.actors[actor],
        "reservation": float(parked),
        "margin": margin,
        "points": points,
        "assumed": "points from position and salience: salience times distance",
    }


def _instruments(data: ExchangeData, points: int) -> dict[str, Any]:
    return {
        f"offer_{actor}": {
            "cost": float(round(points * _power(stands.values()), 2)),
            "adds": {actor: points},
            "label": f"an offer to {data.actors[actor]}",
        }
        for actor, stands in data.stands.items()
    }


def _power(stands: Iterable[Stand]) -> Fraction:
    known = [stand.power for stand in stands]
    return sum(known, Fraction(0)) / len(known)
