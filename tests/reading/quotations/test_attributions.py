"""Who speaks, by the many ways English tells it: one sentence each, of our own."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.reading.document import read_document


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The truce was, in the phrase of one mediator, “a pause between two lawyers.”", "mediator"),
        ("Defence Minister Karl Brandt’s verdict on the plan was damning: “A fig leaf.”", "Karl Brandt"),
        ("“It’s over,” grumbled a placard-seller outside the palace.", "placard-seller"),
        ("The deal has been hailed by the United Nations as “a turning point for us all.”", "United Nations"),
        ("The deal was signed in May and dismissed by the opposition as “a theatre of shadows.”", "opposition"),
        ("The resolution “demands that all parties immediately cease fire and go home.”", "resolution"),
        ("Critics, among them former ambassador Rosa Klein, say the plan is “built on sand.”", "Critics"),
        ("According to two people briefed on the call, Mr. Vance said the offer was “final.”", "Vance"),
        ("The prime minister was unapologetic. “I’d do it again.”", "prime minister"),
        ("Sultan Haitham’s office quoted him as saying that the strait “must remain open to all.”", "Haitham"),
        ("Senator Ruth Whitcomb put out a statement calling it “a waiting room with no doctor.”",
         "Ruth Whitcomb"),
        ("One cabinet minister was less kind. “They’re playing at being a country,” the minister said.",
         "cabinet minister"),
        ("Mr. Warsame’s deputy, who spoke because he was asked, put it bluntly: “We get six months.”",
         "deputy"),
        ("The poet Jorge Abreu had a line for moments like this one: “The hedge grows back.”", "Jorge Abreu"),
        ("There are those who call this weakness. “You cannot trust them,” they say.", "those"),
        ("It was the reply by the foreign minister of Tarvia that “inheritances are divided by law.”",
         "foreign minister of Tarvia"),
    ],
)  # fmt: skip
def test_the_speaker_of_a_sentence(text: str, speaker: str) -> None:
    (quote,) = read_document(document_from(text, name="d1")).quotes
    assert quote.speaker is not None
    assert speaker.casefold() in quote.speaker.casefold()
