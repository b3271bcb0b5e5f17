"""What a shock breaks, and what it opens."""

from __future__ import annotations

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.protocol import Analysis, Progress, Result


class ShocksParams(OutcomesParams):
    """The outcomes followed are those `outcomes` tells of."""


def _run(inquiry: Inquiry, params: ShocksParams, progress: Progress) -> Result:
    from detente.analysis.shocks.result import run

    return run(inquiry, params, progress)


SHOCKS = Analysis("shocks", ShocksParams, _run, annex="roadmap")
