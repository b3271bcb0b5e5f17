"""What reads well but makes no sense is found, all at once, and a sound model passes."""

from typing import Any

import numpy as np
import pytest

from detente.errors import LimitError, SenseError
from detente.situation.compile import compile_situation
from detente.situation.file.lint import lint
from detente.situation.file.read import read


def model(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "detente": 1,
        "actors": {"A": {}, "B": {}},
        "options": {"A.x": {}, "A.y": {"levels": ["low", "mid", "high"]}, "B.z": {}},
        "preferences": {"A": {"statements": ["B.z", "A.y >= mid"]}, "B": {"statements": ["not A.x"]}},
    }
    return {**base, **changes}


def kinds(claims: dict[str, str] | None = None, **changes: Any) -> list[str]:
    return [fault.kind for fault in lint(read(model(**changes)), claims)]


def test_a_sound_model_has_no_findings() -> None:
    assert kinds() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"preferences": {"A": {"statements": ["B.z or not B.z"]}, "B": {"statements": ["A.x"]}}}, ["lint.constant"]),
        ({"preferences": {"A": {"statements": ["A.x and not A.x"]}, "B": {"statements": ["A.x"]}}}, ["lint.constant"]),
        ({"preferences": {"A": {"statements": ["B.z", "B.z == yes"]}, "B": {"statements": ["A.x"]}}}, ["lint.duplicate"]),
        ({"preferences": {"A": {"statements": ["B.z", "not B.z"]}, "B": {"statements": ["A.x"]}}}, ["lint.contradiction"]),
        ({"preferences": {"A": {"statements": ["B.z"]}}}, ["lint.no-preferences"]),
        ({"constraints": ["A.x or not A.x"]}, ["lint.idle"]),
        ({"constraints": ["not (A.x and B.z)", "not (A.x and B.z and A.y)"]}, ["lint.redundant"]),
        ({"constraints": ["not A.x"], "preferences": {"A": {"statements": ["B.z"]}, "B": {"statements": ["A.y"]}}}, ["lint.immovable"]),
        ({"status_quo": {"A.x": "yes", "B.z": "yes"}, "constraints": ["not (A.x and B.z)"]}, ["lint.status-quo"]),
        ({"actors": {"A": {}, "B": {}, "b": {"context": True}}}, ["lint.lookalike"]),
        ({"actors": {"A": {}, "B": {}, "А": {"context": True}}}, ["lint.lookalike"]),
        ({"actors": {"A": {}, "B": {}, "C": {}}}, ["lint.no-options", "lint.no-preferences"]),
    ],
)  # fmt: skip
def test_findings(changes: dict[str, Any], expected: list[str]) -> None:
    assert kinds(**changes) == expected


def test_constraints_that_exclude_everything_are_named() -> None:
    situation = read(model(constraints=["A.x implies B.z", "A.x", "not B.z", "A.y or not A.y"]))
    found = [fault for fault in lint(situation) if fault.kind == "lint.infeasible"]
    assert "no. 1, no. 2, no. 3 together exclude every state" in found[0].message
    with pytest.raises(SenseError, match="together exclude"):
        compile_situation(situation)


def test_because_must_name_a_claim() -> None:
    options = {"A.x": {"because": ["c1", "c9"]}, "B.z": {}}
    preferences = {"A": {"statements": ["B.z"]}, "B": {"statements": ["A.x"]}}
    assert kinds({"c1": "accepted"}, options=options, preferences=preferences) == ["lint.claim"]
    assert kinds(None, options=options, preferences=preferences) == ["lint.no-dossier"] * 2


def test_a_thousand_million_states_are_refused_before_anything_is_allocated() -> None:
    options = {f"A.o{i}": {} for i in range(20)} | {f"B.p{i}": {} for i in range(10)}
    situation = read(model(options=options, preferences={"A": {"statements": ["A.o1"]}}))
    with pytest.raises(LimitError, match=r"1,073,741,824 combinations.*Ways out"):
        compile_situation(situation)


def test_two_hundred_statements_stay_lexicographic() -> None:
    statements = ["B.z", *["A.x or B.z"] * 198, "A.y == high"]
    situation = read(model(preferences={"A": {"statements": statements}, "B": {"statements": ["A.x"]}}))
    compiled = compile_situation(situation)
    ranks = compiled.graph.ranks[0]
    truth = np.stack([compiled.select(text) for text in statements])
    order = sorted(range(len(ranks)), key=lambda state: tuple(truth[:, state]))
    levels = [tuple(truth[:, state]) for state in order]
    expected = np.zeros(len(ranks), dtype=int)
    for previous, state, before, now in zip(order, order[1:], levels, levels[1:], strict=False):
        expected[state] = expected[previous] + (before != now)
    assert np.array_equal(ranks, expected)


def test_weights_too_fine_for_exact_sums_are_refused() -> None:
    situation = read(model(preferences={"A": {"weights": {"B.z": 1e300, "A.x": 1e-300}}}))
    with pytest.raises(SenseError, match="more than 18 digits"):
        compile_situation(situation)


def test_claims_not_accepted_are_told() -> None:
    options = {"A.x": {"because": ["c1", "c2", "c3"]}, "B.z": {}}
    preferences = {"A": {"statements": ["B.z"]}, "B": {"statements": ["A.x"]}}
    found = lint(
        read(model(options=options, preferences=preferences)),
        {"c1": "accepted", "c2": "open", "c3": "rejected"},
    )
    assert ["not yet decided" in found[0].message, "rejected" in found[1].message, len(found)] == [
        True,
        True,
        2,
    ]


def test_a_shock_after_which_nothing_is_possible_is_told() -> None:
    assert kinds(shocks={"end": {"require": ["A.x and not A.x"]}, "law": {"require": ["A.x"]}}) == [
        "lint.shock"
    ]


def test_a_ranking_that_leaves_states_out_is_told() -> None:
    situation = read(
        {
            "detente": 1,
            "actors": {"A": {}, "B": {}},
            "states": {"1": "", "2": "", "3": ""},
            "arcs": {"A": [["1", "2"]], "B": [["2", "3"]]},
            "preferences": {"A": {"ranking": ["1", "2"]}, "B": {"ranking": [["1", "2", "3"]]}},
        }
    )
    assert "leaves out 1 feasible state: 3" in lint(situation)[0].message
