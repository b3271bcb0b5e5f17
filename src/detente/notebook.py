"""How results show themselves in notebooks: their tables and grids as plain HTML.

`import detente` in a notebook tells IPython about the results; nothing is imported before one is shown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from html import escape
from typing import Protocol

from detente.exhibits import Exhibit, Grid, Table
from detente.languages import speaker
from detente.present.spoken import spoken


class Result(Protocol):
    """What has exhibits."""

    def exhibits(self) -> tuple[Exhibit, ...]:
        """For people."""
        ...


class Formatter(Protocol):
    """IPython's formatter of one kind of display, as far as it is used here."""

    def for_type_by_name(self, type_module: str, type_name: str, func: Callable[[Result], str]) -> object:
        """Show instances of a class, named before it is imported, with `func`."""
        ...


def register() -> None:
    """Where IPython runs, tell it how results are shown; elsewhere nothing."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None:
        tell(shell.display_formatter.formatters["text/html"])


def tell(formatter: Formatter) -> None:
    """Tell a formatter of HTML about the class of all results, without importing it."""
    formatter.for_type_by_name("detente.analysis.protocol", "Result", html)


def html(result: Result) -> str:
    """Tables and grids as HTML, in the language DETENTE_LANGUAGE names (else English)."""
    say = speaker(os.environ.get("DETENTE_LANGUAGE") or "en")
    return "".join(_html(spoken(one, say)) for one in result.exhibits())


def _html(exhibit: Exhibit[str]) -> str:
    match exhibit:
        case Table():
            return _table(
                exhibit.title, exhibit.columns, [[cell.text for cell in row] for row in exhibit.rows]
            )
        case Grid():
            head = ("", *(column.text for column in exhibit.columns))
            marks = [[exhibit.legend.get(mark, mark) for mark in row] for row in exhibit.cells]
            rows = [[name.text, *row] for name, row in zip(exhibit.rows, marks, strict=True)]
            return _table(exhibit.title, head, rows)
        case _:
            return ""


def _table(title: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    body = "".join(_row(row, "td") for row in rows)
    return f"<table><caption>{escape(title)}</caption>{_row(head, 'th')}{body}</table>"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
