"""The bullet or number Word shows before a list paragraph: not in the text, but counted when it is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(slots=True)
class Lists:
    """Markers in reading order. Ordered levels show "1. ", whatever letters or Roman numbers Word prints."""

    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def marker(self, paragraph: Any) -> str:
        """What stands before the paragraph: "- ", "1. " and so on, or nothing."""
        place = self._place(paragraph)
        if place is None:
            return ""
        if self.formats.get(place, "bullet") in ("bullet", "none"):
            return "- "
        for deeper in [key for key in self.counts if key[0] == place[0] and key[1] > place[1]]:
            del self.counts[deeper]
        self.counts[place] = self.counts.get(place, 0) + 1
        return f"{self.counts[place]}. "

    def _place(self, paragraph: Any) -> tuple[str, str] | None:
        """The list a paragraph belongs to and its level, by itself or by its style."""
        own = _number(paragraph.find(f"{_W}pPr/{_W}numPr"))
        if own is not None:
            return own if own[0] != "0" else None
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self.styles.get(style.get(f"{_W}val", "")) if style is not None else None


def lists_of(document: Any) -> Lists:
    """The lists a Word document defines."""
    lists = Lists()
    for style in document.styles.element.iterchildren(f"{_W}style"):
        place = _number(style.find(f"{_W}pPr/{_W}numPr"))
        if place is not None:
            lists.styles[style.get(f"{_W}styleId", "")] = place
    numbering = next(
        (r.target_part.element for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None
    )
    if numbering is not None:
        _read_formats(numbering, lists.formats)
    return lists


def _read_formats(numbering: Any, formats: dict[tuple[str, str], str]) -> None:
    abstract = {a.get(f"{_W}abstractNumId"): a for a in numbering.iterchildren(f"{_W}abstractNum")}
    for number in numbering.iterchildren(f"{_W}num"):
        reference = number.find(f"{_W}abstractNumId")
        definition = abstract.get(reference.get(f"{_W}val")) if reference is not None else None
        for level in definition.iterchildren(f"{_W}lvl") if definition is not None else ():
            shown = level.find(f"{_W}numFmt")
            place = number.get(f"{_W}numId", ""), level.get(f"{_W}ilvl", "0")
            formats[place] = shown.get(f"{_W}val", "bullet") if shown is not None else "decimal"


def _number(properties: Any) -> tuple[str, str] | None:
    if properties is None:
        return None
    number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
    if number is None:
        return None
    return number.get(f"{_W}val", "0"), level.get(f"{_W}val", "0") if level is not None else "0"
