"""A quote is found to the letter, whatever its marks and spaces, or it is not found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.language_model.align import aligner, cuts, fold

TEXT = (
    "Growth rose 15% (not 1.5%) in 2025. He said: “Let us seek  common\nground (求同存異).” ‘Three no’s’ stand. "
    "Oﬃcials paid ５ million; about -5% remained. 새로운 시작이라고 했다. 双方は「求同存異」を確認した。 soft\u00adhyphen"
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"Let us seek common ground (求同存異)."', "“Let us seek  common\nground (求同存異).”"),
        ("Let us seek common ground", "Let us seek  common\nground"),
        ("'Three no's'", "‘Three no’s’"),
        ("Officials paid", "Oﬃcials paid"),
        ("paid 5 million", "paid ５ million"),
        ("새로운 시작", "새로운 시작"),
        ("求同存異", "求同存異"),
        ("softhyphen", "soft\u00adhyphen"),
        ("“15%”", "15%"),
        (unicodedata.normalize("NFD", "새로운 시작이라고"), "새로운 시작이라고"),
    ],
)
def test_folding_finds_the_documents_own_words(quote, found):
    spans = aligner(TEXT).find(quote)
    assert spans
    assert TEXT[slice(*spans[0])] == found


@pytest.mark.parametrize(
    "quote",
    [
        "5%",  # stands only inside 15%, 1.5% and -5%
        "16%", "rose 1", "Growth ros", "paid 5", "let us seek common ground", "Let us seek some common ground",
        "Let us find common ground", "ffi", "in 202", "", " ", '""', "Officials  paid six",
    ],
)  # fmt: skip
def test_anything_else_is_not_found(quote):
    assert aligner(TEXT).find(quote) == ()


def test_every_occurrence_is_found():
    spans = aligner(TEXT).find("求同存異")
    assert [TEXT[slice(*span)] for span in spans] == ["求同存異"] * 2


def test_numbers_are_not_parted_from_unit_or_sign():
    assert cuts("it fell by -5", 12, 13)
    assert cuts("5 million", 0, 1)
    assert cuts("3조 원", 0, 1)
    assert not cuts("in 2025.", 3, 7)
    assert not cuts("from 3-5 of them", 7, 8)


ALPHABET = "ab5 %.,-“”\"‘’'\u00ad\n ﬁé\u0301가\u1100\u1161求「」½"


@given(st.text(ALPHABET, max_size=60), st.data())
def test_whatever_is_found_reads_as_the_quote_does(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    find = aligner(text)
    quote = text[start:end]
    for span in find.find(quote):
        own = fold(text[slice(*span)]).text.strip(" ")
        assert own == fold(quote).text.strip(" ") or own == fold(quote).text.strip("\"' ")
        assert not cuts(text, *span)


@given(st.text(max_size=80), st.text(max_size=10))
def test_aligning_never_raises(text, quote):
    for start, end in aligner(text).find(quote):
        assert 0 <= start < end <= len(text)


@given(
    st.lists(st.sampled_from(["alpha", "beta", "求同存異", "“gamma”", "5%"]), min_size=1, max_size=8),
    st.data(),
)
def test_whole_words_are_always_found(words, data):
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    assert aligner(text).find("  ".join(words[first : last + 1]))
