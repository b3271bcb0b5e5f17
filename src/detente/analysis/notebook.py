"""How results show themselves in notebooks: their tables and grids as plain HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from detente.exhibits import Exhibit, Grid, Table


def html_of(exhibits: Iterable[Exhibit]) -> str:
    """Tables and grids as HTML; other exhibits are left to the presenters."""
    return "".join(_html(one) for one in exhibits if isinstance(one, Table | Grid))


def _html(exhibit: Table | Grid) -> str:
    if isinstance(exhibit, Table):
        head, rows = exhibit.columns, [[cell.text for cell in row] for row in exhibit.rows]
    else:
        head = ("", *(column.text for column in exhibit.columns))
        marks = [[exhibit.legend.get(mark, mark) for mark in row] for row in exhibit.cells]
        rows = [[name.text, *row] for name, row in zip(exhibit.rows, marks, strict=True)]
    body = "".join(_row(row, "td") for row in rows)
    return f"<table><caption>{escape(exhibit.title)}</caption>{_row(head, 'th')}{body}</table>"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
