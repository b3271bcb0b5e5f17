"""The weights are added up as they are written, and what they decide is told with its probability."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.documents import document_from
from detente.reading.document import context_of
from detente.reading.quotations.attributions import Weighed, weighed_quotes
from detente.reading.quotations.speaker_weights import WEIGHTS as SPEAKERS
from detente.reading.quotations.speech_weights import WEIGHTS as KINDS
from detente.reading.quotations.weighing import speech_probability, weigh_speakers


def weighed(text: str) -> list[Weighed]:
    return list(weighed_quotes(*context_of(document_from(text, name="d"))))


TEXTS = (
    "The minister said the plan was “a gift to nobody.” Seoul called it “a rehearsal for war”.",
    "“We shall wait,” said Ana Ruiz. The so-called “Northern Shelf” lies elsewhere. He replied: “Never.”",
    "“Hostile act”: Algeria closes its air corridor\n\nAlgeria called the flight a “hostile act” on Monday.",
    "Under the treaty the parties must act “promptly and without charge”, a clause Lorne calls “dead ink”.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_probabilities_are_the_literal_softmax_of_the_signs(text: str) -> None:
    for quote in weighed(text):
        assert quote.candidates is not None
        people = quote.candidates.people
        odds = {
            name: math.exp(sum(SPEAKERS.get(sign, 0.0) for sign in signs))
            for name, (_, signs) in people.items()
        }
        shares = weigh_speakers(quote.candidates).of
        assert shares.keys() == odds.keys()
        assert "" in shares  # nobody is always a candidate
        for name, share in shares.items():
            assert share == pytest.approx(odds[name] / sum(odds.values()))


@pytest.mark.parametrize("text", TEXTS)
def test_speech_is_the_literal_logistic_of_the_signs(text: str) -> None:
    for quote in weighed(text):
        total = KINDS["always"] + sum(KINDS.get(sign, 0.0) for sign in quote.signs)
        assert speech_probability(quote.signs) == pytest.approx(1 / (1 + math.exp(-total)))


@given(st.sets(st.sampled_from(sorted(KINDS))), st.sampled_from(sorted(KINDS)))
def test_a_sign_of_speech_never_makes_speech_less_likely(signs: set[str], sign: str) -> None:
    before, after = speech_probability(signs - {sign}), speech_probability(signs | {sign})
    assert (after >= before) if KINDS[sign] >= 0 else (after <= before)


def test_whose_a_term_is_is_never_sure() -> None:
    texts = ("The army launched its “Cold Harbour” exercise.", "China proposed the “Seoul–Beijing Express”.")
    for text in texts:
        (quote,) = weighed(text)
        assert quote.kind == "term"
        assert quote.speaker is None or quote.speaker.confidence < 0.8


def test_the_words_of_a_headline_are_those_of_who_says_them_below() -> None:
    text = (
        "“We will not be bullied” over toothfish\n\nWELLINGTON, May 3 — “We will not be bullied,” the foreign "
        "minister, Hemi Paranihi, told parliament on Tuesday."
    )
    first, second = weighed(text)
    assert first.speaker is not None and second.speaker is not None
    assert first.speaker.name == second.speaker.name == "Hemi Paranihi"
    assert first.speaker.confidence < 0.8
