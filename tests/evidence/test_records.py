"""Documents, passages, claims and the dossier keep their promises."""

from __future__ import annotations

import pytest

from detente.errors import ArgumentError, InputError, SenseError, StaleError
from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.dates import PartialDate, parse, span
from detente.evidence.documents import Document, document_from
from detente.evidence.dossier import Dossier
from detente.evidence.offsets import cleaned
from detente.evidence.passages import Passage, passage

TEXT = "Arvenia reopened the bridge at Tol on 3 May 2031. Its minister called it “a first plank.”"


def document(name: str = "d1", text: str = TEXT) -> Document:
    return document_from(text, name=name, file=f"{name}.txt", title="The bridge at Tol")


def claim(name: str, text: str, *places: tuple[str, int, int], **more: object) -> Claim:
    attestations = tuple(Attestation(d, passage(d, TEXT, s, e)) for d, s, e in places)
    return Claim(name, "event", text, attestations=attestations, **more)  # type: ignore[arg-type]


def test_a_passage_verifies_against_its_text_and_says_where_the_words_went() -> None:
    quoted = passage("d1", TEXT, 0, 7)
    quoted.verify(TEXT)
    with pytest.raises(StaleError, match="now stand at 4–11"):
        quoted.verify("But Arvenia reopened")
    with pytest.raises(StaleError, match="nowhere"):
        quoted.verify("Something else")
    assert quoted.holds(TEXT) and not quoted.holds("x")


def test_a_passage_of_another_length_than_its_span_is_refused() -> None:
    with pytest.raises(ArgumentError, match="has 3 code points"):
        Passage("d1", 0, 7, "abc")
    with pytest.raises(ArgumentError, match="0 <= start <= end"):
        Passage("d1", 7, 0, "")


def test_a_changed_document_is_noticed() -> None:
    record = document()
    record.verify(TEXT.replace("\n", "\r\n"))
    assert record.without_text().with_text("\ufeff" + TEXT) == record
    with pytest.raises(StaleError, match="has changed"):
        record.verify(TEXT + "!")


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2026", "year", "2026-01-01", "2026-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2025-Q4", "quarter", "2025-10-01", "2025-12-31"),
        ("199", "decade", "1990-01-01", "1999-12-31"),
        ("2025-11-03/2025-11-05", "interval", "2025-11-03", "2025-11-05"),
        ("2026-01-05", "day", "2026-01-05", "2026-01-05"),
    ],
)
def test_partial_dates_know_their_bounds(value: str, precision: str, first: str, last: str) -> None:
    assert parse(value).precision == precision
    assert tuple(day.isoformat() for day in span(value)) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "26", "2026-13", "2026-02-30", "2026-1-5", "2026-01-05/2025", "+202", "２０２６"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ArgumentError, match="is no date"):
        parse(value)


def test_an_event_without_a_date_is_known_as_at_or_before() -> None:
    assert str(PartialDate(latest="2026-01-05")) == "at or before 2026-01-05"
    assert PartialDate(latest="2026-01-05").bounds()[0] is None


def test_identity_is_content_apart_from_attestations() -> None:
    one, two = (
        claim("c1", "A reopened a bridge", ("d1", 0, 7)),
        claim("c9", "A reopened a bridge", ("d2", 8, 16)),
    )
    assert one.digest == two.digest
    assert one.digest != claim("c1", "A closed a bridge").digest


def test_ten_documents_saying_one_thing_are_one_claim_with_ten_citations() -> None:
    dossier = Dossier()
    for number in range(10):
        source = document(f"d{number}", TEXT + " " * number)
        dossier = dossier.add((source,), (claim("c1", "A reopened a bridge", (source.id, 0, 7)),))
    assert len(dossier.documents) == 10
    (only,) = dossier.claims
    assert only.documents == tuple(f"d{number}" for number in range(10))


def test_the_same_document_read_twice_stays_one_and_ids_that_clash_are_numbered_on() -> None:
    first = Dossier().add((document(),), (claim("c1", "one", ("d1", 0, 7)),))
    second = first.add((document("d1"),), (claim("c1", "two", ("d1", 8, 16)),))
    assert [item.id for item in second.documents] == ["d1"]
    assert [item.id for item in second.claims] == ["c1", "c2"]


def test_a_person_and_a_decision_outweigh_a_rule_when_claims_are_joined() -> None:
    ruled = claim("c1", "one", ("d1", 0, 7), origin="rule:x", confidence=0.4)
    human = claim("c2", "one", ("d1", 8, 16), review=Review("accepted", "ana", "2026-01-07T10:00:00Z"))
    joined = Dossier((document(),), ()).add((), (ruled, human)).claims
    assert len(joined) == 1 and joined[0].origin == "human" and joined[0].review.state == "accepted"
    assert joined[0].id == "c1" and len(joined[0].attestations) == 2


def test_differences_of_tone_and_contradictions_are_shown_not_merged() -> None:
    ending = Claim("c1", "relation", "the chill is ending", who=("A",), to=("B",), direction="improving")
    thaw = Claim("c2", "relation", "a temporary thaw", who=("B",), to=("A",), direction="strained")
    worse = Claim("c3", "relation", "ties fall apart", who=("A",), to=("B",), direction="worsening")
    dossier = Dossier((), (ending, thaw, worse))
    kinds = {(c.first.id, c.second.id): c.kind for c in dossier.contrasts()}
    assert kinds == {("c1", "c2"): "tone", ("c1", "c3"): "contradiction", ("c2", "c3"): "tone"}
    marked = Dossier((), (Claim("a", "event", "x", at_odds=("b",)), Claim("b", "event", "y")))
    assert [c.kind for c in marked.contrasts()] == ["contradiction"]


def test_verification_finds_changed_documents_and_stale_passages_and_passes_over_absent_ones() -> None:
    dossier = Dossier((document().without_text(),), (claim("c1", "x", ("d1", 0, 7)),))
    assert dossier.verify({}) == ()
    assert dossier.verify({"d1": TEXT}) == ()
    kinds = [fault.kind for fault in dossier.verify({"d1": "New " + TEXT})]
    assert kinds == ["document-changed", "passage-stale"]


def test_verification_cleans_each_document_once_however_many_passages_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from detente.evidence import dossier as module

    texts: list[str] = []
    monkeypatch.setattr(module, "cleaned", lambda text: texts.append(text) or cleaned(text))
    claims = tuple(claim(f"c{n}", f"words {n}", ("d1", n, n + 7)) for n in range(40))
    assert Dossier((document().without_text(),), claims).verify({"d1": "\ufeff" + TEXT}) == ()
    assert texts == ["\ufeff" + TEXT]


def test_a_dossier_that_cites_what_it_lacks_or_repeats_ids_is_refused_with_every_fault() -> None:
    with pytest.raises(SenseError) as caught:
        Dossier((document(), document()), (claim("c1", "x", ("d7", 0, 7)),))
    assert [fault.kind for fault in caught.value.faults] == ["duplicate-id", "unknown-document"]


def test_lookups_answer_or_say_what_is_missing() -> None:
    dossier = Dossier((document(),), (claim("c1", "x", ("d1", 0, 7), who=("A",)),))
    assert dossier.about("A") == dossier.claims == dossier.of_kind("event") == dossier.in_document("d1")
    assert dossier.citations("c1")[0][0].id == "d1"
    with pytest.raises(InputError, match="no claim 'c2'"):
        dossier.claim("c2")
