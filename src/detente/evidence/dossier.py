"""The dossier: documents and claims, every claim traceable to its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from detente.errors import Fault, InputError, SenseError, StaleError
from detente.evidence.claims import Attestation, Claim
from detente.evidence.contrasts import Contrast, contrasts
from detente.evidence.documents import Document
from detente.evidence.merging import free, merged, renamed
from detente.evidence.offsets import cleaned

Item = TypeVar("Item", Document, Claim)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Documents and claims in file order; ids are unique within each."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        faults = list(_faults(self.documents, self.claims))
        if faults:
            raise SenseError(faults)

    def document(self, name: str) -> Document:
        """The document of that id."""
        return _find(self.documents, name, "document")

    def claim(self, name: str) -> Claim:
        """The claim of that id."""
        return _find(self.claims, name, "claim")

    def about(self, actor: str) -> tuple[Claim, ...]:
        """Claims that name an actor as holder or addressee, in file order."""
        return tuple(claim for claim in self.claims if actor in claim.who or actor in claim.to)

    def of_kind(self, *kinds: str) -> tuple[Claim, ...]:
        """Claims of the given kinds, in file order."""
        return tuple(claim for claim in self.claims if claim.kind in kinds)

    def in_document(self, name: str) -> tuple[Claim, ...]:
        """Claims attested in a document, in file order."""
        return tuple(claim for claim in self.claims if name in claim.documents)

    def citations(self, name: str) -> tuple[tuple[Document, Attestation], ...]:
        """Where a claim is written: each attestation with its document."""
        return tuple((self.document(a.document), a) for a in self.claim(name).attestations)

    def add(self, documents: Iterable[Document] = (), claims: Iterable[Claim] = ()) -> Dossier:
        """This dossier with more in it. A document whose digest is known is kept once; a claim whose content
        is already there adds its citations to that claim; ids already taken are numbered on."""
        known = list(self.documents)
        places: dict[str, str] = {}
        for document in documents:
            same = next((old for old in known if old.digest == document.digest), None)
            if same is None:
                same = replace(document, id=free(document.id, {old.id for old in known}))
                known.append(same)
            places[document.id] = same.id
        more = renamed(claims, places, (claim.id for claim in self.claims))
        return Dossier(tuple(known), merged((*self.claims, *more)))

    def contrasts(self) -> tuple[Contrast, ...]:
        """Claims to be shown side by side, never merged (see `contrasts.contrasts`)."""
        return contrasts(self.claims)

    def verify(self, texts: Mapping[str, str]) -> tuple[Fault, ...]:
        """Every document that changed and every passage that no longer stands, given texts by document id.

        Documents whose text is not at hand (neither in `texts` nor in the record) are passed over.
        """
        faults: list[Fault] = []
        at_hand: dict[str, str] = {}
        for document in self.documents:
            text = texts.get(document.id, document.text)
            if text is None:
                continue
            # Cleaned here, once: a document has as many passages as it is long.
            at_hand[document.id] = cleaned(text).text
            try:
                document.verify(at_hand[document.id])
            except StaleError as stale:
                faults.append(Fault(str(stale), "document-changed", ("documents", document.id)))
        for claim in self.claims:
            faults.extend(_passage_faults(claim, at_hand))
        return tuple(faults)


def _find(items: tuple[Item, ...], name: str, what: str) -> Item:
    for item in items:
        if item.id == name:
            return item
    raise InputError(f"the dossier has no {what} {name!r}", kind=f"unknown-{what}")


def _faults(documents: tuple[Document, ...], claims: tuple[Claim, ...]) -> Iterator[Fault]:
    for what, items in (("document", documents), ("claim", claims)):
        seen: set[str] = set()
        for item in items:
            if item.id in seen:
                yield Fault(f"two {what}s have the id {item.id!r}", "duplicate-id", (what, item.id))
            seen.add(item.id)
    known = {document.id for document in documents}
    for claim in claims:
        for document in claim.documents:
            if document not in known:
                yield Fault(
                    f"claim {claim.id!r} cites document {document!r}, which the dossier does not have",
                    "unknown-document",
                    ("claim", claim.id),
                )


def _passage_faults(claim: Claim, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Passages of a claim that no longer stand, given cleaned texts by document id."""
    for number, attestation in enumerate(claim.attestations):
        passage = attestation.passage
        if passage is None or passage.document not in texts:
            continue
        try:
            passage.verify(texts[passage.document])
        except StaleError as stale:
            yield Fault(str(stale), "passage-stale", ("claims", claim.id, "attestations", number))
