"""Whose a quoted word is when nobody says it: possessors, pronouns before it, "in X’s words"."""

from __future__ import annotations

import re
from collections import deque

from detente.reading.context import Context, Speaker, as_speaker
from detente.reading.english.named_offices import of_actor
from detente.reading.english.named_subjects import resolve
from detente.reading.english.pronouns import pronoun
from detente.reading.english.subjects import candidates, offices
from detente.reading.marks import QuoteSpan

_OWNER = re.compile(
    r"\b(its|his|her|their|Its|His|Her|Their)(?: (?:own|[\w-]{2,20})){0,5} (?:for an? |of an? |of |"
    r"for |on )?\Z"
)
_POSSESSED = re.compile(r"[’']s?(?: [\w’,-]{1,24}){0,6} ?(?:of|for|for an?|of the|is|was|that)? ?\Z")
_CLAUSAL = re.compile(r"\b(?:would|will|could|should|may|might|can|must|had|has|have|was|were|is|are|be)\b")
_FOR = re.compile(r"\b(?:[Ff]or|To) (?:(them|him|her)\b,?|(?:the |its |his |her )?)")
_ITS = re.compile(r"\b([Ii]ts|[Hh]is|[Hh]er)\b")
_WORDS_OF = re.compile(r"\bin ([\w .’-]{2,40}?)[’']s (?:own )?words,?(?: to)? \Z")


def own_clause(context: Context, quote: QuoteSpan, after: int, low: int) -> Speaker | None:
    """Its owner, when "its “…”" stands in a clause of its own after the verb ("…, with China seeking its
    “…”")."""
    found = _OWNER.search(context.masked, max(low, quote.outer_start - 90), quote.outer_start)
    if found is None or _CLAUSAL.search(found.group()):
        return None
    meant = pronoun(context, found.group(1).lower(), found.start(1), low)
    return as_speaker(meant, "speaker-owner", 0.7) if meant is not None and meant.at > after else None


def words_of(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """In X’s words, “…”"""
    found = _WORDS_OF.search(context.masked, max(low, quote.outer_start - 80), quote.outer_start)
    if found is None:
        return None
    named = [m for m in context.named(found.start(1), found.end(1)) if m.end <= found.end(1)]
    if named:
        return as_speaker(of_actor(context, named[-1].actor, found.start(1)), "speaker-words-of", 0.85)
    named_office = offices(context.masked, found.start(1), found.end(1))
    return (
        as_speaker(resolve(context, named_office[0], low=low), "speaker-words-of", 0.8)
        if named_office
        else None
    )


def for_whom(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """For X, the plan is “…”"""
    found = deque(_FOR.finditer(context.masked, low, quote.outer_start), maxlen=1)
    opening = found[0] if found else None
    if opening is None or (opening.start() > low and context.masked[opening.start() - 2] not in ",;:—"):
        return None
    if opening.group(1):
        return as_speaker(_those_for(context, opening, low), "speaker-for-whom", 0.7)
    options = [
        c for c in candidates(context, opening.end(), quote.outer_start) if context.masked[c.end] == ","
    ]
    first = options[0] if options and options[0].start <= opening.end() + 40 else None
    return (
        as_speaker(resolve(context, first, low=low), "speaker-for-whom", 0.7) if first is not None else None
    )


def _those_for(context: Context, opening: re.Match[str], low: int) -> Speaker | None:
    subject = {"them": "they", "him": "he", "her": "she"}[opening.group(1)]
    return pronoun(context, subject, opening.start(), low)


def owner(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """China’s vision for an “…” · its three strategies are “…”"""
    text = context.masked
    found = _OWNER.search(text, max(low, quote.outer_start - 90), quote.outer_start)
    for mention in reversed(context.named(low, quote.outer_start)):
        gap = text[mention.end : quote.outer_start]
        if found is not None and mention.start < found.start():
            break
        if mention.form != "demonym" and len(gap) < 70 and _POSSESSED.fullmatch(gap):
            return as_speaker(of_actor(context, mention.actor, mention.start), "speaker-owner", 0.7)
    near = found or _its_before(text, low, quote.outer_start)
    if near is None:
        return None
    return as_speaker(pronoun(context, near.group(1).lower(), near.start(1), low), "speaker-owner", 0.65)


def _its_before(text: str, low: int, stop: int) -> re.Match[str] | None:
    owners = deque(_ITS.finditer(text, low, stop), maxlen=1)
    if not owners or not re.search(r"\b(?:is|are|was|were|be|called)\s\Z", text[low:stop]):
        return None
    return owners[0]
