"""The concepts there are, in the order they are shown."""

from __future__ import annotations

from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.gmr import GMR
from detente.analysis.stability.nash import NASH
from detente.analysis.stability.seq import SEQ
from detente.analysis.stability.smr import SMR
from detente.analysis.stability.sseq import SSEQ

CONCEPTS: tuple[StabilityConcept, ...] = (NASH, GMR, SMR, SEQ, SSEQ)
