"""Diagrams against truth tables, in little room and with few steps, so that collecting and pausing happen."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams import diagram as module
from detente.analysis.symbolic.diagrams.diagram import Diagram, Diagrams, TooLargeError

LEVELS = 6
POINTS = list(itertools.product((0, 1), repeat=LEVELS))


def table(diagram: Diagram) -> np.ndarray:
    """Truth at every point, by walking."""
    numbers, rows = diagram.owner.parts(diagram)
    nodes = dict(zip(numbers.tolist(), rows.tolist(), strict=True))

    def at(point: tuple[int, ...]) -> bool:
        edge = diagram.edge
        while edge > 1:
            level, *children = nodes[edge >> 1]
            edge = children[point[level]] ^ (edge & 1)
        return edge == 0

    return np.array([at(point) for point in POINTS])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Diagrams:
    monkeypatch.setattr(module, "FIRST_ROOM", 16)
    monkeypatch.setattr(module, "STEPS", 3)
    return Diagrams(LEVELS, Deadline(60), most=4096)


@pytest.mark.parametrize("seed", range(5))
def test_operations_are_those_of_truth_tables(small: Diagrams, seed: int) -> None:
    rng = np.random.default_rng(seed)
    made = [(small.level(k), np.array([point[k] == 1 for point in POINTS])) for k in range(LEVELS)]
    for _ in range(150):
        (f, a), (g, b) = (made[rng.integers(len(made))] for _ in range(2))
        match rng.integers(5):
            case 0:
                made.append((f & g, a & b))
            case 1:
                made.append((f | ~g, a | ~b))
            case 2:
                made.append((f ^ g, a ^ b))
            case 3:
                levels = [k for k in range(LEVELS) if rng.random() < 0.4]
                made.append((small.exists(f, levels), quantified(a, levels)))
            case _:
                levels = [k for k in range(LEVELS) if rng.random() < 0.4]
                made.append((small.exists(f, levels, g), quantified(a & b, levels)))
        assert np.array_equal(table(made[-1][0]), made[-1][1])
    for f, a in made:
        assert np.array_equal(table(f), a)
        same = next(g for g, b in made if np.array_equal(a, b))
        assert f.same(same) and f.empty == (not a.any()) and f.all == a.all()


def quantified(truth: np.ndarray, levels: list[int]) -> np.ndarray:
    cube = truth.reshape((2,) * LEVELS)
    for level in levels:
        cube = np.broadcast_to(cube.any(axis=level, keepdims=True), cube.shape)
    return cube.reshape(-1)


def test_renaming_shifts_what_is_tested(small: Diagrams) -> None:
    f = small.level(0) & ~small.level(2) | small.level(4)
    shifted = small.rename(f, {0: 1, 2: 3, 4: 5})
    assert shifted.same(small.level(1) & ~small.level(3) | small.level(5))


def test_what_does_not_fit_or_takes_too_long_is_told() -> None:
    diagrams = Diagrams(40, Deadline(60), most=200)
    with pytest.raises(TooLargeError):
        diagrams.union(diagrams.level(k) & diagrams.level(k + 20) for k in range(20))
    late = Diagrams(40, Deadline(0), most=200)
    with pytest.raises(OutOfTimeError):
        late.union(late.level(k) & late.level(k + 20) for k in range(20))
