"""The sentences of a language, read from its `.po` files when a room is first spoken of.

The files are gettext's, which translators have tools for. They are read here and not by Babel: a command
that says three words must not import a library first (Babel reads the same in the tests).
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?(".*")')


def entry(tag: str, message: str) -> tuple[str, ...]:
    """The templates of a message: one, or one per plural form; none where the language lacks it."""
    return room(tag, message.partition(".")[0]).get(message, ())


@cache
def room(tag: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """All entries of a room in a language: id -> templates; empty where there is no such file."""
    source = files("detente.languages").joinpath(tag, f"{name}.po")
    return dict(_entries(source.read_text("utf-8"))) if source.is_file() else {}


def rooms(tag: str) -> tuple[str, ...]:
    """The names of a language's catalogue files, in order."""
    folder = files("detente.languages").joinpath(tag)
    return tuple(sorted(one.name.removesuffix(".po") for one in folder.iterdir() if one.name.endswith(".po")))


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The entries that are translated; the head, whose id is empty, is none."""
    for block in text.split("\n\n"):
        fields = _fields(block)
        templates = tuple(words for name, words in fields.items() if name.startswith("msgstr"))
        if fields.get("msgid") and templates and all(templates):
            yield fields["msgid"], templates


def _fields(block: str) -> dict[str, str]:
    """What stands after each keyword of an entry, the strings of several lines run together."""
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if found := _LINE.fullmatch(line.strip()):
            name = found[1] or name
            fields[name] = fields.get(name, "") + str(literal_eval(found[2]))
    return fields
