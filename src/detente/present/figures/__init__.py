"""Exhibits as SVG figures: drawn by ourselves, without scripts, from text that is measured and escaped.

A figure is self-contained: presentation attributes only, its own title and description, a light ground.
"""

from __future__ import annotations

from detente.exhibits import Exhibit
from detente.present.figures.figure import Figure

__all__ = ["Figure", "draw"]


def draw(exhibit: Exhibit, number: int) -> Figure | None:
    """The exhibit as figure `number`; None if it has no picture (tables, arguments) or nothing to draw."""
    return None
