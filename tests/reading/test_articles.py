"""The floor on the two given articles (EVIDENCE §5), and their part in the eighteen traps (§4)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.evidence.documents import Document, document_from
from detente.reading.document import read_document
from detente.reading.marks import Reading


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next((shared / "gold").glob("*.json")).read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Document]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return [document_from(file.read_text("utf-8"), name=file.stem, file=file.name) for file in files]


@pytest.fixture(scope="module")
def readings(documents: list[Document]) -> list[Reading]:
    return [read_document(document) for document in documents]


def names(gold: dict[str, Any], actors: list[str]) -> set[str]:
    return {
        alias
        for actor in gold["actors"]
        if actor["id"] in actors
        for alias in (actor["name"], *actor["aliases"])
    }


def test_every_quotation_of_the_coded_article_is_found_exactly(
    gold: dict[str, Any], readings: list[Reading]
) -> None:
    assert [(q.start, q.end) for q in readings[0].quotes] == [
        (q["span"]["start"], q["span"]["end"]) for q in gold["quotes"]
    ]


def test_speech_is_told_from_terms_as_the_coder_did(gold: dict[str, Any], readings: list[Reading]) -> None:
    kinds = {"direct": "speech", "partial": "speech", "named-term": "term", "term": "term"}
    assert [q.kind for q in readings[0].quotes] == [kinds[q["kind"]] for q in gold["quotes"]]


def test_every_speaker_of_the_coded_article_is_right(gold: dict[str, Any], readings: list[Reading]) -> None:
    for found, coded in zip(readings[0].quotes, gold["quotes"], strict=True):
        parts = (found.speaker or "").split(" and ")
        assert len(parts) == len(coded["speaker"])
        for part, actor in zip(parts, coded["speaker"], strict=True):
            assert part.removeprefix("the ") in {n.removeprefix("the ") for n in names(gold, [actor])}


def test_quotations_and_speakers_of_the_second_article(readings: list[Reading]) -> None:
    quotes = readings[1].quotes
    kinds = ["speech"] * 3 + ["term"] * 2 + ["speech"] + ["term"] * 2
    assert [q.kind for q in quotes][:-1] == kinds  # the last, a nickname, is a near thing
    lee, xi, kim = "Lee Jae-myung", "Xi Jinping", "Kim Jong Un"
    assert [q.speaker for q in quotes] == [lee, lee, xi, "China", "China", kim, None, None, "South Korea"]


def test_explicit_dates_are_found_with_none_spurious_and_inferred_years_marked(
    readings: list[Reading],
) -> None:
    found = [[(d.text, d.date.value, d.date.basis) for d in reading.dates] for reading in readings]
    assert found == [
        [("2026", "2026", "stated"), ("January 5", "2026-01-05", "inferred"), ("June 2025", "2025-06", "stated"),
         ("April", "2026-04", "inferred")],
        [("Jan. 5", "2026-01-05", "inferred"), ("Nov. 1, 2025", "2025-11-01", "stated"),
         ("April", "2026-04", "inferred"), ("2017", "2017", "stated")],
    ]  # fmt: skip


def test_every_actor_of_the_coded_article_is_found(gold: dict[str, Any], readings: list[Reading]) -> None:
    found = {actor.name.casefold() for actor in (*readings[0].actors, *readings[1].actors)}
    for actor in gold["actors"]:
        assert {
            n.casefold().removeprefix("the ").removeprefix("a ") for n in names(gold, [actor["id"]])
        } & found


def test_leaders_and_states_of_the_second_article_are_found_with_their_countries(
    readings: list[Reading],
) -> None:
    found = {(actor.name, actor.country) for actor in readings[1].actors if actor.kind == "person"}
    assert found == {
        ("Lee Jae-myung", "KOR"), ("Xi Jinping", "CHN"), ("Donald Trump", "USA"), ("Nicolas Maduro", "VEN"),
        ("Kim Jong Un", "PRK"),
    }  # fmt: skip
    states = {actor.country for actor in readings[1].actors if actor.kind == "state"}
    assert states == {"KOR", "CHN", "JPN", "TWN", "PRK", "USA", "VEN"}


def test_five_measures_and_three_projects_are_proposed_with_the_coded_spans(
    gold: dict[str, Any], readings: list[Reading]
) -> None:
    spans = {
        (a.passage.start, a.passage.end)
        for c in readings[0].claims
        if c.kind in ("measure", "proposal")
        for a in c.attestations
        if a.passage
    }
    for coded in (*gold["measures"], *gold["proposals"]):
        assert (coded["span"]["start"], coded["span"]["end"]) in spans
    listed = [c for c in readings[0].claims if c.origin == "rule:listed-item"]
    assert [c.kind for c in listed] == ["measure", "measure", "measure", "proposal", "measure"]
    assert {c.status for c in listed} == {"unknown"}


def test_no_claim_rests_on_a_caption_or_a_button(
    gold: dict[str, Any], readings: list[Reading], documents: list[Document]
) -> None:
    coded = gold["docs"][0]["non_content"]
    assert [(b.start, b.end) for b in readings[0].non_content] == [(n["start"], n["end"]) for n in coded]
    for reading, document in zip(readings, documents, strict=True):
        for claim in reading.claims:
            for attestation in claim.attestations:
                passage = attestation.passage
                assert passage is not None and document.text is not None
                passage.verify(document.text)
                assert not any(b.start < passage.end and passage.start < b.end for b in reading.non_content)
