"""A grid as SVG: a cell per row and column with a sign, a colour and a few words; a legend below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from detente.exhibits import Grid
from detente.messages import Say, message
from detente.present.clean import clean
from detente.present.figures.alt import grid_alt
from detente.present.figures.figure import Figure
from detente.present.figures.legend import flowed
from detente.present.figures.marks import MarkStyle, mark_styles, sign
from detente.present.figures.svg import INK, LINE, SOFT, document, element, label, path
from detente.present.grounds import ASSUMED
from detente.present.measure import pixels, wrap
from detente.present.tables import meaning

MOST_ROWS, MOST_COLUMNS = 40, 14
_PAD = 14.0
_WIDTH = 880.0
_PAGE = 1000.0  # what fits on a page of paper at this width
_LEAST = 250.0  # for the labels of rows
_LINE = 16.0
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's marks, its label and words in lines, and its height."""

    marks: tuple[str, ...]
    said: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """The grid measured: what every sheet of it shares."""

    grid: Grid[str]
    cell: float
    labels: float
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[_Row, ...]
    styles: dict[str, MarkStyle]
    entries: tuple[tuple[str, str], ...]


def draw_grid(grid: Grid[str], number: int, say: Say) -> Figure:
    """The grid as figure `number`; at most 40 rows and 14 columns, and a remark when there are more."""
    drawn, remark = _cut(grid, say)
    plan = _plan(drawn, say)
    alt = grid_alt(grid, say)
    svg, width, height = _sheet(plan, plan.rows, number, alt, legend=True)
    parts = _pages(plan.rows) if height > _PAGE else []
    sheets = tuple(_sheet(plan, part, number, alt, legend=part is parts[-1]) for part in parts)
    return Figure(number, svg, alt, width, height, remark, sheets)


def _plan(grid: Grid[str], say: Say) -> _Plan:
    """Widths of labels and cells, heads and rows broken into lines."""
    count = len(grid.columns)
    worded = any(words for row in grid.words for words in row)
    cell = max(74.0, min(128.0 if worded else 92.0, (_WIDTH - 2 * _PAD - _LEAST) / count))
    labels = max(_LEAST, min(400.0, _WIDTH - 2 * _PAD - cell * count))
    heads = tuple(
        wrap(_marked(column.text, column.assumed), cell - 8, _bold, lines=3) for column in grid.columns
    )
    rows = tuple(_row(grid, index, cell, labels) for index in range(len(grid.rows)))
    styles = mark_styles((*grid.legend, *(mark for row in grid.cells for mark in row)))
    return _Plan(grid, cell, labels, heads, rows, styles, _entries(grid, styles, say))


