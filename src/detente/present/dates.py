"""Where on a line of time does a reduced ISO 8601 date stand?"""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


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
