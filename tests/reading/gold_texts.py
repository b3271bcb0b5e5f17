"""Reads the gold texts: markup to plain text and spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span: `what` is s, t, d or r; `value` the speaker(s) or the date."""

    start: int
    end: int
    what: str
    value: str


@dataclass(slots=True)
class GoldText:
    """A text with its marks in order of their starts."""

    name: str
    genre: str
    folder: Path = FOLDER
    text: str = ""
    marks: list[Marked] = field(default_factory=list)


def gold_texts(folder: Path = FOLDER) -> list[GoldText]:
    """Every gold text of a folder, by name."""
    return [read(file) for file in sorted(folder.glob("*.txt"))]


def read(file: Path) -> GoldText:
    """One gold text with its markup resolved."""
    genre, _, body = file.read_text("utf-8").partition("\n")
    gold = GoldText(file.stem, genre.lstrip("# "), file.parent)
    plain: list[str] = []
    length = position = 0
    opened: list[tuple[int, str, str]] = []
    while position < len(body):
        if body.startswith("[[", position) and body[position + 2 : position + 4] in ("s:", "t:", "d:", "r:"):
            bar = body.index("|", position)
            opened.append((length, body[position + 2], body[position + 4 : bar]))
            position = bar + 1
        elif body.startswith("]]", position) and opened:
            start, what, value = opened.pop()
            gold.marks.append(Marked(start, length, what, value))
            position += 2
        else:
            plain.append(body[position])
            length += 1
            position += 1
    gold.text = "".join(plain)
    gold.marks.sort(key=lambda mark: (mark.start, -mark.end))
    return gold
