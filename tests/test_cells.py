"""What a spreadsheet would run, it does not; what was written comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.cells import guarded, unguarded

RISKY = "=+-@'\t\r\n\0;＝＋－＠"


@given(st.text(alphabet=st.one_of(st.sampled_from(RISKY + ' a1,"'), st.characters())))
def test_guarding_is_undone_to_the_letter(text):
    assert unguarded(guarded(text)) == text


@given(
    st.text(alphabet=st.sampled_from("=+-@\t\r\n\0＝＋－＠"), min_size=1),
    st.text(),
    st.sampled_from(["", "a;", "a\n", " "]),
)
def test_no_cell_nor_part_of_one_begins_with_what_runs(head, rest, before):
    parts = guarded(before + head + "x" + rest).replace("\n", ";").replace("\r", ";").split(";")
    assert not any(part.lstrip(" ").startswith(tuple("=+-@＝＋－＠\t\0")) for part in parts)


@pytest.mark.parametrize("number", ["-5", "0", "12.5", "-0.25"])
def test_a_number_stays_a_number(number):
    assert guarded(number) == number


def test_ordinary_words_stay_as_they_are():
    assert guarded("half, each; the rest later") == "half, each; the rest later"
