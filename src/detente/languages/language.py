"""What is particular to a language, apart from its sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Form = Callable[[str], str]
"""A grammatical form of words already said: "United States" -> "the United States"."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its tag (BCP 47), its own name for itself, its forms, and which plural goes with a number.

    `plural(n)` is the index of the template among those of an entry (msgstr[0], msgstr[1]).
    """

    tag: str
    name: str
    forms: Mapping[str, Form]
    plural: Callable[[float], int]


def no_plural(_number: float) -> int:
    """Nouns do not change with their number."""
    return 0
