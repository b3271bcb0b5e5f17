"""From sentences to proposed claims: reported speech, events, asks, commitments, relations and the like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.claims import Stance, Status
from detente.evidence.extract.agents import agent_of
from detente.evidence.extract.blocks import unmarked
from detente.evidence.extract.claim_dates import main_date, planned_date, row_date
from detente.evidence.extract.events import event_type
from detente.evidence.extract.flags import direction_of, flags_of, kind_of_flags, status_of
from detente.evidence.extract.marks import DateMark
from detente.evidence.extract.parties import parties
from detente.evidence.extract.proposal import Proposed
from detente.evidence.extract.scene import Scene
from detente.evidence.extract.scheduled import is_scheduled
from detente.evidence.extract.verbs import Verb, verbs_in
from detente.evidence.extract.word_lists import word_set

_LISTED = re.compile(r"\((?:1|a|i)\)\s[^()]{1,400}\((?:2|b|ii)\)\s")
_CONTRAST = re.compile(r",? (?:but|while|although|though|yet) ")
_REPORTING = word_set(
    "say tell state add note argue claim insist warn declare announce explain emphasize emphasise "
    "stress respond reply acknowledge admit concede suggest maintain assert contend predict caution "
    "deny confirm disclose reveal reiterate underline underscore highlight reaffirm affirm express "
    "voice describe complain allege"
)


def statements(scene: Scene, dates: Sequence[DateMark]) -> Iterator[Proposed]:
    """Proposals from every sentence of the content that says something of an actor."""
    starts = [mark.start for mark in dates]
    for number, block in enumerate(scene.blocks):
        if block.kind in ("noise", "heading", "byline", "footnote"):
            continue
        row = dates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        when = row_date(scene, block, row)
        for start, end in scene.sentences(number):
            inside = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            place = unmarked(scene.text, start, end) if start == block.start else start
            for proposed in _of_sentence(scene, place, end, inside):
                yield replace(proposed, date=when) if when and not inside else proposed


def _of_sentence(scene: Scene, start: int, end: int, dates: Sequence[DateMark]) -> Iterator[Proposed]:
    sentence = scene.masked[start:end]
    if _LISTED.search(sentence):
        return  # its items are claims of their own
    named = scene.named(start, end)
    flags = flags_of(sentence)
    who, to = parties(scene, start, end)
    date = main_date(scene, start, end, dates)
    if is_scheduled(sentence, bool(dates)) and (named or dates):
        when = planned_date(scene, start, end, dates)
        yield Proposed(
            start, end, "scheduled", "scheduled-event", 0.6, who, to, "scheduled", when, flags=flags
        )
    reported, verb = _reported(scene, start, end)
    if reported:
        yield Proposed(
            start,
            end,
            "reported",
            "reported-speech",
            0.6,
            (reported,),
            to,
            "done",
            main_date(scene, start, end, dates, verb),
            flags=flags,
            said_by=reported,
        )
    elif named:
        event = event_type(sentence, flags, len(named))
        if event:
            yield Proposed(
                start,
                end,
                "event",
                "event-words",
                0.4,
                who,
                to,
                "done" if event == "REJECT" else status_of(sentence, flags),
                date,
                event=event,
                flags=flags,
            )
    chosen = kind_of_flags(flags)
    if chosen is not None and (named or chosen[0] in ("assessment", "causal")):
        kind, flag, confidence = chosen
        imputed: Stance | None = None
        if flag in ("imputed", "aim"):
            imputed = "imputed"
        elif kind in ("position", "interest") and reported:
            imputed = "stated"
        yield Proposed(
            start, end, kind, f"flag-{flag}", confidence, who, to, _status(sentence, flags, flag), date,
            stance=imputed, direction=direction_of(sentence) if kind == "relation" else None, flags=flags,
        )  # fmt: skip


def _status(sentence: str, flags: tuple[str, ...], flag: str) -> Status:
    """How the claim stands, by its own clause where "but" parts it from another."""
    clause = _CONTRAST.split(sentence, maxsplit=1)[0]
    own = flags_of(clause)
    return status_of(clause, own) if flag in own else status_of(sentence, flags)


def _reported(scene: Scene, start: int, end: int) -> tuple[str, Verb | None]:
    """Who is told to have said something in this sentence, and by which verb; "" for nobody."""
    for verb in verbs_in(scene.masked, start, end):
        if verb.base in _REPORTING and verb.form == "finite" and not verb.passive:
            speaker = agent_of(scene, verb, start, end)
            return (speaker.name if speaker is not None else "", verb)
    return "", None
