"""From a noun phrase of a clause to a speaker: a name of the cast, a document, or the phrase's own words."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from detente.reading.actors import Mention
from detente.reading.context import MASK, Context, Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.named_offices import DOCUMENTS, is_named_person, office
from detente.reading.english.named_subjects import resolve
from detente.reading.english.pronouns import pronoun
from detente.reading.english.subjects import Candidate, is_role, rightmost
from detente.reading.word_lists import word_set

_ARTICLE = re.compile(
    r"\A(?:the|an?|those|these|this|that|its|his|her|their|our|my|your)\s+(?:own\s+)?(?=\S)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r" (?:familiar with|close to|with (?:direct |first-hand )?knowledge of|briefed on|involved in|"
    r"present at) "
    r"(?:the |its |their |a |this )?[\w’'-]+(?: of (?:the )?[\w’'-]+)?"
)
_MORE_NAMES = re.compile(
    r"(?:, [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)*,? and (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?"
)
_BESIDE = re.compile(r", (?:Mr|Mrs|Ms|Dr|Prof|Gen|Col)?\.? ?")
_REACH = 90
_RECENT = 900
_FAR = 3_000
_ALONE = word_set("the a an this these those its his her their our my your any no every")
"""Words before a quotation that is itself the noun."""
_NOBODY = word_set(
    "there today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday nothing "
    "everything something anything which what who that this these those example instance way fact "
    "point question thing things words word reason reasons problem result trouble answer"
)


def speaker_of_phrase(context: Context, phrase: NounPhrase, low: int) -> Speaker | None:
    """Whom a noun phrase names; None for one that cannot say anything."""
    if phrase.pronoun:
        return pronoun(context, re.split("[’']", phrase.head)[0], phrase.start, low)
    words = context.masked[phrase.start : phrase.end].strip()
    if (
        words.lower() in _ALONE
        or not phrase.head
        or "□" in words
        or phrase.head in _NOBODY
        or not phrase.head[0].isalpha()
    ):
        return None
    if ", whose " in words:
        owner, _, owned = words.partition(", whose ")
        return Speaker(f"{_ARTICLE.sub('', owner)}’s {owned}", None, phrase.start)
    mention = _mention_in(context, phrase, low)
    if mention is not None:
        return resolve(context, Candidate(mention.full_start, mention.end, mention), low=low)
    stop = rightmost(context.masked, phrase.end, phrase.end + _REACH) if is_role(phrase.head) else phrase.end
    beside = _person_beside(context, max(stop, phrase.end))
    if beside is not None:
        return resolve(context, Candidate(beside.full_start, beside.end, beside), low=low)
    return _in_its_words(context, phrase, words)


def _mention_in(context: Context, phrase: NounPhrase, low: int) -> Mention | None:
    """The person a phrase names, or the state or body it wholly is."""
    inside = [
        m
        for m in context.named(max(low, phrase.start - 12), phrase.end)
        if phrase.start < m.end <= phrase.end
    ]
    for mention in reversed(inside):
        if is_named_person(context, mention):
            owned = context.masked[mention.end : mention.end + 2] in ("’s", "'s")
            if not owned and (mention.end == phrase.end or mention.full_start <= phrase.start + 4):
                return mention
        elif (
            mention.end == phrase.end and mention.full_start <= phrase.start + 4 and mention.form != "demonym"
        ):
            return mention
    return None


def _person_beside(context: Context, end: int) -> Mention | None:
    """The person named in apposition: "The foreign minister, Dr. Emil Tasker, …"."""
    beside = _BESIDE.match(context.masked, end)
    if beside is None:
        return None
    for mention in context.named(end, beside.end() + 12):
        close = mention.full_start <= beside.end() and context.masked[mention.end : mention.end + 1] in (
            ",",
            ".",
            ";",
        )
        return mention if close and is_named_person(context, mention) else None
    return None


def _in_its_words(context: Context, phrase: NounPhrase, words: str) -> Speaker | None:
    text = context.masked
    end = phrase.end
    if phrase.head in ("familiar", "close"):
        end -= len(phrase.head) + 1
    limit = min(len(text), end + _REACH)
    source = _SOURCE.match(text, end, limit)
    if source is not None:
        end = source.end()
    elif " of " in words and (names := _MORE_NAMES.match(text, end, limit)) is not None:
        end = names.end()
    elif is_role(phrase.head) and " of " not in words:
        end = max(end, rightmost(text, end, limit))
    whole = Candidate(phrase.start, end, words=text[phrase.start : end], head=phrase.head)
    if phrase.head in DOCUMENTS:
        beside = MASK in context.masked[max(0, phrase.start - 5) : phrase.start]
        issuer = context.last if beside and words.lower() == "the statement" else None
        if issuer is not None and phrase.start - issuer.at < _RECENT:
            return replace(issuer, at=phrase.start)  # "“…,” the statement said": whose it is was just told
        name = _ARTICLE.sub("", whole.words.strip(), count=1)
        return Speaker(_document_named(context, phrase, name) or name, None, phrase.start, human=False)
    found = office(context, whole)
    if found is None or found.actor is not None or found.name not in whole.words:
        return found
    return replace(found, name=_ARTICLE.sub("", whole.words.strip(), count=1))


def _document_named(context: Context, phrase: NounPhrase, name: str) -> str:
    """The full name told before of a document ("the same agreement": the Geneva Agreement of 1966)."""
    bare = name.removeprefix("same ").removeprefix("new ")
    if phrase.head not in DOCUMENTS or bare != phrase.head:
        return ""
    title = re.compile(rf"(?:[A-Z][\w’-]{{1,20}} ){{1,5}}{re.escape(bare.capitalize())}\b(?: of \d{{4}})?")
    found = deque(title.finditer(context.masked, max(0, phrase.start - _FAR), phrase.start), maxlen=1)
    return _ARTICLE.sub("", found[0].group(), count=1) if found else ""
