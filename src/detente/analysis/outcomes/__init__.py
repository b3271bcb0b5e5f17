"""Which outcomes would hold, gathered into a few families; how each is reached, why nobody would leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes.params import OutcomesParams
from detente.analysis.protocol import Analysis, Progress

if TYPE_CHECKING:
    from detente.analysis.outcomes.result import OutcomesResult


def _run(inquiry: Inquiry, params: OutcomesParams, progress: Progress) -> OutcomesResult:
    from detente.analysis.outcomes.run import run

    return run(inquiry, params, progress)


OUTCOMES = Analysis("outcomes", OutcomesParams, _run, annex="outcomes")
