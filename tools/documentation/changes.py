"""The page of changes: the fragments not yet released as they will read, then the log of releases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from documentation.markdown import Page, page

HOME = Path(__file__).resolve().parents[2]
HEADING = "Not yet released"


def pages() -> Iterator[Page]:
    """The page of changes."""
    log = (HOME / "CHANGELOG.md").read_text(encoding="utf-8")
    title, rest = log.split("\n", 1)
    yield "changes.md", page(title, unreleased(), rest)


def unreleased() -> str:
    """What the fragments in changes/ will read like."""
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", HEADING, "--date", "-"]
    done = subprocess.run(command, cwd=HOME, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode().replace(f"## {HEADING} (-)", f"## {HEADING}").strip()
