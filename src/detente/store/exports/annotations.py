"""W3C Web Annotation (Recommendation of 23 February 2017): a claim is an annotation, its passages targets.

Selectors are TextPositionSelector (code points of the clean text) and TextQuoteSelector, side by side on each
target, as the model's section 4.2 has them. Provenance is in PROV terms.
"""

from __future__ import annotations

from typing import Any

from detente.evidence.claims import Attestation, Claim
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

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "prov": "http://www.w3.org/ns/prov#",
        "detente": "urn:detente:",
        "as": "https://www.w3.org/ns/activitystreams#",
    },
]


def render(dossier: Dossier) -> str:
    """The dossier as one annotation collection."""
    return json_text(
        {
            "@context": CONTEXT,
            "type": "AnnotationCollection",
            "total": len(dossier.claims),
            "detente:documents": [document_record(document) for document in dossier.documents],
            "first": {
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": [annotation(claim, dossier) for claim in dossier.claims],
            },
        }
    )


def parse(text: str) -> Dossier:
    """The dossier in a collection that `render` wrote."""
    body = json_of(text)
    page = body.get("first") if isinstance(body, dict) else None
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise fault("collection", "is no annotation collection with a first page of items")
    records = body.get("detente:documents")
    if not isinstance(records, list):
        raise fault("collection", "has no detente:documents, so it was not written by Détente")
    documents = tuple(document_of(record, f"document {n}") for n, record in enumerate(records, 1))
    items: list[Any] = page["items"]
    claims = tuple(_claim(item, n) for n, item in enumerate(items, 1))
    dossier = Dossier(documents, claims)
    for claim, item in zip(claims, items, strict=True):
        same(item, annotation(claim, dossier), f"annotation {claim.id}")
    return dossier


def annotation(claim: Claim, dossier: Dossier) -> Record:
    """One claim as an annotation; without passages it has the documents themselves as targets."""
    targets = [_target(place, dossier) for place in claim.attestations]
    bodies: list[Record] = [{"type": "TextualBody", "purpose": "describing", "value": claim.text}]
    bodies.append({"type": "TextualBody", "purpose": "classifying", "value": claim.kind})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": flag} for flag in claim.flags]
    sources = list(dict.fromkeys(_source(place.document, dossier) for place in claim.attestations))
    found: Record = {
        "id": f"urn:detente:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "creator": {"type": "Person" if claim.origin == "human" else "Software", "name": claim.origin},
        "body": bodies,
        "target": targets,
        "prov:wasQuotedFrom": sources,
        "prov:wasAttributedTo": list(claim.who),
    }
    if claim.review.when:
        found["modified"] = claim.review.when
    return found | {"detente:claim": claim_record(claim)}


def _target(place: Attestation, dossier: Dossier) -> Record:
    found: Record = {"source": _source(place.document, dossier)}
    passage = place.passage
    if passage is not None:
        found["selector"] = [
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
            {"type": "TextQuoteSelector", "exact": passage.text},
        ]
    return found


def _source(name: str, dossier: Dossier) -> str:
    document = dossier.document(name)
    return document.url or f"urn:sha256:{document.digest}"


def _claim(item: object, number: int) -> Claim:
    if not isinstance(item, dict) or "detente:claim" not in item:
        raise fault(f"annotation {number}", "has no detente:claim, so it was not written by Détente")
    return claim_of(item["detente:claim"], f"annotation {number}")
