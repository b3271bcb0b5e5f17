"""Footnotes: each claim in words and where it is written."""

from __future__ import annotations

from bisect import bisect_right

from detente.brief.names import said_by, unsaid
from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import Document
from detente.evidence.passages import Passage
from detente.exhibits import Note
from detente.messages import Words, joined, message
from detente.study.model import Study

_MARKS = frozenset('“”"')


def notes(study: Study) -> dict[str, Note]:
    """Claim id -> its footnote, for every claim of the dossier."""
    documents = {document.id: document for document in study.dossier.documents}
    return {
        claim.id: Note(
            claim.id,
            _words(claim),
            tuple(_source(study, claim, one, documents[one.document]) for one in claim.attestations),
        )
        for claim in study.dossier.claims
    }


def _words(claim: Claim) -> Words:
    """The claim, in quotation marks where it is in the documents' own words (unless it has marks itself)."""
    literal = bool(claim.attestations) and all(_says_the_same(claim, one) for one in claim.attestations)
    marked = literal and not _MARKS.intersection(claim.text)
    words = message("brief.note.quoted", words=claim.text) if marked else claim.text
    return message("brief.note.imputed", claim=words) if claim.stance == "imputed" else words


def _says_the_same(claim: Claim, attestation: Attestation) -> bool:
    """Whether a passage has the claim's words, so that it need not be given beside them."""
    return attestation.passage is not None and attestation.passage.text.split() == claim.text.split()


def _source(study: Study, claim: Claim, attestation: Attestation, document: Document) -> Words:
    """Where a claim is written: its words where they differ, who says it, the document, the place in it."""
    parts: list[Words] = [_document(study, claim, attestation, document)]
    if attestation.where:
        parts.append(attestation.where)
    if attestation.passage:
        parts.append(_place(study, attestation.passage))
    if attestation.earlier:
        parts.append(message("brief.note.earlier", version=attestation.earlier))
    source = joined(parts, "comma")
    if attestation.passage is None or _says_the_same(claim, attestation):
        return source
    return message("brief.note.words_in", words=attestation.passage.text, source=source)


def _document(study: Study, claim: Claim, attestation: Attestation, document: Document) -> Words:
    who = said_by(study, (attestation.said_by,)) if attestation.said_by else None
    if who is None:
        return str(document)
    if unsaid(claim):
        return message("brief.note.not_said_in", who=who, document=str(document))
    return message("brief.note.said_in", who=who, document=str(document))


def _place(study: Study, passage: Passage) -> Words:
    """Where a passage stands: on which page of a paged document, else from which character on."""
    pages = study.pages.get(passage.document)
    if not pages:
        return message("brief.note.characters", start=str(passage.start), end=str(passage.end))
    first, last = bisect_right(pages, passage.start), bisect_right(pages, max(passage.start, passage.end - 1))
    if first == last:
        return message("brief.note.page", page=str(first))
    return message("brief.note.pages", first=str(first), last=str(last))
