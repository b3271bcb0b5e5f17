"""The long run: 10^5 random situations against the brute-force referee, on all cores."""

from __future__ import annotations

import multiprocessing

import numpy as np
import pytest
from tests.referees import brute_force
from tests.strategies import random_recipe

from detente.analysis.stability import CONCEPTS, SEQUENCES

SITUATIONS = 100_000
BLOCK = 500


def disagreements(first: int) -> list[str]:
    """Where the fast forms and the referee part, in a block of seeds; one kind of sequences per seed in ten."""
    found = []
    for seed in range(first, first + BLOCK):
        recipe = random_recipe(np.random.default_rng(seed), most=32)
        conflict, graph = recipe.conflict(), recipe.graph()
        sequences = SEQUENCES[seed % 3] if seed % 10 == 0 else "legal"
        for concept in CONCEPTS:
            for actor in range(graph.actors):
                fast = set(np.flatnonzero(concept.stable(graph, actor, sequences)).tolist())
                truth = brute_force.stable_states(conflict, concept.id, actor, sequences=sequences)
                if fast != {recipe.position(state) for state in truth}:
                    found.append(f"seed {seed}, {concept.id}, actor {actor}, {sequences}")
    return found


@pytest.mark.long
def test_a_hundred_thousand_situations() -> None:
    starts = range(10**6, 10**6 + SITUATIONS, BLOCK)
    with multiprocessing.get_context("spawn").Pool() as pool:
        found = [line for block in pool.imap_unordered(disagreements, starts) for line in block]
    assert found == []
