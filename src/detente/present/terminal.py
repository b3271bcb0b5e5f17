"""Exhibits and the bottom line in a terminal: rich where it is one, plain where it is not.

Labels go in as text, never as rich markup, and cleaned, so that none can send a command to the terminal.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import IO, TYPE_CHECKING

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
from detente.messages import Date, Say, message
from detente.present.clean import clean
from detente.present.figures.marks import SIGNS, mark_styles
from detente.present.grounds import ASSUMED, assumed
from detente.present.outline import Branch, outline
from detente.present.spoken import spoken, spoken_report, spoken_section
from detente.present.tables import cut, grid_table, meaning, timeline_table

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text as Words
    from rich.tree import Tree

_PLAIN_WIDTH = 100
_MOST_ROWS = 200
_SHORT_WORD = 24
_LONGEST_ALT = 160  # a longer one tells what the list below tells better
Shown = Exhibit | Section
Spoken = Exhibit[str] | Section[str]


def console(
    stream: IO[str] | None = None, *, width: int | None = None, colour: bool | None = None
) -> Console:
    """A console on `stream` (standard output if None).

    Colours only on a terminal (or as `colour` says); elsewhere plain text, `width` or 100 cells wide. A
    stream that cannot encode a character gets its escape instead of an error.
    """
    from rich.console import Console

    target = stream if stream is not None else sys.stdout
    if isinstance(target, io.TextIOWrapper) and target.errors == "strict":
        target.reconfigure(errors="backslashreplace")
    drawn = Console(
        file=target,
        force_terminal=colour,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    if width is None and not drawn.is_terminal and "COLUMNS" not in drawn._environ:
        drawn.width = _PLAIN_WIDTH
    return drawn


def show(target: Console, *words: Shown, say: Say) -> None:
    """Draw each block on the console, a blank line between two; the key to marks once, at the end."""
    blocks = [spoken_section(one, say) if isinstance(one, Section) else spoken(one, say) for one in words]
    pieces = [piece for block in blocks for piece in ("", *_drawn(block, target, say))][1:]
    if any(assumed(block) for block in blocks):
        pieces.append(_key(say))
    _put(target, pieces)


def plain(*blocks: Shown, say: Say, width: int = _PLAIN_WIDTH) -> str:
    """The blocks as plain text without colours, `width` cells wide."""
    sheet = io.StringIO()
    show(console(sheet, width=width, colour=False), *blocks, say=say)
    return sheet.getvalue()


def show_bottom_line(target: Console, words: Report, *, say: Say, written: Iterable[str] = ()) -> None:
    """The answer first: title, date, the bottom line's sentences, and where the brief was written."""
    from rich.padding import Padding

    report = spoken_report(words, say)
    pieces: list[RenderableType] = [_words(Text(report.title), "bold")]
    if report.as_of:
        pieces.append(_words(Text(say(message("present.as_of", date=Date(report.as_of)))), "dim"))
    for sentence in report.bottom_line:
        pieces += ["", Padding(_words(sentence), (0, 0, 0, 2))]
    if any(sentence.assumed for sentence in report.bottom_line):
        pieces += ["", _key(say)]
    _put(target, pieces)
    paths = tuple(written)
    if paths:
        target.print()
    for path in paths:
        target.print(_words(Text(path), "dim"), soft_wrap=True)


def _put(target: Console, pieces: Iterable[RenderableType]) -> None:
    """Print the pieces; where it is no terminal, without the blanks that fill lines up."""
    if target.is_terminal:
        for piece in pieces:
            target.print(piece)
        return
    with target.capture() as drawn:
        for piece in pieces:
            target.print(piece)
    target.file.write("".join(line.rstrip() + "\n" for line in drawn.get().splitlines()))


def _words(text: Text[str], style: str = "") -> Words:
    from rich.text import Text as Words

    words = Words(clean(text.text), style=style, overflow="fold")
    if text.assumed:
        words.append(ASSUMED, style="yellow")
    if text.claims:
        words.append(f" [{', '.join(clean(claim) for claim in text.claims)}]", style="dim")
    return words


def _key(say: Say) -> Words:
    return _words(Text(say(message("present.key", mark=ASSUMED))), "dim")


