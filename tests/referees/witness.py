"""Is a witness a witness? A judgement of the engine checked step by step against plain data."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from tests.referees.brute_force import Conflict, improvements, joint, no_better, reachable


def faults(c: Conflict, judgement: Any, sequences: str) -> Iterator[str]:
    """What is wrong with a judgement whose actors are indices and whose states are the conflict's own."""
    i, s = judgement.actor, judgement.state
    led_to = [answer.to for answer in judgement.answers]
    if len(led_to) != len(set(led_to)) or set(led_to) != improvements(c, i, s):
        yield f"{judgement.concept} {sequences}: the improvements of {i} from {s} are not {led_to}"
    for answer in judgement.answers:
        for fault in _answer(c, judgement, answer, sequences):
            yield f"{judgement.concept} {sequences} {i} at {s}, improvement to {answer.to}: {fault}"


def _answer(c: Conflict, judgement: Any, answer: Any, sequences: str) -> Iterator[str]:
    i, bad = judgement.actor, no_better(c, judgement.actor, judgement.state)
    credible = judgement.concept in ("seq", "sseq")
    symmetric = judgement.concept in ("smr", "sseq")
    others = [j for j in c.actors if j != i]
    replies = joint(c, others, answer.to, sequences=sequences, only_improvements=credible)
    sanctions = set() if judgement.concept == "nash" else replies & bad
    lasting = {t for t in sanctions if not symmetric or reachable(c, i, t) <= bad}
    if answer.deterred != bool(lasting):
        yield f"deterred is {answer.deterred}"
    if answer.sanction is None:
        if sanctions:
            yield "there is a sanction"
        return
    end = answer.sanction[-1].target
    if end not in (lasting or sanctions):
        yield "the sanction does not end in a sanction"
    if not symmetric and answer.escape is not None:
        yield "an escape nobody asked for"
    if answer.escape is not None and answer.escape not in reachable(c, i, end) - bad:
        yield "the escape is none"
    yield from _sequence(c, i, answer, sequences, credible)


def _sequence(c: Conflict, focal: int, answer: Any, sequences: str, credible: bool) -> Iterator[str]:
    here, movers = answer.to, [step.actor for step in answer.sanction]
    for step in answer.sanction:
        allowed = improvements(c, step.actor, here) if credible else reachable(c, step.actor, here)
        if step.source != here or step.target not in allowed:
            yield f"{step} cannot be made from {here}"
        here = step.target
    rows = any(a == b for a, b in itertools.pairwise(movers))
    if focal in movers or rows or (sequences != "legal" and len(movers) != len(set(movers))):
        yield f"the movers {movers} are not allowed"
    if sequences == "one-step" and len(movers) != 1:
        yield "more than one step"
