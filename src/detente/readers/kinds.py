"""The kinds of files that can be read: a new one is one file with its reader, and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.readers.docx import read_docx
from detente.readers.html.page import read_html
from detente.readers.mail import read_mail
from detente.readers.pdf.paper import read_pdf
from detente.readers.reading import Reading
from detente.readers.text import read_markdown, read_text


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file. endings: of its name, "" for a name without one.

    read(data, file): bytes and the name to show -> what the file says; ParseError for what it cannot read.
    encoded: it is text in some encoding, and `read` also takes `encoding`.
    """

    id: str
    endings: tuple[str, ...]
    read: Callable[..., Reading]
    encoded: bool = False


KINDS = (
    FileKind("text", (".txt", ".text", ""), read_text, encoded=True),
    FileKind("markdown", (".md", ".markdown"), read_markdown, encoded=True),
    FileKind("html", (".html", ".htm", ".xhtml"), read_html, encoded=True),
    FileKind("pdf", (".pdf",), read_pdf),
    FileKind("docx", (".docx",), read_docx),
    FileKind("mail", (".eml",), read_mail),
)


def kind_of_name(ending: str) -> FileKind | None:
    """The kind of files whose names end so; None where there is none."""
    return next((kind for kind in KINDS if ending in kind.endings), None)


def kind_named(name: str) -> FileKind:
    """The kind with this id."""
    return next(kind for kind in KINDS if kind.id == name)


def endings() -> tuple[str, ...]:
    """Every ending that can be read."""
    return tuple(ending for kind in KINDS for ending in kind.endings if ending)
