"""Footnotes: each claim in words and where it is written."""

from __future__ import annotations

from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.exhibits import Note


def notes(dossier: Dossier) -> dict[str, Note]:
    """Claim id -> its footnote, for every claim of the dossier."""
    documents = {document.id: document for document in dossier.documents}
    return {
        claim.id: Note(
            claim.id,
            _words(claim),
            tuple(_source(one, documents[one.document]) for one in claim.attestations),
        )
        for claim in dossier.claims
    }


def _words(claim: Claim) -> str:
    manner = {"imputed": " (imputed by the author, not stated)"}.get(claim.stance or "", "")
    return f"{claim.text}{manner}"


def _source(attestation: Attestation, document: Document) -> str:
    quoted = f"“{attestation.passage.text}” — " if attestation.passage else ""
    speaker = f"{attestation.said_by}, in " if attestation.said_by else ""
    where = f", {attestation.where}" if attestation.where else ""
    place = (
        f", characters {attestation.passage.start}–{attestation.passage.end}" if attestation.passage else ""
    )
    return f"{quoted}{speaker}{document}{where}{place}"
