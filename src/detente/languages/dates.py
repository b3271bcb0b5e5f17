"""How is a reduced ISO 8601 date written? `2026-01-05` is "5 January 2026", or "5 Jan 2026" in short."""

from __future__ import annotations

import re

from detente.messages import Message, Words, message

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


def dated(date: str, *, short: bool = False) -> Words:
    """The date as a message, an interval `a/b` as two; whatever is no such date as it stands."""
    parts = [part.strip() for part in date.split("/")]
    if len(parts) == 2 and all(_DATE.fullmatch(part) for part in parts):
        first, last = (_one(part, short) for part in parts)
        return message("date.span", first=first, last=last)
    return _one(date, short)


def _one(date: str, short: bool) -> Words:
    found = _DATE.fullmatch(date)
    if not found:
        return date
    year, month, day, doubt = found.groups()
    if month and not 1 <= int(month) <= 12:
        return date
    said = _known(year, int(month or 0), int(day or 0), ".short" if short else "")
    return message("date.about", date=said) if doubt else said


def _known(year: str, month: int, day: int, length: str) -> Message:
    if not month:
        return message("date.year", year=year)
    name = Message(f"date.name.{month}{length}")
    if not day:
        return message(f"date.month{length}", year=year, month=name, number=month)
    return message(f"date.day{length}", year=year, month=name, number=month, day=day)
