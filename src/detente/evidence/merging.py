"""One claim with many citations: joining equal claims, and setting side by side those that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from detente.evidence.claims import Attestation, Claim

_NUMBERED = re.compile(r"\d{1,9}\Z")
_OPPOSED = frozenset({("improving", "worsening"), ("worsening", "improving")})


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two claims that do not sit together: at odds in substance, or telling one thing in another tone."""

    kind: Literal["contradiction", "tone"]
    first: Claim
    second: Claim


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


def contrasts(claims: tuple[Claim, ...]) -> tuple[Contrast, ...]:
    """Claims to be shown side by side, never merged: those marked at odds; one statement told as done and as
    negated; relations of one pair, or one matter, told with another direction or stance elsewhere."""
    by_id = {claim.id: claim for claim in claims}
    found: dict[frozenset[str], Contrast] = {}
    for claim in claims:
        for other in claim.at_odds:
            if other in by_id:
                found[frozenset((claim.id, other))] = Contrast("contradiction", claim, by_id[other])
    for first, second in _comparable(claims):
        kind = _contrast(first, second)
        if kind is not None:
            found.setdefault(frozenset((first.id, second.id)), Contrast(kind, first, second))
    return tuple(found.values())


def _joined(held: Claim, other: Claim) -> Claim:
    trusted = min((held, other), key=lambda c: (c.review.state == "open", c.origin != "human"))
    return replace(
        held,
        attestations=tuple(dict.fromkeys((*held.attestations, *other.attestations))),
        flags=tuple(dict.fromkeys((*held.flags, *other.flags))),
        at_odds=tuple(dict.fromkeys((*held.at_odds, *other.at_odds))),
        event=held.event or other.event,
        origin=trusted.origin,
        confidence=trusted.confidence,
        review=trusted.review,
    )


def _moved(attestation: Attestation, document: str) -> Attestation:
    passage = attestation.passage
    return replace(
        attestation,
        document=document,
        passage=replace(passage, document=document) if passage is not None else None,
    )


def _comparable(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs about one matter: the same parties (in either order, for relations) and the same `about`."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "relation":
            groups["relation", frozenset((*claim.who, *claim.to))].append(claim)
        elif claim.about:
            groups[claim.kind, claim.about, claim.who].append(claim)
        else:
            groups[claim.kind, claim.text, claim.who, claim.to].append(claim)
    for group in groups.values():
        for number, first in enumerate(group):
            yield from ((first, second) for second in group[number + 1 :])


def _contrast(first: Claim, second: Claim) -> Literal["contradiction", "tone"] | None:
    if first.digest == second.digest:
        return None
    if "negated" in (first.status, second.status) and first.status != second.status:
        return "contradiction" if first.text == second.text or first.about else None
    if first.direction and second.direction and first.direction != second.direction:
        return "contradiction" if (first.direction, second.direction) in _OPPOSED else "tone"
    apart = not set(first.documents) & set(second.documents)
    if first.kind == "relation" and first.text != second.text and apart:
        return "tone"
    return "tone" if first.stance and second.stance and first.stance != second.stance else None
