"""Section 3: what can be agreed now, what is best set aside, what each gives and gets."""

from __future__ import annotations

from detente.analysis.agreements.result import AgreementResult
from detente.exhibits import Block, Paragraph, Section

TITLE = "What can be agreed now, and what is best set aside"


def section(result: AgreementResult) -> Section:
    """The section: the answer in sentences, then the result's exhibits (the first repeats the sentences)."""
    blocks: tuple[Block, ...] = (Paragraph(result.sentences(), bullets=True), *result.exhibits()[1:])
    return Section(TITLE, blocks)
