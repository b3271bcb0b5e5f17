"""Beyond enumeration: equilibria of situations whose states are too many to list (SCALE §6).

The wishes, constraints and moves become formulas; no array is as large as the product space. Optional extra
`detente[solve]` (OR-Tools).
"""

from __future__ import annotations

from detente.analysis.symbolic.result import Finding, SymbolicResult
from detente.analysis.symbolic.run import SECONDS, SYMBOLIC_CONCEPTS, beyond_the_limit, symbolic

__all__ = ["SECONDS", "SYMBOLIC_CONCEPTS", "Finding", "SymbolicResult", "beyond_the_limit", "symbolic"]
