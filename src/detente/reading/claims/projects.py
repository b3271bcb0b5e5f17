"""Named projects and quoted words as claims: what a quotation mark encloses, and what is proposed by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.marks import QuoteMark
from detente.reading.quotations.denials import denied

_PROPOSING = re.compile(
    r"\b(?:propos(?:e|es|ed|ing|al|als)|offer(?:s|ed|ing)?|put forward|suggest(?:s|ed|ing)?|projects?|"
    r"initiatives?)\b[^.;]{0,400}\Z|제안|提议|提議|提案",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(
    r"\b(?:explain|propos|present|outlin|unveil|tabl|float|offer|suggest|announc)(?:s|es|ed|d)? "
    r"((?:an?|the|its|his|her|their) (?:[\w-]{1,20} ){0,4}?(?:plan|framework|roadmap|road map|formula|"
    r"proposal|initiative|"
    r"blueprint|scheme|package|mechanism)\b(?: (?:of|for|to|on|consisting of|that would|under "
    r"which)\b[^.;\n]{0,200})?)"
)
_DONE_AT = re.compile(r" to (?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}\Z)")


def quote_claims(context: Context, quotes: Sequence[QuoteMark]) -> Iterator[Proposed]:
    """Every quotation that is somebody's words; negated where it is told that they were not said."""
    for quote in quotes:
        if quote.kind == "speech" and quote.speaker is not None:
            who = tuple(quote.speaker.split(" and ")) if " and " in quote.speaker else (quote.speaker,)
            yield Proposed(
                quote.start,
                quote.end,
                "quote",
                quote.rule,
                quote.confidence,
                who,
                status="negated" if denied(context, quote.start, quote.end) else "done",
                said_by=quote.speaker,
            )


def project_claims(context: Context, quotes: Sequence[QuoteMark]) -> Iterator[Proposed]:
    """Terms in a sentence that proposes them, each a proposal of its own."""
    for quote in quotes:
        if quote.kind != "term":
            continue
        start, _ = context.sentence_of(quote.start)
        if _PROPOSING.search(context.masked[max(start, quote.start - 440) : quote.start - 1]):
            end = quote.end
            while end > quote.start and context.text[end - 1] in ".,;:!?":
                end -= 1
            who = (quote.speaker,) if quote.speaker else ()
            yield Proposed(quote.start, end, "proposal", "named-project", 0.7, who)


def framework_claims(context: Context) -> Iterator[Proposed]:
    """A plan, framework or initiative somebody sets out."""
    for block in context.blocks:
        if block.kind == "noise":
            continue
        for found in _FRAMEWORK.finditer(context.masked, block.start, block.end):
            end = found.end(1)
            tail = _DONE_AT.search(context.masked, found.start(1), end)
            end = tail.start() if tail else end
            while end > found.start(1) and context.text[end - 1] in " ,":
                end -= 1
            yield Proposed(found.start(1), end, "proposal", "framework", 0.6)
