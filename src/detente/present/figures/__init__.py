"""Exhibits as SVG figures: drawn by ourselves, without scripts, from text that is measured and escaped.

A figure is self-contained: presentation attributes only, its own title and description, a light ground.
"""

from __future__ import annotations

from detente.exhibits import Exhibit, Graph, Grid, Timeline
from detente.messages import Say
from detente.present.figures.figure import Figure

__all__ = ["Figure", "draw"]


def draw(exhibit: Exhibit[str], number: int, say: Say) -> Figure | None:
    """The exhibit as figure `number`; None if it has no picture (tables, arguments) or nothing to draw."""
    match exhibit:
        case Graph() if exhibit.nodes:
            from detente.present.figures.graph import draw_graph

            return draw_graph(exhibit, number, say)
        case Grid() if exhibit.rows and exhibit.columns:
            from detente.present.figures.grid import draw_grid

            return draw_grid(exhibit, number, say)
        case Timeline():
            from detente.present.figures.timeline import draw_timeline

            return draw_timeline(exhibit, number, say)
        case _:
            return None
