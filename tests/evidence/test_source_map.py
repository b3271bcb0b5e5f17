"""Whatever is done to a text, every stretch of the result leads back to where it came from."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ArgumentError
from detente.evidence.source_map import MapBuilder, identity, normalised, substitute

LETTERS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "aeńΩé가각한국求同存異ｶﾞﬁ½ \r\n\u0301\u0323\u0327\u1100\u1161\u11a8\u09c7\u09be\uff9e\u3131"
        ),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(LETTERS, st.sampled_from(["NFC", "NFKC"]), st.data())
def test_normalised_is_what_unicode_says_and_every_whole_span_leads_back(text, form, data):
    mapped = normalised(text, form)
    assert mapped.text == unicodedata.normalize(form, text)
    assert len(mapped.offsets) == len(mapped.text)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    low, high = mapped.offsets.to_source(start, end)
    assert 0 <= low <= high <= len(text)
    if mapped.offsets.whole(start, end) and start < end:
        assert unicodedata.normalize(form, text[low:high]) == mapped.text[start:end]
    assert mapped.offsets.to_source(0, len(mapped.text)) == (0, len(text))


@settings(deadline=None)
@given(LETTERS, st.data())
def test_spans_are_monotone(text, data):
    offsets = normalised(text, "NFKC").offsets
    cuts = sorted(data.draw(st.lists(st.integers(0, len(offsets)), min_size=3, max_size=3)))
    inner, outer = offsets.to_source(cuts[0], cuts[1]), offsets.to_source(cuts[0], cuts[2])
    assert inner[0] == outer[0]
    assert inner[1] <= outer[1]


@settings(deadline=None)
@given(st.text("ab\r\né\u0301", max_size=30))
def test_changes_compose(text):
    lines = substitute(text, re.compile(r"\r\n?"), lambda _: "\n")
    mapped = lines.then(normalised)
    assert mapped.text == unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", text))
    for start in range(len(mapped.text)):
        low, high = mapped.offsets.to_source(start, start + 1)
        assert low < high
        plain = re.sub(r"\r\n?", "\n", text[low:high])
        assert unicodedata.normalize("NFC", plain) == mapped.text[start] or not mapped.offsets.whole(
            start, start + 1
        )


def test_a_dropped_stretch_is_a_gap():
    mapped = substitute("one<b>two", re.compile("<b>"), lambda _: "")
    assert mapped.text == "onetwo"
    assert mapped.offsets.to_source(3, 6) == (6, 9)
    assert mapped.offsets.to_source(0, 6) == (0, 9)


def test_a_reordered_cluster_is_never_split():
    text = "a\u0301\u0323"  # the marks change places under NFC
    mapped = normalised("x" + text + "y")
    assert mapped.offsets.to_source(1, 2) == (1, 4)
    assert mapped.offsets.to_source(0, 1) == (0, 1)


def test_the_empty_text_and_wrong_spans():
    assert identity("").offsets.to_source(0, 0) == (0, 0)
    with pytest.raises(ArgumentError, match="span must lie in 0\\.\\.3; got 2:9"):
        identity("abc").offsets.to_source(2, 9)


def test_added_words_have_no_source_of_their_own():
    out = MapBuilder()
    out.add(3, 10, 13)
    out.replace(2, 13, 13)
    out.add(3, 20, 23)
    offsets = out.build()
    assert offsets.to_source(3, 5) == (13, 13)
    assert offsets.to_source(2, 6) == (12, 21)


@given(LETTERS, st.data())
def test_from_source_is_the_way_back(text, data):
    offsets = normalised(text).offsets
    at = data.draw(st.integers(0, len(offsets)))
    source, _ = offsets.to_source(at, at)
    back = offsets.from_source(source)
    assert offsets.to_source(back, back)[0] == source or back == len(offsets)
    assert back <= at
