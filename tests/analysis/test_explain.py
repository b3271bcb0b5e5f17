"""Witness to sentences: one sentence shape per kind of verdict."""

from __future__ import annotations

from typing import Any

import pytest
from tests.saying import english

from detente.analysis.stability.explain import explain, headline, judge
from detente.situation.compile import Compiled, compile_situation
from detente.situation.file.read import read

CHICKEN: dict[str, Any] = {
    "detente": 1,
    "actors": {"A": {"name": "Alpha"}, "B": {"name": "Beta"}},
    "options": {"A.swerve": {"acts": {"yes": "swerve", "no": "drive on"}}, "B.swerve": {"acts": {"yes": "swerve", "no": "drive on"}}},
    "preferences": {
        "A": {"ranking": [{"B.swerve": "yes"}, {"A.swerve": "yes", "B.swerve": "yes"}, {"A.swerve": "yes"}, {}]},
        "B": {"ranking": [{"A.swerve": "yes"}, {"A.swerve": "yes", "B.swerve": "yes"}, {"B.swerve": "yes"}, {}]},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def chicken() -> Compiled:
    return compile_situation(read(CHICKEN))


@pytest.mark.parametrize(
    ("state", "concept", "sentence"),
    [
        (
            "B.swerve",
            "nash",
            "Alpha would not leave this outcome: no move of its own would improve its position.",
        ),
        ("A.swerve B.swerve", "nash", "Alpha would leave this outcome: it could drive on and be better off."),
        (
            "A.swerve B.swerve",
            "gmr",
            "Alpha would not leave this outcome: it could drive on and be better off, but Beta could then drive "
            "on, which leaves Alpha worse off than staying.",
        ),
        (
            "A.swerve B.swerve",
            "seq",
            "Alpha would leave this outcome: it could drive on and be better off, and no reply that serves those "
            "who make it would take that gain away.",
        ),
        (
            "(all at their first level)",
            "gmr",
            "Alpha would leave this outcome: it could swerve and be better off, and nothing the others could do "
            "would take that gain away.",
        ),
    ],
)
def test_headlines(chicken: Compiled, state: str, concept: str, sentence: str) -> None:
    verdict = judge(chicken, chicken.find(state), actor="A", concept=concept)
    assert english(headline(chicken, verdict)) == sentence


def test_an_escape_is_told() -> None:
    tree = {
        **CHICKEN,
        "preferences": {
            "A": {"statements": ["A.swerve iff B.swerve"]},
            "B": {"statements": ["A.swerve"]},
        },
    }
    compiled = compile_situation(read(tree))
    verdict = judge(compiled, compiled.find("B.swerve"), actor="A", concept="smr")
    assert not verdict
    told = english(headline(compiled, verdict))
    assert "but it could then drive on and be better off after all" in told


def test_the_argument_lists_every_improvement_or_says_how_many_more(chicken: Compiled) -> None:
    argument = explain(chicken, judge(chicken, chicken.find("A.swerve B.swerve"), actor="A", concept="gmr"))
    assert english(argument.title) == "Alpha: General metarationality"
    assert argument.steps == ()  # the only improvement is in the headline


def test_the_witness_shows_no_idle_change() -> None:
    """Of the answers that take the gain away at once, the one that changes least is told."""
    tree = {
        "detente": 1,
        "actors": {"A": {"name": "Alpha"}, "B": {"name": "Beta"}},
        "options": {
            "A.x": {},
            "B.idle": {"acts": {"yes": "idle about"}},
            "B.z": {"acts": {"yes": "hit back"}},
        },
        "preferences": {"A": {"statements": ["not B.z", "A.x"]}, "B": {"statements": ["B.z iff A.x"]}},
    }
    compiled = compile_situation(read(tree))
    told = english(headline(compiled, judge(compiled, compiled.find("status-quo"), actor="A", concept="seq")))
    assert "Beta would then hit back, which" in told
