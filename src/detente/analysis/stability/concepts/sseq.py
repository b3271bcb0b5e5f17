"""Symmetric sequential stability: do the others, each to its own gain, leave no improvement worth making?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R⁺_{N−i}(s1) ∩ Φ_i(s)  with  R_i(s2) ⊆ Φ_i(s)

Rêgo & Vieira 2017 (as cited in GRAPH_MODEL §6).
"""

from __future__ import annotations

from detente.analysis.stability.concept import IndexJudgement, Judgement, StabilityConcept
from detente.analysis.stability.deterrence.answers import sanctioned_for_good
from detente.analysis.stability.deterrence.closure import deterred_states
from detente.analysis.stability.sequences import Sequences
from detente.messages import term
from detente.situation.graph import Bools, ConflictGraph


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction its makers gain by and it cannot escape."""
    return deterred_states(graph, actor, sequences, improving=True, lasting=True)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction its makers gain by and it cannot escape."""
    answers = sanctioned_for_good(graph, actor, position, sequences, improving=True)
    return Judgement("sseq", actor, position, answers)


SSEQ = StabilityConcept(
    id="sseq",
    name=term("Symmetric sequential stability", ko="대칭 순차 안정성"),
    question="Do the others, each to its own gain, make every improvement not worth making, with no way out?",
    reference="Rêgo & Vieira 2017",
    stable=stable,
    judge=judge,
    credible=True,
    implies=("seq", "smr", "gmr"),
)
