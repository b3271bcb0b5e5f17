"""The dossier file: round trip to the letter, every fault with its line, nothing half written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, ParseError, SenseError
from detente.evidence.claims import DIRECTIONS, KINDS, REVIEW_STATES, STATUSES, Attestation, Claim, Review
from detente.evidence.dates import PartialDate
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.evidence.passages import Passage
from detente.store.dossier_file import load_dossier, parse_dossier, render_dossier, save_dossier

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DATES = st.sampled_from(
    [
        None,
        PartialDate("2031-05", "month", "inferred", "2031-05-03"),
        PartialDate(latest="2031"),
        PartialDate(),
    ]
)
DOCUMENTS = st.lists(st.builds(Document, st.sampled_from("abc"), WORDS.filter(bool), WORDS, date=DATES,
    interest=WORDS, file=WORDS), max_size=3, unique_by=lambda d: d.id)  # fmt: skip
PASSAGES = st.builds(lambda s, t: Passage("a", s, s + len(t), t), st.integers(0, 99), WORDS)
ATTESTATIONS = st.builds(Attestation, st.just("a"), st.none() | PASSAGES, WORDS, WORDS, WORDS)
INSTANTS = st.sampled_from(["", "2026-01-08", "2026-01-08T09:00:00+00:00"])
REVIEWS = st.builds(Review, st.sampled_from(REVIEW_STATES), WORDS, INSTANTS, WORDS)
CLAIMS = st.lists(
    st.builds(
        Claim, st.uuids().map(str), st.sampled_from(KINDS), WORDS.filter(bool), st.tuples(WORDS), st.just(()),
        DATES,
        st.sampled_from(STATUSES), WORDS, st.sampled_from([None, "stated"]),
        st.sampled_from([None, *DIRECTIONS]),
        st.lists(ATTESTATIONS, max_size=2).map(tuple), WORDS, st.tuples(WORDS), st.just(()),
        st.sampled_from(["human", "rule:quote"]), st.none() | st.floats(0, 1), REVIEWS,
    ), max_size=3, unique_by=lambda c: c.id,
)  # fmt: skip


@given(DOCUMENTS, CLAIMS)
@settings(deadline=None)
def test_what_is_written_reads_back_and_writes_the_same_bytes(
    documents: list[Document], claims: list[Claim]
) -> None:
    dossier = Dossier((Document("a", "0"), *(d for d in documents if d.id != "a")), tuple(claims))
    text = render_dossier(dossier)
    assert parse_dossier(text) == dossier
    assert render_dossier(parse_dossier(text)) == text
    assert parse_dossier("\ufeff" + text.replace("\n", "\r\n")) == dossier


def test_saving_replaces_the_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "dossier.jsonl"
    dossier = Dossier((Document("a", "0", "求同存異 이재명"),))
    save_dossier(file, Dossier())
    save_dossier(file, dossier)
    assert load_dossier(file) == dossier
    assert "求同存異" in file.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "dossier.jsonl"
    save_dossier(file, Dossier((Document("a", "0"),)))
    before = file.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        save_dossier(file, Dossier((Document("a", "0", "\ud800"),)))
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_every_fault_is_found_with_its_line_and_a_suggestion() -> None:
    text = "\n".join(
        [
            '{"document": {"id": "a", "digest": "0", "titel": "x"}}',
            "",
            '{"claim": {"id": "c1", "kind": "qoute", "text": "x", "who": "A"}}',
            '{"claim": {"id": "c2", "kind": "ask", "text": "x", '
            '"attestations": [{"document": "a", "end": 1}]}}',
            "{nonsense",
            '{"remark": {}}',
            '{"claim": {"id": "c3", "kind": "event", "text": "x", "date": {"value": "soon"}}}',
            '{"claim": []}',
        ]
    )
    with pytest.raises(ParseError) as caught:
        parse_dossier(text, file="dossier.jsonl")
    found = [(fault.line, fault.kind) for fault in caught.value.faults]
    assert found == [
        (1, "unknown-key"), (3, "value"), (3, "type"), (4, "passage"), (5, "json"), (6, "line"), (7, "value"),
        (8, "type"),
    ]  # fmt: skip
    messages = str(caught.value)
    assert "dossier.jsonl:1:41: unknown key 'titel'; did you mean 'title'?" in messages
    assert "did you mean 'quote'?" in messages and "start, end and text together" in messages


def test_a_dossier_that_makes_no_sense_says_on_which_line() -> None:
    text = '{"document": {"id": "a", "digest": "0"}}\n\n{"claim": {"id": "c", "kind": "event", "text": "x", '
    text += '"attestations": [{"document": "b"}]}}\n'
    with pytest.raises(SenseError) as caught:
        parse_dossier(text)
    assert [fault.line for fault in caught.value.faults] == [3]


def test_a_file_that_is_not_utf8_or_not_there_is_a_clear_error(tmp_path: Path) -> None:
    file = tmp_path / "dossier.jsonl"
    file.write_bytes(b"\n\n\xff\xfe")
    with pytest.raises(ParseError, match="3: not UTF-8"):
        load_dossier(file)
    with pytest.raises(InputError, match="cannot be read"):
        load_dossier(tmp_path / "missing.jsonl")


@given(st.text())
@settings(deadline=None)
def test_no_text_raises_anything_but_an_input_error(text: str) -> None:
    try:
        parse_dossier(text)
    except InputError as error:
        assert error.faults


@pytest.mark.parametrize(
    ("field", "column", "message"),
    [
        ('"date": {"value": "2025-02-30"}', 56, "'2025-02-30' is no date (day is out of range for month)"),
        ('"date": {"value": "yesterday"}', 56, "'yesterday' is no date"),
        ('"date": {"latest": "2025-13"}', 56, "'2025-13' is no date"),
        ('"review": {"state": "accepted", "when": "2025-02-30"}', 88, "when must be a day or an instant"),
    ],
)
def test_a_date_no_calendar_has_is_named_with_its_place(field: str, column: int, message: str) -> None:
    text = '{"claim": {"id": "c1", "kind": "event", "text": "x x", ' + field + "}}"
    with pytest.raises(ParseError) as caught:
        parse_dossier(text, file="dossier.jsonl")
    assert str(caught.value).startswith(f"dossier.jsonl:1:{column}: ")
    assert message in str(caught.value)
