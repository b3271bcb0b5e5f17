"""A date as a text writes it, before anybody reckons which day is meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date expression at [start, end) with the parts it states; `relative` names one that needs a
    reference."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    decade: bool = False
    quarter: int | None = None
    part: str = ""
    weekday: int | None = None
    relative: str = ""
