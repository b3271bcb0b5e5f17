"""Symmetric sequential stability: do the others, each to its own gain, leave no improvement worth making?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R⁺_{N−i}(s1) ∩ Φ_i(s)  with  R_i(s2) ⊆ Φ_i(s)

Rêgo & Vieira 2017 (as cited in GRAPH_MODEL §6).
"""

from __future__ import annotations

import numpy as np

from detente.analysis.stability.concept import Answer, IndexJudgement, Judgement, Sequences, StabilityConcept
from detente.analysis.stability.deterrence import deterred_states
from detente.analysis.stability.escapes import best_escape, can_escape
from detente.analysis.stability.replies import Replies
from detente.situation.graph import Bools, ConflictGraph, Ints


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction its makers gain by and it cannot escape."""
    return deterred_states(graph, actor, sequences, improving=True, lasting=True)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction its makers gain by and it cannot escape."""
    rank, floor = graph.ranks[actor], int(graph.ranks[actor][position])

    def sanctions(s2: Ints) -> Bools:
        return np.asarray(rank[s2] <= floor)

    def lasts(s2: Ints) -> Bools:
        fits = sanctions(s2)
        fits[fits] = ~can_escape(graph, actor, s2[fits], floor)
        return fits

    answers: list[Answer[int, int]] = []
    for s1 in graph.improvements(actor, position).tolist():
        replies = Replies(graph, actor, s1, sequences, improving=True)
        sanction = replies.first(lasts) or replies.first(sanctions)
        escape = best_escape(graph, actor, sanction.end, floor) if sanction else None
        answers.append(Answer(s1, sanction.steps if sanction else None, escape))
    return Judgement("sseq", actor, position, tuple(answers))


SSEQ = StabilityConcept(
    id="sseq",
    name="Symmetric sequential stability",
    question="Do the others, each to its own gain, make every improvement not worth making, with no way out?",
    reference="Rêgo & Vieira 2017",
    stable=stable,
    judge=judge,
    implies=("seq", "smr", "gmr"),
)
