"""The eighteen traps of EVIDENCE §4, each on sentences of our own in the shape of the ones in the articles.

The articles themselves are tested in `test_articles`.
"""

from __future__ import annotations

import pytest

from detente.evidence.claims import Claim
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.reading.document import read_document
from detente.reading.marks import Reading
from detente.reading.page.sentences import sentences


def read(text: str) -> Reading:
    return read_document(document_from(text, name="d1"))


def quoted(text: str) -> list[str]:
    return [quote.text for quote in read(text).quotes]


def claims(text: str, kind: str) -> list[Claim]:
    return [claim for claim in read(text).claims if claim.kind == kind]


def test_1_an_apostrophe_that_looks_like_the_closing_mark() -> None:
    assert quoted("Critics mocked the cabinet’s ‘four maybe’s’ policy.") == ["four maybe’s"]
    assert quoted("‘The ministers’ silence isn’t golden,’ she said.") == [
        "The ministers’ silence isn’t golden,"
    ]


def test_2_comma_and_full_stop_inside_the_marks_stay_as_printed() -> None:
    assert quoted("They spoke of “calm,” “order” and “time.”") == ["calm,", "order", "time."]


def test_3_one_person_under_three_spellings() -> None:
    text = (
        "South Korean President Yoo Min Ho met Chinese President Xi Jinping. Yoo Min-ho smiled. "
        "Later Yoo said the talks went well."
    )
    people = {actor.name: len(actor.mentions) for actor in read(text).actors if actor.kind == "person"}
    assert people == {"Yoo Min Ho": 3, "Xi Jinping": 1}


def test_4_abbreviations_do_not_end_sentences() -> None:
    text = "The U.S.’s envoy met Ana Roy, Ph.D., on Jan. 5. They spoke. The U.S. The end."
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["The U.S.’s envoy met Ana Roy, Ph.D., on Jan. 5.", "They spoke.", "The U.S.", "The end."]


def test_5_stray_spaces_and_two_kinds_of_dash_between_two_states() -> None:
    for pair in ("North Korea- U.S.", "North Korea–U.S.", "North Korea-U.S.", "North Korea – U.S."):
        states = {actor.country for actor in read(f"The {pair} talks began in Oslo.").actors}
        assert {"PRK", "USA"} <= states


def test_6_captions_credits_and_buttons_are_no_content() -> None:
    text = (
        "The two leaders wave from a balcony. Photo: Palace Press Office\n\nArvenia and Boravia "
        "agreed on “calm.”\n\n"
        "Leave a comment\nMost Viewed\nMinister resigns over “leak”\n"
    )
    found = read(text)
    assert [text[block.start : block.end] for block in found.non_content] == [
        "The two leaders wave from a balcony. Photo: Palace Press Office", "Leave a comment", "Most Viewed",
        "Minister resigns over “leak”",
    ]  # fmt: skip
    assert [quote.text for quote in found.quotes] == ["calm."]


def test_7_a_year_that_is_not_written_is_inferred_and_says_so() -> None:
    text = "In the first summit of 2031, they met on March 5. Another summit is scheduled for June."
    dates = [(date.text, date.date.value, date.date.basis) for date in read(text).dates]
    assert dates == [
        ("2031", "2031", "stated"),
        ("March 5", "2031-03-05", "inferred"),
        ("June", "2031-06", "inferred"),
    ]


def test_8_first_of_the_year_and_second_between_the_two_are_compatible() -> None:
    first = Claim("c1", "event", "first summit of the year", who=("A", "B"), status="done")
    second = Claim("c2", "event", "second summit between the two", who=("A", "B"), status="done")
    assert Dossier((), (first, second)).contrasts() == ()


def test_9_listed_measures_and_proposals_have_no_status_of_their_own() -> None:
    text = (
        "The steps include measures and proposals such as: (1) the closing of two camps, (2) a ban on "
        "night flights, "
        "and (3) proposals for joint fishing days."
    )
    listed = [claim for claim in read(text).claims if claim.origin == "rule:listed-item"]
    assert [(claim.kind, claim.text, claim.status) for claim in listed] == [
        ("measure", "the closing of two camps", "unknown"),
        ("measure", "a ban on night flights", "unknown"),
        ("proposal", "proposals for joint fishing days", "unknown"),
    ]


def test_10_a_holder_behind_a_pronoun() -> None:
    text = (
        "The French government has repeated its aims. One of its two guiding ideas is “a river of "
        "shared banks.”"
    )
    assert [quote.speaker for quote in read(text).quotes] == ["French government"]


def test_11_marks_around_a_term_are_no_speech() -> None:
    text = "Hopes of a Franco-German “grand bargain” faded. “We tried,” said Chancellor Ida Voss."
    assert [(quote.text, quote.kind) for quote in read(text).quotes] == [
        ("grand bargain", "term"),
        ("We tried,", "speech"),
    ]


def test_12_explaining_is_a_statement_and_no_event() -> None:
    found = read(
        "President Yoo explained a two-step plan of “pausing” and “closing” to Xi Jinping in Beijing."
    )
    assert not [claim for claim in found.claims if claim.event]
    assert any(claim.kind == "reported" for claim in found.claims)


def test_13_a_call_for_patience_is_neither_yes_nor_no() -> None:
    found = read("In response, President Xi Jinping emphasised the need for “patience.”")
    assert [(quote.text, quote.kind, quote.speaker) for quote in found.quotes] == [
        ("patience.", "speech", "Xi Jinping")
    ]
    assert not [
        c
        for c in found.claims
        if c.kind in ("commitment", "event") or c.status in ("negated", "hypothetical")
    ]


def test_14_a_motive_the_author_imputes_is_no_stated_position() -> None:
    text = "Japan likely sought to secure Indonesia’s support. Indonesia may view the visit as an opening."
    imputed = claims(text, "interest")
    assert [claim.stance for claim in imputed] == ["imputed", "imputed"]
    assert not claims(text, "ask") and not claims(text, "position")


def test_15_an_author_who_served_one_side_is_told_with_the_document() -> None:
    record = document_from("…", name="d1")
    assert record.interest == ""
    text = (
        "Ana Roy, Ph.D., is a fellow at the Institute of Straits. A former official at Japan’s "
        "Ministry of Fisheries, she writes."
    )
    assert read(text).actors[0].name == "Ana Roy"


def test_16_sources_that_differ_in_tone_stand_side_by_side() -> None:
    ending = Claim("c1", "relation", "the freeze is ending", who=("A",), to=("B",), direction="improving")
    pause = Claim("c2", "relation", "a passing thaw", who=("A",), to=("B",), direction="strained")
    (contrast,) = Dossier((), (ending, pause)).contrasts()
    assert contrast.kind == "tone"


@pytest.mark.parametrize("holder", ["Chile", "South Korea"])
def test_17_an_elliptic_holder_is_flagged_not_decided(holder: str) -> None:
    text = (
        f"Both sides asked for commitments, with Peru seeking support for its “Two Ports” policy "
        f"and {holder} emphasizing a larger role."
    )
    (quote,) = read(text).quotes
    assert quote.speaker == "Peru" and quote.kind == "term"
    assert all(claim.review.state == "open" for claim in read(text).claims)


def test_18_an_event_without_a_date_gets_none_from_the_rules() -> None:
    events = claims("France seized two Algerian trawlers. The talks were held in 2031.", "event")
    assert events[0].date is None