def _drawn(block: Spoken, target: Console, say: Say) -> Iterator[RenderableType]:
    match block:
        case Section():
            yield from _section(block, target, say)
        case Paragraph():
            yield from _paragraph(block)
        case Table():
            yield from _table(block, say)
        case Grid():
            yield from _grid(block, target, say)
        case Timeline():
            yield from _table(timeline_table(block, say), say)
        case Graph():
            yield from _graph(block, say)
        case Argument():
            yield _argument(block)


def _section(section: Section[str], target: Console, say: Say) -> Iterator[RenderableType]:
    yield _words(Text(section.title), "bold")
    for block in section.blocks:
        yield ""
        yield from _drawn(block, target, say)


def _paragraph(paragraph: Paragraph[str]) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text as Words

    words = [_words(sentence) for sentence in paragraph.sentences]
    if not paragraph.bullets:
        yield Words(" ").join(words)
        return
    for line in words:
        yield Padding(Words("- ").append_text(line), (0, 0, 0, 2))


def _table(table: Table[str], say: Say) -> Iterator[RenderableType]:
    from rich import box
    from rich.table import Table as Sheet

    shown, said = cut(table, _MOST_ROWS, say)
    yield _words(Text(table.title), "bold")
    sheet = Sheet(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for index, name in enumerate(table.columns):
        sheet.add_column(
            _words(Text(name)),
            justify="right" if index in table.numeric else "left",
            overflow="fold",
            no_wrap=_single_words(name, [row[index].text for row in shown.rows if index < len(row)]),
        )
    for row in shown.rows:
        sheet.add_row(*(_words(cell) for cell in row[: len(table.columns)]))
    if table.columns:
        yield sheet
    yield from (_words(note, "dim") for note in (table.note, Text(said)) if note and note.text)


def _single_words(name: str, cells: Sequence[str]) -> bool:
    """Do the cells of a column hold short single words, which a narrow column would only break?"""
    longest = max(map(len, cells), default=0)
    return len(name) <= longest <= _SHORT_WORD and all(cell.isascii() and " " not in cell for cell in cells)


def _grid(grid: Grid[str], target: Console, say: Say) -> Iterator[RenderableType]:
    """Signs and words under the columns, and below what the signs mean."""
    styles = mark_styles((*grid.legend, *(mark for row in grid.cells for mark in row)))
    plain_ascii = not target.encoding.lower().startswith("utf")
    signs = {mark: SIGNS[style.sign][plain_ascii] for mark, style in styles.items()}
    said = grid.words or tuple(("",) * len(row) for row in grid.cells)
    rows = tuple(
        (label, *(Text(f"{signs[mark]} {words}") for mark, words in zip(marks, spoken, strict=True)))
        for label, marks, spoken in zip(grid.rows, grid.cells, said, strict=True)
    )
    yield from _table(replace(grid_table(grid, say), rows=rows, note=None), say)
    used = {mark for row in grid.cells for mark in row}
    yield _words(
        Text(" · ".join(f"{signs[mark]} {meaning(grid, mark)}" for mark in styles if mark in used)), "dim"
    )
    if grid.note:
        yield _words(grid.note, "dim")


def _graph(graph: Graph[str], say: Say) -> Iterator[RenderableType]:
    yield _words(Text(graph.title), "bold")
    if graph.alt and len(graph.alt) <= _LONGEST_ALT:
        yield _words(Text(graph.alt))
    for branch in outline(graph, say):
        yield _tree(branch)
    if not graph.nodes:
        yield _words(Text(say(message("present.nothing_drawn"))), "dim")
    if graph.note:
        yield _words(graph.note, "dim")


def _tree(branch: Branch, root: Tree | None = None) -> Tree:
    from rich.tree import Tree

    words = _words(Text(branch.label), "bold" if branch.strong else "")
    grown = Tree(words) if root is None else root.add(words)
    for under in branch.branches:
        _tree(under, grown)
    return grown


def _argument(argument: Argument[str]) -> RenderableType:
    from rich.console import Group
    from rich.tree import Tree

    tree = Tree(_words(argument.verdict, "bold"))
    _grow(tree, argument.steps)
    return Group(_words(Text(argument.title), "bold"), tree) if argument.title else tree


def _grow(tree: Tree, steps: tuple[Step[str], ...]) -> None:
    for step in steps:
        _grow(tree.add(_words(step.text)), step.steps)
