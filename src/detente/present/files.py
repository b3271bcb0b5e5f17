"""A brief as files: Markdown and HTML always, DOCX and PDF on demand. The store puts them on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.exhibits import Report
from detente.messages import Say
from detente.present.pages.html import html
from detente.present.pages.markdown import Composed, compose
from detente.present.spoken import spoken_report


@dataclass(frozen=True, slots=True)
class Files:
    """Relative path -> content, the page first; and what a reader should be told (characters fonts lack)."""

    contents: Mapping[str, bytes]
    warnings: tuple[str, ...] = ()


def brief_files(
    words: Report, *, say: Say, docx: bool = False, pdf: bool = False, name: str = "brief"
) -> Files:
    """`name`.html, `name`.md and the figures of the text, on demand .docx and .pdf, in the language of `say`.

    Everything is made before anything is written, so a report that cannot be drawn leaves an earlier
    brief as it was.
    """
    report = spoken_report(words, say)
    composed = compose(report, say=say)
    contents = {
        f"{name}.html": html(report, say=say, composed=composed).encode(),
        f"{name}.md": composed.text.encode(),
        **{figure.path: figure.svg.encode() for figure in composed.figures},
    }
    if docx:
        contents[f"{name}.docx"] = _docx(report, composed, say)
    warnings: tuple[str, ...] = ()
    if pdf:
        contents[f"{name}.pdf"], warnings = _pdf(report, composed, say)
    return Files(contents, warnings)


def _docx(report: Report[str], composed: Composed, say: Say) -> bytes:
    from detente.present.papers.docx import docx

    return docx(report, say=say, composed=composed)


def _pdf(report: Report[str], composed: Composed, say: Say) -> tuple[bytes, tuple[str, ...]]:
    from detente.present.papers.pdf import pdf

    printed = pdf(report, say=say, composed=composed)
    return printed.content, printed.warnings
