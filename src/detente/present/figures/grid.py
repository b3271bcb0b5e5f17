"""A grid as SVG: a cell per row and column with a sign, a colour and a few words; a legend below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.exhibits import Grid
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
_LABELS = 250.0
_LINE = 16.0
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's label and words in lines, and its height."""

    said: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    height: float


def draw_grid(grid: Grid, number: int) -> Figure:
    """The grid as figure `number`; at most 40 rows and 14 columns, and a remark when there are more."""
    drawn, remark = _cut(grid)
    cell = max(74.0, min(128.0, (880.0 - 2 * _PAD - _LABELS) / len(drawn.columns)))
    heads = [wrap(_marked(column.text, column.assumed), cell - 8, _bold, lines=3) for column in drawn.columns]
    rows = [_row(drawn, index, cell) for index in range(len(drawn.rows))]
    styles = mark_styles((*drawn.legend, *(mark for row in drawn.cells for mark in row)))
    width = 2 * _PAD + _LABELS + cell * len(drawn.columns)
    top = _PAD + 15.0 * max(len(lines) for lines in heads) + 6
    body = [*_heads(heads, cell, top), *_body(drawn, rows, styles, cell, top)]
    bottom = top + sum(row.height for row in rows)
    legend, legend_height = _legend(drawn, styles, width - 2 * _PAD)
    body.append(element("g", *legend, transform=f"translate({_PAD:.0f} {bottom + 14:.1f})"))
    alt = grid_alt(grid)
    height = bottom + 14 + legend_height
    return Figure(number, document(number, width, height, grid.title, alt, body), alt, width, height, remark)


def _cut(grid: Grid) -> tuple[Grid, tuple[str, ...]]:
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
    said = f"Drawn: {len(shown.rows)} of {rows} rows and {len(shown.columns)} of {columns} columns."
    return shown, (said,)


def _marked(text: str, assumed: bool) -> str:
    return clean(text) + (ASSUMED if assumed else "")


def _bold(text: str) -> float:
    return pixels(text, 12) * 1.07


def _said(text: str) -> float:
    return pixels(text, 12.5)


def _small(text: str) -> float:
    return pixels(text, 10.5)


def _row(grid: Grid, index: int, cell: float) -> _Row:
    said = wrap(_marked(grid.rows[index].text, grid.rows[index].assumed), _LABELS - 14, _said, lines=4)
    words = tuple(
        wrap(clean(text), cell - 12, _small, lines=3) if clean(text) else ()
        for text in (grid.words[index] if grid.words else ("",) * len(grid.columns))
    )
    tallest = max((len(lines) for lines in words), default=0)
    return _Row(said, words, max(_LINE * len(said) + 14, 34.0, (28 + 13.0 * tallest) if tallest else 0))


def _heads(heads: Sequence[Sequence[str]], cell: float, top: float) -> list[str]:
    return [
        label(
            lines,
            _PAD + _LABELS + cell * (index + 0.5),
            top - 10 - 15.4 * (len(lines) - 1),
            size=12,
            font_weight=700,
            text_anchor="middle",
        )
        for index, lines in enumerate(heads)
    ]


def _body(
    grid: Grid, rows: Sequence[_Row], styles: dict[str, MarkStyle], cell: float, top: float
) -> list[str]:
    parts: list[str] = []
    right = _PAD + _LABELS + cell * len(grid.columns)
    for index, row in enumerate(rows):
        parts.append(path(f"M{_PAD:.1f} {top:.1f}L{right:.1f} {top:.1f}", stroke=LINE, stroke_width=1))
        middle = top + row.height / 2 + 4.3 - _LINE / 2 * (len(row.said) - 1)
        parts.append(label(row.said, _PAD, middle, size=12.5, fill=INK))
        for column, mark in enumerate(grid.cells[index]):
            x = _PAD + _LABELS + cell * column
            parts.append(_cell(styles[mark], row.words[column], x, top, cell, row.height))
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


def _legend(grid: Grid, styles: dict[str, MarkStyle], width: float) -> tuple[list[str], float]:
    used = dict.fromkeys(mark for row in grid.cells for mark in row)
    ordered = [mark for mark in grid.legend if mark in used] + [
        mark for mark in used if mark not in grid.legend
    ]
    entries = [(_swatch(styles[mark]), meaning(grid, mark) or "no mark") for mark in ordered]
    if any(text.assumed for text in (*grid.rows, *grid.columns)):
        entries.append((label([ASSUMED], 8, 5, size=13, fill=SOFT), "assumed"))
    return flowed(entries, width, room=26.0)


def _swatch(style: MarkStyle) -> str:
    return element("rect", x=0, y=-8.5, width=20, height=17, rx=3, fill=style.ground) + sign(style, 10, 0)
