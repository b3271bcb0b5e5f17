"""A resolution: a body, what moves it (no acts), and operative clauses, every one of them the body's own.

The form is known by a line that is nothing but the body's name and a comma, and by clauses after it that open
with a verb of deciding or asking ("2. Requests the Mission to report …"). What a clause asks is asked of the
one named right after the verb; a clause with two such verbs is two acts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.evidence.claims import Kind
from detente.evidence.dates import PartialDate
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.english.operative_words import ASKING, DECIDING, JUDGING, OPERATIVE
from detente.reading.forms.parties import Names, named_in
from detente.reading.marks import Block, DateMark

_BODY = re.compile(
    r"\W{0,4}The ((?:[A-Z][\w’'-]+)(?: (?:of|the|for|and|on|[A-Z][\w’'-]+)){0,9})\W{0,3},\W{0,3}\Z"
)
_NUMBER = re.compile(r"\s{0,12}(?:\(?\d{1,3}[.)]|[-*•–])?\s{0,8}[*_]{0,3}")
_SUB_ITEM = re.compile(r"\s{0,12}\(?(?:[a-z]|[ivx]{1,4})\)\s{1,8}")
_MODIFIER = r"(?:(?:[Ss]trongly|[Uu]rgently|[Aa]lso|[Ff]urther|[Aa]gain|[Ss]olemnly|[Oo]nce more),? )*"
_VERB = re.compile(rf"[*_]{{0,3}}{_MODIFIER}([A-Za-z]{{3,16}})\b")
_FURTHER = re.compile(rf"(?:,|;)? and (?={_MODIFIER}([a-z]{{3,16}})\b)|[,;] (?={_MODIFIER}([a-z]{{3,16}})\b)")
_SEIZED = re.compile(r"\b(?:seized|convene again|matter under review)\b")
_OF_WHOM = re.compile(
    r"[*_]{0,3}(?: (?:its|the) (?:demand|call|request|appeal))?(?:,? (?:once more|again|also|further),?)?"
    r"(?: (?:upon|on|to|for))? (?:that )?"
)
_LIMIT = re.compile(r"\b(?:until|through|by|up to|no later than|to) (?:the )?\Z")
_END = " ;,.:\n*_"
_HEAD = 60


def body_of(context: Context) -> tuple[int, str] | None:
    """The line that names the deciding body, and its name; None where a text is no resolution."""
    for number, block in enumerate(context.blocks[:_HEAD]):
        found = _BODY.match(context.text[block.start : block.end].strip())
        if found is not None and block.kind != "noise" and _operative_after(context, number):
            return number, found.group(1)
    return None


def _operative_after(context: Context, number: int) -> bool:
    """Whether two clauses at least after a line open with an operative verb."""
    found = 0
    for block in context.blocks[number + 1 :]:
        found += _opening(context, block) is not None
        if found == 2:
            return True
    return False


def _opening(context: Context, block: Block) -> re.Match[str] | None:
    """The verb an operative clause opens with."""
    number = _NUMBER.match(context.text, block.start, block.end)
    found = _VERB.match(context.text, number.end() if number else block.start, block.end)
    return found if found is not None and found.group(1).lower() in OPERATIVE else None


def resolution_claims(
    context: Context, body: str, first: int, dates: Sequence[DateMark]
) -> Iterator[Proposed]:
    """What the operative clauses after a line decide and ask, with their addressees."""
    lead: tuple[str, Names] | None = None
    for block in context.blocks[first + 1 :]:
        if block.kind == "noise":
            continue
        item = _SUB_ITEM.match(context.text, block.start, block.end)
        if item is not None and lead is not None:
            yield from _act(context, body, lead[0], item.end(), block.end, dates, lead[1])
            continue
        opening = _opening(context, block)
        lead = None
        if opening is None:
            continue
        verb, start = opening.group(1).lower(), opening.start()
        if context.text[block.start : block.end].rstrip().endswith(":"):
            lead = (verb, _addressee(context, opening.end(), block.end))
            continue
        starts = [start, *_further(context, opening.end(), block.end), block.end]
        for begin, stop in pairwise(starts):
            own = _VERB.match(context.text, begin, stop)
            if own is not None:
                yield from _act(context, body, own.group(1).lower(), own.start(1), stop, dates)


def _further(context: Context, start: int, end: int) -> list[int]:
    """Where further acts of a clause begin: ", and calls upon Norland to …"."""
    return [
        found.end()
        for found in _FURTHER.finditer(context.masked, start, end)
        if (found.group(1) or found.group(2)) in ASKING | DECIDING | JUDGING
    ]


def _act(
    context: Context, body: str, verb: str, start: int, stop: int, dates: Sequence[DateMark],
    to: Names | None = None,
) -> Iterator[Proposed]:  # fmt: skip
    end = stop
    while end > start and context.text[end - 1] in _END:
        end -= 1
    if context.text.startswith(" and", end - 4):
        end = start + len(context.text[start : end - 4].rstrip(_END))
    kind = _kind(verb)
    if kind is None or end <= start or _SEIZED.search(context.text, start, end):
        return
    after = start + len(verb) if to is None else start
    asked = to if to is not None else _addressee(context, after, end)
    when = _until(context, start, end, dates) if kind == "measure" else None
    yield Proposed(
        start, end, kind, f"resolution-{kind}", 0.85, (body,), () if kind == "position" else asked,
        "scheduled" if when else "done", when, stance="stated" if kind == "position" else None,
    )  # fmt: skip


def _kind(verb: str) -> Kind | None:
    if verb in ASKING:
        return "ask"
    if verb in DECIDING:
        return "measure"
    return "position" if verb in JUDGING else None


def _addressee(context: Context, at: int, end: int) -> Names:
    """Whom the words right after a verb name."""
    lead = _OF_WHOM.match(context.text, at, end)
    return named_in(context, lead.end(), end) if lead is not None else ()


def _until(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> PartialDate | None:
    """The day up to which something is decided."""
    first = bisect_left(dates, start, key=lambda mark: mark.start)
    for mark in dates[first:]:
        if mark.start >= end:
            break
        if _LIMIT.search(context.text, max(start, mark.start - 20), mark.start):
            return mark.date
    return None
