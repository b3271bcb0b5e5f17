"""Typst as a pure function: a source and the files it names, to pages; only fonts are read from disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

_RESOLUTION = 192  # pixels to the inch


def typeset(
    source: str,
    kind: Literal["pdf", "svg", "png"],
    *,
    files: Mapping[str, str] | None = None,
    system_fonts: bool = True,
) -> tuple[bytes, ...]:
    """The document in format `kind`: one file as PDF, else one per page; `files` maps path to content."""
    import typst

    given = {"main.typ": source.encode(), **{path: text.encode() for path, text in (files or {}).items()}}
    # The wheel's annotations do not know that a mapping of files may be given.
    compile_: Any = typst.compile
    made = compile_(given, format=kind, ppi=_RESOLUTION, ignore_system_fonts=not system_fonts)
    return tuple(made) if isinstance(made, list) else (made,)
