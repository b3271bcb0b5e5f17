"""The few shapes of Markdown that generated pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Page = tuple[str, str | bytes]
"""Path below docs/, and what stands there."""


def cell(text: object) -> str:
    """Words in a cell of a table: on one line, bars escaped."""
    return " ".join(str(text).split()).replace("|", "\\|")


def code(text: object) -> str:
    """Words as code; nothing where there are none."""
    return f"`{text}`" if str(text) else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; an empty text where there are no rows."""
    lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *lines])


def block(text: str, kind: str = "text") -> str:
    """A block of code, whatever marks stand in it."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{kind}\n{text.rstrip()}\n{fence}"


def page(*parts: str) -> str:
    """Parts with an empty line between; empty ones left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
