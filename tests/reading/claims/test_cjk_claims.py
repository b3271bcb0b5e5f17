"""What is proposed of Korean, Chinese and Japanese sentences, and what is not; the sentences are ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from detente.evidence.claims import Claim
from detente.evidence.dates import parse
from detente.evidence.documents import document_from
from detente.reading.claims.cjk_parties import _openings
from detente.reading.document import context_of, read_document

DEEDS = frozenset({"event", "measure", "commitment", "scheduled", "ask", "proposal", "relation"})
TOGETHER = frozenset({"commitment", "scheduled"})
"""An agreement to meet is both."""


class Case(NamedTuple):
    """A sentence and the claim of it; kind "none" for none of the deeds, "?" for what is not judged."""

    sentence: str
    kind: str
    who: str = "?"
    to: str = "?"
    status: str = "?"
    date: str = "?"


@cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of a file beside this one."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return tuple(Case(*line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def claims_of(sentence: str) -> tuple[Claim, ...]:
    """What is proposed of a sentence in a document of 12 March 2026, quotations apart."""
    document = replace(document_from(sentence, name="d1"), date=parse("2026-03-12"))
    return tuple(claim for claim in read_document(document).claims if claim.kind != "quote")


def told(claim: Claim) -> tuple[str, str, str, str]:
    """A claim's parties, status and date as the files write them."""
    date = claim.date.value if claim.date else None
    return ",".join(claim.who), ",".join(claim.to), claim.status, date or "-"


def faults(case: Case) -> Iterator[str]:
    """What is wrong with what is proposed of a case's sentence."""
    claims = claims_of(case.sentence)
    allowed = {case.kind} | (TOGETHER if case.kind in TOGETHER else frozenset())
    yield from (f"spurious {claim.kind}" for claim in claims if claim.kind in DEEDS - allowed)
    if case.kind == "none":
        return
    found = next((claim for claim in claims if claim.kind == case.kind), None)
    if found is None:
        yield f"no {case.kind}"
        return
    for name, expected, got in zip(Case._fields[2:], case[2:], told(found), strict=True):
        if expected not in ("?", got):
            yield f"{name} {got or 'nobody'} for {expected or 'nobody'}"


@pytest.mark.parametrize("case", cases("cjk_claims.tsv"), ids=lambda case: case.sentence)
def test_what_a_sentence_tells(case: Case) -> None:
    assert list(faults(case)) == []


@pytest.mark.parametrize("name", ["cjk_claims_later.tsv", "cjk_claims_news.tsv"])
def test_sentences_set_aside_while_the_rules_were_written(name: str) -> None:
    """At first sight 26 of 27 and 22 of 35 were found, 24 and 20 of them rightly, one claim was spurious."""
    wrong = [list(faults(case)) for case in cases(name)]
    assert sum(bool(found) for found in wrong) <= 3
    assert sum(fault.startswith("spurious") for found in wrong for fault in found) <= 1


def test_a_clause_is_found_wherever_in_the_text_its_sentence_stands():
    context, _ = context_of(document_from("壹" * 5 + "中国政府，日本政府要求美国取消关税。", name="d1"))
    assert _openings(context.masked, 5, 14) == [10, 5]
