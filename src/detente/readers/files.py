"""Reading any file: which reader it needs, by what it holds and what it is called; limits come first."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from detente.errors import LimitError
from detente.readers.encodings import doubt
from detente.readers.kinds import FileKind, endings, kind_named, kind_of_name
from detente.readers.reading import Reading, unreadable

MOST_BYTES = 32 * 1024 * 1024

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office or Hangul (.doc, .xls, .hwp) file: save it as .docx or .pdf"),
    (b"{\\rtf", "a Rich Text file: save it as .docx"),
    (b"\x89PNG", "a picture: recognise its text first (for example with ocrmypdf or tesseract)"),
    (b"\xff\xd8\xff", "a picture: recognise its text first (for example with ocrmypdf or tesseract)"),
    (b"GIF8", "a picture: recognise its text first (for example with ocrmypdf or tesseract)"),
    (b"II*\0", "a picture: recognise its text first (for example with ocrmypdf or tesseract)"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"7z\xbc\xaf", "an archive: unpack it first"),
    (b"Rar!", "an archive: unpack it first"),
    (b"\x7fELF", "a program, not a document"),
)


def read_file(path: Path, *, encoding: str | None = None, most_bytes: int = MOST_BYTES) -> Reading:
    """What does a file say? Reads it, whatever of our kinds it is; the file itself is never changed.

    Raises LimitError for a file above `most_bytes` (before opening it), ParseError for an unreadable one.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise unreadable(name, "is a folder; name the files in it")
        if path.exists() and not path.is_file():  # reading a pipe would wait for a writer, perhaps for ever
            raise unreadable(name, "is a pipe or device and no file: save what comes out of it as a file")
        size = path.stat().st_size
        if size > most_bytes:
            raise LimitError(_too_large(name, size, most_bytes))
        data = path.read_bytes()
    except FileNotFoundError:
        raise unreadable(name, "does not exist", kind="missing") from None
    except OSError as error:
        raise unreadable(name, f"cannot be opened: {error.strerror or error}") from None
    return read_bytes(data, name, encoding=encoding, most_bytes=most_bytes)


def read_bytes(
    data: bytes, file: str, *, encoding: str | None = None, most_bytes: int = MOST_BYTES
) -> Reading:
    """As `read_file`, for bytes at hand; `file` is the name to show, and its ending tells the kind."""
    if len(data) > most_bytes:
        raise LimitError(_too_large(file, len(data), most_bytes))
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f"):
        raise unreadable(file, "is empty: there is nothing to read", kind="no-text")
    kind = _kind(data, file)
    if not kind.encoded:
        return kind.read(data, file)
    reading = kind.read(data, file, encoding=encoding)
    doubts = doubt(data, encoding) if encoding else ()
    return replace(reading, encoding=encoding or "", notices=(*reading.notices, *doubts))


def _kind(data: bytes, file: str) -> FileKind:
    """What the file holds counts before what it is called."""
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise unreadable(file, f"is {what}", kind="unknown-kind")
    if b"%PDF-" in data[:1024]:
        return kind_named("pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_named(_archive_kind(data, file))
    suffix = Path(file).suffix.lower()
    kind = kind_of_name(suffix)
    if kind is None:
        raise unreadable(
            file,
            f"is of a kind that cannot be read ({suffix}); readable are {', '.join(endings())}",
            kind="unknown-kind",
        )
    looks_html = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))
    return kind_named("html") if kind.id == "text" and looks_html else kind


def _archive_kind(data: bytes, file: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:2000])
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return "docx"  # whose reader says in what way it is broken
    if "word/document.xml" in names or (
        Path(file).suffix.lower() == ".docx" and "[Content_Types].xml" in names
    ):
        return "docx"
    for mark, what in (
        ("xl/workbook.xml", "a spreadsheet: save the sheet you need as text"),
        ("ppt/presentation.xml", "a presentation: save it as .pdf"),
        ("mimetype", "an OpenDocument, Hangul (.hwpx) or e-book file: save it as .docx or .pdf"),
    ):
        if mark in names:
            raise unreadable(file, f"is {what}", kind="unknown-kind")
    raise unreadable(file, "is an archive: unpack it and name the files in it", kind="unknown-kind")


def _too_large(file: str, size: int, most: int) -> str:
    return (
        f"{file}: is {size / 1e6:,.0f} MB; at most {most / 1e6:,.0f} MB is read at once. Split it, or save "
        "the text alone"
    )
