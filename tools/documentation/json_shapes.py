"""What ``--json`` prints, command by command: real answers on files of this documentation, shortened."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from typer.testing import CliRunner

from detente.cli.app import build
from documentation.abridged import abridged
from documentation.markdown import Page, block, page

HOME = Path(__file__).resolve().parents[2]
RIVER = "docs/tutorial/shared-river.yaml"
ASKED: tuple[tuple[str, ...], ...] = (
    ("check", RIVER),
    ("read", "docs/how-to/crossings/article.txt"),
    ("cases",),
    ("cases", "chicken"),
    ("cases", "panama-canal"),
    ("stability", "missing.yaml"),
)
INTRODUCTION = """\
Families of analyses show theirs on [their own pages](analyses/index.md). Errors are one object on standard
error, exit code 1 for a fault in the input, 2 for wrong usage. `…` stands for more of the same."""


def pages() -> Iterator[Page]:
    """The page of shapes."""
    yield "reference/json.md", page("# JSON shapes", INTRODUCTION, *map(section, ASKED))


def section(arguments: Sequence[str]) -> str:
    """One command with the shape of its answer."""
    title = "Errors" if "missing.yaml" in arguments else " ".join((arguments[0], *arguments[1:][-1:]))
    told = block(f"$ detente {' '.join(arguments)} --json", "console")
    return page(f"## {title}", told, block(abridged(answered(arguments)))).rstrip()


def answered(arguments: Sequence[str]) -> object:
    """What a command prints with ``--json``, run at the checkout's root; its error where it fails."""
    placed = [str(HOME / one) if (HOME / one).is_file() else one for one in arguments]
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            done = CliRunner().invoke(build(), [*placed, "--json"], env={"DETENTE_LANGUAGE": "en"})
        finally:
            os.chdir(before)
    told = (done.stdout or done.stderr).replace(f"{HOME}/", "")
    return json.loads(told)
