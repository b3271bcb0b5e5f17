"""The choices of a stability analysis, and of the question why."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from detente.analysis.params import Option, Params
from detente.analysis.stability.sequences import Sequences


class StabilityParams(Params):
    """Which outcomes hold: under which concepts, with which answers of the others, found by which engine."""

    concept: tuple[str, ...] | None = None
    sequences: Sequences = "legal"
    every: Annotated[bool, Option("--all")] = False
    engine: Literal["auto", "explicit", "symbolic"] = "auto"
    limit_seconds: float = Field(60.0, gt=0)
    count: bool = False
    listed: Annotated[int, Option("--enumerate")] = Field(1, ge=0)


class WhyParams(Params):
    """Why an actor would or would not leave a state."""

    actor: str
    state: str = "status-quo"
    concept: str = "seq"
