"""A passage is shown in its surroundings, and claims alike are found among thousands."""

import time

from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.claims import Claim
from detente.evidence.passages import Passage, passage
from detente.study.reviewing.context import Likeness, surroundings

TEXT = "One sentence here. Two is next. Three follows.\nFour begins a paragraph. Five ends it."


def test_surroundings_are_cut_at_sentences():
    found = surroundings(TEXT, passage("d", TEXT, 32, 46), reach=20)
    assert (found.before, found.text, found.after) == ("Two is next. ", "Three follows.", "\n")
    assert found.cut_before and found.cut_after


def test_at_the_edges_nothing_is_cut():
    found = surroundings(TEXT, passage("d", TEXT, 0, 18), reach=1000)
    assert (found.before, found.cut_before, found.cut_after) == ("", False, False)
    assert found.text + found.after == TEXT


def test_without_the_text_or_with_another_only_the_words_are_shown():
    place = Passage("d", 0, 3, "One")
    assert surroundings(None, place).text == "One"
    assert surroundings("Two", place).before == surroundings("Two", place).after == ""


@given(st.text(max_size=80), st.data())
def test_surroundings_are_the_text_itself(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = surroundings(text, passage("d", text, start, end), reach=data.draw(st.integers(0, 30)))
    whole = found.before + found.text + found.after
    assert whole in text
    assert found.text == text[start:end]
    assert found.cut_before == (not text.startswith(found.before + found.text) or start != len(found.before))


def test_likeness_in_any_script():
    claims = [
        Claim("c1", "ask", "Roe asked for talks in Vienna"),
        Claim("c2", "ask", "Talks in Vienna were asked for by Roe"),
        Claim("c3", "ask", "Exports grew"),
        Claim("c4", "quote", "双方は求同存異を確認した"),
        Claim("c5", "quote", "求同存異を確認"),
    ]
    likeness = Likeness(claims)
    assert [claim.id for claim in likeness.alike(claims[0])] == ["c2"]
    assert [claim.id for claim in likeness.alike(claims[3])] == ["c5"]
    assert likeness.alike(claims[2]) == ()


def test_thousands_of_claims_are_compared_in_a_moment():
    claims = [Claim(f"c{n}", "ask", f"Roe asked for item {n} in Vienna {n % 997}") for n in range(5000)]
    started = time.process_time()
    likeness = Likeness(claims)
    assert all(likeness.alike(claim) is not None for claim in claims)
    assert time.process_time() - started < 5
