"""A date as exactly as it is known, and how it is known.

`value` is ISO 8601 with reduced precision ("2026", "2026-01", "2026-01-05"), an interval of two such
values ("2025-11-03/2025-11-05"), or None where nothing is known; `earliest` and `latest` then bound it
(an event with no date of its own is known only as "at or before").
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import ArgumentError

Precision = Literal["day", "month", "quarter", "year", "decade", "interval", "unknown"]
Basis = Literal["stated", "inferred"]

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
BASES: tuple[Basis, ...] = get_args(Basis)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """When something is, as far as the text says.

    `basis` tells whether the text states every part of `value`; "inferred" means that something (mostly
    the year) was taken from elsewhere, and `reference` is the date it was reckoned from (ISO 8601).
    `earliest` and `latest` are inclusive ISO 8601 bounds of reduced precision.
    """

    value: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "stated"
    reference: str | None = None
    earliest: str | None = None
    latest: str | None = None

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise ArgumentError(
                f"PartialDate: precision must be one of {', '.join(PRECISIONS)}; got {self.precision!r}"
            )
        if self.basis not in BASES:
            raise ArgumentError(f"PartialDate: basis must be stated or inferred; got {self.basis!r}")
        for part in (self.value, self.reference, self.earliest, self.latest):
            if part is not None:
                span(part)

    def bounds(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day it can be, each None where open."""
        if self.value is not None:
            return span(self.value)
        first = span(self.earliest)[0] if self.earliest else None
        last = span(self.latest)[1] if self.latest else None
        return first, last

    def __str__(self) -> str:
        if self.value is not None:
            return self.value if self.basis == "stated" else f"{self.value} (inferred)"
        if self.earliest and self.latest:
            return f"between {self.earliest} and {self.latest}"
        if self.latest:
            return f"at or before {self.latest}"
        return f"{self.earliest} or later" if self.earliest else "unknown"


def day(year: int, month: int, number: int, *, basis: Basis = "stated") -> PartialDate:
    """A single day."""
    return PartialDate(dt.date(year, month, number).isoformat(), "day", basis)


def parse(value: str, *, basis: Basis = "stated") -> PartialDate:
    """The partial date an ISO 8601 value of reduced precision (or an interval of two) stands for."""
    span(value)
    return PartialDate(value, precision_of(value), basis)


def precision_of(value: str) -> Precision:
    """How exact an ISO 8601 value is, by its form."""
    if "/" in value:
        return "interval"
    if "Q" in value:
        return "quarter"
    if value.endswith("s") or len(value) == 3:
        return "decade"
    return ("year", "month", "day")[value.count("-")]


def is_instant(value: str) -> bool:
    """Is this a day or an instant (ISO 8601) that the calendar has?"""
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def span(value: str) -> tuple[dt.date, dt.date]:
    """First and last day of an ISO 8601 value of reduced precision, a quarter, a decade, or an interval."""
    try:
        if "/" in value:
            first, _, last = value.partition("/")
            bounds = span(first)[0], span(last)[1]
            if bounds[0] > bounds[1]:
                raise ValueError("its end lies before its beginning")
            return bounds
        return _single(value)
    except ValueError as error:
        raise ArgumentError(
            f"{value!r} is no date ({error}): write a year 2026, a month 2026-01, a day 2026-01-05, a "
            "quarter 2025-Q4, a decade by its first three digits (202), or first/last"
        ) from None


def _single(value: str) -> tuple[dt.date, dt.date]:
    if not value.isascii() or any(part != part.strip() or part[:1] == "+" for part in value.split("-")):
        raise ValueError("it needs digits and hyphens only")
    if not all(part.removeprefix("Q").isdigit() for part in value.split("-")):
        raise ValueError("it needs digits and hyphens only")
    if len(value) == 3:  # ISO 8601-2: a decade is its first three digits
        decade = int(value) * 10
        return dt.date(decade, 1, 1), dt.date(decade + 9, 12, 31)
    parts = value.split("-")
    if len(parts[0]) != 4 or len(parts) > 3:
        raise ValueError("a year has four digits")
    year = int(parts[0])
    if len(parts) == 1:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if parts[1].startswith("Q"):
        last_month = 3 * int(parts[1][1:])
        return dt.date(year, last_month - 2, 1), _last_day(year, last_month)
    if any(len(part) != 2 for part in parts[1:]):
        raise ValueError("month and day have two digits")
    month = int(parts[1])
    if len(parts) == 2:
        return dt.date(year, month, 1), _last_day(year, month)
    only = dt.date(year, month, int(parts[2]))
    return only, only


def _last_day(year: int, month: int) -> dt.date:
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    return dt.date(year, month, calendar.monthrange(year, month)[1])
