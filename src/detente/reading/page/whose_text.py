"""Whose text it is: the turns of a transcript, the one speaker of a speech, the author of a column."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.evidence.documents import Document
from detente.reading.context import Context, Speaker
from detente.reading.english.named_offices import is_named_person, of_actor
from detente.reading.page.turns import ANSWER, QUESTION, name_of_label

_SPEECH_HEAD = re.compile(
    r"\b(?:remarks?|speech|address|statement|lecture|keynote|message|testimony|toast)\b(?: (?:by|of|"
    r"from|delivered by|given by))?"
    r"|연설|기조연설|讲话|講話|演说|演說|演説",
    re.IGNORECASE,
)
_HEAD = 700


def default_speaker(context: Context, document: Document) -> Speaker | None:
    """Who speaks where nobody else is named: the one speaker of a speech; None for any other text."""
    head_end = min(_HEAD, len(context.text))
    head_blocks = [
        b for b in context.blocks if b.start < head_end and b.kind in ("heading", "byline", "content")
    ][:4]
    for block in head_blocks:
        line = context.text[block.start : block.end]
        if len(line) > 260 or not _SPEECH_HEAD.search(line):
            continue
        people = [m for m in context.named(block.start, block.end) if is_named_person(context, m)]
        if people and _first_person(context):
            return of_actor(context, people[0].actor, people[0].start)
    if document.genre == "speech" and document.author:
        return Speaker(document.author, None, 0)
    return None


def turn_speakers(context: Context) -> dict[int, Speaker | None]:
    """For every block of a transcript, whose turn it is in."""
    turns: dict[int, Speaker | None] = {}
    heads = [number for number, block in enumerate(context.blocks) if block.speaker]
    if len(heads) < 2:
        return turns
    answerer = _answerer(context)
    current: Speaker | None = None
    known: dict[str, str] = {}  # full names by family name
    for number, block in enumerate(context.blocks):
        if block.kind == "noise":
            continue
        if block.speaker:
            current = _fuller(known, _named(context, block.speaker, block.start, answerer))
            if current is not None and " " in current.name:
                known[current.name.split()[-1].casefold()] = current.name
        if number >= heads[0]:
            turns[number] = current
    return turns


def _named(context: Context, label: str, at: int, answerer: Speaker | None) -> Speaker | None:
    if label == QUESTION:
        return Speaker("reporter", None, at)
    if label == ANSWER:
        return answerer
    bare = name_of_label(label)
    if not bare:
        return None
    for mention in context.cast.between(at, at + len(label) + 4):
        if is_named_person(context, mention):
            return of_actor(context, mention.actor, at)
    family = bare.split()[-1].casefold()
    for index, actor in enumerate(context.cast.actors):
        if actor.person is not None and family in actor.person.words:
            return of_actor(context, index, at)
    return Speaker(bare, None, at)


def _fuller(known: dict[str, str], speaker: Speaker | None) -> Speaker | None:
    """The speaker under the full name of an earlier label: "SY" after "JON SY"."""
    if speaker is None or " " in speaker.name:
        return speaker
    return replace(speaker, name=known.get(speaker.name.casefold(), speaker.name))


def _answerer(context: Context) -> Speaker | None:
    """The person presented at the head of a briefing, who gives the answers."""
    first = next((block.start for block in context.blocks if block.speaker), 0)
    for mention in context.cast.between(0, first):
        if is_named_person(context, mention):
            return of_actor(context, mention.actor, mention.start)
    named = [block for block in context.blocks if block.speaker and block.speaker not in (QUESTION, ANSWER)]
    return _named(context, named[0].speaker, named[0].start, None) if named else None


def _first_person(context: Context) -> bool:
    """Whether the text speaks in the first person, and often."""
    count = len(re.findall(r"\b(?:I|We|we|my|our|us)\b|저는|우리|我们|我們|私", context.masked[:40_000]))
    return count * 400 > min(len(context.masked), 40_000)
