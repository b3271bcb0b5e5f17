"""One claim with many citations: joining equal claims, and finding them ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.evidence.claims import Attestation, Claim

_NUMBERED = re.compile(r"\d{1,9}\Z")


def merged(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims with equal content joined into the first of them, with every citation once, in order.

    The most trusted origin and review stay: a human's claim absorbs a rule's, a decided one an open one.
    """
    by_digest: dict[str, Claim] = {}
    for claim in claims:
        held = by_digest.get(claim.digest)
        by_digest[claim.digest] = claim if held is None else _joined(held, claim)
    return tuple(by_digest.values())


def renamed(claims: Iterable[Claim], documents: Mapping[str, str], taken: Iterable[str]) -> tuple[Claim, ...]:
    """Claims whose documents have other ids here, with claim ids that are free."""
    used = set(taken)
    ids: dict[str, str] = {}
    result = []
    for claim in claims:
        ids[claim.id] = free(claim.id, used)
        used.add(ids[claim.id])
        attestations = tuple(_moved(a, documents.get(a.document, a.document)) for a in claim.attestations)
        result.append(replace(claim, id=ids[claim.id], attestations=attestations))
    return tuple(replace(c, at_odds=tuple(ids.get(other, other) for other in c.at_odds)) for c in result)


def free(name: str, used: set[str]) -> str:
    """The id itself, or the next number after it that nobody uses."""
    if name not in used:
        return name
    found = _NUMBERED.search(name)
    stem, number = (name[: found.start()], int(found.group())) if found else (f"{name}-", 1)
    while f"{stem}{number}" in used:
        number += 1
    return f"{stem}{number}"


def _joined(held: Claim, other: Claim) -> Claim:
    trusted = min((held, other), key=lambda c: (c.review.state == "open", c.origin != "human"))
    return replace(
        held,
        attestations=_places((*held.attestations, *other.attestations)),
        flags=tuple(dict.fromkeys((*held.flags, *other.flags))),
        at_odds=tuple(dict.fromkeys((*held.at_odds, *other.at_odds))),
        event=held.event or other.event,
        origin=trusted.origin,
        confidence=trusted.confidence,
        review=trusted.review,
    )


def _places(attestations: tuple[Attestation, ...]) -> tuple[Attestation, ...]:
    """Each place once, as it is told first: a speaker corrected in review is not named wrongly again."""
    places: dict[object, Attestation] = {}
    for one in attestations:
        places.setdefault(one.passage if one.passage is not None else one, one)
    return tuple(places.values())


def _moved(attestation: Attestation, document: str) -> Attestation:
    passage = attestation.passage
    return replace(
        attestation,
        document=document,
        passage=replace(passage, document=document) if passage is not None else None,
    )
