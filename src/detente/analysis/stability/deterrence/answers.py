"""What the others can make of each improvement, read literally: machinery the four deterrence concepts share.

Φ_i(s) are the states i does not prefer to s: indifference suffices, and s itself is among them
(GRAPH_MODEL §5). improving: the others' sequences are made of improvements of their movers (SEQ, SSEQ).
"""

from __future__ import annotations

import numpy as np

from detente.analysis.stability.concept import Answer
from detente.analysis.stability.deterrence.escapes import best_escape, can_escape
from detente.analysis.stability.deterrence.replies import Replies
from detente.analysis.stability.sequences import Sequences
from detente.situation.graph import Bools, ConflictGraph, Ints

Answers = tuple[Answer[int, int], ...]


def sanctioned(
    graph: ConflictGraph, actor: int, position: int, sequences: Sequences, *, improving: bool
) -> Answers:
    """For each s1 ∈ R_i⁺(s), the nearest s2 that the others reach in Φ_i(s)."""
    rank, floor = graph.ranks[actor], graph.ranks[actor][position]
    answers = []
    for s1 in graph.improvements(actor, position).tolist():
        found = Replies(graph, actor, s1, sequences, improving=improving).first(lambda s2: rank[s2] <= floor)
        answers.append(Answer(s1, found.steps if found else None))
    return tuple(answers)


def sanctioned_for_good(
    graph: ConflictGraph, actor: int, position: int, sequences: Sequences, *, improving: bool
) -> Answers:
    """For each s1 ∈ R_i⁺(s), the nearest s2 ∈ Φ_i(s) with R_i(s2) ⊆ Φ_i(s).

    Where there is none, the nearest s2 ∈ Φ_i(s) with the best way out of it.
    """
    rank, floor = graph.ranks[actor], int(graph.ranks[actor][position])

    def sanctions(s2: Ints) -> Bools:
        return np.asarray(rank[s2] <= floor)

    def lasts(s2: Ints) -> Bools:
        fits = sanctions(s2)
        fits[fits] = ~can_escape(graph, actor, s2[fits], floor)
        return fits

    answers: list[Answer[int, int]] = []
    for s1 in graph.improvements(actor, position).tolist():
        replies = Replies(graph, actor, s1, sequences, improving=improving)
        sanction = replies.first(lasts) or replies.first(sanctions)
        escape = best_escape(graph, actor, sanction.end, floor) if sanction else None
        answers.append(Answer(s1, sanction.steps if sanction else None, escape))
    return tuple(answers)
