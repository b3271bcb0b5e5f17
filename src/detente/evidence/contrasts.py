"""Claims to be shown side by side, never merged: those that contradict each other or differ in tone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from detente.evidence.claims import Claim
from detente.evidence.dates import span
from detente.evidence.senses import Sense, sense

_OPPOSED = frozenset({("improving", "worsening"), ("worsening", "improving")})

Sensed = tuple[Claim, Sense]


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two claims that do not sit together: at odds in substance, or telling one thing in another tone."""

    kind: Literal["contradiction", "tone"]
    first: Claim
    second: Claim


def contrasts(claims: Iterable[Claim]) -> tuple[Contrast, ...]:
    """Which claims do not sit together? Rejected ones are passed over.

    Those marked at odds; one statement told as so and as not so (see `senses`), as also words quoted and told
    as not said; relations of one pair, or one matter, told with another direction or stance elsewhere.
    """
    weighed = tuple(claim for claim in claims if claim.review.state != "rejected")
    by_id = {claim.id: claim for claim in weighed}
    found: dict[frozenset[str], Contrast] = {}
    for claim in weighed:
        for other in claim.at_odds:
            if other in by_id:
                found[frozenset((claim.id, other))] = Contrast("contradiction", claim, by_id[other])
    for first, second in _comparable(weighed):
        kind = _contrast(first, second)
        if kind is not None:
            found.setdefault(frozenset((first.id, second.id)), Contrast(kind, first, second))
    told = {(one.first.text, one.second.text) for one in found.values()}
    for first, second in _opposed(weighed):
        # A sentence may have been made into several claims; to be told once is enough.
        if not told & {(first.text, second.text), (second.text, first.text)}:
            found.setdefault(frozenset((first.id, second.id)), Contrast("contradiction", first, second))
            told.add((first.text, second.text))
    return tuple(found.values())


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


def _opposed(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one sense, one so and one not so; quotations only with quotations."""
    groups: dict[tuple[bool, tuple[str, ...]], list[Sensed]] = defaultdict(list)
    for claim in claims:
        spoken = claim.kind == "quote"
        found = sense(claim.text, negated=claim.status == "negated", spoken=spoken)
        if found is not None:
            groups[spoken, found.words].append((claim, found))
    for group in groups.values():
        so = [one for one in group if not one[1].denied]
        not_so = [one for one in group if one[1].denied]
        yield from ((a[0], b[0]) for a in so for b in not_so if a[1].opposes(b[1]) and _of_one(a, b))


def _of_one(one: Sensed, other: Sensed) -> bool:
    """Are both of the same actor, at times that can be the same?"""
    first, second = one[0], other[0]
    if first.kind == "quote":
        # Two short quotations have few words of their own: one must be told as not said.
        long = len(one[1].words) > 2 or "negated" in (first.status, second.status)
        return long and _same(first.who, second.who) and not _apart(first, second)
    return (one[1].named or _same(first.who, second.who)) and not _apart(first, second)


def _same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """The same names, a surname (first or last) standing for the whole."""
    if len(first) != len(second) or not first:
        return False
    return all(any(_one_name(name, other) for other in second) for name in first)


def _one_name(first: str, second: str) -> bool:
    longer, shorter = sorted((first.casefold().split(), second.casefold().split()), key=len, reverse=True)
    return bool(shorter) and shorter in (longer[: len(shorter)], longer[-len(shorter) :])


def _apart(first: Claim, second: Claim) -> bool:
    """Are they dated so that both may be true?"""
    if first.date is None or second.date is None or not first.date.value or not second.date.value:
        return False
    (start, end), (other_start, other_end) = span(first.date.value), span(second.date.value)
    return end < other_start or other_end < start
