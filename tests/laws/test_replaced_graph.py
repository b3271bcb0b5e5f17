"""What was worked out for one graph is never used for another."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.situation.compile import compile_situation
from detente.situation.file.read import read


def test_a_graph_with_other_wishes_is_decided_anew() -> None:
    tree = {
        "detente": 1,
        "actors": {"A": {}, "B": {}},
        "options": {"A.x": {}, "A.y": {}, "B.z": {}},
        "preferences": {
            "A": {"statements": ["B.z", "not A.x", "A.y"]},
            "B": {"statements": ["A.x", "not B.z"]},
        },
    }
    graph = compile_situation(read(tree)).graph
    before = [concept.stable(graph, 0) for concept in CONCEPTS]
    other = replace(graph, ranks=(graph.ranks[0].max() - graph.ranks[0], graph.ranks[1]))
    fresh = type(graph)(graph.positions, graph.feasible, other.ranks, graph.moves)
    for concept, earlier in zip(CONCEPTS, before, strict=True):
        assert np.array_equal(concept.stable(other, 0), concept.stable(fresh, 0))
        assert np.array_equal(concept.stable(graph, 0), earlier)
    assert not np.array_equal(CONCEPTS[0].stable(other, 0), before[0])


def test_a_replaced_situation_has_a_digest_of_its_own() -> None:
    situation = read({"detente": 1, "title": "One", "actors": {"A": {}}, "options": {"A.x": {}}})
    first = situation.digest
    other = replace(situation, title="Two")
    assert other.digest != first == situation.digest
    assert replace(other, title="One").digest == first
    assert situation == replace(other, title="One")
