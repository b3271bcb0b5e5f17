"""Colours: text on its ground reaches the contrast that WCAG AA asks for (4.5 to 1)."""

import re
from importlib.resources import files

import pytest

from detente.present.figures.marks import mark_styles
from detente.present.figures.style import LINK_KINDS, link_style, node_style


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def _schemes() -> list[dict[str, str]]:
    css = files("detente.present").joinpath("page.css").read_text("utf-8")
    roots = re.findall(r":root \{([^}]*)\}", css)
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", root)) for root in roots[:2]]


def test_the_measure_is_right() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", _schemes(), ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "assumed"])
def test_page_text_is_legible(scheme: dict[str, str], text: str) -> None:
    assert _contrast(scheme[text], scheme["paper"]) >= 4.5
    assert _contrast(scheme[text], scheme["box"]) >= 4.5


def test_figure_text_is_legible() -> None:
    for kind in ("start", "equilibrium", "state", "actor", "other"):
        style = node_style(kind)
        assert min(_contrast(style.ink, style.ground), _contrast(style.soft, style.ground)) >= 4.5
    assert all(_contrast(link_style(kind).colour, "#ffffff") >= 4.5 for kind in (*LINK_KINDS, "other"))
    for mark in mark_styles(["yes", "no", "part", "", "a", "b", "c", "d", "e"]).values():
        assert _contrast(mark.ink, mark.ground) >= 4.5
