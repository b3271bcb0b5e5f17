"""Packages: what can be agreed now, what is best set aside, who gives and gets what (AGREEMENTS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.analysis.agreements.params import AgreementsParams
from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Analysis, Progress

if TYPE_CHECKING:
    from detente.analysis.agreements.result import AgreementResult


def _run(inquiry: Inquiry, params: AgreementsParams, progress: Progress) -> AgreementResult:
    from detente.analysis.agreements.answer import run

    return run(inquiry.situation, params, progress)


AGREEMENTS = Analysis("agreements", AgreementsParams, _run, needs="issues", annex="package")
