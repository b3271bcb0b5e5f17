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


def answers(moves: Sequence[Bools], ranks: Sequence[Ranks], actor: int, *, credible: bool) -> Bools:
    """[s1, s2] bool: can the opponents answer a move to s1 by bringing the conflict to s2?"""
    others = [j for j in range(len(moves)) if j != actor]
    steps = [improving(moves[j], ranks[j]) if credible else moves[j] for j in others]
    return legal_closure(steps) if steps else np.zeros_like(moves[actor])


def undeterred(moves: Bools, rank: Ranks, answer: Bools, *, symmetric: bool) -> Bools:
    """[s] bool: some improvement of the actor from s meets no sanction."""
    sanction = rank[:, None] <= rank[None, :]  # [s2, s]
    if symmetric:
        sanction &= ~compose(moves, ~sanction)
    deterred = compose(answer, sanction)  # [s1, s]
    return (improving(moves, rank) & ~deterred.T).any(axis=1)


def solve(moves: Sequence[Bools], ranks: Sequence[Ranks], concepts: Sequence[str]) -> dict[str, list[Bools]]:
    """Per concept, per actor, which states are stable. Closures are shared by the concepts that need them."""
    found: dict[str, list[Bools]] = {concept: [] for concept in concepts}
    for actor, rank in enumerate(ranks):
        known: dict[bool, Bools] = {}
        for concept in concepts:
            if concept == "nash":
                found[concept].append(~improving(moves[actor], rank).any(axis=1))
                continue
            credible, symmetric = concept in ("seq", "sseq"), concept in ("smr", "sseq")
            if credible not in known:
                known[credible] = answers(moves, ranks, actor, credible=credible)
            found[concept].append(~undeterred(moves[actor], rank, known[credible], symmetric=symmetric))
    return found
