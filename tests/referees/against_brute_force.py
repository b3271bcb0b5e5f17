"""The fast forms of the concepts held against the referee that tries everything."""

from __future__ import annotations

import numpy as np
from tests.referees import brute_force
from tests.strategies import Recipe

from detente.analysis.stability.concepts.registry import CONCEPTS


def disagreements(recipe: Recipe, sequences: str = "legal") -> list[str]:
    """Where the fast forms and the brute-force referee part."""
    conflict, graph = recipe.conflict(), recipe.graph()
    found = []
    for concept in CONCEPTS:
        for actor in range(graph.actors):
            fast = set(np.flatnonzero(concept.stable(graph, actor, sequences)).tolist())
            truth = brute_force.stable_states(conflict, concept.id, actor, sequences=sequences)
            if fast != {recipe.position(state) for state in truth}:
                found.append(f"{concept.id} for actor {actor} under {sequences}")
    return found
