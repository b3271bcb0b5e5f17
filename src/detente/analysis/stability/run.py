"""Run a stability analysis on a situation, by the engine that fits its size."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Progress, Result, counting, stamp
from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.params import StabilityParams
from detente.analysis.stability.result import StabilityResult
from detente.analysis.stability.sequences import Sequences
from detente.analysis.stability.solve import Progress as Steps
from detente.analysis.stability.solve import solve
from detente.errors import ArgumentError
from detente.messages import message
from detente.situation.compile import Compiled, compile_situation
from detente.situation.model import Situation

_WORK = message("progress.stability")


def run(inquiry: Inquiry, params: StabilityParams, progress: Progress) -> Result:
    """Which states hold? The explicit engine while the states can be listed, else the symbolic one."""
    if _symbolic(inquiry.situation, params):
        from detente.analysis.symbolic.run import symbolic

        return symbolic(
            inquiry.situation,
            concepts=params.concept,
            limit_seconds=params.limit_seconds,
            count=params.count,
            enumerate_=params.listed,
            progress=counting(progress, message("progress.symbolic")),
        )
    return _explicit(inquiry.compiled, params, counting(progress, _WORK))


def stability(
    situation: Situation | Compiled,
    *,
    concepts: Sequence[str] | None = None,
    sequences: Sequences = "legal",
    progress: Steps | None = None,
) -> StabilityResult:
    """Which states hold, for each actor and concept?

    concepts: ids from CONCEPTS, all by default. sequences: how the others may answer (GRAPH_MODEL §4).
    progress(done, total) is called as the work advances. Raises ArgumentError for unknown names, SenseError
    if no state is feasible, LimitError before work that would not fit.
    """
    asked = None if concepts is None else tuple(concepts)
    params = StabilityParams.of(concept=asked, sequences=sequences)
    choose(asked)  # a wrong name is told before a large situation is compiled
    compiled = situation if isinstance(situation, Compiled) else compile_situation(situation)
    return _explicit(compiled, params, progress)


def _explicit(compiled: Compiled, params: StabilityParams, progress: Steps | None) -> StabilityResult:
    chosen = choose(params.concept)
    masks = solve(compiled.graph, chosen, params.sequences, progress)
    return StabilityResult(compiled, chosen, params, masks, stamp(compiled.situation, "stability", params))


def _symbolic(situation: Situation, params: StabilityParams) -> bool:
    """Does the symbolic engine answer? Raises ArgumentError for what it does not know."""
    from detente.analysis.symbolic.size import beyond_the_limit

    legal = params.sequences == "legal"
    if params.engine == "symbolic" and not legal:
        raise ArgumentError(f"the symbolic engine knows legal sequences only; got {params.sequences!r}")
    return params.engine == "symbolic" or (params.engine == "auto" and legal and beyond_the_limit(situation))


def choose(concepts: Sequence[str] | None) -> tuple[StabilityConcept, ...]:
    """The concepts with these ids, in the order of the registry. Raises ArgumentError."""
    known = {concept.id for concept in CONCEPTS}
    for name in concepts or ():
        if name not in known:
            raise ArgumentError(f"concept must be one of {', '.join(c.id for c in CONCEPTS)}; got {name!r}")
    return tuple(c for c in CONCEPTS if concepts is None or c.id in concepts)
