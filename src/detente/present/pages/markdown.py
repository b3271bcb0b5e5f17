"""A report as one Pandoc-Markdown text: readable as it stands, and the source of page, PDF and DOCX.

Sentences carry footnotes by claim id (`[^c12]`); a claim cited twice refers to the same footnote. What is
assumed is followed by `^†^`. Figures are referenced by name (`figures/figure-1.svg`) and followed by a
`::: {.data}` block with the same content as tables. Every label passes through `escape`.
"""

from __future__ import annotations

from dataclasses import dataclass

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
from detente.messages import Date, Message, Say, message
from detente.present import figures
from detente.present.clean import clean, sentence
from detente.present.grounds import ASSUMED, assumed, grounded
from detente.present.measure import cells
from detente.present.pages.escape import attribute, escape, opening
from detente.present.pages.notes import Notes
from detente.present.tables import cut, heads, tables

MOST_ROWS = 200
_PAGE_WIDTH = 96  # characters of table text across a page
_SIDES = 3  # characters' worth of space at the sides of a cell
_PLAIN_WIDTH = 72  # a table whose lines are longer gets widths from Pandoc, by its dashes
_RAW_WIDTH = 110  # tables that fit are padded, so that the text itself reads as a table

Figured = Grid[str] | Graph[str] | Timeline[str]


@dataclass(frozen=True, slots=True)
class Composed:
    """The Markdown text and the figures it refers to, in order."""

    text: str
    figures: tuple[figures.Figure, ...]


def markdown(report: Report[str], *, say: Say) -> str:
    """The report as Pandoc Markdown."""
    return compose(report, say=say).text


def compose(report: Report[str], *, say: Say) -> Composed:
    """The report as Pandoc Markdown together with its figures; headings and marks in the words of `say`."""
    writer = _Writer(report, say)
    blocks = [
        *_masthead(report, say),
        *writer.bottom_line(),
        *writer.key(),
        *(
            block
            for number, section in enumerate(report.sections, 1)
            for block in writer.section(number, section)
        ),
        *_colophon(report),
        *writer.notes.definitions(),
    ]
    return Composed("\n\n".join(block for block in blocks if block) + "\n", tuple(writer.figures))


def _masthead(report: Report[str], say: Say) -> list[str]:
    lines = [f"# {opening(report.title)} {{#title}}"]
    if clean(report.subtitle):
        lines.append(f"::: {{#subtitle}}\n{opening(report.subtitle)}\n:::")
    if clean(report.as_of):
        said = say(message("present.as_of", date=Date(report.as_of)))
        lines.append(f"::: {{#as-of}}\n{opening(said)}\n:::")
    return lines


def _colophon(report: Report[str]) -> list[str]:
    lines = [opening(line) for line in report.colophon if clean(line)]
    return ["::: {#colophon}\n" + "\n\n".join(lines) + "\n:::"] if lines else []


def _fenced(name: str, blocks: list[str]) -> str:
    return f"::: {{{name}}}\n\n" + "\n\n".join(blocks) + "\n\n:::" if blocks else ""


