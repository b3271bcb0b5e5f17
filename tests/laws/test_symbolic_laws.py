"""The symbolic engine finds what the explicit one finds, wherever both run (HOUSE §11)."""

from __future__ import annotations

import random

import pytest
from benchmarks.symbolic import FAMILIES, random_sparse
from tests.referees.random_situations import option_form

from detente.analysis.stability.run import stability
from detente.analysis.symbolic.run import SYMBOLIC_CONCEPTS, symbolic
from detente.situation.file.read import read

SEEDS = range(100)


def compare(seed: int, largest: int = 48) -> None:
    situation = read(option_form(random.Random(seed), largest))
    explicit = stability(situation, concepts=SYMBOLIC_CONCEPTS)
    result = symbolic(situation, count=True, enumerate_=largest)
    for concept in SYMBOLIC_CONCEPTS:
        finding = result.finding(concept)
        assert finding.proven and finding.complete
        assert set(finding.equilibria) == set(explicit.equilibria(concept)), (seed, concept)
        assert finding.count == explicit.count(concept)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_find_the_same_equilibria(seed: int) -> None:
    compare(7000 + seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_equilibrium_is_found_exactly_where_there_is_one(seed: int) -> None:
    situation = read(option_form(random.Random(9000 + seed), 48))
    explicit = stability(situation, concepts=SYMBOLIC_CONCEPTS)
    for one in symbolic(situation).findings:
        equilibria = explicit.equilibria(one.concept)
        assert one.proven and set(one.equilibria) <= set(equilibria)
        assert len(one.equilibria) == min(1, len(equilibria)) and one.at_least <= len(equilibria)


@pytest.mark.long
def test_both_engines_find_the_same_equilibria_of_many_situations() -> None:
    for seed in range(2000):
        compare(100_000 + seed)


@pytest.mark.parametrize("name", FAMILIES)
def test_both_engines_count_alike_where_wishes_are_sparse(name: str) -> None:
    compare_counts(name, seed=1, options=3)


@pytest.mark.long
@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("seed", range(8))
def test_both_engines_count_alike_in_larger_situations(name: str, seed: int) -> None:
    compare_counts(name, seed, options=4)


def compare_counts(name: str, seed: int, options: int) -> None:
    situation = random_sparse(seed, FAMILIES[name], actors=4, options=options)
    explicit = stability(situation)
    for one in symbolic(situation, count=True).findings:
        assert one.count == explicit.count(one.concept), (name, seed, one.concept)
