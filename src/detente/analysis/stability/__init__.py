"""Which states hold, actor by actor: one published concept, one file (HOUSE §4-5).

Adding a concept is one file and one line in CONCEPTS; commands, briefs, tables and laws are read from it.
"""

from __future__ import annotations

from detente.analysis.stability.concept import (
    SEQUENCES,
    Answer,
    Judgement,
    Sequences,
    StabilityConcept,
    Step,
)
from detente.analysis.stability.gmr import GMR
from detente.analysis.stability.nash import NASH
from detente.analysis.stability.seq import SEQ
from detente.analysis.stability.smr import SMR
from detente.analysis.stability.sseq import SSEQ

CONCEPTS: tuple[StabilityConcept, ...] = (NASH, GMR, SMR, SEQ, SSEQ)

__all__ = ["CONCEPTS", "SEQUENCES", "Answer", "Judgement", "Sequences", "StabilityConcept", "Step"]
