"""Reading documents into a study: what the rules propose, and the dossier with it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.claims import Claim
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.reading.document import read_document
from detente.reading.marks import Reading
from detente.study.propose import Proposed, propose


def read(document: Document) -> Reading:
    """What do the offline rules find in a document? Its text must be at hand."""
    return read_document(document)


def into(
    dossier: Dossier, readings: Sequence[tuple[Document, Reading]], decided: Sequence[Claim] = ()
) -> Proposed:
    """What do these readings add to a dossier? Claims are proposed, never decided; see `propose`."""
    documents = [document.without_text() for document, _ in readings]
    return propose(
        dossier, documents, [claim for _, reading in readings for claim in reading.claims], decided
    )
