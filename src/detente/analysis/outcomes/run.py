"""Find the outcomes that hold, the ways to them, and the few that a reader is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.outcomes.result import OutcomesResult
from detente.analysis.outcomes.selection import Family, Selection, select, strongest
from detente.analysis.paths.joint import JointStep, joint_steps, joint_ways
from detente.analysis.paths.paths import paths
from detente.analysis.paths.result import PathsResult
from detente.analysis.protocol import Progress, counting, stamp
from detente.analysis.stability.run import stability
from detente.errors import ArgumentError
from detente.messages import message
from detente.situation.compile import Compiled
from detente.situation.language.expressions import nearest


def run(inquiry: Inquiry, params: OutcomesParams, progress: Progress) -> OutcomesResult:
    """Which outcomes would hold, and how are they reached? Raises ArgumentError for options not there."""
    _check(params, [option.id for option in inquiry.situation.options])
    compiled = inquiry.compiled
    held = stability(compiled, progress=counting(progress, message("progress.stability")))
    concept = strongest(held)
    known = inquiry.situation.status_quo is not None
    routes = paths(compiled, concept=concept, by=("improvements",)) if known else None
    chosen = select(compiled, held, routes, params.group_by)
    later = tuple(_later(compiled, routes, concept, chosen)) if inquiry.situation.joint else ()
    return OutcomesResult(
        compiled=compiled,
        stability=held,
        paths=routes,
        joint=() if routes is None else joint_ways(routes),
        joint_later=later,
        selection=chosen,
        stamp=stamp(inquiry.situation, "outcomes", params),
    )


def _check(params: OutcomesParams, options: Sequence[str]) -> None:
    for name in params.group_by:
        if name not in options:
            raise ArgumentError(f"group_by: there is no option {name!r}{nearest(name, options)}")


def _later(
    compiled: Compiled, routes: PathsResult | None, concept: str, chosen: Selection
) -> Iterator[tuple[Family, JointStep]]:
    """The joint moves that all their members gain by, from the first outcome of each family."""
    ways = routes if routes is not None else paths(compiled, concept=concept, start=0, by=())
    for family in chosen.families:
        for step in joint_steps(ways, family.first.position):
            if step.agreed:
                yield family, step
