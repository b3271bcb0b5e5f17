"""All candidates for the speaker of a quotation, gathered from every place that may name him."""

from __future__ import annotations

from detente.reading.context import Context, Previous, Speaker
from detente.reading.marks import QuoteSpan
from detente.reading.quotations.candidates import Standing, said_words
from detente.reading.quotations.candidates_around import heading, inverted, sentences_before, tail, voices
from detente.reading.quotations.candidates_in_clauses import (
    asides,
    by_rule,
    closed_subjects,
    documents,
    open_subjects,
    owners,
)


def standing(
    context: Context,
    quote: QuoteSpan,
    low: int,
    chosen: Speaker | None,
    previous: Previous,
    again: Speaker | None = None,
) -> Standing:
    """The candidates for a quotation; `chosen` is whom the pattern rules take, `previous` the quotation
    before, `again` who says the same words in the body, when the quotation stands in a headline."""
    found = Standing(context, quote, low)
    by_rule(found, chosen)
    found.add(again, ("told in the body",))
    asides(found)
    open_subjects(found)
    closed_subjects(found)
    documents(found)
    owners(found)
    tail(found)
    inverted(found)
    if found.place == "opening" or not any(said_words(clause) for clause in found.before.open):
        sentences_before(found)
    heading(found)
    voices(found, previous)
    found.add_nobody(chosen)
    return found
