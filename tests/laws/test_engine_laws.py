"""The two engines agree where tiles are many and ragged; rank width and thread count change nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.strategies import random_options, random_recipe

import detente.analysis.stability.deterrence.implicit as implicit_module
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.explicit import Explicit
from detente.analysis.stability.deterrence.fibers import fits
from detente.analysis.stability.deterrence.implicit import Implicit
from detente.analysis.stability.solve import solve
from detente.situation.graph import ConflictGraph

KINDS = [(improving, lasting) for improving in (False, True) for lasting in (False, True)]


def large_graph(seed: int, most: int = 20_000) -> ConflictGraph:
    """Ragged: odd radices, sizes that are no multiple of anything, few or many ranks."""
    rng = np.random.default_rng(seed)
    kind = seed % 3
    options = random_options(
        rng, actors=int(rng.integers(2, 6)), most=most, rules=kind > 0, prohibitions=kind > 1, axes=12
    )
    return options.graph()


@pytest.mark.parametrize("seed", range(9))
def test_fibers_and_arcs_agree(seed: int) -> None:
    graph = large_graph(seed)
    assert fits(graph)
    implicit, explicit = Implicit.of(graph), Explicit.of(graph)
    for actor in range(graph.actors):
        assert np.array_equal(implicit.nash(actor), explicit.nash(actor))
        for improving, lasting in KINDS:
            fast = implicit.deterred(actor, "legal", improving=improving, lasting=lasting)
            slow = explicit.deterred(actor, "legal", improving=improving, lasting=lasting)
            assert np.array_equal(fast, slow), (actor, improving, lasting)


def test_questions_together_and_one_by_one_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(60):
        graph = random_recipe(np.random.default_rng(seed), most=200).graph()
        if not fits(graph):
            continue
        together = Implicit.of(graph)
        with monkeypatch.context() as patch:
            patch.setattr(implicit_module, "SMALL", 0)
            single = Implicit.of(graph)
        for actor in range(graph.actors):
            assert np.array_equal(together.nash(actor), single.nash(actor))
            for improving, lasting in KINDS:
                question = {"improving": improving, "lasting": lasting}
                found = together.deterred(actor, "legal", **question)
                assert np.array_equal(found, single.deterred(actor, "legal", **question)), (
                    seed,
                    actor,
                    question,
                )


def test_thread_count_changes_nothing() -> None:
    graph = large_graph(2)
    one, two, many = (solve(graph, CONCEPTS, threads=count) for count in (1, 2, 7))
    for concept in CONCEPTS:
        assert np.array_equal(one[concept.id], two[concept.id])
        assert np.array_equal(one[concept.id], many[concept.id])


def test_wide_ranks_give_the_same_verdicts() -> None:
    graph = large_graph(1, 3000)
    wide = replace(graph, ranks=tuple(rank.astype(np.uint32) * 70_000 for rank in graph.ranks))
    for actor in range(graph.actors):
        for improving, lasting in KINDS:
            narrow = Implicit.of(graph).deterred(actor, "legal", improving=improving, lasting=lasting)
            assert np.array_equal(
                narrow, Implicit.of(wide).deterred(actor, "legal", improving=improving, lasting=lasting)
            )
