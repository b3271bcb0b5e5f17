"""A new version takes the old one's place; decisions stay where their words do."""

from __future__ import annotations

import pytest
from tests.deciding import decide

from detente.errors import ArgumentError
from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.documents import Document, document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.study.reviewing.versions import apart, likeness, replaced

OLD = "Roe offered talks. Doe wants relief. Ties improve. Poe left."
NEW = "Stop press. Roe offered talks. Doe wants aid. Ties improve. Roe offered talks."


def claim(name: str, words: str, state: str = "open", *, text: str = OLD, document: str = "d1") -> Claim:
    start = text.index(words)
    place = Attestation(document, passage(document, text, start, start + len(words)), said_by="Roe")
    return Claim(name, "event", words, attestations=(place,), origin="rule:x", review=Review(state))  # type: ignore[arg-type]


OTHER = document_from("Ties improve.", name="d2")
DOSSIER = Dossier(
    (document_from(OLD, name="d1", file="old.txt", title="T"), OTHER),
    (
        claim("c1", "Roe offered talks.", "accepted"),
        claim("c2", "Doe wants relief.", "edited"),
        claim("c4", "Poe left.", "open"),
        claim("c5", "Ties improve.", "open"),
        claim("c6", "Poe left", "rejected"),
        claim("c7", "Ties", text="Ties improve.", document="d2"),
    ),
)


def version(text: str = NEW) -> Document:
    return document_from(text, name="d1", file="new.txt")


def test_what_became_of_the_claims() -> None:
    offered = (claim("c1", "Ties improve.", text=NEW), claim("c2", "Doe wants aid.", text=NEW))
    found = replaced(DOSSIER, "d1", version(), offered)
    record = found.dossier.document("d1")
    assert (record.digest, record.title, record.file) == (version().digest, "T", "new.txt")
    assert [one.id for one in found.dossier.claims] == ["c1", "c2", "c5", "c7"]
    assert [one.id for one in found.kept] == ["c1"] and [one.id for one in found.reopened] == ["c2"]
    assert found.dropped == 2  # an open proposal nobody offers any more, a rejected claim
    (place,) = found.dossier.claim("c1").attestations
    assert place.passage is not None and place.passage.start == NEW.index("Roe") and place.said_by == "Roe"
    assert found.dossier.verify({"d1": NEW}) == ()
    again = found.dossier.claim("c2")
    assert not again.counts and "read: “Doe wants relief.”" in again.attestations[0].note
    assert found.dossier.claim("c7") == DOSSIER.claim("c7")


def test_a_version_already_in_the_study_takes_the_claims_over() -> None:
    both = Dossier((*DOSSIER.documents, document_from(NEW, name="d9")), DOSSIER.claims)
    found = replaced(both, "d1", version(), ())
    assert [one.id for one in found.dossier.documents] == ["d2", "d9"] and found.document == "d9"
    assert found.dossier.claim("c1").documents == ("d9",)


def test_the_same_text_changes_nothing() -> None:
    assert replaced(DOSSIER, "d1", version(OLD), ()).dossier is DOSSIER


def test_of_words_that_stand_twice_the_nearest_are_taken() -> None:
    text = "Ties improve. " * 3 + "Roe offered talks. " + "Ties improve. " * 3
    dossier = Dossier(
        (document_from(text, name="d1"),), (claim("c1", "Roe offered talks.", "accepted", text=text),)
    )
    new = "Roe offered talks. " + "Ties improve. " * 3 + "Roe offered talks. " + "Ties improve. " * 3
    (place,) = replaced(dossier, "d1", version(new), ()).dossier.claim("c1").attestations
    assert place.passage is not None and place.passage.start == new.rindex("Roe")


def test_new_claims_get_ids_nobody_had() -> None:
    logged = (claim("c3", "Poe left."), claim("c8", "Poe left."))
    (fresh,) = apart([claim("c1", "Ties improve.", text=NEW)], DOSSIER, logged)
    assert fresh.id == "c9"


def test_a_decision_on_words_that_moved_is_not_undone_to_where_they_were() -> None:
    dossier, log = DOSSIER, []
    for name in ("c5", "c7"):
        dossier, entry = decide(dossier, log, "accept", name, by="ann", when="2026-01-08")
        log.append(entry)
    moved = replaced(dossier, "d1", version(), ()).dossier
    with pytest.raises(ArgumentError, match="has been replaced since by a new version"):
        decide(moved, log, "undo", "c5", by="ann", when="2026-01-08")
    assert decide(moved, log, "undo", "c7", by="ann", when="2026-01-08")[0].claim("c7") == DOSSIER.claim("c7")


def test_likeness() -> None:
    assert likeness(OLD, OLD) == 1
    assert likeness(OLD, NEW) == pytest.approx(2 / 6)
    assert likeness(OLD, "") == likeness("", "") == 0
    assert likeness("회담이 열렸다. 합의는 없었다.", "회담이 열렸다. 합의했다.") == pytest.approx(1 / 3)
