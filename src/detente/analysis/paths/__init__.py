"""From the status quo: what can be reached, by which legal sequence, and who has to move first."""

from __future__ import annotations

from detente.analysis.inquiry import Inquiry
from detente.analysis.paths.params import PathsParams
from detente.analysis.protocol import Analysis, Progress, Result


def _run(inquiry: Inquiry, params: PathsParams, progress: Progress) -> Result:
    from detente.analysis.paths.ways import ways

    return ways(inquiry.compiled, params)


PATHS = Analysis("paths", PathsParams, _run)
