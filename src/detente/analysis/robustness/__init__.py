"""What the verdicts hang on."""

from __future__ import annotations

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.protocol import Analysis, Progress, Result


class RobustnessParams(OutcomesParams):
    """The verdicts followed are those on today and on the outcomes that `outcomes` tells of."""


def _run(inquiry: Inquiry, params: RobustnessParams, progress: Progress) -> Result:
    from detente.analysis.robustness.result import run

    return run(inquiry, params, progress)


ROBUSTNESS = Analysis("robustness", RobustnessParams, _run, annex="doubt")
