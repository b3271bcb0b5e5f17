"""Events in the manner of PLOVER: who did what to whom, when, of which type; only claims with an event type.

Type, mode and quad class are PLOVER's (16 types, four classes); the rest is plain. Comments and assessments
have no event type and so are not here. `reviewed` tells a suggestion from what a person has decided.
"""

from __future__ import annotations

from types import MappingProxyType

from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier
from detente.store.exports.records import (
    Record,
    claim_of,
    claim_record,
    document_of,
    document_record,
    fault,
    json_of,
    json_text,
    same,
)

QUAD_CLASSES = MappingProxyType(
    {
        **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
        **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
        **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
        **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
    }
)


def render(dossier: Dossier) -> str:
    """The events of a dossier; `parse` gives these claims back, with all documents."""
    events = [event(claim) for claim in dossier.claims if claim.event]
    documents = [document_record(document) for document in dossier.documents]
    return json_text({"format": "plover-style", "version": 1, "events": events, "documents": documents})


def parse(text: str) -> Dossier:
    """The events in a file that `render` wrote, as claims."""
    body = json_of(text)
    if not isinstance(body, dict) or body.get("format") != "plover-style":
        raise fault("file", "is no plover-style file written by Détente")
    parts = body.get("documents"), body.get("events")
    if not all(isinstance(part, list) for part in parts):
        raise fault("file", "needs a list of documents and a list of events")
    documents = tuple(document_of(record, f"document {n}") for n, record in enumerate(body["documents"], 1))
    claims = []
    for number, item in enumerate(body["events"], 1):
        claim = claim_of(item.get("detente") if isinstance(item, dict) else None, f"event {number}")
        same(item, event(claim), f"event {claim.id}")
        claims.append(claim)
    return Dossier(documents, tuple(claims))


def event(claim: Claim) -> Record:
    """One event. Type and mode are the claim's, written TYPE or TYPE: Mode."""
    kind, _, mode = (part.strip() for part in claim.event.partition(":"))
    return {
        "id": claim.id,
        "event_type": kind,
        "event_mode": mode,
        "quad_class": QUAD_CLASSES.get(kind, ""),
        "event_date": claim.date.value if claim.date is not None else None,
        "date_precision": claim.date.precision if claim.date is not None else "unknown",
        "source": list(claim.who),
        "target": list(claim.to),
        "status": claim.status,
        "event_text": claim.text,
        "documents": list(claim.documents),
        "reviewed": claim.review.state in ("accepted", "edited"),
        "detente": claim_record(claim),
    }
