"""A new version of a document takes the place of the old one, and its claims go along where they can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.evidence.merging import renamed
from detente.evidence.passages import Passage, passage

_SENTENCE = re.compile(r"[^.!?。！？\n]+")


@dataclass(frozen=True, slots=True)
class Replaced:
    """The dossier with the new version in place of the old, and what became of the claims on the old.

    `document` is the id under which the new version stands. `kept` were decided on (or written by a person)
    and are still in the text; of `reopened` the passage is gone: they are to be decided on anew, with the old
    words in a note. `dropped` counts open proposals the new version no longer gives, and rejected claims.
    """

    dossier: Dossier
    document: str
    kept: tuple[Claim, ...] = ()
    reopened: tuple[Claim, ...] = ()
    dropped: int = 0


def likeness(first: str, second: str) -> float:
    """How much do two texts share? The sentences of both among the sentences of either (Jaccard), 0 to 1."""
    one, other = _sentences(first), _sentences(second)
    return len(one & other) / max(1, len(one | other))


def apart(claims: Iterable[Claim], dossier: Dossier, log: Iterable[Claim] = ()) -> tuple[Claim, ...]:
    """Claims of a new reading with ids that no claim of the dossier or of its log has had."""
    return renamed(claims, {}, (claim.id for claim in (*dossier.claims, *log)))


def replaced(dossier: Dossier, old: str, new: Document, offered: Sequence[Claim]) -> Replaced:
    """What becomes of a dossier when `new`, its text at hand, takes the place of the document `old`?

    `offered` are the claims read from it; they are not added here. An open claim stays if they have it too.
    """
    before = dossier.document(old)
    same = next((document for document in dossier.documents if document.digest == new.digest), None)
    if same is not None and same.id == old:
        return Replaced(dossier, old)
    move = _Move(old, same.id if same is not None else old, new, {claim.digest for claim in offered})
    claims = tuple(claim for one in dossier.claims if (claim := move.of(one)) is not None)
    documents = (
        tuple(document for document in dossier.documents if document.id != old)
        if same is not None
        else tuple(_record(d, new) if d is before else d for d in dossier.documents)
    )
    return Replaced(
        Dossier(documents, claims), move.target, tuple(move.kept), tuple(move.reopened), move.dropped
    )


def _record(before: Document, new: Document) -> Document:
    """The new version under the old one's id; what a person added, or the new text does not tell, stays."""
    facts = ("title", "publisher", "author", "date", "genre", "language", "interest", "url")
    told = {name: getattr(new, name) or getattr(before, name) for name in facts}
    return replace(new.without_text(), id=before.id, withheld=new.withheld or before.withheld, **told)


class _Move:
    """Claims on the way from one document to the other."""

    def __init__(self, old: str, target: str, new: Document, offered: set[str]) -> None:
        self.old, self.target, self.text, self.offered = old, target, new.text or "", offered
        self.kept: list[Claim] = []
        self.reopened: list[Claim] = []
        self.dropped = 0

    def of(self, claim: Claim) -> Claim | None:
        """The claim as it stands on the new version; None where it goes."""
        if self.old not in claim.documents:
            return claim
        found = [self._place(place) for place in claim.attestations]
        places = tuple(dict.fromkeys(place for place in found if place is not None))
        if not claim.counts and claim.review.state == "open":
            return self._open(replace(claim, attestations=places))
        if places:
            self.kept.append(replace(claim, attestations=places))
            return self.kept[-1]
        if claim.review.state == "rejected":
            self.dropped += 1
            return None
        self.reopened.append(self._anew(claim))
        return self.reopened[-1]

    def _open(self, claim: Claim) -> Claim | None:
        elsewhere = any(place.document != self.target for place in claim.attestations)
        if elsewhere or claim.digest in self.offered:
            return claim
        self.dropped += 1
        return None

    def _place(self, place: Attestation) -> Attestation | None:
        if place.document != self.old:
            return place
        if place.passage is None:
            return replace(place, document=self.target)
        found = self._found(place.passage)
        return replace(place, document=self.target, passage=found) if found is not None else None

    def _found(self, old: Passage) -> Passage | None:
        """The same words in the new text, the nearest to where they stood."""
        if not old.text:
            return None
        after = self.text.find(old.text, old.start)
        reach = after - old.start if after >= 0 else len(self.text)
        # Looking back no further than that keeps long documents with many passages quick.
        earlier = self.text.rfind(old.text, max(0, old.start - reach), old.start + len(old.text) - 1)
        start = earlier if earlier >= 0 else after
        return passage(self.target, self.text, start, start + len(old.text)) if start >= 0 else None

    def _anew(self, claim: Claim) -> Claim:
        places = tuple(place.outdated(self.target) for place in claim.attestations)
        return replace(
            claim,
            attestations=places,
            review=Review(note="its passage is not in the new version of the document"),
        )


def _sentences(text: str) -> frozenset[str]:
    return frozenset(filter(None, (" ".join(found.split()) for found in _SENTENCE.findall(text))))
