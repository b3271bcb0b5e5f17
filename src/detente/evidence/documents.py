"""A document: what was read, by whom written, and the digest by which a change is noticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from detente.errors import StaleError
from detente.evidence.dates import PartialDate
from detente.evidence.offsets import cleaned


@dataclass(frozen=True, slots=True)
class Document:
    """One source.

    `digest` is the SHA-256 of the cleaned text (NFC, line ends as LF, no byte order mark) in UTF-8.
    `interest` says where the author's interest lies ("served in the ministry the text is about").
    `text` is the cleaned text, or None when the dossier travels without it (passages then keep their own
    words, and are verified whenever the text is at hand). `file` is relative to the study's `documents/`.
    A `withheld` document is never sent to a language model. `encoding` is what the file had to be read with
    where it is not UTF-8 and does not say what it is.
    """

    id: str
    digest: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: PartialDate | None = None
    genre: str = ""
    language: str = ""
    interest: str = ""
    url: str = ""
    file: str = ""
    text: str | None = None
    withheld: bool = False
    encoding: str = ""

    def verify(self, text: str) -> None:
        """Raise StaleError unless `text` is, after cleaning, the text this record was made from."""
        found = digest_of(text)
        if found != self.digest:
            raise StaleError(
                f"{self.file or self.id}: the document has changed since it was read, or its text is read "
                f"otherwise now (digest {self.digest[:12]}… in the dossier, {found[:12]}… now). "
                "Put the original back, or take the new text over by reading this file into the study again"
            )

    def with_text(self, text: str) -> Document:
        """The same document with its verified text at hand."""
        self.verify(text)
        return replace(self, text=cleaned(text).text)

    def without_text(self) -> Document:
        """The record alone, as it is kept in a dossier."""
        return replace(self, text=None)

    def __str__(self) -> str:
        parts = (self.author, f"“{self.title}”" if self.title else self.file or self.id, self.publisher)
        date = self.date.value if self.date is not None else None
        return ", ".join(part for part in (*parts, date) if part)


def digest_of(text: str) -> str:
    """SHA-256 (hexadecimal) of the cleaned text in UTF-8."""
    return hashlib.sha256(cleaned(text).text.encode("utf-8", "surrogatepass")).hexdigest()


def document_from(text: str, *, name: str, file: str = "", title: str = "", language: str = "") -> Document:
    """A document made from a text as it was decoded: cleaned, digested; `name` is its id."""
    clean = cleaned(text).text
    digest = hashlib.sha256(clean.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, digest, title=title, language=language, file=file, text=clean)
