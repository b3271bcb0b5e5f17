"""Which clauses are open at the end of a sentence, whose they are, and what else the shallow reading tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.english.clause_words import pieces
from detente.reading.english.clauses import clauses_of


def subjects(text: str) -> list[str]:
    return [
        text[clause.subject.start : clause.subject.end]
        for clause in clauses_of(text, 0, len(text)).open
        if clause.subject is not None
    ]


@pytest.mark.parametrize(
    ("text", "innermost_first"),
    [
        ("The ministry said the line was ", ["the line", "The ministry"]),
        ("Krasniqi said Seoul had called it ", ["Seoul", "Krasniqi"]),
        ("Kim, speaking in Oslo, told reporters he would not ", ["he", "Kim"]),
        ("The annex, signed in 2032, obliges the parties to exchange data ", ["The annex"]),
        ("In a rambling address Mr Echagüe, 58, vowed that the islands – which Buenos Aires calls – would be ",
         ["the islands", "Mr Echagüe"]),
        ("The minister, a general who led the talks, has dismissed the report, which accuses the army of ",
         ["the report", "The minister"]),
        ("The commerce ministry said the line was wrong and vowed to defend ", ["The commerce ministry"]),
        ("Officials said Wednesday, with each side accusing the other of ", ["each side", "Officials"]),
        ("Since taking office in June 2025, the Lee administration has been ", ["the Lee administration"]),
        ("Asked about the deal, the minister said ", ["the minister"]),
        ("One of its three core strategies is ", ["One of its three core strategies"]),
        ("The Gulf states fund both sides and describe themselves as ", ["The Gulf states"]),
        ("Brazil, whose foreign minister said that his country ",
         ["his country", "Brazil, whose foreign minister", "Brazil"]),
        ("If the other side objects that this would ", ["this", "the other side"]),
        ("", []),
    ],
)  # fmt: skip
def test_the_subjects_of_the_open_clauses(text: str, innermost_first: list[str]) -> None:
    assert subjects(text) == innermost_first


def test_a_passive_clause_is_told_from_an_active_one() -> None:
    passive = clauses_of("The deal was signed in May and dismissed by the opposition as ", 0, 62).open[0]
    active = clauses_of("The deal has helped and the opposition dismissed it as ", 0, 55).open[0]
    assert passive.passive and not active.passive


def test_an_aside_that_says_who_speaks_is_no_clause_of_the_sentence() -> None:
    text = "The Prime Minister, he said, was "
    found = clauses_of(text, 0, len(text))
    assert [text[c.subject.start : c.subject.end] for c in found.asides if c.subject] == ["he"]
    assert subjects(text) == ["The Prime Minister"]


@given(st.text(alphabet="aAbs ,;:—–□.“”’'that which who said is of the 12\n", max_size=120))
def test_any_text_is_read_and_phrases_stay_inside_it_in_order(text: str) -> None:
    found = clauses_of(text, 0, len(text))
    spans = [(phrase.start, phrase.end) for phrase in found.phrases]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
    assert all(clause.verbs and clause.subject is not None for clause in found.told)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_words_and_phrases_cover_a_span_without_overlap(text: str, one: int, other: int) -> None:
    start, stop = sorted((min(one, len(text)), min(other, len(text))))
    place = start
    for piece in pieces(text, start, stop):
        assert place <= piece.start < piece.end <= stop
        place = piece.end
