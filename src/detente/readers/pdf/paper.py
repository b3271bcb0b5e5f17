"""PDF by pypdf: the text layer, page by page. There is no character recognition here, and we say so."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from detente.errors import LimitError, ParseError
from detente.evidence.offsets import cleaned
from detente.messages import Words, message
from detente.readers.html.facts import iso_date
from detente.readers.library_logging import collected
from detente.readers.pdf.lines import PAGE_BREAK, nothing_on, reflowed
from detente.readers.pdf.positions import in_one_step
from detente.readers.reading import Facts, Reading, digest, unreadable

if TYPE_CHECKING:
    from pypdf import PdfReader

_SURROGATES = re.compile("[\ud800-\udfff\0]")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_MOST_CHARACTERS = 20_000_000


def read_pdf(data: bytes, file: str) -> Reading:
    """The text layer of a PDF, wrapped lines joined, running heads kept apart.

    Raises ParseError for an encrypted, broken or scanned file, LimitError for one that unpacks to too much.
    """
    with collected("pypdf") as repairs:
        pages, facts = _extracted(data, file)
    if not any(page.strip() for page in pages):
        raise unreadable(
            file,
            f"holds no text on any of its {len(pages)} pages: it is a scan or a picture. Recognise its text "
            "first (for example with ocrmypdf), then read the result",
            kind="no-text",
        )
    pages = [cleaned(page).text for page in pages]
    flow = reflowed(pages)
    if not flow.mapped.text.strip():
        raise unreadable(file, "holds page numbers and running heads only", kind="no-text")
    return Reading(
        file, "pdf", digest(data), flow.mapped.text, PAGE_BREAK.join(pages), flow.mapped.offsets, "extracted",
        facts, flow.apart, flow.pages, _notices(pages, repairs),
    )  # fmt: skip


def _extracted(data: bytes, file: str) -> tuple[list[str], Facts]:
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, WrongPasswordError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(file)
        return _pages(reader, file), _facts(reader)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise _locked(file) from None
    except LimitReachedError as error:
        raise LimitError(f"{file}: unpacks to too much ({error}); split the file") from None
    except (ParseError, LimitError):
        raise
    except (MemoryError, RecursionError, Exception):  # a broken file can break pypdf in any way
        raise unreadable(
            file,
            "is no PDF that can be read, or a broken one: open it in a viewer and save it as PDF again",
        ) from None


def _pages(reader: PdfReader, file: str) -> list[str]:
    pages, length = [], 0
    for page in reader.pages:
        in_one_step(page, reader)
        pages.append(_plain_page(page.extract_text()))
        length += len(pages[-1])
        if length > _MOST_CHARACTERS:
            raise LimitError(f"{file}: holds more than {_MOST_CHARACTERS:,} characters; split the file")
    return pages


def _plain_page(text: str) -> str:
    """A page's text; what it prints as a hyphen is one, even where the file calls it a soft hyphen."""
    return _SURROGATES.sub("\ufffd", text).replace("\f", "\n").replace("\u00ad", "-")


def _facts(reader: PdfReader) -> Facts:
    """The document's own properties; its date is when the file was made, so no more than a hint."""
    found = reader.metadata
    if found is None:
        return Facts()
    title, author = (_plain(found.get(key)) for key in ("/Title", "/Author"))
    made = _PDF_DATE.match(_plain(found.get("/CreationDate")))
    date = iso_date("-".join(part for part in made.groups() if part)) if made else ""
    return Facts(title=title, author=author, date=date, date_stated=not date)


def _plain(value: object) -> str:
    return cleaned(_SURROGATES.sub("\ufffd", str(value or ""))).text.strip()


def _locked(file: str) -> ParseError:
    return unreadable(
        file, "is encrypted: open it with its password and save a copy without one", kind="encrypted"
    )


def _notices(pages: list[str], repairs: list[str]) -> tuple[Words, ...]:
    notices: list[Words] = []
    if empty := nothing_on(pages):
        listed = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
        notices.append(message("readers.no_text", pages=listed))
    unknown = sum(page.count("\ufffd") for page in pages)
    if unknown:
        notices.append(message("readers.unknown_characters", count=unknown))
    if repairs:
        notices.append(message("readers.damaged", repairs=len(repairs)))
    return tuple(notices)
