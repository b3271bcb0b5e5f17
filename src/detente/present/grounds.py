"""Which texts does a block hold, and is any of them assumed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.exhibits import (
    Argument,
    Exhibit,
    Graph,
    Grid,
    Paragraph,
    Report,
    Section,
    Step,
    Table,
    Text,
    Timeline,
)

ASSUMED = "†"


def texts(block: Exhibit[str] | Section[str] | Report[str]) -> Iterator[Text[str]]:
    """Every text of the block, in reading order."""
    match block:
        case Report():
            yield from block.bottom_line
            yield from _each(block.sections)
        case Section():
            yield from _each(block.blocks)
        case Paragraph():
            yield from block.sentences
        case Argument():
            yield block.verdict
            yield from _steps(block.steps)
        case _:
            yield from _exhibit(block)


def _each(blocks: Iterable[Exhibit[str]] | Iterable[Section[str]]) -> Iterator[Text[str]]:
    for block in blocks:
        yield from texts(block)


def _exhibit(exhibit: Table[str] | Grid[str] | Graph[str] | Timeline[str]) -> Iterator[Text[str]]:
    match exhibit:
        case Table():
            yield from (cell for row in exhibit.rows for cell in row)
        case Grid():
            yield from (*exhibit.columns, *exhibit.rows)
        case Timeline():
            yield from (event.text for event in exhibit.events)
        case Graph():
            pass
    if exhibit.note:
        yield exhibit.note


def _steps(steps: Iterable[Step[str]]) -> Iterator[Text[str]]:
    for step in steps:
        yield step.text
        yield from _steps(step.steps)


def assumed(block: Exhibit[str] | Section[str] | Report[str]) -> bool:
    """Does anything in the block rest on no source?"""
    return any(text.assumed for text in texts(block))


def grounded(block: Exhibit[str] | Section[str] | Report[str]) -> bool:
    """Does anything in the block cite a claim?"""
    return any(text.claims for text in texts(block))