def _pages(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows in runs of about equal height that fit on a page."""
    total = sum(row.height for row in rows)
    target = total / ceil(total / (_PAGE - 140))
    pages: list[list[_Row]] = [[]]
    filled = 0.0
    for row in rows:
        if filled + row.height / 2 > target * len(pages):
            pages.append([])
        pages[-1].append(row)
        filled += row.height
    return pages


def _sheet(
    plan: _Plan, rows: Sequence[_Row], number: int, alt: str, *, legend: bool
) -> tuple[str, float, float]:
    width = 2 * _PAD + plan.labels + plan.cell * len(plan.heads)
    top = _PAD + 15.0 * max(len(lines) for lines in plan.heads) + 6
    body = [*_heads(plan, top), *_body(plan, rows, top)]
    height = top + sum(row.height for row in rows) + 14
    if legend:
        marks, legend_height = flowed(plan.entries, width - 2 * _PAD, room=26.0)
        body.append(element("g", *marks, transform=f"translate({_PAD:.0f} {height:.1f})"))
        height += legend_height
    return document(number, width, height, plan.grid.title, alt, body), width, height


def _cut(grid: Grid[str], say: Say) -> tuple[Grid[str], tuple[str, ...]]:
    rows, columns = len(grid.rows), len(grid.columns)
    if rows <= MOST_ROWS and columns <= MOST_COLUMNS:
        return grid, ()
    shown = replace(
        grid,
        rows=grid.rows[:MOST_ROWS],
        columns=grid.columns[:MOST_COLUMNS],
        cells=tuple(row[:MOST_COLUMNS] for row in grid.cells[:MOST_ROWS]),
        words=tuple(row[:MOST_COLUMNS] for row in grid.words[:MOST_ROWS]),
    )
    drawn = {"rows": len(shown.rows), "columns": len(shown.columns)}
    return shown, (say(message("present.drawn.grid", all_rows=rows, all_columns=columns, **drawn)),)


def _marked(text: str, assumed: bool) -> str:
    return clean(text) + (ASSUMED if assumed else "")


def _bold(text: str) -> float:
    return pixels(text, 12) * 1.07


def _said(text: str) -> float:
    return pixels(text, 12.5)


def _small(text: str) -> float:
    return pixels(text, 10.5)


def _row(grid: Grid[str], index: int, cell: float, labels: float) -> _Row:
    label_ = grid.rows[index]
    said = wrap(_marked(label_.text, label_.assumed), labels - 14, _said, lines=4)
    words = tuple(
        wrap(clean(text), cell - 12, _small, lines=3) if clean(text) else ()
        for text in (grid.words[index] if grid.words else ("",) * len(grid.columns))
    )
    tallest = max((len(lines) for lines in words), default=0)
    height = max(_LINE * len(said) + 14, 34.0, (28 + 13.0 * tallest) if tallest else 0)
    return _Row(grid.cells[index], said, words, height)


def _heads(plan: _Plan, top: float) -> list[str]:
    return [
        label(
            lines,
            _PAD + plan.labels + plan.cell * (index + 0.5),
            top - 10 - 15.4 * (len(lines) - 1),
            size=12,
            font_weight=700,
            text_anchor="middle",
        )
        for index, lines in enumerate(plan.heads)
    ]


def _body(plan: _Plan, rows: Sequence[_Row], top: float) -> list[str]:
    parts: list[str] = []
    right = _PAD + plan.labels + plan.cell * len(plan.heads)
    for row in rows:
        parts.append(path(f"M{_PAD:.1f} {top:.1f}L{right:.1f} {top:.1f}", stroke=LINE, stroke_width=1))
        middle = top + row.height / 2 + 4.3 - _LINE / 2 * (len(row.said) - 1)
        parts.append(label(row.said, _PAD, middle, size=12.5, fill=INK))
        for column, mark in enumerate(row.marks):
            x = _PAD + plan.labels + plan.cell * column
            parts.append(_cell(plan.styles[mark], row.words[column], x, top, plan.cell, row.height))
        top += row.height
    return parts


def _cell(style: MarkStyle, words: Sequence[str], x: float, y: float, width: float, height: float) -> str:
    ground = element(
        "rect",
        x=x + _GAP / 2,
        y=y + _GAP / 2,
        width=width - _GAP,
        height=height - _GAP,
        rx=3,
        fill=style.ground,
    )
    middle = x + width / 2
    if not words:
        return ground + sign(style, middle, y + height / 2)
    above = y + (height - 20 - 13 * len(words)) / 2 + 9
    said = label(words, middle, above + 20, size=10.5, text_anchor="middle", fill=style.ink)
    return ground + sign(style, middle, above) + said


def _entries(grid: Grid[str], styles: dict[str, MarkStyle], say: Say) -> tuple[tuple[str, str], ...]:
    """The legend: marks as drawn, and what they mean."""
    used = dict.fromkeys(mark for row in grid.cells for mark in row)
    ordered = [mark for mark in grid.legend if mark in used] + [
        mark for mark in used if mark not in grid.legend
    ]
    entries = [
        (_swatch(styles[mark]), meaning(grid, mark) or say(message("present.no_mark"))) for mark in ordered
    ]
    if any(text.assumed for text in (*grid.rows, *grid.columns)):
        entries.append((label([ASSUMED], 8, 5, size=13, fill=SOFT), say(message("present.assumed"))))
    return tuple(entries)


def _swatch(style: MarkStyle) -> str:
    return element("rect", x=0, y=-8.5, width=20, height=17, rx=3, fill=style.ground) + sign(style, 10, 0)
