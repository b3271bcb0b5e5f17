"""What reading one file gives: clean text, the way back to the original, what the file says of itself."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from detente.errors import ArgumentError, Fault, ParseError
from detente.evidence.dates import PartialDate, parse
from detente.evidence.documents import Document, document_from
from detente.evidence.source_map import SourceMap
from detente.messages import Words
from detente.reading.page.head_dates import head_date

ApartKind = Literal[
    "boilerplate", "hidden", "header", "footnote", "comment", "front matter", "quoted mail", "code"
]


@dataclass(frozen=True, slots=True)
class Apart:
    """A stretch of the original that is no main text, kept beside it: `original[start:end]` holds `text`."""

    kind: ApartKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself; empty where it says nothing.

    `date` is ISO 8601 of reduced precision; `date_stated` is False where it comes from file properties or
    was worked out by a tool, and then counts as inferred.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    date_stated: bool = True
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read.

    `kind` is the id of its kind of file (`detente.readers.kinds`).
    `text` is the clean main text (NFC, LF line ends, no byte order mark). `offsets` leads every span of it to
    `original`: for `basis` "file" that is the file decoded as it stands, so spans can be checked in the file
    itself; for "extracted" (PDF, Word, mail) it is the text as the file's own format yields it.
    `pages` holds the offset in `text` at which each page begins (PDF only). `notices` are for the reader of
    the dossier: what was left out, repaired or doubtful. `encoding` is the one that had to be given.
    """

    file: str
    kind: str
    digest: str
    text: str
    original: str
    offsets: SourceMap
    basis: Literal["file", "extracted"]
    facts: Facts = Facts()
    apart: tuple[Apart, ...] = ()
    pages: tuple[int, ...] = ()
    notices: tuple[Words, ...] = ()
    encoding: str = ""

    def in_original(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original, in code points, end exclusive."""
        return self.offsets.to_source(start, end)

    def document(self, name: str) -> Document:
        """The record of this file for a dossier, its text with it."""
        facts = self.facts
        return replace(
            document_from(self.text, name=name, file=self.file, title=facts.title, language=facts.language),
            publisher=facts.publisher,
            author=facts.author,
            date=_date(facts, self.text),
            url=facts.url,
            encoding=self.encoding,
        )

    def page(self, offset: int) -> int | None:
        """The page (from 1) on which a place of the text stands; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None


def _date(facts: Facts, text: str) -> PartialDate | None:
    """The date the file states of itself, else the one its first lines state, else the one that is a hint."""
    if not (facts.date and facts.date_stated) and (stated := head_date(text)) is not None:
        return stated
    try:
        return parse(facts.date, basis="stated" if facts.date_stated else "inferred") if facts.date else None
    except ArgumentError:  # a day that no calendar has
        return None


def digest(data: bytes) -> str:
    """SHA-256 (hexadecimal) of the file as it stands."""
    return hashlib.sha256(data).hexdigest()


def unreadable(file: str, message: str, *, kind: str = "unreadable") -> ParseError:
    """The error that says what is wrong with a file, and the way out."""
    return ParseError([Fault(message, kind, file=file)])
