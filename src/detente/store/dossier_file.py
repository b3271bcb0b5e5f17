"""The dossier as JSON Lines: one document or one claim per line, in a fixed order of keys.

`{"document": {...}}` lines come first, `{"claim": {...}}` lines after; what is at its default is left out,
so a line holds what somebody decided. Writing what was read gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from detente.errors import DetenteError, Fault, InputError, ParseError, PathStep, SenseError
from detente.evidence.claims import Attestation, Claim
from detente.evidence.dates import PartialDate
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.store.dossier_lines import claim_from, document_from_record
from detente.store.json_places import offset_of
from detente.store.whole_file import write_whole

Record = dict[str, Any]


def load_dossier(path: Path) -> Dossier:
    """The dossier kept in a file; ParseError with every fault and its line when it does not parse."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ParseError(
            [
                Fault(
                    "not UTF-8: save the file as UTF-8 and read it again",
                    "encoding",
                    file=str(path),
                    line=line,
                )
            ]
        ) from None
    except OSError as error:
        raise InputError([Fault(f"cannot be read: {error.strerror}", "file", file=str(path))]) from None
    return parse_dossier(text, file=str(path))


def save_dossier(path: Path, dossier: Dossier) -> None:
    """Write the dossier whole or not at all."""
    write_whole(path, render_dossier(dossier), sync=True)


def parse_dossier(text: str, *, file: str | None = None) -> Dossier:
    """The dossier in a text of JSON Lines; every fault is found before anything is refused."""
    faults: list[Fault] = []
    documents: list[Document] = []
    claims: list[Claim] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            item = _item(line.rstrip("\r"), file, number)
        except InputError as error:
            faults.extend(error.faults)
            continue
        if isinstance(item, Document):
            documents.append(item)
        else:
            claims.append(item)
    if faults:
        raise ParseError(faults)
    try:
        return Dossier(tuple(documents), tuple(claims))
    except SenseError as error:
        raise SenseError(_located(error.faults, text, file)) from None


def render_dossier(dossier: Dossier) -> str:
    """The JSON Lines of a dossier: documents, then claims, each in their order."""
    lines = [{"document": document_record(document)} for document in dossier.documents]
    lines += [{"claim": claim_record(claim)} for claim in dossier.claims]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def document_record(document: Document) -> Record:
    """A document as plain data, without its text; keys in the order of the record."""
    names = ("title", "publisher", "author", "genre", "language", "interest", "url", "file", "encoding")
    record: Record = {"id": document.id, "digest": document.digest}
    for name in names:
        if name == "genre" and document.date is not None:
            record["date"] = date_record(document.date)
        if getattr(document, name):
            record[name] = getattr(document, name)
    if document.withheld:
        record["withheld"] = True
    return record


def claim_record(claim: Claim) -> Record:
    """A claim as plain data; keys in the order of the record, defaults left out."""
    record: Record = {"id": claim.id, "kind": claim.kind, "text": claim.text}
    optional: Record = {
        "who": list(claim.who),
        "to": list(claim.to),
        "date": date_record(claim.date) if claim.date is not None else None,
        "status": claim.status if claim.status != "unknown" else None,
        "about": claim.about,
        "stance": claim.stance,
        "direction": claim.direction,
        "attestations": [attestation_record(a) for a in claim.attestations],
        "event": claim.event,
        "flags": list(claim.flags),
        "at_odds": list(claim.at_odds),
    }
    record.update((key, value) for key, value in optional.items() if value)
    record["origin"] = claim.origin
    if claim.confidence is not None:
        record["confidence"] = claim.confidence
    review = {name: getattr(claim.review, name) for name in ("state", "by", "when", "note")}
    if review != {"state": "open", "by": "", "when": "", "note": ""}:
        record["review"] = {key: value for key, value in review.items() if value}
    return record


def attestation_record(attestation: Attestation) -> Record:
    """An attestation as plain data."""
    record: Record = {"document": attestation.document}
    if attestation.passage is not None:
        passage = attestation.passage
        record |= {"start": passage.start, "end": passage.end, "text": passage.text}
    for name in ("said_by", "where", "note"):
        if getattr(attestation, name):
            record[name] = getattr(attestation, name)
    return record


def date_record(date: PartialDate) -> Record:
    """A partial date as plain data; value, precision and basis always, the rest where known."""
    record: Record = {"value": date.value, "precision": date.precision, "basis": date.basis}
    for name in ("reference", "earliest", "latest"):
        if getattr(date, name) is not None:
            record[name] = getattr(date, name)
    return record


def _item(line: str, file: str | None, number: int) -> Document | Claim:
    def fault(message: str, kind: str, column: int | None = None) -> ParseError:
        return ParseError([Fault(message, kind, file=file, line=number, column=column)])

    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise fault(f"not JSON: {error.msg}", "json", error.colno) from None
    except (RecursionError, ValueError):
        raise fault("not JSON that can be a dossier line", "json") from None
    if not isinstance(record, dict) or len(record) != 1 or not set(record) <= {"document", "claim"}:
        raise fault('each line is {"document": {…}} or {"claim": {…}}', "line")
    ((what, body),) = record.items()
    try:
        return document_from_record(body) if what == "document" else claim_from(body)
    except InputError as error:
        raise ParseError(
            [
                Fault(f.message, f.kind, path := (what, *f.path), None, file, number, _column(line, path))
                for f in error.faults
            ]
        ) from None
    except DetenteError as error:
        raise fault(str(error), "value") from None


def _column(line: str, path: tuple[PathStep, ...]) -> int:
    """The column of the part of a line that a path leads to."""
    return offset_of(line, len(line) - len(line.lstrip()), path) + 1


def _located(faults: tuple[Fault, ...], text: str, file: str | None) -> list[Fault]:
    """Faults of the whole dossier, put on the last line that holds the id they speak of."""
    lines: dict[tuple[str, str], int] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            ((what, body),) = json.loads(line).items()
            lines[what, body["id"]] = number
    return [
        Fault(f.message, f.kind, f.path, file=file, line=lines.get((str(f.path[0]), str(f.path[1]))))
        for f in faults
    ]
