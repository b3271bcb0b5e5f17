"""Symmetric metarationality: can the others make every improvement not worth making, with no way out?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R_{N−i}(s1) ∩ Φ_i(s)  with  R_i(s2) ⊆ Φ_i(s)

Howard 1971, with the joint moves of Fang, Hipel & Kilgour 1993 (as cited in GRAPH_MODEL §4, §6).
"""

from __future__ import annotations

import numpy as np

from detente.analysis.stability.concept import Answer, IndexJudgement, Judgement, Sequences, StabilityConcept
from detente.analysis.stability.deterrence import deterred_states
from detente.analysis.stability.escapes import best_escape, can_escape
from detente.analysis.stability.replies import Replies
from detente.situation.graph import Bools, ConflictGraph, Ints


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction it cannot escape."""
    return deterred_states(graph, actor, sequences, improving=False, lasting=True)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction it cannot escape."""
    rank, floor = graph.ranks[actor], int(graph.ranks[actor][position])

    def sanctions(s2: Ints) -> Bools:
        return np.asarray(rank[s2] <= floor)

    def lasts(s2: Ints) -> Bools:
        fits = sanctions(s2)
        fits[fits] = ~can_escape(graph, actor, s2[fits], floor)
        return fits

    answers: list[Answer[int, int]] = []
    for s1 in graph.improvements(actor, position).tolist():
        replies = Replies(graph, actor, s1, sequences, improving=False)
        sanction = replies.first(lasts) or replies.first(sanctions)
        escape = best_escape(graph, actor, sanction.end, floor) if sanction else None
        answers.append(Answer(s1, sanction.steps if sanction else None, escape))
    return Judgement("smr", actor, position, tuple(answers))


SMR = StabilityConcept(
    id="smr",
    name="Symmetric metarationality",
    question="Can the others make every improvement not worth making, with no way out for the actor?",
    reference="Howard 1971; Fang, Hipel & Kilgour 1993",
    stable=stable,
    judge=judge,
    implies=("gmr",),
)
