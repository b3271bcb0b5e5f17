"""Our own records inside other formats: to plain data, back, and checked against what stands beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from detente.errors import DetenteError, Fault, ParseError
from detente.evidence.claims import Claim
from detente.evidence.documents import Document
from detente.store.dossier_file import claim_record, document_record
from detente.store.dossier_lines import claim_from, document_from_record

Record = dict[str, Any]


def document_of(body: object, where: str) -> Document:
    """The document a record stands for. ParseError says in which entry it does not."""
    return _made(document_from_record, body, where)


def claim_of(body: object, where: str) -> Claim:
    """The claim a record stands for. ParseError says in which entry it does not."""
    return _made(claim_from, body, where)


def _made(make: Callable[[object], Any], body: object, where: str) -> Any:
    try:
        return make(body)
    except ParseError as error:
        raise ParseError([replace(fault, path=(where, *fault.path)) for fault in error.faults]) from None
    except DetenteError as error:
        raise fault(where, str(error)) from None


def json_of(text: str) -> Any:
    """The data in a JSON text. ParseError where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(
            [Fault(f"not JSON: {error.msg}", "json", line=error.lineno, column=error.colno)]
        ) from None
    except (RecursionError, ValueError):
        raise ParseError([Fault("not JSON that can be read", "json")]) from None


def json_text(value: object) -> str:
    """Data as JSON, readable, non-ASCII letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def same(found: object, expected: object, where: str) -> None:
    """Raise ParseError unless what an entry shows is what its own record would show."""
    if found != expected:
        raise fault(where, "was changed outside Détente, so that what it shows is no longer what its record "
                    "says: make the change in the dossier instead")  # fmt: skip


def fault(where: str, message: str) -> ParseError:
    """The error that names an entry."""
    return ParseError([Fault(f"{where}: {message}", "import", (where,))])


def bare(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Documents as they travel: without their texts."""
    return tuple(document.without_text() for document in documents)


__all__ = [
    "Record", "bare", "claim_of", "claim_record", "document_of", "document_record", "fault", "json_of",
    "json_text", "same",
]  # fmt: skip
