"""Every published case comes out as its table says, for every actor and concept.

Three readings of each file are held together: the engine, the brute-force referee on a naive reading, and
the tables in the results file (printed, and computed elsewhere). Cases are read from the registry.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.referees.brute_force import Conflict, improvements, joint, rank_by_order, stable_states
from tests.referees.coalitions import Coalitions
from tests.referees.naive_reader import Plain

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.situation.compile import compile_situation
from detente.situation.file.lint import lint
from detente.store.case_file import case_files, load_case
from detente.store.yaml_file import read_yaml
from detente.study.cases.comparison import Solved, compare
from detente.study.cases.published import PublishedCase

NAMES = tuple(case_files())
LARGE = "uruguay-round"  # nothing is printed for it
SOLVED = tuple(name for name in NAMES if name != LARGE)

# Our case -> the file of given facts about it.
GIVEN = {
    "prisoners-dilemma": "prisoners_dilemma",
    "chicken": "chicken",
    "cuban-missile-crisis": "cuban_missile_crisis_gmcrplus",
    "elmira": "elmira_gmcrplus_12state",
    "garrison-diversion": "garrison_diversion_unit",
    "milk-river": "milk_river",
    "syria-iraq-1975": "syria_iraq_1975",
    "syria-iraq-misperception": "syria_iraq_misperception",
    LARGE: "uruguay_round_trade_20options",
}


@cache
def case(name: str) -> PublishedCase:
    return load_case(name)


@cache
def solved(name: str) -> Solved:
    return Solved(case(name))


@cache
def plain(name: str) -> Plain:
    tree = read_yaml(case_files()[name]).tree
    assert isinstance(tree, dict)
    return Plain(tree)


def number_of(name: str) -> dict[Any, str]:
    """The referee's state -> the source's number."""
    return {
        (state.key if state.key is not None else plain(name).vector(state.levels)): number
        for number, state in case(name).numbers.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_case_says_where_it_comes_from(name: str) -> None:
    publication = case(name).publication
    assert publication.title and publication.citation and publication.read_in
    assert publication.place.split("/")[0] in {"journals", "books", "web"}
    assert name == LARGE or not lint(case(name).situation)


@pytest.mark.parametrize("name", SOLVED)
def test_the_source_numbers_every_feasible_state_once(name: str) -> None:
    numbers = case(name).numbers
    assert set(numbers.values()) == set(case(name).situation.states())
    assert len(set(numbers.values())) == len(numbers)


@pytest.mark.parametrize("name", SOLVED)
def test_the_engine_gives_the_reference_for_every_actor_and_concept(name: str) -> None:
    reference = case(name).reference
    assert set(reference) == {concept.id for concept in CONCEPTS}
    for concept, table in reference.items():
        assert set(table) == {actor.id for actor in case(name).situation.players}
        for actor, states in table.items():
            assert set(solved(name).stable(concept, actor)) == set(states), (concept, actor)


@pytest.mark.parametrize("name", SOLVED)
def test_the_referee_gives_the_reference_for_every_actor_and_concept(name: str) -> None:
    number, reading = number_of(name), plain(name)
    for concept, table in case(name).reference.items():
        for actor, states in table.items():
            stable = stable_states(reading.conflict, concept, reading.actors.index(actor))
            assert {number[state] for state in stable} == set(states), (concept, actor)


@pytest.mark.parametrize("name", SOLVED)
def test_every_print_follows_from_the_definitions_or_says_why_not(name: str) -> None:
    for comparison in compare(case(name), solved(name)):
        printed = comparison.printed
        if comparison.ours is None:
            assert printed.concept == "sim"
            continue
        assert set(comparison.ours) == set(printed.expected), printed
        assert comparison.agrees or printed.because
        if printed.sequences != "legal":
            likewise = solved(name).answer(printed, printed.sequences)
            assert likewise is not None and set(likewise) == set(printed.states), printed


# --- the given facts -------------------------------------------------------------------------------


def given(shared: Path, name: str) -> dict[str, Any]:
    facts = json.loads((shared / "cases" / "disputes" / f"{GIVEN[name]}.json").read_text(encoding="utf-8"))
    assert isinstance(facts, dict)
    return facts


def ids(name: str, facts: Mapping[str, Any]) -> dict[str, str]:
    """Names in the given file -> actor ids here; both list actors in the same order."""
    listed = (
        [dm["name"] for dm in facts["dms"]["value"]] if "dms" in facts else list(facts["inputs"]["options"])
    )
    return dict(zip(listed, plain(name).actors, strict=True))


def test_every_given_dispute_is_a_case(shared: Path) -> None:
    files = {path.stem for path in (shared / "cases" / "disputes").glob("*.json")}
    assert files == set(GIVEN.values()) and set(GIVEN) <= set(NAMES)


@pytest.mark.parametrize("name", [n for n in GIVEN if n not in (LARGE, "chicken")])
def test_states_and_moves_are_the_given_ones(name: str, shared: Path) -> None:
    facts, reading, number = given(shared, name), plain(name), number_of(name)
    letters = {row["n"]: row["yn"] for row in facts["feasible_states"]["value"]}
    here = {int(n): "".join("NY"[level] for level in vector) for vector, n in number.items()}
    assert here == letters
    for theirs, ours in ids(name, facts).items():
        table = reading.conflict.moves[reading.actors.index(ours)]
        moves = {number[s]: sorted(int(number[t]) for t in targets) for s, targets in table.items()}
        assert moves == {n: sorted(targets) for n, targets in facts["moves"]["value"][theirs].items()}


@pytest.mark.parametrize("name", [n for n in GIVEN if n != LARGE])
def test_wishes_give_the_given_ranking(name: str, shared: Path) -> None:
    facts, reading, number = given(shared, name), plain(name), number_of(name)
    rankings = facts.get("preferences", facts.get("inputs"))["ranking_most_to_least"]
    for theirs, ours in ids(name, facts).items():
        expected = rank_by_order(rankings[theirs])
        ranks = reading.conflict.ranks[reading.actors.index(ours)]
        assert {int(number[s]): rank for s, rank in ranks.items()} == expected, theirs


@pytest.mark.parametrize("name", [n for n in GIVEN if n != LARGE])
def test_tables_are_the_given_ones(name: str, shared: Path) -> None:
    facts = given(shared, name)
    actor = ids(name, facts)
    for concept, table in facts["computed"]["individual"].items():
        for theirs, states in table.items():
            assert sorted(map(int, solved(name).stable(concept, actor[theirs]))) == states
        equilibria = sorted(map(int, solved(name).equilibria(concept)))
        assert equilibria == facts["computed"]["equilibria"][concept]
    coalitions = facts["computed"]["coalitional_equilibria_all_coalitions"]
    assert {k: list(map(int, v)) for k, v in case(name).coalition_reference.items()} == coalitions


@pytest.mark.parametrize("name", [n for n in GIVEN if n not in (LARGE, "chicken", "elmira")])
def test_prints_are_the_given_ones(name: str, shared: Path) -> None:
    facts = given(shared, name)
    tables = [
        facts.get("published_fixture"),
        facts.get("published"),
        {"equilibria": facts.get("peer_output")},
    ]
    table = next(t["equilibria"] for t in tables if t and t.get("equilibria"))
    first = {p.concept: list(map(int, p.states)) for p in reversed(case(name).printed)}
    theirs = {key.lower(): v for key, v in table.items() if isinstance(v, list) and key.isalpha()}
    assert first == theirs


# --- questions beyond equilibria -------------------------------------------------------------------


def test_inverse_counts_for_syria_and_iraq() -> None:
    """How many of Syria's 720 strict rankings make state 2 an equilibrium, and whence the printed 420?"""
    conflict, number = plain("syria-iraq-1975").conflict, number_of("syria-iraq-1975")
    target = next(state for state, n in number.items() if n == "2")
    counts = dict.fromkeys(("nash", "gmr", "smr", "seq", "sseq", "last improvement decides"), 0)
    for order in itertools.permutations(conflict.states):
        trial = Conflict(conflict.states, conflict.moves, (rank_by_order(list(order)), conflict.ranks[1]))
        for concept in ("nash", "gmr", "smr", "seq", "sseq"):
            counts[concept] += all(target in stable_states(trial, concept, actor) for actor in trial.actors)
        gains = sorted(improvements(trial, 0, target), key=lambda s: int(number[s]))
        counts["last improvement decides"] += not gains or _sanctioned(trial, target, gains[-1])
    assert counts == {
        "nash": 240,
        "gmr": 384,
        "smr": 300,
        "seq": 384,
        "sseq": 300,
        "last improvement decides": 420,
    }


def _sanctioned(conflict: Conflict, start: Any, at: Any) -> bool:
    answers = joint(conflict, (1,), at, sequences="legal", only_improvements=True)
    return any(conflict.ranks[0][s] <= conflict.ranks[0][start] for s in answers)


def test_the_large_case_has_a_wish_that_no_state_fulfils(shared: Path) -> None:
    situation = case(LARGE).situation
    assert int(compile_situation(situation).graph.feasible.sum()) == 138_240
    paths = {fault.path for fault in lint(situation)}
    assert ("preferences", "Japan", "statements", 0) in paths
    inputs = given(shared, LARGE)["inputs"]
    assert len(situation.options) == len(inputs["options"]) == 20
    assert len(situation.constraints) == len(inputs["infeasibles"])


@pytest.mark.parametrize("name", SOLVED)
def test_the_referee_gives_the_coalition_reference(name: str) -> None:
    verdicts = Coalitions(plain(name).conflict)
    for concept, states in case(name).coalition_reference.items():
        found = {number_of(name)[state] for state in verdicts.stable_for_all(concept)}
        assert found == set(states), concept
