"""The engine gives what plain matrices give where sets would be too slow: blocks, strides and tiles show here."""

from __future__ import annotations

import random

import numpy as np
import pytest
from tests.referees import dense_numpy
from tests.referees.random_situations import option_form

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.situation.compile import Compiled, compile_situation
from detente.situation.file.read import read


def matrices(compiled: Compiled) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Moves and ranks over the feasible states alone."""
    states = compiled.graph.states()
    at = np.full(compiled.graph.positions, -1)
    at[states] = np.arange(len(states))
    moves = [np.zeros((len(states), len(states)), dtype=bool) for _ in compiled.actors]
    for actor, dense in enumerate(moves):
        for row, position in enumerate(states.tolist()):
            dense[row, at[compiled.graph.reachable(actor, position)]] = True
    return moves, [ranks[states].astype(np.int64) for ranks in compiled.graph.ranks]


def check(seed: int, largest: int) -> None:
    compiled = compile_situation(read(option_form(random.Random(seed), largest)))
    moves, ranks = matrices(compiled)
    expected = dense_numpy.solve(moves, ranks, [concept.id for concept in CONCEPTS])
    states = compiled.graph.states()
    for concept in CONCEPTS:
        for actor in range(compiled.graph.actors):
            mask = concept.stable(compiled.graph, actor)
            assert np.array_equal(mask[states], expected[concept.id][actor]), (seed, concept.id, actor)
            assert not mask[~compiled.graph.feasible].any(), (seed, concept.id, actor)


@pytest.mark.parametrize("seed", range(10))
def test_engine_agrees_with_matrices(seed: int) -> None:
    check(seed, 400)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(300))
def test_engine_agrees_with_matrices_at_length(seed: int) -> None:
    check(10_000 + seed, 1_600)
