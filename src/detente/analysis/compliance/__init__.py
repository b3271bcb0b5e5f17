"""Would a package hold once signed, and who would walk away from it? (AGREEMENTS §6)"""

from __future__ import annotations

from detente.analysis.compliance.params import ComplianceParams
from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Analysis, Progress, Result


def _run(inquiry: Inquiry, params: ComplianceParams, progress: Progress) -> Result:
    from detente.analysis.compliance.result import run

    return run(inquiry, params, progress)


COMPLIANCE = Analysis("compliance", ComplianceParams, _run, needs="both", annex="package")
