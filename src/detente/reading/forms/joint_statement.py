"""A joint statement: who undertakes what, clause by clause, its parties being those who make it.

The form is known by its title and by two parties that it names. A clause belongs to its own subject; "the
Parties", "both sides" and "neither side" are all of them. An intention ("intends to", "will consider") is an
interest and no commitment; what is to be left undone is negated; what waits for something is hypothetical.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.evidence.claims import Kind, Status
from detente.evidence.dates import PartialDate
from detente.reading.claims.items import item_spans
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.forms.parties import Names, named_in, subject_of
from detente.reading.marks import DateMark
from detente.reading.page.blocks import unmarked

Span = tuple[int, int]

_TITLE = re.compile(
    r"\b(?:[Jj]oint|JOINT) (?:[A-Z]\w+ )?(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|[Ff]act [Ss]heet|"
    r"[Uu]nderstanding|STATEMENT|DECLARATION|COMMUNIQU[EÉ])|\b[Mm]emorandum of [Uu]nderstanding|"
    r"\b[Ff]ramework [Aa]greement|\bAgreed (?:Minutes|Framework)"
)
_BETWEEN = re.compile(r"\b(?:of|between|by|from) (?:the )?(?=[A-Z])")
_CALLED = re.compile(r"(?=[A-Z][\w’ -]{1,60} and [A-Z][\w’ -]{1,60} \([^)]{0,40}(?:Parties|sides|Sides)\b)")
_HEAD, _OPENING = 240, 2_000
_ALL = re.compile(
    r"(?:(?:[Tt]he|[Bb]oth|[Nn]either|[Ee]ach|[Nn]o|[Ee]ither)(?: of the)?(?: two| other| both)? "
    r"(?:[Pp]art(?:y|ies)|[Ss]ides?|[Cc]ountr(?:y|ies)|[Gg]overnments?|[Ll]eaders?|[Mm]inisters?|"
    r"[Pp]residents?|"
    r"[Ss]tates?|[Pp]articipants?)|They|Both|Neither)\b"
)
_ASIDE = r"(?:, [^,;.]{1,100},)?"
_LIGHT = r"(?: (?:also|further|hereby|each|both|therefore|furthermore|again|jointly))*"
_INTENDS = (
    r"(?:intends?|plans?|hopes?|wish(?:es)?|aims?) to|(?:will|shall) (?:\w+ )?(?:consider|explore|examine|"
    r"study|seek to"
    r"|endeavou?r|strive|aim|look)\b|looks? forward|(?:re)?(?:affirm|confirm|state|declare|express|"
    r"note)(?:s|ed)? "
    r"(?:that )?(?:(?:it|they) (?:intends? to|will consider)|(?:its|their) (?:intention|readiness|"
    r"willingness|hope))"
)
_COMMITS = (
    r"shall|will|(?:have |has )?agree[sd]? (?:(?:not )?to|that(?=[^.;]{0,160}\b(?:shall|will|would)\b))|"
    r"(?:have |has )?commit(?:s|ted)? "
    r"(?:itself |themselves )?(?:not )?to|(?:have |has )?under(?:takes?|took|taken) (?:not )?to|pledge[sd]? "
    r"(?:not )?to|(?:is|are) committed to|(?:have |has )?(?:decided|resolved) (?:not )?to"
)
_VERB = re.compile(rf"{_ASIDE}{_LIGHT} (?:(?P<weak>{_INTENDS})|(?P<firm>{_COMMITS}))")
_NEXT = re.compile(rf"(?:,|;)? (?:and|but),?(?= (?:{_INTENDS}|{_COMMITS})(?![\w]))")
_TOLD = re.compile(r"\b(?:agreed|undertook|undertaken|pledged|decided|resolved|committed to)\b")
_NOT = re.compile(r"\b(?:shall|will) (?:not|refrain|never|abstain)|\bnot to\b|\brefrain from\b")
_NOBODY = re.compile(r"(?:[Nn]either|[Nn]o) ")
_WAITS = re.compile(
    r"\b(?:subject to|provided that|contingent|conditional (?:on|upon)|if|unless|once|pending)\b"
)
_LIMIT = re.compile(
    r"\b(?:by|until|before|through|from|on|after|no later than|not later than|"
    r"at)(?: the)?(?: \w+){0,3}?(?: of)? \Z"
)
_END = " ;,.:\n"


def parties_of(context: Context) -> Names:
    """The two or more who make a joint statement; nobody where a text is none."""
    titled = next(
        (b for b in context.blocks[:8] if b.start < _HEAD * 4 and b.end - b.start <= _HEAD
         and _TITLE.search(context.text, b.start, b.end)),
        None,
    )  # fmt: skip
    if titled is None:
        return ()
    places = [found.end() for found in _BETWEEN.finditer(context.text, titled.start, titled.end)]
    places += [found.start() for found in _CALLED.finditer(context.text, 0, _OPENING)]
    for place in places:
        named = named_in(context, place, titled.end if place < titled.end else place + 200)
        if len(named) > 1:
            return named
    states = [context.cast.actors[m.actor] for m in context.cast.between(0, _OPENING) if m.form != "seat"]
    found = tuple(dict.fromkeys(actor.name for actor in states if actor.kind == "state"))
    return found[:2] if len(found) == 2 else ()


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of an undertaking: its words, whose it is, how firm; `told` in the past, or `listed`."""

    start: int
    end: int
    who: Names
    weak: bool
    nobody: bool
    told: bool = False
    listed: bool = False


