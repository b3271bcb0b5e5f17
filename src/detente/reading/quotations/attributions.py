"""Quotations with their speakers and kinds, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.reading.context import Previous, Scene, Speaker, as_speaker, masked
from detente.reading.english.clauses import clauses_of
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.pronouns import pronoun
from detente.reading.marks import QuoteKind, QuoteMark, QuoteSpan
from detente.reading.quotations.all_candidates import standing
from detente.reading.quotations.candidates import Standing, said_words
from detente.reading.quotations.cjk_speakers import eastern_nested, eastern_speaker, eastern_view
from detente.reading.quotations.cjk_speech_signs import eastern_kind
from detente.reading.quotations.cjk_speech_signs import signs as eastern_signs
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
    were weighed (Eastern scripts, quotations inside others)."""

    span: QuoteSpan
    speaker: Speaker | None
    kind: QuoteKind
    candidates: Standing | None = None
    signs: frozenset[str] = frozenset()
    eastern: bool = False


def quote_marks(scene: Scene, spans: tuple[QuoteSpan, ...]) -> Iterator[QuoteMark]:
    """Every quotation of the content, with speaker and kind."""
    for quote in weighed_quotes(scene, spans):
        yield _mark(scene, quote)


def weighed_quotes(scene: Scene, spans: tuple[QuoteSpan, ...]) -> Iterator[Weighed]:
    """The same with the signs that were weighed: what the weights are fitted on."""
    previous: Previous = None
    inner = tuple(replace(span, depth=0) for span in spans if span.depth == 1)
    inside = scene
    if inner:
        inside = Scene(
            scene.text, masked(scene.text, inner), scene.blocks, scene.cast, scene.split, nested=True
        )
    for number, span in enumerate(spans):
        block = scene.blocks[scene.block_of(span.outer_start)]
        if block.kind == "noise":
            continue
        if span.depth:
            yield _nested(scene, inside, span, previous)
            continue
        again = (
            _said_again(scene, span, spans[number + 1 : number + _NEXT]) if block.kind == "heading" else None
        )
        quote = _outermost(scene, span, previous, again)
        yield quote
        if quote.kind == "speech" or quote.speaker is not None:
            previous = (span, quote.speaker)
        if quote.speaker is not None and quote.kind == "speech" and quote.speaker.confidence >= _HALF:
            scene.last = replace(quote.speaker, at=span.outer_end)


def _said_again(scene: Scene, span: QuoteSpan, following: tuple[QuoteSpan, ...]) -> Speaker | None:
    """Who says the words of a headline in the text below."""
    words = _bare(scene.text[span.start : span.end])
    for other in following:
        if other.start <= span.end or other.depth:
            continue
        if scene.blocks[scene.block_of(other.outer_start)].kind in ("heading", "noise"):
            continue
        said = _bare(scene.text[other.start : other.end])
        if len(words) >= _TELLING and (words in said or (said in words and len(said) >= _TELLING)):
            found = _outermost(scene, other, None).speaker
            return (
                replace(found, confidence=min(found.confidence, _OWNER_AT_MOST))
                if found is not None
                else None
            )
    return None


def _bare(words: str) -> str:
    return words.strip(" .,;:!?…").casefold()


def _outermost(scene: Scene, span: QuoteSpan, previous: Previous, again: Speaker | None = None) -> Weighed:
    low = scene.opening(span.outer_start)
    if span.reopened and previous is not None:
        return Weighed(span, as_speaker(previous[1], "speaker-continued", _CONTINUED), "speech")
    view = eastern_view(scene, span, low)
    if view is not None:
        return _eastern(scene, span, eastern_speaker(view, span, previous), low)
    chosen = speaker_of(scene, span, low, previous)
    candidates = standing(scene, span, low, chosen, previous, again)
    shares = weigh_speakers(candidates)
    signs = frozenset(quote_signs(scene, span, low, shares.signs(shares.likeliest())))
    if any("owner" in own for _, own in candidates.people.values()):
        signs |= owned_signs(signs)
    kind = _kind(scene, span, signs)
    speaker = shares.speaker(speech=kind == "speech")
    heading = scene.blocks[scene.block_of(span.outer_start)].kind == "heading"
    if speaker is not None and (kind == "term" or heading):
        speaker = replace(speaker, confidence=min(speaker.confidence, _OWNER_AT_MOST))
    return Weighed(span, speaker, kind, candidates, signs)


