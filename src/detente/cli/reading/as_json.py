"""A reading as JSON (FILES §4): every span in code points of the file decoded as UTF-8, end exclusive."""

from __future__ import annotations

from detente.evidence.claims import Claim
from detente.evidence.documents import Document
from detente.messages import Say
from detente.readers.reading import Reading as FileReading
from detente.reading.marks import ActorMark, DateMark, QuoteMark, Reading
from detente.store.dossier_file import claim_record, date_record


def document_json(source: FileReading, document: Document, reading: Reading, say: Say) -> dict[str, object]:
    """One document's part of the answer."""
    return {
        "file": source.file,
        "digest": document.digest,
        "basis": source.basis,
        "quotes": [_quote(source, mark) for mark in reading.quotes],
        "dates": [_date(source, mark) for mark in reading.dates],
        "actors": [_actor(source, mark) for mark in reading.actors],
        "claims": [_claim(source, claim) for claim in reading.claims],
        "non_content": [
            {**_span(source, block.start, block.end), "rule": block.rule} for block in reading.non_content
        ],
        "apart": [
            {"start": piece.start, "end": piece.end, "text": piece.text, "kind": piece.kind}
            for piece in source.apart
        ],
        "notices": [say(notice) for notice in source.notices],
    }


def _span(source: FileReading, start: int, end: int) -> dict[str, object]:
    first, last = source.in_original(start, end)
    return {"start": first, "end": last, "text": source.original[first:last]}


def _quote(source: FileReading, mark: QuoteMark) -> dict[str, object]:
    what = {"speaker": mark.speaker, "kind": mark.kind, "rule": mark.rule, "confidence": mark.confidence}
    return {**_span(source, mark.start, mark.end), **what}


def _date(source: FileReading, mark: DateMark) -> dict[str, object]:
    return {**_span(source, mark.start, mark.end), **date_record(mark.date), "rule": mark.rule}


def _actor(source: FileReading, mark: ActorMark) -> dict[str, object]:
    mentions = [list(source.in_original(start, end)) for start, end in mark.mentions]
    return {"name": mark.name, "kind": mark.kind, "country": mark.country, "mentions": mentions}


def _claim(source: FileReading, claim: Claim) -> dict[str, object]:
    record = dict(claim_record(claim))
    attested = []
    for attestation, plain in zip(claim.attestations, record.get("attestations", []), strict=True):
        passage = attestation.passage
        spans = _span(source, passage.start, passage.end) if passage is not None else {}
        attested.append({**plain, **spans})
    record["attestations"] = attested
    return record
