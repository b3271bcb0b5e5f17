"""What is said, before any language says it.

A finding, an exhibit or a command speaks in `Words`: a `Message` (an id and its arguments), a user's own
words (a plain `str`, or a `Label` with a wording per language), a number, a date, or several of them
`joined`. Only `detente.languages` knows sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Joint = Literal[
    "and",
    "and_each",
    "or",
    "either",
    "comma",
    "semicolon",
    "semicolon_or",
    "semicolon_then",
    "then",
    "slash",
    "space",
    "sentence",
    "stop",
    "dot",
]
"""and: "a, b and c" · either: "a or b or c" · semicolon_then: "a; then b" · sentence: "A. B." · stop:
"a. b"."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a user, or a name: `text` as written, and its wording in other languages (BCP 47 tags).

    ours: a term of the program, whose missing wordings are nothing that a user left out.
    """

    text: str
    wordings: tuple[tuple[str, str], ...] = ()
    ours: bool = False

    def __str__(self) -> str:
        return self.text


Named = str | Label
"""What a user calls something: in plain words, or with a wording per language."""


@dataclass(frozen=True, slots=True)
class Date:
    """A reduced ISO 8601 date (2026-04, 2026-01-05)."""

    value: str


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: `id` names it in every catalogue ("paths.nearest"); `arguments` are its named parts."""

    id: str
    arguments: tuple[tuple[str, Words], ...] = ()

    def __getitem__(self, name: str) -> Words:
        return dict(self.arguments)[name]


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things said one after another, the way a language lists them."""

    parts: tuple[Words, ...]
    joint: Joint = "and"


Words = str | int | float | Fraction | Label | Date | Message | Joined
Say = Callable[[Words], str]
"""Words put into a language: what `detente.languages` gives to those who draw."""


def message(id_: str, /, **arguments: Words) -> Message:
    """A message by its id and named arguments."""
    return Message(id_, tuple(sorted(arguments.items())))


def joined(parts: Iterable[Words], joint: Joint = "and") -> Joined:
    """Parts in a row: "a, b and c", "a; b", "a, then b"; how, is the language's business."""
    return Joined(tuple(parts), joint)


def label(text: str, wordings: Mapping[str, str] | None = None) -> Label:
    """A user's words with their wordings in other languages."""
    return Label(text, tuple(sorted((wordings or {}).items())))


def term(english: str, **others: str) -> Label:
    """A term that is defined where it stands, in English and (by BCP 47 tag) in other languages."""
    return Label(english, tuple(sorted({"en": english, **others}.items())), ours=True)
