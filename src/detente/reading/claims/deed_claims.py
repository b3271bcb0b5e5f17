"""Claims from a sentence's deeds: what is asked, promised, offered, told, done and planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.evidence.claims import Kind, Status
from detente.evidence.dates import PartialDate
from detente.reading.claims.deed_parties import (
    Names,
    acted_upon,
    addressees,
    doers,
    names_of,
    parties_between,
    subject_named,
)
from detente.reading.claims.deeds import Deed, Told
from detente.reading.claims.proposals import Proposed
from detente.reading.context import MASK, Context
from detente.reading.dates.claim_dates import main_date
from detente.reading.english.deed_words import asking_noun
from detente.reading.english.named_offices import DOCUMENTS
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.saying_verbs import Verb
from detente.reading.marks import DateMark, QuoteMark

_KINDS: tuple[tuple[Kind, float], ...] = (("ask", 0.6), ("commitment", 0.6), ("proposal", 0.6))
_OWNER_ENDS = re.compile(r"[’']s? |(?<=[a-z]) ")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_UNTOLD = frozenset({"negated", "scheduled", "hypothetical"})
_NO_EVENT = frozenset({"conditional", "imputed"})
_WRITTEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""What a document can do."""
_HISTORICAL = "historical"


def deed_claims(
    context: Context,
    start: int,
    end: int,
    told: Told,
    dates: Sequence[DateMark],
    quotes: Sequence[QuoteMark],
    flags: tuple[str, ...],
) -> Iterator[Proposed]:
    """The claims a sentence's deeds propose."""
    reader = _Claims(context, start, end, told, dates, flags)
    for kind, confidence in _KINDS:
        yield from reader.first(kind, confidence)
    yield from reader.reported(quotes)
    yield from reader.event()


