"""Quotation marks of every kind, and what looks like one and is none."""

from __future__ import annotations

import pytest

from detente.reading.quotations.quotation_marks import quotations

CASES = {
    "curly": ("“One,” he said. “Two.”", ["One,", "Two."]),
    "straight": ('"A b," he said, "c d." The 6" pipe was "ok".', ["A b,", "c d.", "ok"]),
    "British": ("‘It’s late’, she said. ‘Don’t wait.’", ["It’s late", "Don’t wait."]),
    "British, plural possessive inside": (
        "‘The ministers’ failure is total,’ he said. The farmers’ anger is real.",
        ["The ministers’ failure is total,"],
    ),
    "a short term before a plural possessive": (
        "the ‘three noes’ policy angered the farmers’ union",
        ["three noes"],
    ),
    "a sentence that opens with a plural possessive": (
        "He said that ‘the islanders’ wishes count and the printers’ do not’.",
        ["the islanders’ wishes count and the printers’ do not"],
    ),
    "straight single": (
        "'I don't know,' he said. 'It's the workers' choice.' rock 'n' roll in the '90s",
        ["I don't know,", "It's the workers' choice."],
    ),
    "elisions": ("the ’90s and ’em and ‘em too", []),
    "nested, American": (
        "He said “the word ‘peace’ isn’t enough” today",
        ["the word ‘peace’ isn’t enough", "peace"],
    ),
    "nested, British": (
        "‘He told me “it’s the farmers’ river” and left,’ she said.",
        ["He told me “it’s the farmers’ river” and left,", "it’s the farmers’ river"],
    ),
    "over paragraphs": ("“One two.\n\n“Three four,” he said. “Five.”", ["One two.", "Three four,", "Five."]),
    "over lines of one width": (
        'He said: "It is\nwrapped here." And "more".',
        ["It is\nwrapped here.", "more"],
    ),
    "French": ("«\u00a0Nous voulons la paix\u00a0», dit-il.", ["Nous voulons la paix"]),
    "German": ("„Wir auch“, sagte er. »Und wir«, sagte sie.", ["Wir auch", "Und wir"]),
    "Korean": ("그는 ‘한반도 평화’를 말했다. '평화'를 “강조”했다.", ["한반도 평화", "평화", "강조"]),
    "Chinese": ("他说：“合作‘共赢’很好”。", ["合作‘共赢’很好", "共赢"]),
    "Japanese": ("首相は「前へ『進む』」と述べた。", ["前へ『進む』", "進む"]),
    "typed carelessly": ('“We will not," he said. “No.”', ["We will not,", "No."]),
    "never closed": ("“We will not, he said. “No.”", ["No."]),
    "nothing in it": ('“” ‘ ’ "" «»', []),
}


@pytest.mark.parametrize("name", CASES)
def test_quotations(name: str) -> None:
    text, expected = CASES[name]
    assert [text[quote.start : quote.end] for quote in quotations(text)] == expected


def test_depth_and_continuation_are_told() -> None:
    text = "“One ‘two’ three.\n\n“Four.”"
    assert [(quote.depth, quote.reopened) for quote in quotations(text)] == [
        (0, False),
        (1, False),
        (0, True),
    ]
