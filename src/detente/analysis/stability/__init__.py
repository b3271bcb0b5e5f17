"""Which states hold, actor by actor: one published concept, one file (HOUSE §4-5).

Adding a concept is one file and one line in CONCEPTS (in `concepts.registry`); commands, briefs, tables and
laws are read from it.
"""

from __future__ import annotations

from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Analysis, Progress, Result
from detente.analysis.stability.params import StabilityParams, WhyParams


def _run(inquiry: Inquiry, params: StabilityParams, progress: Progress) -> Result:
    from detente.analysis.stability.run import run

    return run(inquiry, params, progress)


def _why(inquiry: Inquiry, params: WhyParams, progress: Progress) -> Result:
    from detente.analysis.stability.why import why

    return why(inquiry.compiled, params)


STABILITY = Analysis("stability", StabilityParams, _run)
WHY = Analysis("why", WhyParams, _why)
