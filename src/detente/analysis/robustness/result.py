"""The answer about what verdicts hang on, with its stamp and its ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes import OUTCOMES
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.protocol import KeyJudgement, Progress, Result, Stamp, answer, counting, stamp
from detente.analysis.robustness.exhibits import blocks
from detente.analysis.robustness.found import Doubt
from detente.analysis.robustness.judgements import judgements
from detente.analysis.robustness.omission import omissions
from detente.exhibits import Exhibit
from detente.messages import message


@dataclass(frozen=True, slots=True)
class RobustnessResult(Doubt, Result):
    """Which assumed wishes carry a verdict."""

    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per assumed wish left out."""
        for one in self.omissions.omissions:
            yield {
                "actor": one.actor,
                "statement": one.index + 1,
                "equilibria": one.equilibria,
                "changed": len(one.changed),
            }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """How much rests on sources, which assumptions carry a verdict, and why each is made."""
        return tuple(blocks(self))

    def judgements(self) -> tuple[KeyJudgement, ...]:
        """How many assumed wishes carry a verdict, and the most telling one."""
        return judgements(self)


def run(inquiry: Inquiry, params: OutcomesParams, progress: Progress) -> RobustnessResult:
    """Which verdicts change if one assumed wish is left out?"""
    found = answer(inquiry, OUTCOMES, OutcomesParams(group_by=params.group_by), progress)
    today = found.selection.today
    left_out = omissions(
        inquiry.compiled,
        found.firsts if today is None else (today, *found.firsts),
        concept=found.selection.concept,
        progress=counting(progress, message("progress.robustness")),
    )
    return RobustnessResult(found, left_out, stamp(inquiry.situation, "robustness", params))
