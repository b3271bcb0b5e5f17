"""How the rules keep their word lists: one text, words parted by spaces."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a list, as a set."""
    return frozenset(text.split())


def words_in_order(text: str) -> tuple[str, ...]:
    """The words of a list, in its order."""
    return tuple(text.split())
