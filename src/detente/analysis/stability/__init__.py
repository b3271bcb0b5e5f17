"""Which states hold, actor by actor: one published concept, one file (HOUSE §4-5).

Adding a concept is one file and one line in CONCEPTS (in `registry`); commands, briefs, tables and laws are
read from it.
"""

from __future__ import annotations

from detente.analysis.run import Analysis
from detente.analysis.stability.concept import (
    SEQUENCES,
    Answer,
    Judgement,
    Sequences,
    StabilityConcept,
    Step,
)
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.closure import reranked
from detente.analysis.stability.profiles import ProfileVerdicts, solve_profiles
from detente.analysis.stability.result import StabilityResult
from detente.analysis.stability.run import stability
from detente.analysis.stability.solve import solve

STABILITY = Analysis("stability", "Which outcomes hold, and for whom?", stability)

__all__ = [
    "CONCEPTS",
    "SEQUENCES",
    "STABILITY",
    "Answer",
    "Judgement",
    "ProfileVerdicts",
    "Sequences",
    "StabilityConcept",
    "StabilityResult",
    "Step",
    "reranked",
    "solve",
    "solve_profiles",
    "stability",
]