def _eastern(scene: Scene, span: QuoteSpan, speaker: Speaker | None, low: int) -> Weighed:
    signs = eastern_signs(scene, span, speaker, low)
    kind = eastern_kind(signs)
    return Weighed(span, speaker if kind == "speech" else None, kind, signs=frozenset(signs), eastern=True)


def _kind(scene: Scene, span: QuoteSpan, signs: frozenset[str]) -> QuoteKind:
    """Speech or term; a block set off without quotation marks is speech."""
    set_off = span.outer_start == span.start and scene.blocks[scene.block_of(span.start)].kind == "blockquote"
    if IS_A_NAME in signs and "whole sentence" not in signs:
        return "term"
    return "speech" if set_off or speech_probability(signs) >= _HALF else "term"


def _nested(scene: Scene, inside: Scene, span: QuoteSpan, parent: Previous) -> Weighed:
    """A quotation inside a quotation: the words of whoever is named there as saying them, else of nobody
    told."""
    outer = parent if parent is not None and parent[0].outer_end >= span.outer_end else None
    low = max(outer[0].start, span.outer_start - _NEAR) if outer else span.outer_start
    view = eastern_view(inside, span, low)
    if view is not None:
        return _eastern(inside, span, eastern_nested(view), low)
    speaker = _named_inside(scene, inside, span, low, outer)
    told = frozenset({"clause", "clause first saying"}) if speaker is not None else frozenset({"nobody"})
    signs = frozenset(quote_signs(inside, span, low, told))
    return Weighed(span, speaker, _kind(inside, span, signs), signs=signs)


def _named_inside(scene: Scene, inside: Scene, span: QuoteSpan, low: int, outer: Previous) -> Speaker | None:
    for clause in clauses_of(inside.masked, low, span.outer_start).open:
        if clause.subject is None or clause.passive or not said_words(clause):
            continue
        if clause.subject.head in ("i", "we"):
            return _of_nested(outer[1] if outer is not None else None)
        if clause.subject.head in ("he", "she") and outer is not None:
            return _of_nested(_told_before(scene, clause.subject.head, *outer))
        speaker = speaker_of_phrase(inside, clause.subject, low)
        return _of_nested(speaker)
    return None


def _told_before(scene: Scene, word: str, said: QuoteSpan, speaker: Speaker | None) -> Speaker | None:
    """Whom he or she means in quoted speech: somebody told of before it; nobody says "he" of himself."""
    kept = scene.last, scene.turns, scene.default
    own: dict[int, Speaker | None] = {scene.block_of(said.outer_start): speaker} if speaker else {}
    scene.last, scene.turns, scene.default = None, own, None
    found = pronoun(scene, word, said.outer_start, said.outer_start)
    scene.last, scene.turns, scene.default = kept
    return found


def _of_nested(speaker: Speaker | None) -> Speaker | None:
    return replace(speaker, rule="speaker-nested", confidence=_NESTED) if speaker is not None else None


def _mark(scene: Scene, quote: Weighed) -> QuoteMark:
    span, speaker = quote.span, quote.speaker
    told = speaker is not None and bool(speaker.name)
    return QuoteMark(
        span.start,
        span.end,
        scene.text[span.start : span.end],
        speaker.name if told and speaker is not None else None,
        quote.kind,
        speaker.rule if told and speaker is not None else "quotation-marks",
        speaker.confidence if told and speaker is not None else _HALF,
    )
