"""Sequential stability: can the others make every improvement not worth making, each acting to its own gain?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R⁺_{N−i}(s1) ∩ Φ_i(s)

Each step of the others is an improvement for its mover from the state it moves from (GRAPH_MODEL §4).

Fraser & Hipel 1979, 1984, with the joint improvements of Fang, Hipel & Kilgour 1993 (as cited in
GRAPH_MODEL §4, §6).
"""

from __future__ import annotations

from detente.analysis.stability.concept import IndexJudgement, Judgement, StabilityConcept
from detente.analysis.stability.deterrence.answers import sanctioned
from detente.analysis.stability.deterrence.closure import deterred_states
from detente.analysis.stability.sequences import Sequences
from detente.messages import term
from detente.situation.graph import Bools, ConflictGraph


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction its makers gain by."""
    return deterred_states(graph, actor, sequences, improving=True, lasting=False)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction its makers gain by."""
    answers = sanctioned(graph, actor, position, sequences, improving=True)
    return Judgement("seq", actor, position, answers)


SEQ = StabilityConcept(
    id="seq",
    name=term("Sequential stability", ko="순차 안정성"),
    question="Can the others make every improvement not worth making, each acting to its own gain?",
    reference="Fraser & Hipel 1979, 1984; Fang, Hipel & Kilgour 1993",
    stable=stable,
    judge=judge,
    credible=True,
    implies=("gmr",),
)
