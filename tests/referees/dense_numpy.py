"""The yardstick: the same definitions with plain numpy matrices, states × states.

What a competent person writes first: a boolean reachability matrix for each actor, closures by matrix
products (in float32, so that BLAS does the work), memory O(states²). Used as a referee on small models and
as the base line that the benchmarks divide by. `moves[i][s, t]` = actor i can move from s to t;
`ranks[i][s]` = how good s is for i.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ranks = NDArray[np.integer]


def compose(first: Bools, second: Bools) -> Bools:
    """first, then second: is there a state between?"""
    return first.astype(np.float32) @ second.astype(np.float32) > 0.5


def improving(moves: Bools, ranks: Ranks) -> Bools:
    """The moves that are improvements for their mover."""
    return moves & (ranks[None, :] > ranks[:, None])


def legal_closure(moves: Sequence[Bools]) -> Bools:
    """R_H: [s, t] = t can be reached from s by one or more moves, nobody twice in a row."""
    ending = [step.copy() for step in moves]
    while True:
        grown = []
        for j, step in enumerate(moves):
            before = [ending[k] for k in range(len(moves)) if k != j]
            entry = np.logical_or.reduce(before) if before else np.zeros_like(step)
            grown.append(ending[j] | compose(entry, step))
        if all(np.array_equal(a, b) for a, b in zip(grown, ending, strict=True)):
            return np.logical_or.reduce(ending)
        ending = grown


def stable(moves: Sequence[Bools], ranks: Sequence[Ranks], concept: str, actor: int) -> Bools:
    """[states] bool: stable for the actor?"""
    states = len(ranks[actor])
    rank = ranks[actor]
    improvement = improving(moves[actor], rank)
    if concept == "nash":
        return ~improvement.any(axis=1)
    steps = [
        improving(moves[j], ranks[j]) if concept in ("seq", "sseq") else moves[j]
        for j in range(len(moves))
        if j != actor
    ]
    answer = legal_closure(steps) if steps else np.zeros((states, states), dtype=bool)
    sanction = rank[:, None] <= rank[None, :]  # [s2, s]
    if concept in ("smr", "sseq"):
        sanction &= ~compose(moves[actor], ~sanction)
    deterred = compose(answer, sanction)  # [s1, s]
    return ~(improvement & ~deterred.T).any(axis=1)


def solve(moves: Sequence[Bools], ranks: Sequence[Ranks], concepts: Sequence[str]) -> dict[str, list[Bools]]:
    """Per concept, per actor, which states are stable."""
    return {concept: [stable(moves, ranks, concept, i) for i in range(len(moves))] for concept in concepts}
