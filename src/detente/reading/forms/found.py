"""What the form of a document says of itself, and which stretches of it no other rule is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.evidence.claims import Kind
from detente.evidence.dates import PartialDate
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.forms.joint_statement import parties_of, undertakings
from detente.reading.forms.resolution import body_of, resolution_claims
from detente.reading.forms.schedule import row_claims
from detente.reading.forms.spoken import questions, spoken_claims
from detente.reading.marks import DateMark

Span = tuple[int, int]

_QUOTED: frozenset[Kind] = frozenset({"quote"})
_BESIDE: frozenset[Kind] = frozenset({"quote", "scheduled", "event"})
"""What other rules may find in a sentence of which the form has told who undertakes or says it."""


@dataclass(frozen=True, slots=True)
class Form:
    """Claims a form makes; `told` is where it makes them, `silent` where nothing more is claimed."""

    claims: tuple[Proposed, ...] = ()
    told: tuple[Span, ...] = ()
    silent: tuple[Span, ...] = ()


def form_claims(context: Context, dates: Sequence[DateMark], published: PartialDate | None) -> Form:
    """What a resolution decides, a joint statement undertakes, a turn says, a dated row announces."""
    body = body_of(context)
    if body is not None:
        first, name = body
        claims = tuple(resolution_claims(context, name, first, dates))
        return Form(claims, silent=((context.blocks[first].start, len(context.text)),))
    parties = parties_of(context)
    undertaken = list(undertakings(context, parties, dates)) if parties else []
    spoken = list(spoken_claims(context, dates))
    rows = list(row_claims(context, dates, published))
    return Form(
        tuple(claim for claim, _ in (*undertaken, *spoken, *rows) if claim is not None),
        tuple(span for _, span in (*undertaken, *spoken)),
        (*questions(context), *(span for _, span in rows)),
    )


def outside(proposals: Sequence[Proposed], form: Form) -> list[Proposed]:
    """The proposals of other rules, without those of which the form has told, or which nobody makes."""
    return _not_in(_not_in(proposals, form.told, _BESIDE), form.silent, _QUOTED)


def _not_in(proposals: Iterable[Proposed], spans: Iterable[Span], keep: frozenset[Kind]) -> list[Proposed]:
    """The proposals that begin in no stretch, and those of the kinds kept."""
    sorted_spans = sorted(spans)
    kept: list[Proposed] = []
    number = 0
    for proposed in sorted(proposals, key=lambda claim: claim.start):
        while number < len(sorted_spans) and sorted_spans[number][1] <= proposed.start:
            number += 1
        inside = number < len(sorted_spans) and proposed.start >= sorted_spans[number][0]
        if not inside or proposed.kind in keep:
            kept.append(proposed)
    return kept
