"""Pandoc's document tree: making its parts, and rewriting it part by part.

A part is `{"t": name, "c": content}`; attributes are `[id, [class, …], [[key, value], …]]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

Part = dict[str, Any]
Parts = list[Part]
Rewrite = Callable[[Part], Parts | None]


def attributes(name: str = "", classes: Iterable[str] = (), **pairs: str) -> list[Any]:
    """An attribute triple; underscores in names of pairs stand for hyphens."""
    return [name, list(classes), [[key.replace("_", "-"), value] for key, value in pairs.items()]]


def string(text: str) -> Part:
    """Literal characters."""
    return {"t": "Str", "c": text}


def raw(format_: str, text: str, *, inline: bool = False) -> Part:
    """Markup of our own making in one output format; never given text."""
    return {"t": "RawInline" if inline else "RawBlock", "c": [format_, text]}


def link(target: str, content: Parts, attr: list[Any]) -> Part:
    """A link inside the document."""
    return {"t": "Link", "c": [attr, content, [target, ""]]}


def superscript(content: Parts) -> Part:
    """Raised content."""
    return {"t": "Superscript", "c": content}


def div(attr: list[Any], blocks: Parts) -> Part:
    """A block of blocks."""
    return {"t": "Div", "c": [attr, blocks]}


def span(attr: list[Any], content: Parts) -> Part:
    """A run with attributes."""
    return {"t": "Span", "c": [attr, content]}


def rewrite(value: Any, change: Rewrite) -> Any:
    """The tree with every part replaced by what `change` gives for it, innermost first; None keeps it."""
    if isinstance(value, list):
        return [new for item in value for new in _changed(item, change)]
    if isinstance(value, dict):
        return {key: rewrite(content, change) for key, content in value.items()}
    return value


def _changed(item: Any, change: Rewrite) -> list[Any]:
    inner = rewrite(item, change)
    if isinstance(inner, dict) and "t" in inner:
        replaced = change(inner)
        return [inner] if replaced is None else replaced
    return [inner]


def words(value: Any) -> str:
    """The characters of a part, without its markup."""
    return "".join(_characters(value))


def _characters(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _characters(item)
    elif isinstance(value, dict):
        match value.get("t"):
            case "Str":
                yield value["c"]
            case "Space" | "SoftBreak":
                yield " "
            case "Note":
                pass
            case _:
                yield from _characters(value.get("c"))
