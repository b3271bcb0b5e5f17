"""The sentences of a language, read from its `.po` files when a room is first spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def entry(tag: str, message: str) -> tuple[str, ...]:
    """The templates of a message: one, or one per plural form; none where the language lacks it."""
    return room(tag, message.partition(".")[0]).get(message, ())


@cache
def room(tag: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """All entries of a room in a language: id -> templates; empty where there is no such file."""
    from babel.messages.pofile import read_po

    source = files("detente.languages").joinpath(tag, f"{name}.po")
    if not source.is_file():
        return {}
    with source.open("rb") as file:
        return dict(_entries(read_po(file)))


def rooms(tag: str) -> tuple[str, ...]:
    """The names of a language's catalogue files, in order."""
    folder = files("detente.languages").joinpath(tag)
    return tuple(sorted(one.name.removesuffix(".po") for one in folder.iterdir() if one.name.endswith(".po")))


def _entries(catalogue: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in catalogue:  # type: ignore[attr-defined]
        templates = one.string if isinstance(one.string, tuple | list) else (one.string,)
        key = one.id[0] if isinstance(one.id, tuple | list) else one.id
        if key and all(templates):
            yield key, tuple(templates)
