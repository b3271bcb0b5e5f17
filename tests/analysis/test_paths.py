"""Shortest legal paths: checked against a plain search over sequences, and by hand where order matters."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np
import pytest
from tests.saying import english
from tests.strategies import Arcs, random_recipe

from detente.analysis.paths.paths import paths, tree
from detente.errors import SenseError
from detente.situation.file.read import read
from detente.situation.graph import ConflictGraph


def plain_distances(graph: ConflictGraph, start: int, improving: bool, first: int | None = None) -> dict:
    """Moves needed to reach each position, by a queue over (position, last mover)."""
    step = graph.improvements if improving else graph.reachable
    found: dict[int, int] = {}
    seen = {(start, None)}
    queue = deque([(start, None, 0)])
    while queue:
        here, last, length = queue.popleft()
        for j in range(graph.actors):
            if j == last or (length == 0 and first not in (None, j)):
                continue
            for target in step(j, here).tolist():
                if (target, j) not in seen:
                    seen.add((target, j))
                    found.setdefault(target, length + 1)
                    queue.append((target, j, length + 1))
    return found


def chain(nodes, tree_, actors: int) -> list[tuple[int, int]]:
    steps = []
    while nodes >= 0:
        steps.append((nodes % actors, nodes // actors))
        nodes = int(tree_.parent[nodes])
    return steps[::-1]


@pytest.mark.parametrize("improving", [True, False])
def test_tree_holds_shortest_legal_sequences(improving: bool) -> None:
    for seed in range(120):
        graph = random_recipe(np.random.default_rng(seed), most=32).graph()
        start = int(graph.states()[0])
        found = tree(graph, start, improving=improving)
        expected = plain_distances(graph, start, improving)
        assert set(np.flatnonzero(found.reached >= 0).tolist()) == set(expected)
        for position, length in expected.items():
            steps = chain(int(found.reached[position]), found, graph.actors)
            assert len(steps) == length
            here = start
            for (mover, there), before in zip(steps, [None, *[m for m, _ in steps]], strict=False):
                assert mover != before
                step = graph.improvements if improving else graph.reachable
                assert there in step(mover, here)
                here = there
            assert here == position
        for actor in range(graph.actors):
            begun = plain_distances(graph, start, improving, actor)
            nearest = {position for position, length in begun.items() if length == expected[position]}
            assert set(np.flatnonzero(found.first[actor]).tolist()) == nearest


def test_an_ordinary_shortest_path_may_be_illegal() -> None:
    # 0 -A-> 1 -A-> 2 is two moves of A in a row; legal is 0 -A-> 1 -B-> 3 -A-> 2.
    moves = (
        {0: frozenset({1}), 1: frozenset({2}), 2: frozenset(), 3: frozenset({2})},
        {0: frozenset(), 1: frozenset({3}), 2: frozenset(), 3: frozenset()},
    )
    graph = Arcs(moves, (np.arange(4), np.arange(4))).graph()
    found = tree(graph, 0, improving=False)
    assert chain(int(found.reached[2]), found, 2) == [(0, 1), (1, 3), (0, 2)]


SITUATION = {
    "detente": 1,
    "title": "A stage for a stage",
    "actors": {"A": {"name": "Ann"}, "B": {"name": "Ben"}},
    "options": {"A.calm": {}, "B.talks": {"levels": ["none", "low", "high"], "moves": {"up": "one"}}},
    "preferences": {
        "A": {"statements": ["B.talks == high", "A.calm"]},
        "B": {"statements": ["A.calm", "B.talks >= low", "B.talks == high"]},
    },
    "status_quo": {},
}


def test_routes_are_labelled_and_say_who_moves_first() -> None:
    result = paths(read(SITUATION), to="A.calm and B.talks == high")
    route = result.route(result.reachable("moves")[0], by="moves")
    assert [step.actor for step in route.steps] == ["B", "A", "B"]
    assert route.first_movers == ("B",)  # A can begin too, but by five moves: calm, low, not calm, high, calm
    assert result.route(route.to, by="improvements").first_movers == ("B",)
    assert [row["reachable"] for row in result.records()] == [True, True]
    table, graph = result.exhibits()
    assert table.rows
    told = english(graph.alt)
    assert "Ann" not in told and "B moves to" in told


def test_paths_lead_to_equilibria_by_default() -> None:
    result = paths(read(SITUATION))
    assert english(result.wanted) == "equilibria under seq"
    assert all(route.steps for route in result.routes("improvements"))


def test_without_a_status_quo_there_is_no_path() -> None:
    with pytest.raises(SenseError, match="no status quo"):
        paths(replace(read(SITUATION), status_quo=None))
