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


def short(date: str) -> str:
    """The date in words with the month cut to three letters: "5 Jan 2026"."""
    words = written(date)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


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


def span(date: str) -> tuple[float, float] | None:
    """The first and the last moment the date may mean, in years; None if it is no date."""
    parts = [_DATE.fullmatch(part.strip()) for part in date.split("/")]
    first, last = parts[0], parts[-1]
    if not first or not last:
        return None
    start, end = _moment(first, 0.0), _moment(last, 1.0)
    return (start, end) if start <= end else None


def _moment(found: re.Match[str], at: float) -> float:
    """A date's start (at = 0) or end (at = 1)."""
    year, month, day, _ = found.groups()
    if not month:
        return int(year) + at
    fraction = (int(day) - 1 + at) / 31 if day else at
    return int(year) + (int(month) - 1 + fraction) / 12


def positions(spans: list[tuple[float, float]]) -> list[float]:
    """A moment within each span, as near its middle as the given order of the events allows."""
    moments: list[float] = []
    for start, end in spans:
        middle = (start + end) / 2
        moments.append(min(max(middle, moments[-1]), end) if moments else middle)
    for index in range(len(moments) - 2, -1, -1):
        if moments[index] >= moments[index + 1]:
            moments[index] = (spans[index][0] + moments[index + 1]) / 2
    return moments
