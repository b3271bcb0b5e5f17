"""Footnotes: each claim in words and where it is written."""

from __future__ import annotations

from bisect import bisect_right

from detente.brief.names import said_by, unsaid
from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import Document
from detente.evidence.passages import Passage
from detente.exhibits import Note
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


def _words(claim: Claim) -> str:
    """The claim, in quotation marks where it is in the documents' own words (unless it has marks itself)."""
    manner = {"imputed": " (imputed by the author, not stated)"}.get(claim.stance or "", "")
    literal = bool(claim.attestations) and all(_says_the_same(claim, one) for one in claim.attestations)
    marked = literal and not _MARKS.intersection(claim.text)
    return f"“{claim.text}”{manner}" if marked else f"{claim.text}{manner}"


def _says_the_same(claim: Claim, attestation: Attestation) -> bool:
    """Whether a passage has the claim's words, so that it need not be given beside them."""
    return attestation.passage is not None and attestation.passage.text.split() == claim.text.split()


def _source(study: Study, claim: Claim, attestation: Attestation, document: Document) -> str:
    apart = attestation.passage is not None and not _says_the_same(claim, attestation)
    quoted = f"“{attestation.passage.text}” — " if attestation.passage and apart else ""
    manner = "told as not said by " if unsaid(claim) else ""
    speaker = f"{manner}{said_by(study, (attestation.said_by,))}, in " if attestation.said_by else ""
    where = f", {attestation.where}" if attestation.where else ""
    place = f", {_place(study, attestation.passage)}" if attestation.passage else ""
    earlier = f", in an earlier version: {attestation.earlier}" if attestation.earlier else ""
    return f"{quoted}{speaker}{document}{where}{place}{earlier}"


def _place(study: Study, passage: Passage) -> str:
    """Where a passage stands: on which page of a paged document, else from which character on."""
    pages = study.pages.get(passage.document)
    if not pages:
        return f"characters {passage.start}–{passage.end}"
    first, last = bisect_right(pages, passage.start), bisect_right(pages, max(passage.start, passage.end - 1))
    return f"p. {first}" if first == last else f"pp. {first}–{last}"
