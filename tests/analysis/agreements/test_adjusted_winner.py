"""Adjusted winner: the Panama Canal, and its properties on random values."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.agreements.adjusted_winner import adjusted_winner
from detente.errors import ArgumentError


def test_the_panama_canal(shared):
    case = json.loads((shared / "cases/packages/panama_canal_raiffa.json").read_text("utf-8"))
    us, panama = (dict(zip(case["issues"], case[side], strict=True)) for side in ("US", "Panama"))
    division = adjusted_winner(us, panama, sides=("US", "Panama"))
    assert division.scores == (66, 66)
    assert dict(division.shares)["Land and water"] == Fraction(2, 15)
    assert division.split == ("Land and water",)
    got = [item for item, share in division.shares if share == 1]
    assert got == case["published_result"]["US_gets"]


values = st.lists(st.integers(0, 30), min_size=1, max_size=8).filter(any)


@given(values, st.data())
def test_both_get_the_same_and_neither_envies(first, data):
    second = data.draw(st.lists(st.integers(0, 30), min_size=len(first), max_size=len(first)).filter(any))
    # Points are shares of the whole, so that they can be compared.
    a = {str(n): Fraction(value, sum(first)) for n, value in enumerate(first)}
    b = {str(n): Fraction(value, sum(second)) for n, value in enumerate(second)}
    division = adjusted_winner(a, b)
    mine, yours = division.scores
    assert mine == yours >= Fraction(1, 2)
    assert len(division.split) <= 1
    # Efficient: whatever the first holds, it values (relative to the second) at least as much as what it gave up.
    held = [a[i] / b[i] for i, share in division.shares if share > 0 and b[i]]
    given_up = [a[i] / b[i] for i, share in division.shares if share < 1 and b[i]]
    assert not held or not given_up or min(held) >= max(given_up)


def test_sides_that_value_nothing_or_other_things_are_refused():
    with pytest.raises(ArgumentError, match="not all 0"):
        adjusted_winner({"a": 0}, {"a": 1})
    with pytest.raises(ArgumentError, match="one lacks b"):
        adjusted_winner({"a": 1}, {"a": 1, "b": 2})
