"""Word documents (.docx) by python-docx: paragraphs, lists and tables in order; notes kept apart."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from detente.errors import LimitError, ParseError
from detente.evidence.offsets import cleaned
from detente.evidence.source_map import identity
from detente.messages import message
from detente.readers.docx_lists import Lists, lists_of
from detente.readers.reading import Apart, ApartKind, Facts, Reading, digest, unreadable

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_UNPACKED = 200_000_000
_MOST_PARTS = 20_000
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pict", f"{_W}drawing"})
_NOTES: dict[str, ApartKind] = {"footnotes": "footnote", "endnotes": "footnote", "comments": "comment"}
_BLANK_LINES = re.compile(r"\n{3,}")


def read_docx(data: bytes, file: str) -> Reading:
    """A Word document: tracked insertions read as accepted, deletions as gone; notes and comments apart.

    Raises LimitError, before anything is unpacked, for an archive that would unpack to too much.
    """
    _guard(data, file)
    try:
        document = _opened(data)
        lines = list(_lines(document.element.body, lists_of(document)))
        notes = list(_notes(document))
        facts = _facts(document)
        tracked = next(document.element.body.iter(f"{_W}ins", f"{_W}del"), None) is not None
    except (ParseError, LimitError):
        raise
    except (MemoryError, RecursionError, Exception):  # a broken file can break the parser in any way
        raise _broken(file) from None
    text = cleaned(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()).text
    if not text:
        raise unreadable(file, "holds no text: perhaps only pictures", kind="no-text")
    original = "\n\n".join((text, *(note for _, note in notes)))
    notices = (message("readers.tracked_changes"),) if tracked else ()
    return Reading(
        file, "docx", digest(data), text, original, identity(text).offsets, "extracted",
        facts, tuple(_aside(text, notes)), (), notices,
    )  # fmt: skip


def _guard(data: bytes, file: str) -> None:
    """Refuse what is no Word archive, or a zip bomb, by its table of contents alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise _broken(file) from None
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_UNPACKED or len(entries) > _MOST_PARTS:
        raise LimitError(
            f"{file}: would unpack to {unpacked / 1e6:,.0f} MB in {len(entries):,} parts, a sign of a zip "
            "bomb; save the text alone in a new document"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise unreadable(file, "is encrypted: save a copy without a password", kind="encrypted")


def _opened(data: bytes) -> Document:
    import docx

    return docx.Document(io.BytesIO(data))


def _broken(file: str) -> ParseError:
    return unreadable(
        file, "is no Word document that can be read, or a broken one; open it in a word "
        "processor and save it again as .docx"
    )  # fmt: skip


def _lines(body: Any, lists: Lists) -> Iterator[str]:
    """Paragraphs and table rows of an element, top to bottom, parted by empty lines; list items are not."""
    in_list = False
    for child in body:
        if child.tag == f"{_W}p":
            text = _text(child).strip()
            marker = lists.marker(child) if text else ""
            if not (in_list and marker):
                yield ""
            yield marker + text
            in_list = bool(marker)
        elif child.tag == f"{_W}tbl":
            yield ""
            for row in child.iter(f"{_W}tr"):
                yield "\t".join(_cell(cell) for cell in row.iter(f"{_W}tc"))
            in_list = False
        elif child.tag == f"{_W}sdt":
            for content in child.iterchildren(f"{_W}sdtContent"):
                yield from _lines(content, lists)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_text(part) for part in cell.iter(f"{_W}p")).split())


def _text(element: Any) -> str:
    """The words of a paragraph, tracked insertions with them, deletions and drawings not."""
    parts: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr") and node.getparent().tag == f"{_W}r":
            parts.append("\t" if node.tag == f"{_W}tab" else "\n")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag not in _GONE:
            waiting.extend(reversed(node))
    return "".join(parts)


def _notes(document: Document) -> Iterator[tuple[ApartKind, str]]:
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        kind = _NOTES.get(relation.reltype.rsplit("/", 1)[-1])
        if kind is None or relation.is_external:
            continue
        for note in parse_xml(relation.target_part.blob):
            text = "\n".join(_text(paragraph).strip() for paragraph in note.iter(f"{_W}p")).strip()
            if text:
                yield kind, cleaned(text).text


def _aside(text: str, notes: list[tuple[ApartKind, str]]) -> Iterator[Apart]:
    start = len(text) + 2
    for kind, note in notes:
        yield Apart(kind, note, start, start + len(note))
        start += len(note) + 2


def _facts(document: Document) -> Facts:
    """The document's own properties; its date is when the file was made, so no more than a hint."""
    properties = document.core_properties
    made = properties.created
    return Facts(
        title=cleaned(properties.title or _styled_title(document)).text,
        author=cleaned(properties.author or "").text,
        date=made.date().isoformat() if made else "",
        date_stated=made is None,
        language=properties.language or "",
    )


def _styled_title(document: Document) -> str:
    """The first paragraph in Word's “Title” style, which has that name in every language of Word."""
    for paragraph in document.paragraphs:
        style = paragraph.style
        words = " ".join(_text(paragraph._p).split()) if style is not None and style.name == "Title" else ""
        if words:
            return words
    return ""
