"""Writes a brief into a folder: Markdown and HTML always, DOCX and PDF on demand; whole files or none.

Each file is written under a temporary name and renamed, so a reader never meets half a brief.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from detente.exhibits import Report
from detente.present.html import html
from detente.present.markdown import compose


@dataclass(frozen=True, slots=True)
class Written:
    """The files written, the page first, and what a reader should be told (characters a font lacks)."""

    paths: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write_brief(report: Report, folder: Path, *, name: str = "brief") -> Written:
    """Write `name`.html, `name`.md and the figures of the text into `folder`, made if missing.

    The content is made in full before the first file is touched.
    """
    composed = compose(report)
    contents = {
        f"{name}.html": html(report, composed=composed).encode(),
        f"{name}.md": composed.text.encode(),
        **{figure.path: figure.svg.encode() for figure in composed.figures},
    }
    return Written(tuple(_replace(folder / path, content) for path, content in contents.items()))


def _replace(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
