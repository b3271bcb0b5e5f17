"""The concepts there are, in the order they are shown."""

from __future__ import annotations

from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.concepts.gmr import GMR
from detente.analysis.stability.concepts.nash import NASH
from detente.analysis.stability.concepts.seq import SEQ
from detente.analysis.stability.concepts.smr import SMR
from detente.analysis.stability.concepts.sseq import SSEQ

CONCEPTS: tuple[StabilityConcept, ...] = (NASH, GMR, SMR, SEQ, SSEQ)
