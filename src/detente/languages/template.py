"""A template and what goes into it: "{actor:the} accepts {n} of {total}"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import Formatter

Piece = tuple[str, str, tuple[str, ...]]
"""Words as they stand, then the name of the argument that follows ("" for none) and its forms."""


@lru_cache(maxsize=4096)
def pieces(template: str) -> tuple[Piece, ...]:
    """The template taken apart; doubled braces are braces. Raises ValueError where braces do not match."""
    return tuple(_pieces(template))


def _pieces(template: str) -> Iterator[Piece]:
    for words, name, forms, _ in Formatter().parse(template):
        yield words, name or "", tuple(form for form in (forms or "").split(":") if form)


def names(template: str) -> frozenset[str]:
    """The arguments the template asks for."""
    return frozenset(name for _, name, _ in pieces(template) if name)
