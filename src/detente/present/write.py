"""Writes a brief into a folder: Markdown and HTML always, DOCX and PDF on demand; whole files or none.

Each file is written under a temporary name and renamed, so a reader never meets half a file.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from detente.exhibits import Report
from detente.present.html import html
from detente.present.markdown import Composed, compose


@dataclass(frozen=True, slots=True)
class Written:
    """The files written, the page first, and what a reader should be told (characters a font lacks)."""

    paths: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write_brief(
    report: Report, folder: Path, *, docx: bool = False, pdf: bool = False, name: str = "brief"
) -> Written:
    """Write `name`.html, `name`.md and the figures of the text, on demand .docx and .pdf, into `folder`.

    The folder is made if missing. Everything is made before the first file is touched, so a report that
    cannot be drawn leaves an earlier brief as it was.
    """
    composed = compose(report)
    contents = {
        f"{name}.html": html(report, composed=composed).encode(),
        f"{name}.md": composed.text.encode(),
        **{figure.path: figure.svg.encode() for figure in composed.figures},
    }
    if docx:
        contents[f"{name}.docx"] = _docx(report, composed)
    warnings: tuple[str, ...] = ()
    if pdf:
        contents[f"{name}.pdf"], warnings = _pdf(report, composed)
    return Written(tuple(_replace(folder / path, content) for path, content in contents.items()), warnings)


def _docx(report: Report, composed: Composed) -> bytes:
    from detente.present.docx import docx

    return docx(report, composed=composed)


def _pdf(report: Report, composed: Composed) -> tuple[bytes, tuple[str, ...]]:
    from detente.present.pdf import pdf

    printed = pdf(report, composed=composed)
    return printed.content, printed.warnings


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
