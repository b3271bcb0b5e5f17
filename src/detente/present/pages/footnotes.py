"""Numbers the footnotes of a document tree: the same footnote has one number wherever it is cited.

Pandoc repeats a footnote at every reference; here the repetitions are found by their content and handed to
the format, which refers back.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from detente.present.pages.tree import Part, Parts, string, superscript

_END = object()
Mark = Callable[[int, int, Parts], Part]
"""(number of the note, how often cited so far from 1, content) -> the mark in the text."""


@dataclass(slots=True)
class Footnotes:
    """The notes in order of first citation, and how often each is cited."""

    contents: list[Parts] = field(default_factory=list)
    citations: list[int] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, content: Parts) -> tuple[int, int]:
        """The note's number and the how-manieth citation this is, both from 1."""
        key = json.dumps(content, sort_keys=True)
        if key not in self.numbers:
            self.contents.append(content)
            self.citations.append(0)
            self.numbers[key] = len(self.contents)
        number = self.numbers[key]
        self.citations[number - 1] += 1
        return number, self.citations[number - 1]


def number_notes(blocks: Parts, mark: Mark, *, raised: bool) -> tuple[Parts, Footnotes]:
    """The blocks with every footnote replaced by `mark`, and the notes.

    Marks that follow each other are parted by commas; `raised` puts them into one superscript.
    """
    found = Footnotes()
    return _numbered(blocks, mark, found, raised), found


def _numbered(value: Any, mark: Mark, found: Footnotes, raised: bool) -> Any:
    if isinstance(value, dict):
        return {key: _numbered(content, mark, found, raised) for key, content in value.items()}
    if not isinstance(value, list):
        return value
    result: list[Any] = []
    run: Parts = []
    for item in [*value, _END]:
        if isinstance(item, dict) and item.get("t") == "Note":
            number, count = found.cite(item["c"])
            run += [*([string(",\u200a")] if run and raised else []), mark(number, count, item["c"])]
            continue
        if run:
            result += [superscript(run)] if raised else _parted(run)
            run = []
        if item is not _END:
            result.append(_numbered(item, mark, found, raised))
    return result


def _parted(run: Parts) -> Parts:
    return [
        part
        for index, mark in enumerate(run)
        for part in ([superscript([string(",")])] if index else []) + [mark]
    ]
