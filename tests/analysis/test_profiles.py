"""Many profiles at once give what each gives alone; other wishes recompute only what depends on them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.strategies import random_arcs, random_options

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.closure import reranked
from detente.analysis.stability.profiles import solve_profiles
from detente.analysis.stability.solve import solve
from detente.errors import ArgumentError
from detente.situation.graph import ConflictGraph


def graphs() -> list[ConflictGraph]:
    rng = np.random.default_rng(5)
    found = [random_options(rng, actors=3, most=60).graph() for _ in range(8)]
    return [*found, random_arcs(rng, actors=3, states=12).graph()]


def random_profiles(graph: ConflictGraph, count: int) -> np.ndarray:
    rng = np.random.default_rng(count)
    return rng.integers(0, 9, (count, graph.actors, graph.positions)).astype(np.uint16)


@pytest.mark.parametrize("graph", graphs())
@pytest.mark.parametrize("threads", [1, 3])
def test_profiles_together_equal_profiles_alone(graph: ConflictGraph, threads: int) -> None:
    profiles = random_profiles(graph, 7)
    together = solve_profiles(graph, profiles, threads=threads)
    shares = {c.id: np.zeros(graph.positions) for c in CONCEPTS}
    for number, ranks in enumerate(profiles):
        alone = solve(replace(graph, ranks=tuple(ranks)), CONCEPTS)
        for concept in CONCEPTS:
            equilibria = alone[concept.id].all(axis=0)
            assert np.array_equal(together.equilibria(concept.id, number), equilibria)
            shares[concept.id] += equilibria / 7
    for concept in CONCEPTS:
        assert np.allclose(together.share(concept.id), shares[concept.id])


def test_chunks_of_profiles_join(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = graphs()[0]
    profiles = random_profiles(graph, 23)
    whole = solve_profiles(graph, profiles)
    monkeypatch.setattr("detente.analysis.stability.profiles._TOGETHER", 4 * graph.positions)
    seen: list[tuple[int, int]] = []
    parts = solve_profiles(graph, profiles, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (23, 23) and len(seen) == 6
    assert all(np.array_equal(whole.packed[c.id], parts.packed[c.id]) for c in CONCEPTS)


def test_profiles_of_the_wrong_shape_are_refused() -> None:
    graph = graphs()[0]
    with pytest.raises(ArgumentError, match="profiles must have the shape"):
        solve_profiles(graph, np.zeros((2, graph.actors + 1, graph.positions), np.uint16))


@pytest.mark.parametrize("graph", graphs())
def test_reranked_keeps_only_what_still_holds(graph: ConflictGraph) -> None:
    solve(graph, CONCEPTS)
    for actor in range(graph.actors):
        other = random_profiles(graph, actor + 1)[0, actor]
        changed = reranked(graph, actor, other)
        ranks = tuple(other if i == actor else rank for i, rank in enumerate(graph.ranks))
        afresh = solve(replace(graph, ranks=ranks), CONCEPTS)
        kept = solve(changed, CONCEPTS)
        assert all(np.array_equal(kept[c.id], afresh[c.id]) for c in CONCEPTS)
