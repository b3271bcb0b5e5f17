"""Symmetric metarationality: can the others make every improvement not worth making, with no way out?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R_{N−i}(s1) ∩ Φ_i(s)  with  R_i(s2) ⊆ Φ_i(s)

Howard 1971, with the joint moves of Fang, Hipel & Kilgour 1993 (as cited in GRAPH_MODEL §4, §6).
"""

from __future__ import annotations

from detente.analysis.stability.concept import IndexJudgement, Judgement, StabilityConcept
from detente.analysis.stability.deterrence.answers import sanctioned_for_good
from detente.analysis.stability.deterrence.closure import deterred_states
from detente.analysis.stability.sequences import Sequences
from detente.messages import term
from detente.situation.graph import Bools, ConflictGraph


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction it cannot escape."""
    return deterred_states(graph, actor, sequences, improving=False, lasting=True)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction it cannot escape."""
    answers = sanctioned_for_good(graph, actor, position, sequences, improving=False)
    return Judgement("smr", actor, position, answers)


SMR = StabilityConcept(
    id="smr",
    name=term("Symmetric metarationality", ko="대칭 메타합리성"),
    question="Can the others make every improvement not worth making, with no way out for the actor?",
    reference="Howard 1971; Fang, Hipel & Kilgour 1993",
    stable=stable,
    judge=judge,
    implies=("gmr",),
)
