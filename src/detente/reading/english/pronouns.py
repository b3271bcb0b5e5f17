"""Whom he, she, it, they and you mean at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.reading.context import Context, Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import Clause, clauses_of
from detente.reading.english.named_offices import DOCUMENTS, THINGS, is_named_person, of_actor, office, pair
from detente.reading.english.subjects import Candidate, candidates, is_human
from detente.reading.english.words import ORGANIZATION_HEADS, PERSON_TITLES, ROLE_NOUNS, saying_verbs
from detente.reading.word_lists import word_set

_THOSE = re.compile(r"\b[Tt]here are (those|people|some|many|others|voices)(?= who\b)")
_JOINT = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2} and [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}(?= [a-z])")
_NO_PERSON = ORGANIZATION_HEADS | word_set(
    "Avenue Street Road Square Bridge Hotel Sea Strait Straits Strip Island Islands River Valley Bay "
    "Gulf Ocean Cape Mount Mountain Lake Lagoon Shoal Reef City Port Harbour Harbor Airport Station "
    "University College School Hospital Treaty Accord Accords Declaration Convention Charter Protocol "
    "Agreement Act Article Annex Resolution Day War Community Security International National United "
    "North South East West Radio Television News Times Post Daily Form Point Item Option Part Hall "
    "House Parliament Palace Province District County Region Nations States Kingdom Republic Zone Line"
)
_PREDICATE = re.compile(r"\b(?:is|was|are|were|be|been|as) \Z")
_ONE_OF = re.compile(r"(?:[Oo]ne|[Aa]nother) of (?:them|the|his|her|their|its|our)\b")
_SENTENCES_BACK = 12


def pronoun(context: Context, word: str, at: int, low: int) -> Speaker | None:
    """Whom he, she, it, they, I or we means at a place."""
    if word == "you":
        return _addressed(context, context.block_of(at))
    if word in ("i", "we"):
        return context.turns.get(context.block_of(at), context.default) or context.default
    if word in ("he", "she", "his", "her"):
        return _person_before(context, at, low, "m" if word in ("he", "his") else "f")
    meant = _body_before(context, at, low) if word in ("it", "its") else _many_before(context, at, low)
    return replace(meant, guess=True) if meant is not None else None


def _addressed(context: Context, number: int) -> Speaker | None:
    """Whom "you" means in a transcript: the one whose turn comes next, else who spoke before."""
    own = context.turns.get(number)
    around = [
        *range(number + 1, min(number + 6, len(context.blocks))),
        *range(number - 1, max(-1, number - 6), -1),
    ]
    for other in around:
        speaker = context.turns.get(other)
        if own is not None and speaker is not None and speaker.name != own.name:
            return speaker
    return None


def _person_before(context: Context, at: int, low: int, gender: str) -> Speaker | None:
    """The person a singular pronoun means: this sentence's subject, the last speaker, the last sentence's
    subject; a name nobody introduced only when there is no other."""
    here = _person_in(context, low, at, gender, subjects_only=True) or _office_in(context, low, at)
    if here is not None or context.nested:
        return here
    spans = list(_spans_before(context, low))
    own = context.turns.get(context.block_of(at), context.default)
    last = context.last if context.last is not None and not _same(context.last, own) else None
    last = last if last is not None and last.human and not last.plural else None
    if last is not None and not _fits(context, last.actor, gender):
        last = None
    for start, end in spans:
        if last is not None and last.at >= start:
            return last
        found = (
            _person_in(context, start, end, gender)
            or _office_in(context, start, end)
            or _unknown_subject(context, start, end)
            or _met(context, start, end)
        )
        if found is not None:
            return found
    unknown = (_unknown_in(context, start, end) for start, end in ((low, at), *spans[:4]))
    return last or next((found for found in unknown if found is not None), None)


def _same(speaker: Speaker, other: Speaker | None) -> bool:
    return other is not None and (speaker.name == other.name or (speaker.actor == other.actor is not None))


def _spans_before(context: Context, low: int) -> Iterator[tuple[int, int]]:
    """The sentences before a place, the nearest first, some paragraphs back."""
    number = context.block_of(low)
    for back in range(4):
        if number - back >= 0:
            yield from context.sentences_before(low, number - back, _SENTENCES_BACK)


def _person_in(
    context: Context, start: int, end: int, gender: str, *, subjects_only: bool = False
) -> Speaker | None:
    """The first person who is a subject in [start, end), else the first named there."""
    own = context.turns.get(context.block_of(start), context.default)
    other = own.actor if own is not None else None  # who speaks of himself says "I"
    named = [
        m
        for m in context.named(start, end)
        if m.actor != other and is_named_person(context, m) and _fits(context, m.actor, gender)
    ]
    if not named:
        return None
    free = {c.mention.start for c in candidates(context, start, end) if c.mention is not None}
    chosen = next((m for m in named if m.start in free), None if subjects_only else named[0])
    return of_actor(context, chosen.actor, chosen.start) if chosen is not None else None


def _many_before(context: Context, at: int, low: int) -> Speaker | None:
    """Those "they" means: a plural of this sentence or the one before, the last speakers, or the last two."""
    number = context.block_of(at)
    spans = [(low, at), *context.sentences_before(low, number, 1)]
    for back in range(1, 5):
        spans += context.sentences_before(low, number - back, 1) if number >= back else []
    for start, end in spans:
        those = _THOSE.search(context.masked, start, end)
        if those is not None:
            return Speaker(those.group(1), None, those.start(), plural=True)
        joint = _JOINT.match(context.masked, start, end)
        if joint is not None:
            return Speaker(joint.group(), None, start, plural=True)
        options = candidates(context, start, end)
        several = [c for c in options if c.words and c.head.endswith("s")]
        if several and not (start != low and options[0].pronoun == "they"):
            return office(context, several[0])
    last = context.last
    if last is not None and (last.plural or not last.human) and last.at >= low - 400:
        return last
    two = pair(context, at, human=True)
    return two if two is not None and two.at >= low - 400 else None


def _unknown_in(context: Context, start: int, end: int) -> Speaker | None:
    """The first of several capitalised words that nobody introduced and that can be a person's name."""
    for candidate in candidates(context, start, end):
        words = candidate.words.split()
        if not candidate.head and len(words) > 1 and not _NO_PERSON.intersection(words):
            return Speaker(candidate.words, None, candidate.start)
    return None


