"""What differs between screen and paper: on paper nothing folds open, so figures speak for themselves.

On paper the tables behind a graph or a grid are left out; what they cite that was not cited before follows
the figure as one paragraph, so that no footnote is lost. A timeline keeps its table, which says
what the line cannot.
"""

from __future__ import annotations

import json
from typing import Any

from detente.messages import Say, message
from detente.present.pages.tree import Part, Parts, attributes, div, string, words


def for_paper(blocks: Parts, say: Say) -> Parts:
    """The blocks as they are printed."""
    cited: set[str] = set()
    printed: Parts = []
    for block in blocks:
        part = _printed(block, cited, say)
        cited.update(_notes(part))
        printed += part
    return printed


def _printed(part: Part, cited: set[str], say: Say) -> Parts:
    if part["t"] != "Div" or "data" not in part["c"][0][1]:
        return [part]
    classes, blocks = part["c"][0][1], part["c"][1]
    if "timeline" in classes:
        return list(blocks)
    runs = [run for block in blocks if block["t"] == "Table" for run in _runs(block["c"][3:5])]
    fresh = [run for run in runs if _notes(run) - cited]
    return [_paragraph(fresh, say)] if fresh else []


def _notes(value: Any) -> set[str]:
    """The footnotes in a part, by their content."""
    if isinstance(value, list):
        return {note for item in value for note in _notes(item)}
    if isinstance(value, dict):
        return {json.dumps(value)} if value.get("t") == "Note" else _notes(value.get("c"))
    return set()


def _runs(value: Any) -> list[Parts]:
    if isinstance(value, list):
        return [run for item in value for run in _runs(item)]
    if isinstance(value, dict) and value.get("t") in ("Plain", "Para"):
        return [value["c"]]
    return []


def _paragraph(runs: list[Parts], say: Say) -> Part:
    content: Parts = [string(say(message("present.grounds")) + " ")]
    for index, run in enumerate(runs):
        content += [*([string("; ")] if index else []), *run]
    content.append(string("."))
    return div(attributes(classes=["note"]), [{"t": "Para", "c": content}])


def named(part: Part) -> str:
    """The id or first class of a division, by which a format dresses it."""
    attr = part["c"][0]
    return str(attr[0] or (attr[1] or [""])[0])


def softened(text: str, longest: int = 28) -> str:
    """`text` with a place to break (U+200B) in every word too long for a line."""
    if len(text) <= longest:
        return text
    return "\u200b".join(text[start : start + longest] for start in range(0, len(text), longest))


def title_words(blocks: Parts) -> str:
    """The title of the document, in plain characters."""
    return next((words(part["c"][2]) for part in blocks if part["t"] == "Header" and part["c"][0] == 1), "")
