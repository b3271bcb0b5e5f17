"""What a reading adds to a dossier: new documents, and claims proposed for review (never decided here)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.evidence.claims import Claim
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Proposed:
    """The dossier after a reading, and what came of it.

    `added` are new claims; `joined` counts proposals that gave a claim already there one more citation (or
    nothing at all, when a file is read again); `decided` counts those set aside because a reviewer has
    decided on them before.
    """

    dossier: Dossier
    documents: tuple[Document, ...]
    added: tuple[Claim, ...]
    joined: int
    decided: int


def propose(
    dossier: Dossier, documents: Iterable[Document], claims: Iterable[Claim], decided: Iterable[Claim] = ()
) -> Proposed:
    """What does reading these documents add? Reading the same file twice adds nothing.

    `decided` are claims as they stood before a decision changed or merged them away (`review.snapshots`).
    """
    closed = {claim.digest for claim in decided} - {claim.digest for claim in dossier.claims}
    offered = tuple(claims)
    fresh = tuple(claim for claim in offered if claim.digest not in closed)
    known_documents = {document.digest for document in dossier.documents}
    known = {claim.digest for claim in dossier.claims}
    read = tuple(documents)
    grown = _withheld(dossier.add(read, fresh), {d.digest for d in read if d.withheld})
    added = tuple(claim for claim in grown.claims if claim.digest not in known)
    return Proposed(
        grown,
        tuple(document for document in grown.documents if document.digest not in known_documents),
        added,
        joined=len(fresh) - len(added),
        decided=len(offered) - len(fresh),
    )


def _withheld(dossier: Dossier, digests: set[str]) -> Dossier:
    """The dossier with these documents marked as never to be sent; the mark is not taken away here."""
    documents = tuple(replace(d, withheld=d.withheld or d.digest in digests) for d in dossier.documents)
    return replace(dossier, documents=documents)
