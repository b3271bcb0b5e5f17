"""The small change of English sentences: lists, and nouns that are counted."""

from __future__ import annotations

from collections.abc import Iterable


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    items = list(parts)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}" if len(items) > 1 else "".join(items)


def counted(number: int, noun: str) -> str:
    """ "1 package", "12 packages"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
