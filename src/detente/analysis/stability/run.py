"""Run a stability analysis on a situation."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.run import Stamp
from detente.analysis.stability.concept import SEQUENCES, Sequences, StabilityConcept
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.result import StabilityResult
from detente.analysis.stability.solve import Progress, solve
from detente.errors import ArgumentError
from detente.situation.compile import Compiled, compile_situation
from detente.situation.model import Situation
from detente.version import VERSION


def stability(
    situation: Situation | Compiled,
    *,
    concepts: Sequence[str] | None = None,
    sequences: Sequences = "legal",
    progress: Progress | None = None,
) -> StabilityResult:
    """Which states hold, for each actor and concept?

    concepts: ids from CONCEPTS, all by default. sequences: how the others may answer (GRAPH_MODEL §4).
    progress(done, total) is called as the work advances. Raises ArgumentError for unknown names, SenseError
    if no state is feasible, LimitError before work that would not fit.
    """
    chosen = choose(concepts)
    if sequences not in SEQUENCES:
        raise ArgumentError(f"sequences must be one of {', '.join(SEQUENCES)}; got {sequences!r}")
    compiled = situation if isinstance(situation, Compiled) else compile_situation(situation)
    masks = solve(compiled.graph, chosen, sequences, progress)
    parameters = (("concepts", " ".join(c.id for c in chosen)), ("sequences", sequences))
    stamp = Stamp(compiled.situation.digest, "stability", parameters, VERSION)
    return StabilityResult(compiled, chosen, sequences, masks, stamp)


def choose(concepts: Sequence[str] | None) -> tuple[StabilityConcept, ...]:
    """The concepts with these ids, in the order of the registry. Raises ArgumentError."""
    known = {concept.id for concept in CONCEPTS}
    for name in concepts or ():
        if name not in known:
            raise ArgumentError(f"concept must be one of {', '.join(c.id for c in CONCEPTS)}; got {name!r}")
    return tuple(c for c in CONCEPTS if concepts is None or c.id in concepts)
