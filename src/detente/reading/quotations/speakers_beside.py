"""Whose words a quotation holds when no clause of saying tells: its subject, the line above, the turn, the
sentence before."""

from __future__ import annotations

import re

from detente.reading.context import MASK, Context, Previous, Speaker, as_speaker
from detente.reading.english.agents import agent_of, is_person, last_verb
from detente.reading.english.named_subjects import resolve
from detente.reading.english.subjects import candidates, is_human
from detente.reading.english.words import saying_verbs
from detente.reading.marks import QuoteSpan
from detente.reading.word_lists import word_set

_LETTER = re.compile(r"[^\W□]")
_CHARTER = re.compile(
    r"\b(?:[A-Z][\w’-]+ ){1,4}(?:Declaration|Treaty|Agreement|Convention|Communiqué|Statement|Charter|"
    r"Accords?|Protocol|"
    r"Memorandum|Constitution|Act|Resolution)\b"
)
_LEADS = re.compile(r"(?:\bthat|\b(?:says?|said|wrote|writes|argues?|argued|warns?|warned|follows)|,)\Z")
_AUXILIARIES = word_set(
    "will would must shall should can cannot could may has had is are was were remains does did"
)
_LONG_ENOUGH = 20


def predicate(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """The resolution “demands that …”: the quotation is what its subject does or says."""
    first = context.text[quote.start : quote.end].split(" ", 1)[0]
    if first not in saying_verbs() and first not in _AUXILIARIES:
        return None
    options = [c for c in candidates(context, low, quote.outer_start) if c.end == quote.outer_start - 1]
    if not options or options[-1].start > low + 40:
        return None
    return as_speaker(resolve(context, options[-1], low=low), "speaker-predicate", 0.7)


def from_context(
    context: Context, quote: QuoteSpan, number: int, low: int, previous: Previous
) -> Speaker | None:
    """The turn's or the speech's speaker, or who was speaking just before."""
    block = context.blocks[number]
    alone = quote.outer_start - block.start < 99 and not _LETTER.search(
        context.masked, block.start, quote.outer_start
    )
    if block.kind in ("footnote", "heading"):
        return None
    if low + 1 < quote.outer_start and quote.end - quote.start > _LONG_ENOUGH:
        subject = next(iter(candidates(context, low, quote.outer_start)), None)
        found = resolve(context, subject, low=low) if subject is not None else None
        if found is not None:
            return as_speaker(found, "speaker-subject", 0.55)
    if context.turns.get(number) is not None:
        return as_speaker(context.turns[number], "speaker-turn", 0.75)
    whole = 10 if context.text[quote.end - 1] in ".!?" else 24
    sentence_quote = quote.outer_start <= low + 1 and quote.end - quote.start > whole
    if alone or sentence_quote:
        introduced = _introduced(context, number) if alone else None
        if introduced is not None:
            return as_speaker(introduced, "speaker-colon", 0.85)
        above = _subject_above(context, quote, number) if sentence_quote else None
        if above is not None:
            return as_speaker(above, "speaker-above", 0.6)
        same = previous is not None and number - context.block_of(previous[0].outer_start) <= 1
        if same and previous is not None and sentence_quote:
            return as_speaker(previous[1], "speaker-neighbour", 0.6)
    return as_speaker(context.default, "speaker-single", 0.6)


def _subject_above(context: Context, quote: QuoteSpan, number: int) -> Speaker | None:
    """Who the sentence before is about, when it has one human subject and quotes nobody."""
    spans = context.sentences_before(quote.outer_start, number, 1)
    if not spans or MASK in context.masked[slice(*spans[0])] or quote.end - quote.start > 400:
        return None
    start, end = spans[0]
    people = [
        c
        for c in candidates(context, start, end)
        if is_person(context, c) or (c.head and is_human(c.head)) or c.pronoun in ("he", "she")
    ]
    if len(people) == 2 and context.masked[people[0].end : people[1].start] in (", ", ", the "):
        people = [person for person in people if is_person(context, person)] or people[:1]
    if len(people) != 1 or people[0].start > start + 24:
        return None
    return resolve(context, people[0], low=start)


def _introduced(context: Context, number: int) -> Speaker | None:
    """Who is announced by the line before, when that ends with a colon."""
    if number == 0:
        return None
    block = context.blocks[number - 1]
    line = context.masked[block.start : block.end].rstrip()
    set_off = number + 1 <= len(context.blocks) and context.blocks[number].kind == "blockquote"
    if not line.endswith((":", "：")) and not (set_off and _LEADS.search(line)):
        return None
    spans = context.sentences(number - 1)
    if not spans:
        return None
    start, end = spans[-1]
    verb = last_verb(context, start, end)
    said = agent_of(context, verb, start, end) if verb is not None else None
    if said is not None:
        return said
    charter = _CHARTER.search(context.text, start, end)
    if charter is not None:
        return Speaker(charter.group(), None, start, human=False)
    options = candidates(context, start, end)
    return resolve(context, options[0], low=start) if options else None