def undertakings(
    context: Context, parties: Names, dates: Sequence[DateMark]
) -> Iterator[tuple[Proposed | None, Span]]:
    """What the parties undertake, with the sentences in which they do."""
    lead: _Clause | None = None
    for number, block in enumerate(context.blocks):
        if block.kind not in ("content", "turn"):
            continue
        words = unmarked(context.text, block.start, block.end)
        if lead is not None and words > block.start:
            item = replace(lead, start=words, end=block.end, listed=True)
            if _holder(context, parties, words, block.end) is None:
                for proposed in _claims(context, parties, item, dates):
                    yield proposed, (block.start, block.end)
                continue
        lead = None
        for start, end in _clauses_of_block(context, number):
            begin = unmarked(context.text, start, end)
            holder = _holder(context, parties, begin, end)
            verb = _VERB.match(context.masked, holder[1], end) if holder is not None else None
            if holder is None or verb is None:
                continue
            yield None, (start, end)
            if context.text[start:end].rstrip().endswith(":"):
                lead = next(_acts(context, begin, end, holder[0], verb))
                continue
            for clause in _acts(context, begin, end, holder[0], verb):
                clause = replace(clause, listed=begin != start)
                for proposed in _claims(context, parties, clause, dates):
                    yield proposed, (start, end)


def _clauses_of_block(context: Context, number: int) -> list[Span]:
    """The sentences of a line; a line with numbered parts is one."""
    block = context.blocks[number]
    if item_spans(context.masked, block.start, block.end):
        return [(block.start, block.end)]
    return context.sentences(number)


def _holder(context: Context, parties: Names, start: int, end: int) -> tuple[Names, int] | None:
    """Whose a clause is, and where its subject ends."""
    every = _ALL.match(context.masked, start, end)
    if every is not None:
        return parties, every.end()
    named, stop = subject_of(context, start, end)
    return (named, stop) if named and set(named) <= set(parties) else None


def _acts(context: Context, begin: int, end: int, who: Names, verb: re.Match[str]) -> Iterator[_Clause]:
    """The acts of one subject: "will apply a duty, and will remove …" are two."""
    nobody = _NOBODY.match(context.masked, begin) is not None
    cuts = (
        []
        if item_spans(context.masked, begin, end)
        else list(_NEXT.finditer(context.masked, verb.end(), end))
    )
    starts = [begin, *(cut.end() + 1 for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    for start, stop in zip(starts, stops, strict=True):
        own = verb if start == begin else _VERB.match(context.masked, start - 1, stop)
        weak = own is not None and own.group("weak") is not None and not nobody
        told = own is not None and _TOLD.search(own.group()) is not None
        yield _Clause(start, stop, who, weak, nobody, told)


def _claims(
    context: Context, parties: Names, clause: _Clause, dates: Sequence[DateMark]
) -> Iterator[Proposed]:
    items = item_spans(context.masked, clause.start, clause.end)
    lead = clause.start, items[0][0] if items else clause.end
    when = _limit(context, *lead, dates)
    kind: Kind = "interest" if clause.weak else "commitment"
    to = tuple(party for party in parties if party not in clause.who)
    for start, stop in items or [(clause.start, clause.end)]:
        end = stop
        while end > start and context.text[end - 1] in (
            _END if items or clause.listed else _END.replace(".", "")
        ):
            end -= 1
        yield Proposed(
            start, end, kind, f"joint-{kind}", 0.85, clause.who, to, _stands(context, clause, start, end),
            _limit(context, start, end, dates) or when, stance="stated" if clause.weak else None,
        )  # fmt: skip


def _stands(context: Context, clause: _Clause, start: int, end: int) -> Status:
    words = context.masked[start:end]
    if clause.nobody or _NOT.search(words):
        return "negated"
    if _WAITS.search(words):
        return "hypothetical"
    if clause.told:
        return "done"
    return "unknown" if clause.weak else "scheduled"


def _limit(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> PartialDate | None:
    """The day by, on or until which something is to be done."""
    first = bisect_left(dates, start, key=lambda mark: mark.start)
    for mark in dates[first:]:
        if mark.start >= end:
            break
        if _LIMIT.search(context.text, max(start, mark.start - 60), mark.start):
            return mark.date
    return None
