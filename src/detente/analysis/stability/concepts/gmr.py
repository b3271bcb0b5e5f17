"""General metarationality: can the others, by any moves of theirs, make every improvement not worth making?

    s is stable for i  ⟺  ∀ s1 ∈ R_i⁺(s)  ∃ s2 ∈ R_{N−i}(s1) ∩ Φ_i(s)

Φ_i(s) holds the states i does not prefer to s: indifference suffices, and s itself is among them
(GRAPH_MODEL §5).

Howard 1971, with the joint moves of Fang, Hipel & Kilgour 1993 (as cited in GRAPH_MODEL §4, §6).
"""

from __future__ import annotations

from detente.analysis.stability.concept import IndexJudgement, Judgement, StabilityConcept
from detente.analysis.stability.deterrence.answers import sanctioned
from detente.analysis.stability.deterrence.closure import deterred_states
from detente.analysis.stability.sequences import Sequences
from detente.messages import term
from detente.situation.graph import Bools, ConflictGraph


def stable(graph: ConflictGraph, actor: int, sequences: Sequences = "legal") -> Bools:
    """[positions] bool: every improvement meets a sanction."""
    return deterred_states(graph, actor, sequences, improving=False, lasting=False)


def judge(graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal") -> IndexJudgement:
    """For each improvement s1, the nearest s2 that is a sanction."""
    answers = sanctioned(graph, actor, position, sequences, improving=False)
    return Judgement("gmr", actor, position, answers)


GMR = StabilityConcept(
    id="gmr",
    name=term("General metarationality", ko="일반 메타합리성"),
    question="Can the others, by any moves of theirs, make every improvement not worth making?",
    reference="Howard 1971; Fang, Hipel & Kilgour 1993",
    stable=stable,
    judge=judge,
    implies=(),
)
