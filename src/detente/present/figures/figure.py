"""A drawn figure and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """An SVG document with the words for those who do not see it.

    `width` and `height` in CSS pixels at full size; `remarks` are sentences to print under it (what was cut).
    `sheets` are the parts that fit on pages of paper, as (svg, width, height); none when the whole fits.
    """

    number: int
    svg: str
    alt: str
    width: float
    height: float
    remarks: tuple[str, ...] = ()
    sheets: tuple[tuple[str, float, float], ...] = ()

    @property
    def id(self) -> str:
        """The anchor of the figure in a page."""
        return f"figure-{self.number}"

    @property
    def path(self) -> str:
        """Where the figure is written, relative to the Markdown text."""
        return f"figures/{self.id}.svg"
