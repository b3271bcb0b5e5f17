"""`stability --engine`: when the symbolic engine answers, and how its answer is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.cli.answers import write_json
from detente.cli.progress import Progress
from detente.errors import ArgumentError

if TYPE_CHECKING:
    from detente.analysis.symbolic import Finding, SymbolicResult
    from detente.situation.model import Situation

ENGINES = ("auto", "explicit", "symbolic")


def chosen(situation: Situation, engine: str, *, sequences: str) -> bool:
    """Does the symbolic engine answer? Raises ArgumentError for names and combinations there are not."""
    if engine not in ENGINES:
        raise ArgumentError(f"--engine must be one of {', '.join(ENGINES)}; got {engine!r}")
    if engine == "symbolic" and sequences != "legal":
        raise ArgumentError(f"the symbolic engine knows legal sequences only; got {sequences!r}")
    if engine != "auto":
        return engine == "symbolic"
    from detente.analysis.symbolic import beyond_the_limit

    return sequences == "legal" and beyond_the_limit(situation)


def answer(
    situation: Situation,
    concepts: Sequence[str] | None,
    limit_seconds: float,
    *,
    count: bool,
    listed: int,
    as_json: bool,
) -> None:
    """Solve and write."""
    from detente.analysis.symbolic import symbolic
    from detente.present.terminal import console, show

    with Progress("looking for outcomes that hold") as progress:
        result = symbolic(
            situation,
            concepts=concepts,
            limit_seconds=limit_seconds,
            count=count,
            enumerate_=listed,
            progress=progress.advance,
        )
    if as_json:
        write_json(as_dict(result))
        return
    out = console()
    for exhibit in result.exhibits():
        show(out, exhibit)


def as_dict(result: SymbolicResult) -> dict[str, object]:
    """The result as plain values: as for the explicit engine, with what is proven."""
    return {
        "states": result.states,
        "combinations": result.combinations,
        "actors": list(result.actors),
        "engine": "symbolic",
        "concepts": {one.concept: _finding(one) for one in result.findings},
        "proven": {one.concept: one.proven for one in result.findings},
        "stamp": result.stamp.as_dict(),
    }


def _finding(one: Finding) -> dict[str, object]:
    return {
        "equilibria": [state.as_json() for state in one.equilibria],
        "count": one.count,
        "at_least": one.at_least,
        "at_most": one.at_most,
        "complete": one.complete,
        "method": one.method,
        "seconds": round(one.seconds, 3),
    }
