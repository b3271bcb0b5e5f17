"""Whatever the text: no rule raises, every span holds what it says, and reading twice gives the same."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.cli.reading.as_json import document_json
from detente.errors import InputError
from detente.evidence.documents import document_from
from detente.readers.files import read_bytes
from detente.reading.document import read_document
from detente.reading.marks import Reading

WORDS = st.sampled_from(
    [
        "President",
        "Minister",
        "Kim",
        "said,",
        "told",
        "South",
        "Korea",
        "U.S.",
        "China’s",
        "its",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        "「",
        "」",
        "『",
        "』",
        "(1)",
        "(2)",
        "-",
        "*",
        ">",
        "Q:",
        "A:",
        "MS.",
        "HALE:",
        "the",
        "leaders",
        "who",
        "he",
        "she",
        "It",
        "May",
        "March",
        "5",
        "January",
        "2026",
        "2026년",
        "1월",
        "5일",
        "年",
        "月",
        "이재명",
        "대통령은",
        "라고",
        "说",
        "表示",
        "、",
        "。",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "\n",
        "\n\n",
        "\r\n",
        "Photo:",
        "Share",
        "measures:",
        "agreed",
        "if",
        "not",
        "in",
        "by",
        "of",
        "to",
        "according",
        "and",
        "[1]",
        "—",
        "–",
        "’s",
        "Ph.D.",
        "Mr.",
        "é",
        "é",
        "한",
        "🙂",
        "\u200b",
        "、",
        "習近平",
        "首相",
        "yesterday",
        "last",
        "week",
        "$2000",
        "2019–2021",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=60).map(" ".join)
)


def reading(text: str) -> Reading:
    return read_document(document_from(text, name="d1"))


@given(TEXTS)
@settings(max_examples=300)
def test_every_span_holds_what_it_says(text: str) -> None:
    document = document_from(text, name="d1")
    found = read_document(document)
    clean = document.text
    assert clean is not None
    for mark in (*found.quotes, *found.dates):
        assert clean[mark.start : mark.end] == mark.text and mark.text
    for actor in found.actors:
        assert all(0 <= start < end <= len(clean) for start, end in actor.mentions) and actor.mentions
    for claim in found.claims:
        for attestation in claim.attestations:
            assert attestation.passage is not None
            attestation.passage.verify(clean)


@given(TEXTS)
def test_reading_is_the_same_every_time(text: str) -> None:
    assert reading(text) == reading(text)


@given(TEXTS)
def test_composed_and_decomposed_texts_read_the_same_at_their_own_offsets(text: str) -> None:
    encoded = {form: unicodedata.normalize(form, text).encode("utf-8", "ignore") for form in ("NFC", "NFD")}
    answers = {}
    for form, data in encoded.items():
        try:
            source = read_bytes(data, "a.txt")
        except InputError:  # empty, or no text at all
            return
        document = source.document("d1")
        assert document.text is not None
        answer = document_json(source, document, read_document(document), str)
        for mark in (*answer["quotes"], *answer["dates"]):  # type: ignore[misc]
            assert source.original[mark["start"] : mark["end"]] == mark["text"]
        answers[form] = [unicodedata.normalize("NFC", mark["text"]) for mark in answer["quotes"]]  # type: ignore[attr-defined]
    assert answers["NFC"] == answers["NFD"]
