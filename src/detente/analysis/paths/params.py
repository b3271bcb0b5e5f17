"""The choices of a paths analysis."""

from __future__ import annotations

from detente.analysis.params import Params


class PathsParams(Params):
    """Where to: the states where an expression is true (`to`), or the equilibria of a concept."""

    to: str | None = None
    concept: str = "seq"
