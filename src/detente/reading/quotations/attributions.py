"""Quotations with their speakers and kinds, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.reading.context import Context, Previous, Speaker, as_speaker, masked
from detente.reading.english.clauses import clauses_of
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.pronouns import pronoun
from detente.reading.marks import QuoteKind, QuoteMark, QuoteSpan
from detente.reading.quotations.all_candidates import standing
from detente.reading.quotations.candidates import Standing, said_words
from detente.reading.quotations.cjk_speakers import cjk_nested, cjk_speaker, cjk_view
from detente.reading.quotations.cjk_speech_signs import cjk_kind
from detente.reading.quotations.cjk_speech_signs import signs as cjk_signs
from detente.reading.quotations.speaker_rules import speaker_of
from detente.reading.quotations.speech_signs import IS_A_NAME, owned_signs, quote_signs
from detente.reading.quotations.weighing import speech_probability, weigh_speakers

_NEAR = 1_000
_HALF = 0.5
_OWNER_AT_MOST = 0.7
"""Whose a term is, and whose words a headline has, are softer questions than who said something."""
_NESTED = 0.75
_CONTINUED = 0.9
_NEXT = 60
"""Quotations after a headline among which its words are looked for."""
_TELLING = 6
"""Letters that make the words of a headline worth looking for in the text."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A quotation with what was decided of it, and the signs that decided; `candidates` is None where none
    were weighed (Korean, Chinese, Japanese; quotations inside others)."""

    span: QuoteSpan
    speaker: Speaker | None
    kind: QuoteKind
    candidates: Standing | None = None
    signs: frozenset[str] = frozenset()
    cjk: bool = False


def quote_marks(context: Context, spans: tuple[QuoteSpan, ...]) -> Iterator[QuoteMark]:
    """Every quotation of the content, with speaker and kind."""
    for quote in weighed_quotes(context, spans):
        yield _mark(context, quote)


def weighed_quotes(context: Context, spans: tuple[QuoteSpan, ...]) -> Iterator[Weighed]:
    """The same with the signs that were weighed: what the weights are fitted on."""
    previous: Previous = None
    inner = tuple(replace(span, depth=0) for span in spans if span.depth == 1)
    inside = context
    if inner:
        inside = Context(
            context.text,
            masked(context.text, inner),
            context.blocks,
            context.cast,
            context.split,
            nested=True,
        )
    for number, span in enumerate(spans):
        block = context.blocks[context.block_of(span.outer_start)]
        if block.kind == "noise":
            continue
        if span.depth:
            yield _nested(context, inside, span, previous)
            continue
        again = (
            _said_again(context, span, spans[number + 1 : number + _NEXT])
            if block.kind == "heading"
            else None
        )
        quote = _outermost(context, span, previous, again)
        yield quote
        if quote.kind == "speech" or quote.speaker is not None:
            previous = (span, quote.speaker)
        if quote.speaker is not None and quote.kind == "speech" and quote.speaker.confidence >= _HALF:
            context.last = replace(quote.speaker, at=span.outer_end)


def _said_again(context: Context, span: QuoteSpan, following: tuple[QuoteSpan, ...]) -> Speaker | None:
    """Who says the words of a headline in the text below."""
    words = _bare(context.text[span.start : span.end])
    for other in following:
        if other.start <= span.end or other.depth:
            continue
        if context.blocks[context.block_of(other.outer_start)].kind in ("heading", "noise"):
            continue
        said = _bare(context.text[other.start : other.end])
        if len(words) >= _TELLING and (words in said or (said in words and len(said) >= _TELLING)):
            found = _outermost(context, other, None).speaker
            return (
                replace(found, confidence=min(found.confidence, _OWNER_AT_MOST))
                if found is not None
                else None
            )
    return None


def _bare(words: str) -> str:
    return words.strip(" .,;:!?…").casefold()


def _outermost(
    context: Context, span: QuoteSpan, previous: Previous, again: Speaker | None = None
) -> Weighed:
    low = context.opening(span.outer_start)
    if span.reopened and previous is not None:
        return Weighed(span, as_speaker(previous[1], "speaker-continued", _CONTINUED), "speech")
    view = cjk_view(context, span, low)
    if view is not None:
        return _in_cjk_script(context, span, cjk_speaker(view, span, previous), low)
    chosen = speaker_of(context, span, low, previous)
    candidates = standing(context, span, low, chosen, previous, again)
    shares = weigh_speakers(candidates)
    signs = frozenset(quote_signs(context, span, low, shares.signs(shares.likeliest())))
    if any("owner" in own for _, own in candidates.people.values()):
        signs |= owned_signs(signs)
    kind = _kind(context, span, signs)
    speaker = shares.speaker(speech=kind == "speech")
    heading = context.blocks[context.block_of(span.outer_start)].kind == "heading"
    if speaker is not None and (kind == "term" or heading):
        speaker = replace(speaker, confidence=min(speaker.confidence, _OWNER_AT_MOST))
    return Weighed(span, speaker, kind, candidates, signs)


def _in_cjk_script(context: Context, span: QuoteSpan, speaker: Speaker | None, low: int) -> Weighed:
    signs = cjk_signs(context, span, speaker, low)
    kind = cjk_kind(signs)
    return Weighed(span, speaker if kind == "speech" else None, kind, signs=frozenset(signs), cjk=True)


def _kind(context: Context, span: QuoteSpan, signs: frozenset[str]) -> QuoteKind:
    """Speech or term; a block set off without quotation marks is speech."""
    set_off = (
        span.outer_start == span.start and context.blocks[context.block_of(span.start)].kind == "blockquote"
    )
    if IS_A_NAME in signs and "whole sentence" not in signs:
        return "term"
    return "speech" if set_off or speech_probability(signs) >= _HALF else "term"


def _nested(context: Context, inside: Context, span: QuoteSpan, parent: Previous) -> Weighed:
    """A quotation inside a quotation: the words of whoever is named there as saying them, else of nobody
    told."""
    outer = parent if parent is not None and parent[0].outer_end >= span.outer_end else None
    low = max(outer[0].start, span.outer_start - _NEAR) if outer else span.outer_start
    view = cjk_view(inside, span, low)
    if view is not None:
        return _in_cjk_script(inside, span, cjk_nested(view), low)
    speaker = _named_inside(context, inside, span, low, outer)
    told = frozenset({"clause", "clause first saying"}) if speaker is not None else frozenset({"nobody"})
    signs = frozenset(quote_signs(inside, span, low, told))
    return Weighed(span, speaker, _kind(inside, span, signs), signs=signs)


def _named_inside(
    context: Context, inside: Context, span: QuoteSpan, low: int, outer: Previous
) -> Speaker | None:
    for clause in clauses_of(inside.masked, low, span.outer_start).open:
        if clause.subject is None or clause.passive or not said_words(clause):
            continue
        if clause.subject.head in ("i", "we"):
            return _of_nested(outer[1] if outer is not None else None)
        if clause.subject.head in ("he", "she") and outer is not None:
            return _of_nested(_told_before(context, clause.subject.head, *outer))
        speaker = speaker_of_phrase(inside, clause.subject, low)
        return _of_nested(speaker)
    return None


def _told_before(context: Context, word: str, said: QuoteSpan, speaker: Speaker | None) -> Speaker | None:
    """Whom he or she means in quoted speech: somebody told of before it; nobody says "he" of himself."""
    kept = context.last, context.turns, context.default
    own: dict[int, Speaker | None] = {context.block_of(said.outer_start): speaker} if speaker else {}
    context.last, context.turns, context.default = None, own, None
    found = pronoun(context, word, said.outer_start, said.outer_start)
    context.last, context.turns, context.default = kept
    return found


def _of_nested(speaker: Speaker | None) -> Speaker | None:
    return replace(speaker, rule="speaker-nested", confidence=_NESTED) if speaker is not None else None


def _mark(context: Context, quote: Weighed) -> QuoteMark:
    span, speaker = quote.span, quote.speaker
    told = speaker is not None and bool(speaker.name)
    return QuoteMark(
        span.start,
        span.end,
        context.text[span.start : span.end],
        speaker.name if told and speaker is not None else None,
        quote.kind,
        speaker.rule if told and speaker is not None else "quotation-marks",
        speaker.confidence if told and speaker is not None else _HALF,
    )
