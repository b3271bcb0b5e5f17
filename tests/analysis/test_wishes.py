"""Shared and opposed wishes, against a reading state by state."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.wishes.comparison import wish_relations
from detente.situation.compile import compile_situation
from detente.situation.file.read import read

ATOMS = [
    "A.x",
    "A.y == high",
    "A.y >= mid",
    "B.z",
    "not B.z",
    "A.x and B.z",
    "B.w == two",
    "not (A.x and B.z)",
    "A.x implies B.w",
]


def _tree(ours: list[str], theirs: list[str]) -> dict[str, Any]:
    return {
        "detente": 1,
        "actors": {"A": {}, "B": {}},
        "options": {
            "A.x": {},
            "A.y": {"levels": ["low", "mid", "high"]},
            "B.z": {},
            "B.w": {"levels": ["one", "two"]},
        },
        "constraints": ["not (A.x and B.w == two)"],
        "preferences": {"A": {"statements": ours}, "B": {"statements": theirs}},
    }


@given(
    st.lists(st.sampled_from(ATOMS), min_size=1, max_size=4),
    st.lists(st.sampled_from(ATOMS), min_size=1, max_size=4),
)
def test_kinds_match_the_states(ours: list[str], theirs: list[str]) -> None:
    compiled = compile_situation(read(_tree(ours, theirs)))
    found = {(one.first_index, one.second_index): one.kind for one in wish_relations(compiled).meetings}
    states = {int(position) for position in compiled.graph.states()}
    for (i, mine), (j, other) in product(enumerate(ours), enumerate(theirs)):
        true = [{s for s in states if compiled.select(text)[s]} for text in (mine, other)]
        if any(not one or one == states for one in true) or "A.x implies B.w" in (mine, other):
            expected = None
        elif not true[0] & true[1]:
            expected = "opposed"
        else:
            expected = "shared" if true[0] <= true[1] or true[1] <= true[0] else None
        assert found.get((i, j)) == expected
