"""The answer about shocks, with its stamp and its ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes import OUTCOMES
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.protocol import Progress, Result, Stamp, answer, stamp
from detente.analysis.shocks.exhibits import blocks
from detente.analysis.shocks.found import Shocks
from detente.analysis.shocks.shocks import shocks
from detente.exhibits import Exhibit


@dataclass(frozen=True, slots=True)
class ShocksResult(Shocks, Result):
    """What each named variation breaks and opens."""

    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per shock."""
        for effect in self.effects:
            yield {
                "shock": effect.variation.name,
                "today": effect.today,
                "equilibria": effect.equilibria,
                "surviving": len(effect.surviving),
                "reachable": len(effect.routes),
            }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Each shock: the sign to watch for, what still holds, and where single steps then lead."""
        return tuple(blocks(self))


def run(inquiry: Inquiry, params: OutcomesParams, progress: Progress) -> ShocksResult:
    """What does each named shock do to the outcomes that a reader is told of?"""
    found = answer(inquiry, OUTCOMES, OutcomesParams(group_by=params.group_by), progress)
    effects = shocks(found.compiled, found.firsts, concept=found.selection.concept)
    return ShocksResult(found, effects, stamp(inquiry.situation, "shocks", params))
