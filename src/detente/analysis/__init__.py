"""A situation in, a typed and stamped result out. ANALYSES is read by commands, briefs and tests."""

from __future__ import annotations

from detente.analysis.paths import PATHS
from detente.analysis.run import Analysis
from detente.analysis.stability import STABILITY

ANALYSES: tuple[Analysis, ...] = (STABILITY, PATHS)

__all__ = ["ANALYSES", "Analysis"]
