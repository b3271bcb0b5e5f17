"""Laws of stability: fast = literal = brute force, implications, and witnesses that hold water."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from tests.referees.against_brute_force import disagreements
from tests.strategies import Recipe, random_recipe, recipes

from detente.analysis.stability.concept import Judgement, StabilityConcept, Step
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.sequences import SEQUENCES
from detente.situation.graph import ConflictGraph

QUICK = range(500)
SYMMETRIC = ("smr", "sseq")


@pytest.mark.parametrize("block", range(5))
def test_fast_forms_agree_with_brute_force_on_500_situations(block: int) -> None:
    for seed in list(QUICK)[block::5]:
        recipe = random_recipe(np.random.default_rng(seed))
        assert disagreements(recipe) == [], f"seed {seed}"


@pytest.mark.parametrize("sequences", SEQUENCES[1:])
def test_compatibility_modes_agree_with_brute_force(sequences: str) -> None:
    for seed in range(1000, 1080):
        recipe = random_recipe(np.random.default_rng(seed), most=24)
        assert disagreements(recipe, sequences) == [], f"seed {seed}"


@settings(deadline=None, max_examples=60)
@given(recipes())
def test_fast_equals_literal(recipe: Recipe) -> None:
    graph = recipe.graph()
    for concept in CONCEPTS:
        for sequences in SEQUENCES:
            for actor in range(graph.actors):
                fast = concept.stable(graph, actor, sequences)
                assert not fast[~graph.feasible].any()
                for state in graph.states()[:6]:
                    literal = concept.judge(graph, actor, int(state), sequences)
                    assert bool(literal) == fast[state], (concept.id, sequences, actor, state)
                    check_witness(graph, concept, literal, sequences)


def check_witness(graph: ConflictGraph, concept: StabilityConcept, found: Judgement, sequences: str) -> None:
    """Every step of every witness is a legal move, and ends where the definition asks."""
    actor, rank = found.actor, graph.ranks[found.actor]
    assert [a.to for a in found.answers] == graph.improvements(actor, found.state).tolist()
    for answer in found.answers:
        if answer.sanction is None:
            assert answer.escape is None
            continue
        check_sequence(graph, concept, actor, answer.to, answer.sanction, sequences)
        end = answer.sanction[-1].target
        assert rank[end] <= rank[found.state]
        ways_out = [t for t in graph.reachable(actor, end) if rank[t] > rank[found.state]]
        if concept.id in SYMMETRIC:
            assert (answer.escape is None) == (not ways_out)
            assert answer.escape is None or answer.escape in ways_out
        else:
            assert answer.escape is None


def check_sequence(
    graph: ConflictGraph,
    concept: StabilityConcept,
    focal: int,
    start: int,
    steps: tuple[Step, ...],
    sequences: str,
) -> None:
    here, movers = start, [step.actor for step in steps]
    for step in steps:
        assert step.actor != focal
        assert step.source == here
        assert step.target in graph.reachable(step.actor, here)
        if concept.credible:
            assert graph.ranks[step.actor][step.target] > graph.ranks[step.actor][here]
        here = step.target
    assert len(steps) >= 1
    assert all(a != b for a, b in itertools.pairwise(movers))
    if sequences == "once-each":
        assert len(set(movers)) == len(movers)
    if sequences == "one-step":
        assert len(steps) == 1


@settings(deadline=None, max_examples=100)
@given(recipes(most=48))
def test_implications(recipe: Recipe) -> None:
    graph = recipe.graph()
    for sequences in SEQUENCES:
        for actor in range(graph.actors):
            stable = {c.id: c.stable(graph, actor, sequences) for c in CONCEPTS}
            for concept in CONCEPTS:
                for implied in concept.implies:
                    assert not (stable[concept.id] & ~stable[implied]).any(), (concept.id, implied)


def test_witnesses_are_shortest() -> None:
    for seed in range(60):
        graph = random_recipe(np.random.default_rng(seed), most=24).graph()
        for concept in CONCEPTS[1:]:
            for state in graph.states()[:4].tolist():
                one_step = concept.judge(graph, 0, state, "one-step")
                for short, legal in zip(
                    one_step.answers, concept.judge(graph, 0, state).answers, strict=True
                ):
                    if short.deterred:
                        assert legal.sanction is not None and len(legal.sanction) == 1