class _Claims:
    def __init__(
        self,
        context: Context,
        start: int,
        end: int,
        told: Told,
        dates: Sequence[DateMark],
        flags: tuple[str, ...],
    ) -> None:
        self.context = context
        self.start = start
        self.end = end
        self.told = told
        self.dates = dates
        self.flags = flags

    def first(self, kind: Kind, confidence: float) -> Iterator[Proposed]:
        """The first deed of a kind whose doer, or at least whose addressee, is known."""
        for deed in self.told.deeds:
            if kind not in deed.kinds or deed.group.hedged:
                continue
            who = self.who(deed)
            to = addressees(self.context, self.told, deed, kind, who)
            if who or (to and deed.group.passive):
                yield self.claim(kind, confidence, who, to, deed.status, self.date(deed))
                return
        if kind == "ask":
            yield from self._asked_by_noun(confidence)

    def who(self, deed: Deed) -> Names:
        """Who does it: the agent of a passive, else the subject."""
        if not deed.group.passive:
            return doers(self.context, deed.subject, self.start)
        return doers(self.context, deed.by, self.start) or parties_between(self.context, deed.subject)

    def claim(
        self, kind: Kind, confidence: float, who: Names, to: Names, status: Status, date: PartialDate | None,
        event: str = "", said_by: str = "",
    ) -> Proposed:  # fmt: skip
        rule = "reported-clause" if kind == "reported" else f"clause-{kind}"
        return Proposed(
            self.start, self.end, kind, rule, confidence, who, to, status, date,
            event=event, flags=self.flags, said_by=said_by,
        )  # fmt: skip

    def date(self, deed: Deed, *, said: bool = False) -> PartialDate | None:
        """When the deed was done: by the dates of its own clause."""
        clause = next((c for place, _, c in self.told.verbs if place == deed.start), None)
        own = [
            mark for mark in self.dates
            if mark.start >= deed.opens and self.told.clause_at(mark.start) is clause
        ]  # fmt: skip
        verb = Verb(deed.start, deed.end, deed.base, "finite", deed.group.passive) if said else None
        before = [mark for mark in own if mark.start < deed.start]
        after = [mark for mark in own if mark.start >= deed.start]
        found = main_date(self.context, deed.opens, self.end, before, verb) if before else None
        return found or main_date(self.context, deed.start, self.end, after, verb)

    def _asked_by_noun(self, confidence: float) -> Iterator[Proposed]:
        """ "… rejected a Japanese demand that Seoul lift …": whose demand it is stands right before it."""
        for owner in self.context.named(self.start, self.end):
            own = _OWNER_ENDS.match(self.context.masked, owner.end)
            if own is None or not asking_noun(self.context.masked, own.end()):
                continue
            if not own.group().strip() and owner.form != "demonym":
                continue
            name = self.context.cast.actors[owner.actor].name
            that = self.context.masked.find(" that ", own.end(), own.end() + 14)
            phrase = next((p for p in self.told.clauses.phrases if that > 0 and p.start == that + 6), None)
            to = subject_named(self.context, phrase) if phrase is not None and not phrase.pronoun else ()
            yield self.claim(
                "ask", confidence - 0.1, (name,), tuple(n for n in to if n != name), "done", None
            )
            return

    def reported(self, quotes: Sequence[QuoteMark]) -> Iterator[Proposed]:
        """Who tells something in words that are no quotation; where one stands beside, its speaker."""
        speakers = tuple(dict.fromkeys(q.speaker for q in quotes if q.kind == "speech" and q.speaker))
        for deed in self.told.deeds:
            tells = "reported" in deed.kinds and deed.status not in _UNTOLD and not deed.group.hedged
            if not tells or deed.clause in ("relative", "whose"):
                continue
            who = self.who(deed)
            date = self.date(deed, said=True)
            if not who or (speakers and date is None and not self._in_own_words(deed)):
                continue  # the quotation is a claim already
            if speakers and " and ".join(who) not in speakers and not self._told_elsewhere(deed, speakers):
                continue
            to = addressees(self.context, self.told, deed, "reported", who)
            yield self.claim("reported", 0.6, who, to, "done", date, said_by=" and ".join(who))
            return
        yield from self._according()

    def _told_elsewhere(self, deed: Deed, speakers: tuple[str, ...]) -> bool:
        """Whether the quotations have a clause of their own, with their speaker for its subject."""
        others = {
            " and ".join(doers(self.context, clause.subject, self.start))
            for clause in (*self.told.clauses.told, *self.told.clauses.asides)
            if clause.subject is not None and clause.subject is not deed.subject
        }
        return others.issuperset(speakers)

    def _in_own_words(self, deed: Deed) -> bool:
        """Whether something is told beside the quotations, in a clause after the verb or before it."""
        text = self.context.masked
        for phrase in self.told.clauses.phrases:
            plain = MASK not in text[phrase.start : phrase.end].split(" ")[0]
            if plain and phrase.led == "that" and phrase.start > deed.end:
                return True
        for clause in self.told.clauses.told:
            subject = clause.subject
            if subject is None or MASK in text[subject.start : subject.end]:
                continue
            inner = clause.kind == "that" and subject.start >= deed.end
            if inner or (clause.kind == "main" and clause.verbs[0][1] < deed.opens):
                return True
        return False

    def _according(self) -> Iterator[Proposed]:
        """According to Han, …"""
        found = _ACCORDING.search(self.context.masked, self.start, self.end)
        phrase = next((p for p in self.told.clauses.phrases if found and p.start == found.end()), None)
        if phrase is None:
            return
        speaker = speaker_of_phrase(self.context, phrase, self.start)
        if speaker is not None and speaker.human:
            who = names_of(self.context, speaker)
            yield self.claim("reported", 0.6, who, (), "done", None, said_by=speaker.name)

    def event(self) -> Iterator[Proposed]:
        """The first event of the main clause that is no condition or denial; planned if it is to be."""
        if _NO_EVENT.intersection(self.flags):
            return
        for deed in self.told.deeds:
            if not deed.event or deed.clause != "main" or deed.status in ("negated", "hypothetical"):
                continue
            if self._is_told(deed) or self.context.masked[deed.start : deed.end].endswith("ing"):
                continue
            who = self.who(deed)
            if deed.subject.head in DOCUMENTS and deed.event not in _WRITTEN:
                continue
            if deed.event == "REQUEST":
                to = addressees(self.context, self.told, deed, "ask", who)
            else:
                to = acted_upon(self.context, self.told, deed, who)
            if not who and not (to and deed.group.passive):
                continue
            if deed.status == "scheduled":
                yield self.claim("scheduled", 0.5, who, to, "scheduled", self.planned(deed), deed.event)
            else:
                yield self.claim("event", 0.5, who, to, self._stands(deed), self.date(deed), deed.event)
            return

    def _is_told(self, deed: Deed) -> bool:
        """Whether somebody else in the sentence tells of it ("… , Han said")."""
        return any(
            "reported" in other.kinds
            and other.clause in ("main", "aside")
            and other.subject is not deed.subject
            for other in self.told.deeds
        ) or _ACCORDING.search(self.context.masked, self.start, self.end) is not None  # fmt: skip

    def _stands(self, deed: Deed) -> Status:
        if _HISTORICAL in self.flags:
            return "historical"
        told = deed.past or deed.group.perfect or deed.event in ("REJECT", "REQUEST", "THREATEN")
        return "done" if told else "unknown"

    def planned(self, deed: Deed) -> PartialDate | None:
        """When something will be: the first date after its verb, limits and names left out, else none."""
        after = [mark for mark in self.dates if mark.start > deed.end]
        return self.date(deed) or (after[0].date if after else None)
