"""Refusals come before the work, name the figures and the ways out; work can be interrupted."""

from __future__ import annotations

import numpy as np
import pytest
from tests.strategies import random_options

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.limits import estimate
from detente.analysis.stability.solve import solve
from detente.errors import LimitError
from detente.situation.graph import ConflictGraph


def graph(most: int = 40_000) -> ConflictGraph:
    return random_options(
        np.random.default_rng(3), actors=3, most=most, rules=False, prohibitions=False, axes=14
    ).graph()


def test_a_refusal_names_the_figures_and_the_ways_out() -> None:
    with pytest.raises(
        LimitError, match=r"needs about .* GiB of memory; the limit is .* leave out an option"
    ):
        solve(graph(), CONCEPTS, memory=1000)


def test_the_estimate_grows_with_everything() -> None:
    base = estimate(1 << 20, 4, 5, 2)
    assert base < 64 << 20  # about 47 bytes a position
    assert estimate(1 << 21, 4, 5, 2) == 2 * base
    assert estimate(1 << 20, 5, 5, 2) > base
    assert estimate(1 << 20, 4, 5, 3) > base
    assert estimate(1 << 20, 4, 5, 2, in_turn=True) > base


def test_work_can_be_interrupted_and_taken_up_again() -> None:
    chosen = graph()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(chosen, CONCEPTS, progress=stop, threads=2)
    again = solve(chosen, CONCEPTS, threads=2)
    chosen.derived.clear()
    afresh = solve(chosen, CONCEPTS, threads=1)
    assert all(np.array_equal(again[c.id], afresh[c.id]) for c in CONCEPTS)
