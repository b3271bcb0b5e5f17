"""SVG written by hand: escaped text, presentation attributes only, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from detente.present.clean import clean

FONT = (
    "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK KR', 'Malgun Gothic', "
    "'Apple SD Gothic Neo', 'PingFang SC', 'Microsoft YaHei', 'DejaVu Sans', 'Libertinus Serif', sans-serif"
)
INK = "#1d1c1a"
SOFT = "#55514a"
LINE = "#c9c3b6"
ACCENT = "#17415f"


def element(name: str, *children: str, **attributes: str | float) -> str:
    """An element; underscores in attribute names stand for hyphens, children are markup already."""
    pairs = "".join(
        f' {key.strip("_").replace("_", "-")}="{value_text(value)}"' for key, value in attributes.items()
    )
    inner = "".join(children)
    return f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>"


def value_text(value: str | float) -> str:
    """An attribute value; numbers with at most one decimal."""
    if isinstance(value, str):
        return escape(clean(value))
    number = f"{value:.1f}".removesuffix(".0")
    return "0" if number == "-0" else number


def document(
    number: int, width: float, height: float, title: str, description: str, body: Iterable[str]
) -> str:
    """A whole SVG document with its title and description for those who hear it."""
    name, words = f"figure-{number}-title", f"figure-{number}-words"
    return element(
        "svg",
        element("title", escape(clean(title)), id=name),
        element("desc", escape(clean(description)), id=words),
        element("rect", width=width, height=height, fill="#ffffff"),
        element("g", *body, font_family=FONT, font_size=13, fill=INK),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {value_text(width)} {value_text(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name} {words}",
    )


def label(
    lines: Iterable[str],
    x: float,
    y: float,
    *,
    size: float = 13,
    leading: float = 1.28,
    **attributes: str | float,
) -> str:
    """Lines of text, the first with its baseline at y."""
    spans = [
        element("tspan", escape(line), x=x, y=y + index * size * leading)
        for index, line in enumerate(lines)
        if line
    ]
    return element("text", *spans, font_size=size, **attributes) if spans else ""


def path(points: str, **attributes: str | float) -> str:
    """A stroked path without a fill."""
    return element("path", d=points, fill="none", **attributes)
