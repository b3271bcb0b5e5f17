"""Who does what in a sentence: its verbs of asking, promising, offering, telling and acting.

A deed's doer is the subject of the clause whose verb tells it; a participle after a comma shares the main
clause's. How it stands (done, negated, scheduled, hypothetical) is told by the words before its own verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.evidence.claims import Status
from detente.reading.context import MASK, Context
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import Clause, Clauses, clauses_of
from detente.reading.english.deed_words import base_of, deed_kinds, event_of
from detente.reading.english.verb_forms import verb_forms
from detente.reading.english.verb_groups import Group, group_of
from detente.reading.word_lists import word_set

_BY = re.compile(r"(?: on \w+| again| also)? by (?!\w+ing\b|\w+day\b|\d)")
_IF = re.compile(
    r"\b(?:if|unless|whether|lest|in case|provided that|as long as) (?:the |an? |its |their )?\Z", re.I
)
_NEGATIVE = re.compile(r"(?:neither|no|none|nobody|no one|not) ", re.I)
_AFTER_SPEAKER = re.compile(
    r"(?:, [^□]*|[.;:]?\s*|\s(?:on|in|at|during|after|before|of|from|late|last)\b[^□]*)\Z"
)
_DATELINE = re.compile(
    r"(?:[A-Z]{2,}[A-Z .’'-]*(?:,[^—–;]{0,40})?|[A-Z][\w .’'-]{1,30}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
    r"\s?(?:\([^)]{1,24}\)\s?)?(?:—|–|--|-)\s"
)
_TO_BE = re.compile(r"\b(?:be|must|should|ought)\b")
_COUNTED = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Last|And|But), ")
_NOTHING = re.compile(r" (?:for |to )?(?:nothing|no one|nobody)\b")
_WISHES = word_set(
    "hope hopes hoped hoping expect expects expected want wants wanted wish wishes wished fear fears feared "
    "doubt doubts doubted "
    "demand demands demanded ask asks asked asking insist insists insisted propose proposed "
    "urge urges urged imagine suppose suggest suggests suggested"
)
_DENIES = word_set("deny denies denied denying dispute disputes disputed")
_TELLING = word_set("tell say warn note add argue claim insist")
_INVERTED = word_set(
    "say add note explain argue claim insist declare announce respond reply state acknowledge admit concede "
    "maintain contend stress complain"
)
_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb that tells a deed, at [start, end) of a sentence.

    `kinds` are what it can be (ask, commitment, proposal, reported), `event` the suggested type; `by` is the
    agent of a passive; `clause` its clause's kind (main, that, relative, aside …); `stop` where what belongs
    to the verb ends; `inverted` tells that its subject follows it.
    """

    base: str
    start: int
    end: int
    stop: int
    kinds: tuple[str, ...]
    event: str
    subject: NounPhrase
    clause: str
    group: Group
    status: Status
    past: bool
    by: NounPhrase | None = None
    inverted: bool = False
    opens: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence's deeds in order, its clauses, and every verb's place with its clause; `start` is where the
    sentence begins after a dateline."""

    start: int
    clauses: Clauses
    deeds: tuple[Deed, ...]
    verbs: tuple[tuple[int, int, Clause], ...]

    def clause_at(self, place: int) -> Clause | None:
        """The clause of the last verb before a place; the main clause where none is."""
        number = bisect_left(self.verbs, place, key=lambda verb: verb[0])
        return self.verbs[number - 1][2] if number else self.main()

    def main(self) -> Clause | None:
        """The first main clause that tells something."""
        return next((clause for clause in self.clauses.told if clause.kind == "main"), None)


def told_in(context: Context, start: int, end: int) -> Told:
    """The deeds of a sentence."""
    end = min(end, start + _MOST)
    dateline = _DATELINE.match(context.masked, start, end)
    start = dateline.end() if dateline is not None else start
    counted = _COUNTED.match(context.masked, start, end)
    start = counted.end() if counted is not None else start
    clauses = clauses_of(context.masked, start, end)
    every = [*clauses.told, *clauses.asides]
    verbs = sorted(
        ((begin, stop, clause) for clause in every for _, begin, stop in clause.verbs),
        key=lambda verb: verb[:2],
    )
    told = Told(start, clauses, (), tuple(verbs))
    return replace(told, deeds=tuple(_Deeds(context, end, told).deeds()))


class _Deeds:
    """Reads the deeds of one sentence."""

    def __init__(self, context: Context, end: int, told: Told) -> None:
        self.text = context.masked
        self.start = told.start
        self.end = end
        self.told = told

    def deeds(self) -> Iterator[Deed]:
        if self.text[self.start : self.end].rstrip().endswith("?"):
            return  # a question tells nothing
        for number, (start, end, clause) in enumerate(self.told.verbs):
            base = base_of(self.text[start:end].lower())
            if base:
                deed = self._deed(base, start, end, clause, number)
                if deed is not None:
                    yield deed

    def _deed(self, base: str, start: int, end: int, clause: Clause, number: int) -> Deed | None:
        group = group_of(self.text, self.start, start)
        word = self.text[start:end].lower()
        if group.infinitive or self._is_reduced(start, end, clause, number) or self._is_supposed(clause):
            return None
        inverted = self._subject_after(base, start, end) or self._aside(base, start, clause)
        subject = inverted or self._subject(word, clause, group)
        if subject is None:
            return None
        kinds = tuple(
            k for k in deed_kinds(base, self.text, end) if k != "ask" or not self._is_claimed(base, end)
        )
        past = verb_forms().get(word, "") not in ("base", "third") and not word.endswith("ing")
        by = self._agent(end) if (past and not group.perfect) or group.passive else None
        passive = (group.passive and not word.endswith("ing")) or by is not None
        stop = next((place for place, _, _ in self.told.verbs[number + 1 :]), self.end)
        event = event_of(base, self._of_passive(clause, passive) + self.text[end:stop], 0)
        return Deed(
            base, start, end, stop, kinds, event, subject,
            "aside" if inverted else clause.kind,
            replace(group, passive=passive),
            self._status(clause, group, end), past, by, inverted is not None, self._opens(clause),
        )  # fmt: skip

    def _is_claimed(self, base: str, end: int) -> bool:
        """Whether "insisted that" tells how things are ("remains"), not how they are to be ("be lifted")."""
        if base != "insist" or not self.text.startswith(" that ", end):
            return False
        for clause in self.told.clauses.told:
            if clause.subject is not None and clause.subject.start == end + 6:
                before = self.text[clause.subject.end : clause.verbs[0][2]]
                return _TO_BE.search(before) is None
        return False

    def _of_passive(self, clause: Clause, passive: bool) -> str:
        """What a passive verb acts upon, in the place of its object ("talks were held": "held talks")."""
        if not passive or clause.subject is None:
            return ""
        return " " + self.text[clause.subject.start : clause.subject.end].lower()

    def _opens(self, clause: Clause) -> int:
        """Where what a clause tells begins: its subject, or the sentence for the first main clause."""
        if clause is self.told.main() or clause.subject is None:
            return self.start
        return clause.subject.start

    def _subject(self, word: str, clause: Clause, group: Group) -> NounPhrase | None:
        """The clause's subject; a participle after a comma has the main clause's, one after a noun none."""
        if not word.endswith("ing") or clause.kind == "with" or group.passive:
            return clause.subject
        if not group.after_comma:
            return None
        main = self.told.main()
        return main.subject if main is not None else clause.subject

    def _subject_after(self, base: str, start: int, end: int) -> NounPhrase | None:
        """The subject that follows its verb: "The ban will stay, said Han." """
        if base not in _INVERTED or self.text[start:end].endswith("ing"):
            return None
        if self.text[start - 2 : start] != ", ":
            return None
        phrase = next((p for p in self.told.clauses.phrases if p.start == end + 1), None)
        if phrase is None or MASK in self.text[phrase.start : phrase.end]:
            return None
        if any(c.subject is not None and c.subject.start == phrase.start for c in self.told.clauses.told):
            return None
        named = self.text[phrase.start].isupper() or not phrase.head.endswith("ing")
        return phrase if named and _AFTER_SPEAKER.match(self.text, phrase.end, self.end) else None

    def _aside(self, base: str, start: int, clause: Clause) -> NounPhrase | None:
        """The subject right before a verb of telling amid a clause: "Japan, Han told us, was …"."""
        if base not in _TELLING or clause.subject is None or clause.kind != "main":
            return None
        phrase = next((p for p in self.told.clauses.phrases if p.end == start - 1), None)
        if phrase is None or phrase.led != "," or phrase.governor or phrase.start == clause.subject.start:
            return None
        told = self.told.clauses.told
        own = any(c.subject is not None and c.subject.start == phrase.start for c in told)
        person = phrase.pronoun or self.text[phrase.start].isupper()
        return phrase if person and not own and clause.verbs[0][1] == start else None

    def _is_reduced(self, start: int, end: int, clause: Clause, number: int) -> bool:
        """Whether a participle stands at its noun and the clause's verb is to come ("the minister accused
        of … denied")."""
        word = self.text[start:end].lower()
        if (
            verb_forms().get(word) != "past"
            or clause.verbs[0][1] != start
            or number + 1 == len(self.told.verbs)
        ):
            return False
        following, stop, other = self.told.verbs[number + 1]
        between = self.text[end:following].rstrip()
        finite = verb_forms().get(self.text[following:stop].lower()) in ("past", "third", None)
        own = other is clause and not between.endswith((" and", " but", ",", " to", " or"))
        return (
            own and finite and not self.text[following:stop].endswith("ing") and not _BY.match(self.text, end)
        )

    def _is_supposed(self, clause: Clause) -> bool:
        """Whether a clause is a condition, a question, a wish, or what somebody is told not to have said."""
        if clause.subject is None:
            return True
        if _IF.search(self.text, self.start, clause.subject.start):
            return True
        governor = self._governor(clause)
        if governor is None:
            return False
        word = self.text[governor[0] : governor[1]].lower()
        return word in _WISHES or group_of(self.text, self.start, governor[0]).status == "negated"

    def _governor(self, clause: Clause) -> tuple[int, int] | None:
        """The verb a that-clause is told by: the last one before its subject."""
        if clause.kind != "that" or clause.subject is None:
            return None
        place = clause.subject.start
        return next(
            ((s, e) for s, e, other in reversed(self.told.verbs) if e <= place and other is not clause), None
        )

    def _agent(self, end: int) -> NounPhrase | None:
        """Who does what is told in the passive: the phrase after "by"."""
        by = _BY.match(self.text, end)
        if by is None:
            return None
        return next((p for p in self.told.clauses.phrases if p.governor == "by" and p.start >= end), None)

    def _status(self, clause: Clause, group: Group, end: int) -> Status:
        governor = self._governor(clause)
        denied = governor is not None and self.text[governor[0] : governor[1]].lower() in _DENIES
        subject = clause.subject
        if (
            denied
            or _NOTHING.match(self.text, end)
            or (subject is not None and _NEGATIVE.match(self.text, subject.start))
        ):
            return "negated"
        return "done" if group.status == "unknown" else group.status
