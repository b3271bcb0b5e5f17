"""How is an ISO 8601 date written for a reader? `2026-01-05` -> "5 January 2026"."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


def written(date: str) -> str:
    """The date in words; an interval `a/b` as "a – b"; whatever is no such date as it stands."""
    parts = [part.strip() for part in date.split("/")]
    if len(parts) == 2 and all(_DATE.fullmatch(part) for part in parts):
        return " – ".join(_written(part) for part in parts)
    return _written(date)


def _written(date: str) -> str:
    found = _DATE.fullmatch(date)
    if not found:
        return date
    year, month, day, doubt = found.groups()
    if month and not 1 <= int(month) <= 12:
        return date
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    return ("about " if doubt else "") + " ".join([*words, year])


def position(date: str) -> float | None:
    """The date in years, for a scale; the start of an interval, the middle of a month or year."""
    found = _DATE.fullmatch(date.split("/")[0].strip())
    if not found:
        return None
    year, month, day, _ = found.groups()
    if not month:
        return int(year) + 0.5
    fraction = (int(day) - 0.5) / 31 if day else 0.5
    return int(year) + (int(month) - 1 + fraction) / 12
