"""Where in a JSON text something stands, so that a fault names its line and its column."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from detente.errors import PathStep

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s\ufeff]*")
_KEY_OR_ELEMENT = re.compile(r"\s*[:,]?\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a text, and the code point at which it begins."""

    value: Any
    start: int


def items(text: str) -> tuple[Item, ...]:
    """The values in a JSON array, or one after another: a single object, JSON Lines, any white space between.

    Raises JSONDecodeError, with its place in the whole text, or RecursionError.
    """
    at = _after(text, 0)
    whole = text.startswith("[", at)
    at = _after(text, at + 1) if whole else at
    found: list[Item] = []
    while at < len(text) and not (whole and text.startswith("]", at)):
        if whole and found:
            at = _expected(text, at, ",")
        value, end = _DECODER.raw_decode(text, at)
        found.append(Item(value, at))
        at = _after(text, end)
    if whole:
        at = _expected(text, at, "]")
        if at < len(text):
            raise json.JSONDecodeError("Extra data", text, at)
    return tuple(found)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a code point."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def offset_of(text: str, start: int, path: Sequence[PathStep]) -> int:
    """Where the part of a value that a path leads to begins: its key in an object, itself in a list.

    start: where the value begins. As far as the path leads, for a part that is not there.
    """
    at = value = start
    for step in path:
        found = _step(text, value, step)
        if found is None:
            break
        at, value = found
    return at


def _step(text: str, start: int, step: PathStep) -> tuple[int, int] | None:
    """Where a key (or an element) begins, and where its value does."""
    opening, at, number = text[start : start + 1], _after(text, start + 1), 0
    while opening in ("{", "[") and text[at : at + 1] not in ("}", "]", ""):
        begins, key = at, number
        if opening == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = _KEY_OR_ELEMENT.match(text, at).end()  # type: ignore[union-attr]
        if key == step:
            return begins, at
        at = _KEY_OR_ELEMENT.match(text, _DECODER.raw_decode(text, at)[1]).end()  # type: ignore[union-attr]
        number += 1
    return None


def _after(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _expected(text: str, at: int, sign: str) -> int:
    if not text.startswith(sign, at):
        raise json.JSONDecodeError(f"Expecting '{sign}' delimiter", text, at)
    return _after(text, at + 1)
