"""A situation in, a typed and stamped result out: the families of analyses, in the order they are shown.

Commands, JSON, the brief, the reference and the conformance tests are made from ANALYSES: a new family is
one folder and one line here.
"""

from __future__ import annotations

from typing import Any

from detente.analysis.agreements import AGREEMENTS
from detente.analysis.compliance import COMPLIANCE
from detente.analysis.outcomes import OUTCOMES
from detente.analysis.paths import PATHS
from detente.analysis.protocol import Analysis
from detente.analysis.robustness import ROBUSTNESS
from detente.analysis.shocks import SHOCKS
from detente.analysis.stability import STABILITY, WHY
from detente.analysis.wishes import WISHES

ANALYSES: tuple[Analysis[Any, Any], ...] = (
    WISHES,
    STABILITY,
    WHY,
    OUTCOMES,
    PATHS,
    AGREEMENTS,
    COMPLIANCE,
    SHOCKS,
    ROBUSTNESS,
)

__all__ = ["ANALYSES", "Analysis"]
