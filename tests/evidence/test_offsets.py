"""Spans of the cleaned text lead back to the original, whatever its form."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.offsets import cleaned

SCRAPS = st.sampled_from(
    ["e\u0301", "한", "국", "\r\n", "\r", "\n", "\ufeff", "a", "가", "\u3099", "か", "​", "🙂", "ক", "ো"]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(SCRAPS, st.text(max_size=3))).map("".join))


@given(TEXTS)
@settings(deadline=None)
def test_cleaning_is_nfc_with_plain_line_ends(original: str) -> None:
    plain = original.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert cleaned(original).text == unicodedata.normalize("NFC", plain)


@given(TEXTS, st.data())
@settings(deadline=None)
def test_the_original_of_a_span_cleans_to_a_text_that_holds_it(original: str, data: st.DataObject) -> None:
    result = cleaned(original)
    start = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(start, len(result.text)))
    first, last = result.offsets.to_source(start, end)
    assert 0 <= first <= last <= len(original)
    back = unicodedata.normalize("NFC", original[first:last].replace("\r\n", "\n").replace("\r", "\n"))
    assert result.text[start:end] in back


@given(TEXTS)
@settings(deadline=None)
def test_the_whole_maps_to_the_whole(original: str) -> None:
    result = cleaned(original)
    if result.text:
        first, last = result.offsets.to_source(0, len(result.text))
        assert last == len(original) and first == len(original) - len(original.lstrip("\ufeff"))


@given(TEXTS)
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once(original: str) -> None:
    once = cleaned(original).text
    assert cleaned(once).text == once


def test_a_name_in_decomposed_hangul_is_found_at_its_original_place() -> None:
    nfd = unicodedata.normalize("NFD", "서울의 이재명 대통령")
    result = cleaned(nfd)
    start = result.text.index("이재명")
    first, last = result.offsets.to_source(start, start + 3)
    assert unicodedata.normalize("NFC", nfd[first:last]) == "이재명"
