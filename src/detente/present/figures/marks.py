"""How does a mark of a grid look? A shape and a colour, so that neither is needed to tell two apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.present.figures.svg import element, path


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """The ground of the cell, the colour of its sign, and the sign's name."""

    ground: str
    ink: str
    sign: str


_YES = MarkStyle("#d7ebe2", "#0f5a43", "check")
_NO = MarkStyle("#f8dfd4", "#8f2f0a", "cross")
_PART = MarkStyle("#fbeecb", "#6e4d00", "half")
_NONE = MarkStyle("#f3f1ec", "#6b665d", "dash")
_OTHERS = (
    MarkStyle("#dde8f3", "#17415f", "disc"),
    MarkStyle("#e9e1f1", "#573b82", "ring"),
    MarkStyle("#fbe3ee", "#8a2457", "diamond"),
    MarkStyle("#e3ecd2", "#4a5c12", "square"),
    MarkStyle("#dcefef", "#0d5c5f", "triangle"),
)
_WORDS = (
    (
        _YES,
        "yes y true + want wants wished fulfilled met agree stable holds accept acceptable for ok pro",
    ),
    (
        _NO,
        "no n false against unfulfilled unmet never reject blocks unstable violated opposed contra",
    ),
    (_PART, "part partial partly mixed price conditional if maybe trade"),
    (_NONE, "- . none open silent neutral unknown indifferent na"),
)
_KNOWN = {"": _NONE, **{word: style for style, words in _WORDS for word in words.split()}}


# sign: as a character, and where only ASCII can be shown
SIGNS = {
    "check": ("✓", "+"), "cross": ("✗", "x"), "half": ("◐", "~"), "dash": ("–", "-"), "disc": ("●", "*"),
    "ring": ("○", "o"), "diamond": ("◆", "v"), "square": ("■", "#"), "triangle": ("▲", "^"),
}  # fmt: skip


def mark_styles(marks: Iterable[str]) -> dict[str, MarkStyle]:
    """A style per mark: by its meaning where the word is known, else the next free one."""
    styles: dict[str, MarkStyle] = {}
    others = 0
    for mark in dict.fromkeys(marks):
        known = _KNOWN.get(mark.strip().lower())
        styles[mark] = known or _OTHERS[others % len(_OTHERS)]
        others += known is None
    return styles


def sign(style: MarkStyle, x: float, y: float) -> str:
    """The sign, about 14 pixels across, centred on (x, y)."""
    stroke: dict[str, str | float] = {"stroke": style.ink, "stroke_width": 2.2, "stroke_linecap": "round"}
    match style.sign:
        case "check":
            return path(
                f"M{x - 5.5:.1f} {y + 0.5:.1f}L{x - 1.5:.1f} {y + 4.5:.1f}L{x + 5.5:.1f} {y - 4.5:.1f}",
                **stroke,
            )
        case "cross":
            return path(
                f"M{x - 4.5:.1f} {y - 4.5:.1f}L{x + 4.5:.1f} {y + 4.5:.1f}"
                f"M{x + 4.5:.1f} {y - 4.5:.1f}L{x - 4.5:.1f} {y + 4.5:.1f}",
                **stroke,
            )
        case "dash":
            return path(f"M{x - 4:.1f} {y:.1f}L{x + 4:.1f} {y:.1f}", stroke=style.ink, stroke_width=1.6)
        case "half":
            ring = element("circle", cx=x, cy=y, r=5.5, fill="none", stroke=style.ink, stroke_width=1.8)
            return ring + element(
                "path", d=f"M{x:.1f} {y - 5.5:.1f}A5.5 5.5 0 0 0 {x:.1f} {y + 5.5:.1f}Z", fill=style.ink
            )
        case "disc":
            return element("circle", cx=x, cy=y, r=5, fill=style.ink)
        case "ring":
            return element("circle", cx=x, cy=y, r=5, fill="none", stroke=style.ink, stroke_width=2)
        case _:
            return element("path", d=_polygon(style.sign, x, y), fill=style.ink)


def _polygon(name: str, x: float, y: float) -> str:
    corners = {
        "diamond": ((0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0)),
        "square": ((-4.8, -4.8), (4.8, -4.8), (4.8, 4.8), (-4.8, 4.8)),
        "triangle": ((0, -6), (6, 5), (-6, 5)),
    }[name]
    return "M" + "L".join(f"{x + dx:.1f} {y + dy:.1f}" for dx, dy in corners) + "Z"
