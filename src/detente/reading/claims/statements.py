"""From sentences to proposed claims: reported speech, events, asks, commitments, relations and the like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.claims import Stance
from detente.reading.claims.cjk_statements import cjk_statements, is_cjk
from detente.reading.claims.deed_claims import deed_claims
from detente.reading.claims.deed_parties import speaker_named
from detente.reading.claims.deeds import Told, told_in
from detente.reading.claims.flags import direction_of, flags_of, kind_of_flags, place_of
from detente.reading.claims.holders import holders, stands, subject_at
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context, Speaker
from detente.reading.dates.claim_dates import main_date, planned_date, row_date
from detente.reading.dates.planned import is_scheduled, planned_at
from detente.reading.marks import DateMark, QuoteMark
from detente.reading.page.blocks import unmarked
from detente.reading.page.turns import head_of

_LISTED = re.compile(r"\((?:1|a|i)\)\s[^()]{1,400}\((?:2|b|ii)\)\s")
_OF_DEEDS = frozenset({"ask", "commitment", "proposal"})
_NEAR = 8
_HALF = 0.5
_UNNAMED = frozenset({"assessment", "causal", "relation"})
"""Kinds that are proposed although nobody is named."""


def statements(
    context: Context, dates: Sequence[DateMark], quotes: Sequence[QuoteMark] = ()
) -> Iterator[Proposed]:
    """Proposals from every sentence of the content that says something of an actor."""
    starts = [mark.start for mark in dates]
    quoted = [quote.start for quote in quotes]
    last: Speaker | None = None
    for number, block in enumerate(context.blocks):
        if block.kind in ("noise", "heading", "byline", "footnote"):
            continue
        row = dates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        when = row_date(context, block, row)
        for start, end in context.sentences(number):
            inside = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            spoken = quotes[bisect_left(quoted, start) : bisect_left(quoted, end)]
            place = _words_from(context, number, start, end) if start == block.start else start
            context.last = _last_speaker(context, quotes, bisect_left(quoted, start), last)
            for proposed in _of_sentence(context, place, end, inside, spoken):
                if proposed.kind == "reported" and not spoken:
                    last = speaker_named(context, proposed.said_by, end)
                yield replace(proposed, date=when) if when and not inside else proposed


def _words_from(context: Context, number: int, start: int, end: int) -> int:
    """Where a line's words begin, after its list marker or the label of its turn."""
    block = context.blocks[number]
    if not block.speaker or number not in context.turns:
        return unmarked(context.text, start, end)
    head = head_of(context.text[block.start : block.end])
    place = start + head.length if head is not None else start
    while place < end and context.text[place].isspace():
        place += 1
    return min(place, end)


def _last_speaker(
    context: Context, quotes: Sequence[QuoteMark], number: int, told: Speaker | None
) -> Speaker | None:
    """Who spoke last before the quotation of a number: in a quotation or, nearer, as `told`."""
    for quote in reversed(quotes[max(0, number - _NEAR) : number]):
        if told is not None and told.at >= quote.start:
            break
        if quote.kind == "speech" and quote.speaker and quote.confidence >= _HALF:
            return speaker_named(context, quote.speaker, quote.end)
    return told


def _of_sentence(
    context: Context, start: int, end: int, dates: Sequence[DateMark], quotes: Sequence[QuoteMark]
) -> Iterator[Proposed]:
    sentence = context.masked[start:end]
    if _LISTED.search(sentence):
        return iter(())  # its items are claims of their own
    if is_cjk(sentence):
        return cjk_statements(context, start, end, dates)
    return _western(context, start, end, dates, quotes)


def _western(
    context: Context, start: int, end: int, dates: Sequence[DateMark], quotes: Sequence[QuoteMark]
) -> Iterator[Proposed]:
    sentence = context.masked[start:end]
    flags = flags_of(sentence)
    told = told_in(context, start, end)
    found = list(deed_claims(context, start, end, told, dates, quotes, flags))
    named = context.named(start, end)
    if is_scheduled(sentence, bool(dates)) and (named or dates):
        when = planned_date(context, start, end, dates)
        who = subject_at(context, told, start + planned_at(sentence), alone=True)
        own = next((claim for claim in found if claim.kind == "scheduled"), None)
        found = [claim for claim in found if claim is not own]
        yield Proposed(
            start, end, "scheduled", "scheduled-event", 0.6, who or (own.who if own else ()),
            own.to if own else (), "scheduled", when, event=own.event if own else "", flags=flags,
        )  # fmt: skip
    yield from found
    if not any(claim.kind in _OF_DEEDS for claim in found):
        yield from _flagged(context, start, end, dates, found, told, flags)


def _flagged(
    context: Context, start: int, end: int, dates: Sequence[DateMark], found: Sequence[Proposed], told: Told,
    flags: tuple[str, ...],
) -> Iterator[Proposed]:  # fmt: skip
    """What a sentence's words flag beside its deeds: a position, a condition, a relation, a judgement."""
    sentence = context.masked[start:end]
    chosen = kind_of_flags(tuple(flag for flag in flags if flag not in _OF_DEEDS))
    if chosen is None or not (chosen[0] in _UNNAMED or context.named(start, end)):
        return
    kind, flag, confidence = chosen
    reported = any(claim.kind == "reported" for claim in found)
    imputed: Stance | None = None
    if flag in ("imputed", "aim"):
        imputed = "imputed"
    elif kind in ("position", "interest") and reported:
        imputed = "stated"
    place = start + place_of(sentence, flag)
    who, to = holders(
        context, told, told.start, place, mutual=kind == "relation", conditional=kind == "causal"
    )
    yield Proposed(
        start, end, kind, f"flag-{flag}", confidence, who, to, stands(context, told, place, flags),
        main_date(context, start, end, dates),
        stance=imputed, direction=direction_of(sentence) if kind == "relation" else None, flags=flags,
    )  # fmt: skip
