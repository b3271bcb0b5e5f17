"""Nash stability: does the actor have no move it would rather make?

    s is stable for i  ⟺  R_i⁺(s) = ∅

Nash 1950; in the graph model Fang, Hipel & Kilgour 1993 (as cited in GRAPH_MODEL §6).
"""

from __future__ import annotations

from detente.analysis.stability.concept import Answer, IndexJudgement, Judgement, StabilityConcept
from detente.analysis.stability.deterrence.closure import nash_states
from detente.analysis.stability.sequences import Sequences
from detente.messages import term
from detente.situation.graph import Bools, ConflictGraph


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool; the kind of sequences plays no part, nobody answers."""
    return nash_states(graph, actor)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """Every improvement is a reason to leave."""
    answers: list[Answer[int, int]] = [Answer(s1) for s1 in graph.improvements(actor, position).tolist()]
    return Judgement("nash", actor, position, tuple(answers))


NASH = StabilityConcept(
    id="nash",
    name=term("Nash stability", ko="내시 안정성"),
    question="Does the actor have no move it would rather make?",
    reference="Nash 1950; Fang, Hipel & Kilgour 1993",
    stable=stable,
    judge=judge,
    implies=("gmr", "smr", "seq", "sseq"),
)