class _Writer:
    """Keeps the numbers of figures, tables and footnotes while the report is written from top to bottom."""

    def __init__(self, report: Report[str], say: Say) -> None:
        self.say = say
        self.report = report
        self.notes = Notes(report.notes, say)
        self.figures: list[figures.Figure] = []
        self.table_count = 0

    def bottom_line(self) -> list[str]:
        lines = [self._run(line) for line in self.report.bottom_line]
        return (
            [
                _fenced(
                    "#bottom-line", [f"**{escape(self.say(message('present.bottom_line')))}**", _items(lines)]
                )
            ]
            if lines
            else []
        )

    def key(self) -> list[str]:
        said = [message("present.key.numbers")] if grounded(self.report) else []
        said += [message("present.key.mark", mark=ASSUMED)] if assumed(self.report) else []
        return [_fenced("#key", [opening(" ".join(map(self.say, said)))])] if said else []

    def section(self, number: int, section: Section[str]) -> list[str]:
        heading = f"## {number}. {escape(section.title)} {{#section-{number}}}"
        return [heading, *(written for block in section.blocks for written in self._block(block))]

    def _block(self, block: Exhibit[str]) -> list[str]:
        match block:
            case Paragraph():
                lines = [self._run(sentence) for sentence in block.sentences if clean(sentence.text)]
                return [_items(lines) if block.bullets else "\n".join(lines)]
            case Table():
                return self._table(block, caption=self._table_caption(block.title))
            case Argument():
                return self._argument(block)
            case Grid() | Graph() | Timeline():
                return self._figure(block)

    def _run(self, text: Text[str]) -> str:
        return opening(text.text) + self._grounds(text)

    def _cell(self, text: Text[str]) -> str:
        return escape(text.text) + self._grounds(text)

    def _grounds(self, text: Text[str]) -> str:
        mark = f"^{ASSUMED}^" if text.assumed else ""
        return mark + "".join(self.notes.reference(claim) for claim in text.claims)

    def _note(self, note: Text[str] | None, *more: str) -> list[str]:
        words = [self._run(note)] if note and clean(note.text) else []
        words += [escape(line) for line in more if line]
        return [_fenced(".note", [" ".join(words)])] if words else []

    def _table_caption(self, title: str) -> str:
        self.table_count += 1
        return f"**{escape(self.say(message('present.table', number=self.table_count)))}** {escape(title)}"

    def _table(
        self, table: Table[str], *, caption: str, head: tuple[Text[str], ...] = (), note: bool = True
    ) -> list[str]:
        shown, said = cut(table, MOST_ROWS, self.say)
        columns = head or heads(table)
        if not columns:
            return []
        rows = [[self._cell(cell) for cell in columns]]
        rows += [[self._cell(cell) for cell in _padded(row, len(columns))] for row in shown.rows]
        written = _pipe_table(rows, table.numeric) + f"\n\n: {caption}"
        return [written, *self._note(table.note if note else None, said)]

    def _argument(self, argument: Argument[str]) -> list[str]:
        title = [f"**{escape(argument.title)}**"] if clean(argument.title) else []
        steps = "\n".join(line for step in argument.steps for line in self._step(step, 0))
        return [_fenced(".argument", [*title, self._run(argument.verdict), *([steps] if steps else [])])]

    def _step(self, step: Step[str], depth: int) -> list[str]:
        lines = [f"{'    ' * depth}-   {self._run(step.text)}"]
        return lines + [line for under in step.steps for line in self._step(under, depth + 1)]

    def _figure(self, exhibit: Figured) -> list[str]:
        number = len(self.figures) + 1
        figure = figures.draw(exhibit, number, self.say)
        if figure is None:
            return self._undrawn(exhibit)
        self.figures.append(figure)
        caption = f"**{escape(self.say(message('present.figure', number=number)))}** {escape(exhibit.title)}"
        reference = f'![{caption}]({figure.path}){{#{figure.id} alt="{attribute(figure.alt)}"}}'
        return [reference, *self._note(exhibit.note, *figure.remarks), self._data(exhibit, number)]

    def _data(self, exhibit: Figured, number: int) -> str:
        written: list[str] = []
        for table in tables(exhibit, self.say):
            caption = escape(self.say(_data_caption(exhibit, table.title, number)))
            written += self._table(table, caption=caption, head=heads(exhibit), note=False)
        return _fenced(f".data .{type(exhibit).__name__.lower()} figure={number}", written)

    def _undrawn(self, exhibit: Figured) -> list[str]:
        """What there is nothing to draw of: tables if they have rows, else a sentence."""
        written = [
            block
            for table in tables(exhibit, self.say)
            if table.rows
            for block in self._table(table, caption=self._table_caption(table.title), head=heads(exhibit))
        ]
        nothing = self.say(message("present.nothing_shown"))
        return written or [f"{sentence(escape(exhibit.title))} {escape(nothing)}"]


def _data_caption(exhibit: Figured, title: str, number: int) -> Message:
    if isinstance(exhibit, Timeline):
        return message("present.data.events", title=title, number=number)
    return message("present.data.content", title=title, number=number)


def _items(lines: list[str]) -> str:
    return "\n".join(f"-   {line}" for line in lines)


def _padded(row: tuple[Text[str], ...], width: int) -> tuple[Text[str], ...]:
    return (*row[:width], *(Text(""),) * (width - len(row)))


def _pipe_table(rows: list[list[str]], numeric: tuple[int, ...]) -> str:
    """Rows under a head; Pandoc reads the columns' relative widths from the dashes."""
    needed = [max(3, *(cells(row[index]) for row in rows)) for index in range(len(rows[0]))]
    fits = sum(needed) + 3 * len(needed) < _RAW_WIDTH
    if fits and sum(needed) + 3 * len(needed) >= _PLAIN_WIDTH:
        needed = [width + _SIDES for width in needed]
    dashes = needed if fits else _shares(rows, needed)
    padding = needed if fits else [0] * len(needed)
    rule = ["-" * (width - 1) + (":" if index in numeric else "-") for index, width in enumerate(dashes)]
    head, *body = [_line(row, padding, numeric) for row in rows]
    return "\n".join([head, _line(rule, padding, ()), *body])


def _line(row: list[str], widths: list[int], numeric: tuple[int, ...]) -> str:
    padded = [
        _space(cell, width) + cell if index in numeric else cell + _space(cell, width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "| " + " | ".join(padded) + " |"


def _space(cell: str, width: int) -> str:
    return " " * (width - cells(cell))


def _shares(rows: list[list[str]], needed: list[int]) -> list[int]:
    """Columns for a page's width: short ones whole, room for the longest word, then more to who says more.

    A cell has space at its sides, which a word must not be broken for.
    """
    longest = [
        max((cells(word) for row in rows for word in row[index].split()), default=0)
        for index in range(len(needed))
    ]
    least = [
        _SIDES + (need if need <= 18 else min(20, word + 1))
        for need, word in zip(needed, longest, strict=True)
    ]
    wanted = [max(0, need - floor) ** 0.75 for need, floor in zip(needed, least, strict=True)]
    left = max(0, _PAGE_WIDTH - sum(least))
    total = sum(wanted) or 1.0
    return [floor + round(left * want / total) for floor, want in zip(least, wanted, strict=True)]
