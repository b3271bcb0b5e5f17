"""One document read by the rules: quotations, dates, actors, proposed claims, and what is no content.

The rules are offline and deterministic: the same text gives the same reading, whatever was read before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TypeVar

from detente.evidence.documents import Document
from detente.reading.claims.items import inline_items, line_items
from detente.reading.claims.projects import framework_claims, project_claims, quote_claims
from detente.reading.claims.proposals import Proposed, claims_from
from detente.reading.claims.statements import statements
from detente.reading.context import Context, masked
from detente.reading.dates.document_dates import date_marks
from detente.reading.forms.found import form_claims, outside
from detente.reading.marks import Block, DateMark, QuoteMark, QuoteSpan, Reading
from detente.reading.names.cast import cast_of
from detente.reading.page.block_quotes import block_quotes
from detente.reading.page.blocks import blocks
from detente.reading.page.sentences import sentences
from detente.reading.page.whose_text import default_speaker, turn_speakers
from detente.reading.quotations.attributions import quote_marks
from detente.reading.quotations.quotation_marks import quotations

Mark = TypeVar("Mark", QuoteMark, DateMark)

_SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000"}


def read_document(document: Document) -> Reading:
    """Everything the rules propose for a document whose text is at hand."""
    text = document.text or ""
    context, spans = context_of(document)
    parts, flat = context.blocks, context.text
    content = tuple(block for block in parts if block.kind != "noise")
    quotes = tuple(_as_written(mark, text) for mark in quote_marks(context, spans))
    dates = tuple(date_marks(flat, content, document.date))
    form = form_claims(context, dates, document.date)
    read: list[Proposed] = [
        *quote_claims(context, quotes),
        *project_claims(context, quotes),
        *framework_claims(context),
        *(item for block in content for item in inline_items(context.masked, block)),
        *line_items(context.masked, parts),
        *statements(context, dates, quotes),
    ]
    proposals = [*outside(read, form), *form.claims]
    return Reading(
        quotes,
        tuple(_as_written(mark, text) for mark in dates),
        context.cast.marks(),
        claims_from(proposals, document.id, text),
        tuple(block for block in parts if block.kind == "noise"),
    )


def context_of(document: Document) -> tuple[Context, tuple[QuoteSpan, ...]]:
    """A document laid out for attribution, and the spans of its quotations."""
    text = document.text or ""
    parts = blocks(text)
    flat = _flat(text, parts)
    spans = _merged(quotations(flat), tuple(block_quotes(flat, parts)))
    cast = cast_of(flat, (block for block in parts if block.kind != "noise"))
    context = Context(flat, masked(flat, spans), parts, cast, sentences)
    context.default = default_speaker(context, document)
    context.turns = turn_speakers(context)
    return context, spans


def _as_written(mark: Mark, text: str) -> Mark:
    """The mark with its words as they stand in the text, line breaks and odd spaces included."""
    words = text[mark.start : mark.end]
    return mark if mark.text == words else replace(mark, text=words)


def _merged(marked: tuple[QuoteSpan, ...], set_off: tuple[QuoteSpan, ...]) -> tuple[QuoteSpan, ...]:
    """Quotations in text order; those inside a set-off one are nested in it."""
    if not set_off:
        return marked
    found = list(set_off)
    outers = sorted(set_off, key=lambda outer: outer.start)
    starts = [outer.start for outer in outers]
    for quote in marked:
        near = bisect_right(starts, quote.outer_start) - 1
        inside = near >= 0 and quote.outer_end <= outers[near].end
        found.append(replace(quote, depth=quote.depth + inside))
    return tuple(sorted(found, key=lambda quote: (quote.outer_start, -quote.outer_end)))


def _flat(text: str, parts: tuple[Block, ...]) -> str:
    """The text with odd spaces, and the line breaks inside paragraphs, as plain spaces; no length changes."""
    flat = text.translate(_SPACES)
    pieces: list[str] = []
    position = 0
    for block in parts:
        inner = flat[block.start : block.end]
        if "\n" in inner:
            pieces += [flat[position : block.start], re.sub(r"\n", " ", inner)]
            position = block.end
    return "".join([*pieces, flat[position:]]) if pieces else flat
