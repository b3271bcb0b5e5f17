"""Ranks over the whole space equal their plain form, for few statements and for many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.kernels import preferences
from detente.situation import compile as compile_module
from detente.situation import ranks
from detente.situation.compile import compile_situation
from detente.situation.file.read import read


def random_tables(rng: np.random.Generator, shape: tuple[int, ...], count: int) -> list[np.ndarray]:
    """Truth tables over one to three axes each."""
    tables = []
    for _ in range(count):
        axes = rng.choice(len(shape), size=min(len(shape), int(rng.integers(1, 4))), replace=False)
        own = tuple(radix if axis in axes else 1 for axis, radix in enumerate(shape))
        tables.append(rng.random(own) < 0.5)
    return tables


@given(st.integers(0, 10**6), st.lists(st.integers(2, 4), min_size=1, max_size=9), st.integers(0, 70))
def test_lexicographic_equals_its_plain_form(seed: int, radices: list[int], count: int) -> None:
    rng, shape = np.random.default_rng(seed), tuple(radices)
    tables = random_tables(rng, shape, count)
    feasible = rng.random(int(np.prod(shape))) < 0.7
    feasible[0] = True
    fast = preferences.lexicographic(tables, shape, feasible)
    plain = ranks.lexicographic(tables, shape, feasible)
    assert fast.dtype == plain.dtype
    assert np.array_equal(fast, plain)


@pytest.mark.parametrize("count", [1, 15, 16, 17, 64, 200])
def test_any_number_of_statements(count: int) -> None:
    rng, shape = np.random.default_rng(count), (2,) * 14
    tables = random_tables(rng, shape, count)
    feasible = rng.random(1 << 14) < 0.9
    assert np.array_equal(
        preferences.lexicographic(tables, shape, feasible), ranks.lexicographic(tables, shape, feasible)
    )


def test_values_beyond_the_table_of_marks_are_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preferences, "_MARKS", 64)
    rng, shape = np.random.default_rng(1), (2,) * 12
    tables, feasible = random_tables(rng, shape, 30), rng.random(1 << 12) < 0.9
    assert np.array_equal(
        preferences.lexicographic(tables, shape, feasible), ranks.lexicographic(tables, shape, feasible)
    )


def test_a_situation_compiles_the_same_by_the_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {
        "detente": 1,
        "title": "Three levels each",
        "actors": {"A": {"name": "Ann"}, "B": {"name": "Ben"}},
        "options": {
            f"{actor}.{name}": {"levels": ["low", "middle", "high"]} for actor in "AB" for name in ("x", "y")
        },
        "constraints": ["not (A.x == high and B.x == high)"],
        "preferences": {
            "A": {"statements": ["B.x == high", "A.x >= middle implies B.y == high", "not A.y"]},
            "B": {"statements": ["A.x == low", "at_least(2, A.y, B.x, B.y)"]},
        },
    }
    situation = read(tree)
    plain = compile_situation(situation).graph
    monkeypatch.setattr(compile_module, "_AT_SCALE", 0)
    fast = compile_situation(situation).graph
    assert all(np.array_equal(a, b) for a, b in zip(plain.ranks, fast.ranks, strict=True))
