"""Published package negotiations: the counts and points that others have printed."""

import time

import numpy as np
import pytest
from tests.analysis.agreements import given_bargains as given

from detente.analysis.agreements.objectives.registry import objective
from detente.analysis.agreements.solving.enumeration import Grid
from detente.analysis.agreements.solving.frontier import frontier
from detente.situation.issues.compile import compile_terms
from detente.situation.issues.read import read_terms

GAMES = {
    "base": (12, 55, 3),
    "base_7players": (52, 204, 8),
    "base_rewritten": (12, 55, 5),
    "game1": (21, 57, 7),
    "game2": (18, 57, 8),
    "game3": (35, 55, 10),
}


def bargain(tree):
    terms, faults = read_terms(tree, {})
    assert terms is not None, [str(fault) for fault in faults]
    return compile_terms(terms)


@pytest.mark.parametrize("name", GAMES)
def test_scorable_games(shared, name):
    unanimous, but_one, max_min = GAMES[name]
    tree, game = given.scorable(shared, name, quota=False)
    grid = Grid(bargain(tree))
    assert (len(grid.found), grid.bargain.packages) == (unanimous, game["deals"])
    assert objective("max-min").best(grid.rows)[1] == max_min
    quota, _ = given.scorable(shared, name, quota=True)
    assert len(Grid(bargain(quota)).found) == but_one


def test_ampo_and_the_city(shared):
    tree, case = given.ampo(shared)
    compiled = bargain(tree)
    frontier(compiled)  # compile first: the bar is about the work
    started = time.perf_counter()
    front = frontier(compiled)
    assert time.perf_counter() - started <= 0.05
    assert (compiled.packages, front.size) == (1_944_000, 176)
    points = {}
    for name in ("nash", "max-min", "total"):
        places, _ = objective(name).best(front.rows)
        assert len(places) == 1
        points[name] = tuple(np.round(front.gains[places[0]] / compiled.unit, 6))
    assert set(points.values()) == {(0.776, 0.783)}
    (place, *_), _ = objective("nash").best(front.rows)
    listed = [list(compiled.named(package).values()) for package in front.packages_at(int(place))]
    assert case["recomputed"]["nash_package"] in listed
    assert len(listed) == front.ways[place]
