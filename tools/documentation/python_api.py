"""The public names of ``import detente``, with the docstrings of the code."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import detente
from documentation.markdown import Page, page

GROUPS = ("Functions", "Records and results", "Errors", "Values")
MEMBERS = ":members:\n:exclude-members: __init__, __new__\n"


def pages() -> Iterator[Page]:
    """The page of the Python interface."""
    named: dict[str, list[str]] = {group: [] for group in GROUPS}
    for name in sorted(detente.__all__):
        named[group_of(getattr(detente, name))].append(name)
    sections = [f"## {group}\n\n" + "\n\n".join(map(entry, names)) for group, names in named.items() if names]
    yield "reference/python.md", page("# Python", INTRODUCTION, *sections)


INTRODUCTION = """\
`import detente as dt` gives these names, each imported when first used. Nothing below touches files except
`load`, `load_study` and `check`. States are values; arrays are read-only; every result carries its stamp."""


def group_of(value: object) -> str:
    """Where a name stands on the page."""
    if inspect.isclass(value):
        return "Errors" if issubclass(value, BaseException) else "Records and results"
    return "Functions" if callable(value) else "Values"


def entry(name: str) -> str:
    """The directive that documents a name, from where it is defined."""
    value = getattr(detente, name)
    if inspect.isclass(value):
        kind, more = "autoexception" if issubclass(value, BaseException) else "autoclass", MEMBERS
    else:
        kind, more = ("autofunction" if callable(value) else "autodata"), ""
    options = "".join(f"   {line}\n" for line in more.splitlines())
    return f"```{{eval-rst}}\n.. {kind}:: detente.{name}\n{options}```"
