"""Quotations with their speakers and kinds, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.evidence.extract.agents import last_verb
from detente.evidence.extract.eastern_speakers import eastern_nested, in_eastern_words
from detente.evidence.extract.marks import QuoteMark, QuoteSpan
from detente.evidence.extract.quote_kinds import OWNED, UNOWNED, kind_of
from detente.evidence.extract.resolve import resolve
from detente.evidence.extract.scene import Scene, Speaker, masked
from detente.evidence.extract.speakers import speaker_of
from detente.evidence.extract.subjects import candidates

_SURE_ENOUGH = 0.5
_NEAR = 1_000


def quote_marks(scene: Scene, spans: tuple[QuoteSpan, ...]) -> Iterator[QuoteMark]:
    """Every quotation of the content, with speaker and kind."""
    previous: tuple[QuoteSpan, Speaker | None] | None = None
    inner = tuple(replace(span, depth=0) for span in spans if span.depth == 1)
    inside = scene
    if inner:
        inside = Scene(scene.text, masked(scene.text, inner), scene.blocks, scene.cast, nested=True)
    for span in spans:
        block = scene.blocks[scene.block_of(span.outer_start)]
        if block.kind == "noise":
            continue
        if span.depth:
            yield _nested(inside, span, previous)
            continue
        low = scene.opening(span.outer_start)
        speaker = speaker_of(scene, span, previous)
        kind = kind_of(scene, span, speaker, low)
        if kind == "term":
            speaker = _owner_of_term(scene, span, speaker, low)
        previous = (span, speaker) if kind == "speech" or speaker is not None else previous
        if speaker is not None and kind == "speech" and speaker.confidence >= 0.8:
            scene.last = replace(speaker, at=span.outer_end)
        yield _mark(scene, span, speaker, kind)


def _owner_of_term(scene: Scene, span: QuoteSpan, speaker: Speaker | None, low: int) -> Speaker | None:
    """Who uses a term, as far as the sentence tells; nobody for what is merely "so-called"."""
    if speaker is None or speaker.rule in (
        "speaker-neighbour",
        "speaker-single",
        "speaker-subject",
        "speaker-before-colon",
    ):
        return None
    if speaker.rule.startswith("speaker-topic"):
        return None
    if speaker.rule == "speaker-turn":
        return replace(speaker, confidence=0.55)
    before = scene.masked[max(low, span.outer_start - 60) : span.outer_start]
    if speaker.rule == "speaker-clause" and not OWNED.search(before):
        speaker = replace(speaker, confidence=min(speaker.confidence, 0.7))
    return (
        speaker
        if speaker.rule == "speaker-owner" or OWNED.search(before) or not UNOWNED.search(before)
        else None
    )


def _nested(inside: Scene, span: QuoteSpan, parent: tuple[QuoteSpan, Speaker | None] | None) -> QuoteMark:
    """A quotation inside a quotation: whoever is named there as saying it, else the outer speaker's word."""
    outer = parent if parent is not None and parent[0].outer_end >= span.outer_end else None
    low = max(outer[0].start, span.outer_start - _NEAR) if outer else span.outer_start
    if in_eastern_words(inside, span, low):
        named = eastern_nested(inside, span, low)
        kind = kind_of(inside, span, named, low)
        return _mark(inside, span, named if kind == "speech" else None, kind)
    verb = last_verb(inside, low, span.outer_start)
    speaker, told = None, False
    if verb is not None and not verb.passive:
        options = [c for c in candidates(inside, low, verb.start) if c.end <= verb.start]
        told = bool(options) and options[-1].pronoun not in ("i", "we")
        if told:
            speaker = resolve(inside, options[-1], low=low)
            speaker = replace(speaker, rule="speaker-nested", confidence=0.75) if speaker else None
    if not told and outer is not None and outer[1] is not None:
        speaker = replace(outer[1], rule="speaker-outer", confidence=0.7)
    return _mark(inside, span, speaker, kind_of(inside, span, speaker, low))


def _mark(scene: Scene, span: QuoteSpan, speaker: Speaker | None, kind: str) -> QuoteMark:
    sure = speaker is not None and speaker.confidence >= _SURE_ENOUGH and bool(speaker.name)
    return QuoteMark(
        span.start,
        span.end,
        scene.text[span.start : span.end],
        speaker.name if sure and speaker is not None else None,
        "speech" if kind == "speech" else "term",
        speaker.rule if sure and speaker is not None else "quotation-marks",
        speaker.confidence if sure and speaker is not None else 0.5,
    )
