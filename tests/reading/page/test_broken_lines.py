"""A line that breaks inside a quotation goes on in the next; names of states keep their end."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.reading.document import read_document
from detente.reading.page.blocks import paragraphs

SAID = '"We agree to\nstop," said Kenji Morita, Japan\'s minister.\n\nMorita added: “We will never\never give in\nto pressure.”\n'


def test_a_quotation_broken_over_short_lines_is_speech_with_its_speaker() -> None:
    quotes = read_document(document_from(SAID, name="d1")).quotes
    assert [(" ".join(quote.text.split()), quote.kind, quote.speaker) for quote in quotes] == [
        ("We agree to stop,", "speech", "Kenji Morita"),
        ("We will never ever give in to pressure.", "speech", "Kenji Morita"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"First paragraph\n"Second paragraph," he said.',  # each paragraph of a long quotation opens anew
        '"We agree to\n\nstop," he said.',
        '"We agree to\n- stop," he said.',
        'A 5" pipe\nbroke here.\nIt did.',
    ],
)
def test_lines_that_do_not_go_on_stay_lines(text: str) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == [line for line in text.split("\n") if line]


def test_a_government_of_a_republic_is_named_in_full() -> None:
    text = (
        "The Government of the Republic of Korea and the Government of Japan agreed on 20 March 2026 to meet."
    )
    names = {actor.name: actor.country for actor in read_document(document_from(text, name="d1")).actors}
    assert names == {"Government of the Republic of Korea": "KOR", "Government of Japan": "JPN"}
