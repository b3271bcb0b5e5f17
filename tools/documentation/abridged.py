"""An answer cut down to its shape: the first of every list, the first keys of a long mapping inside it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from detente.languages import speaker
from detente.messages import Joined, Label, Message

MOST_ITEMS, MOST_KEYS, MOST_LETTERS = 1, 12, 60


def abridged(value: object) -> str:
    """JSON to read, not to parse: `…` stands for more of the same."""
    return "\n".join(_lines(value, ""))


def _lines(value: object, indent: str) -> Iterator[str]:
    """The lines of a value; what follows it on its last line is added by the caller."""
    if isinstance(value, dict) and value:
        entries = [(f"{json.dumps(key, ensure_ascii=False)}: ", one) for key, one in value.items()]
        yield from _collection("{", "}", entries, MOST_KEYS if indent else len(entries), indent)
    elif isinstance(value, list | tuple) and value:
        yield from _collection("[", "]", [("", one) for one in value], MOST_ITEMS, indent)
    else:
        yield _plain(value)


def _collection(
    opening: str, closing: str, entries: list[tuple[str, object]], most: int, indent: str
) -> Iterator[str]:
    yield opening
    for number, (key, value) in enumerate(entries[:most], start=1):
        lines = list(_lines(value, indent + "  "))
        lines[0] = f"{indent}  {key}{lines[0]}"
        lines[-1] += "," if number < len(entries) else ""
        yield from lines
    if len(entries) > most:
        yield f"{indent}  …"
    yield indent + closing


def _plain(value: object) -> str:
    if isinstance(value, Message | Joined | Label):
        value = speaker("en")(value)
    if isinstance(value, str) and len(value) > MOST_LETTERS:
        value = value[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"
    return json.dumps(value, ensure_ascii=False)