def _office_in(context: Context, start: int, end: int) -> Speaker | None:
    """The unnamed person who is a subject in [start, end) ("His defence minister … he …")."""
    for candidate in candidates(context, start, end):
        singular = candidate.words and not candidate.head.endswith("s")
        predicate = _PREDICATE.search(context.masked, max(start, candidate.start - 8), candidate.start)
        if singular and is_human(candidate.head) and predicate is None:
            return office(context, candidate)
    for clause in clauses_of(context.masked, start, end).told:
        phrase = clause.subject
        words = context.masked[phrase.start : phrase.end] if phrase is not None else ""
        if phrase is not None and (_ONE_OF.match(words) or _says_alone(clause, phrase, words)):
            return _office_of(context, phrase)
    return None


def _office_of(context: Context, phrase: NounPhrase) -> Speaker | None:
    """The unnamed person or body that a phrase is, in its own words."""
    words = context.masked[phrase.start : phrase.end]
    return office(context, Candidate(phrase.start, phrase.end, words=words, head=phrase.head))


def _met(context: Context, start: int, end: int) -> Speaker | None:
    """Somebody unnamed the sentence introduces without making him its subject ("I asked a retired
    colonel")."""
    for phrase in clauses_of(context.masked, start, end).phrases:
        words = context.masked[phrase.start : phrase.end]
        predicate = phrase.governor == "of" or phrase.led in ("is", "are", "was", "were", "be", "as")
        if is_human(phrase.head) and re.match(r"(?:an?|one|the) ", words) and not predicate:
            return _office_of(context, phrase)
    return None


def _unknown_subject(context: Context, start: int, end: int) -> Speaker | None:
    """The subject that is a name of two or three words nobody introduced ("Mirela Antos sells …")."""
    for clause in clauses_of(context.masked, start, end).told:
        phrase = clause.subject
        words = context.masked[phrase.start : phrase.end].split() if phrase is not None else []
        named = 2 <= len(words) <= 3 and all(word[0].isupper() for word in words)
        known = phrase is not None and context.named(phrase.start, phrase.end)
        titled = any(word.lower().rstrip(".") in PERSON_TITLES for word in words)
        if phrase is not None and named and not known and not titled and not _NO_PERSON.intersection(words):
            return Speaker(" ".join(words), None, phrase.start)
    return None


def _says_alone(clause: Clause, phrase: NounPhrase, words: str) -> bool:
    """Whether one unnamed person of whatever trade says something there ("A deckhand … said")."""
    says = any(word in saying_verbs() for word, _, _ in clause.verbs)
    known = phrase.head in THINGS or phrase.head in ROLE_NOUNS
    return (
        says
        and words.split()[-1].islower()
        and not phrase.pronoun
        and not known
        and not phrase.head.endswith("s")
    )


def _fits(context: Context, actor: int | None, gender: str) -> bool:
    person = context.cast.actors[actor].person if actor is not None else None
    return person is None or not person.gender or person.gender == gender


def _body_before(context: Context, at: int, low: int) -> Speaker | None:
    """The state or body "it" means: a subject of this sentence, or of the one before."""
    number = context.block_of(at)
    spans = [(low, at)]
    for back in range(2):
        if number - back >= 0:
            spans += context.sentences_before(low, number - back, 3)
    for start, end in spans:
        options = candidates(context, start, end)
        opening = next(iter(options), None)
        if opening is not None and opening.head in DOCUMENTS and opening.start < start + 12:
            return office(context, opening)
        body = next((c for c in clauses_of(context.masked, start, end).told if _is_body(context, c)), None)
        if body is not None and body.subject is not None:
            return _office_of(context, body.subject)
        bodies = [
            c.mention for c in options if c.mention is not None and not is_named_person(context, c.mention)
        ]
        if bodies:
            return of_actor(context, bodies[-1].actor, bodies[-1].start)
    last = context.last
    return last if last is not None and not last.human else None


def _is_body(context: Context, clause: Clause) -> bool:
    """Whether a clause's subject is an unnamed body or document ("The commerce ministry has published …")."""
    phrase = clause.subject
    if phrase is None or phrase.pronoun or phrase.head.endswith("s"):
        return False
    body = phrase.head in DOCUMENTS or (phrase.head in ROLE_NOUNS and not is_human(phrase.head))
    return body and not any(m.end == phrase.end for m in context.named(phrase.start, phrase.end))
