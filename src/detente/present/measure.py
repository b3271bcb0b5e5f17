"""How wide is a text? In terminal cells, and in pixels of a common sans serif; and how it wraps."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

# Advance widths of the Helvetica/Arial family in thousandths of an em, U+0020 to U+007E.
_ADVANCES = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_SLACK = 1.06  # other sans serifs run wider than Arial
_CLOSERS = "。、，．：；！？）」』】〉》”’,.:;!?)]"
Measure = Callable[[str], float]


def cells(text: str) -> int:
    """Terminal cells of `text`: two for a wide East Asian character or emoji, none for a combining mark."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def pixels(text: str, size: float) -> float:
    """Width of `text` in pixels, set in a sans serif of `size` pixels (an estimate, rather too wide)."""
    return sum(_advance(character) for character in text) * size * _SLACK / 1000


def _advance(character: str) -> int:
    if " " <= character <= "~":
        return _ADVANCES[ord(character) - 32]
    return (0, 600, 1000)[_cell(character)]


def wrap(text: str, width: float, measure: Measure, *, lines: int | None = None) -> tuple[str, ...]:
    """`text` in lines no wider than `width` by `measure`; at most `lines`, the last one cut with an ellipsis.

    Breaks at spaces and around Chinese and Japanese characters; inside a word only if it alone is too wide.
    """
    filled: list[str] = []
    line = ""
    for piece in _pieces(text, width, measure):
        if line and measure((line + piece).rstrip()) > width:
            filled.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    filled.append(line.rstrip())
    if lines is None or len(filled) <= lines:
        return tuple(filled)
    return (*filled[: lines - 1], _shortened(" ".join(filled[lines - 1 :]), width, measure))


def _pieces(text: str, width: float, measure: Measure) -> Iterator[str]:
    """Unbreakable runs, each with the space that follows it."""
    run = ""
    for character in text:
        between = (_ideograph(character) or _ideograph(run[-1:])) and character not in _CLOSERS
        if run and ((run.endswith(" ") and character != " ") or between or measure(run + character) > width):
            yield run
            run = ""
        run += character
    if run:
        yield run


def _ideograph(character: str) -> bool:
    """Chinese and Japanese break anywhere; Hangul, like Latin, at spaces."""
    return (
        _cell(character) == 2 and not unicodedata.name(character, "").startswith("HANGUL")
        if character
        else False
    )


def _shortened(text: str, width: float, measure: Measure) -> str:
    while text and measure(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"
