"""Section 3: what can be agreed now, what is best set aside, what each gives and gets."""

from __future__ import annotations

from detente.analysis.agreements.result import AgreementResult
from detente.exhibits import Block, Paragraph, Section
from detente.study.signed import Signed

TITLE = "What can be agreed now, and what is best set aside"


def section(result: AgreementResult, signed: Signed | None = None) -> Section:
    """The section: the answer in sentences, then the result's exhibits (the first repeats the sentences).

    signed: what the graph model says of the packages, where there is one.
    """
    said = (*result.sentences(), *(signed.sentences() if signed else ()))
    shown = (*result.exhibits()[1:], *(signed.exhibits() if signed else ()))
    blocks: tuple[Block, ...] = (Paragraph(said, bullets=True), *shown)
    return Section(TITLE, blocks)
