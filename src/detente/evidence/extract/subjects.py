"""Who does what the verb says: the subject left or right of a verb of saying.

No parse, only place: a name, pronoun or office that no preposition governs and that is no possessor,
nearest to the verb, is its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.evidence.extract.cast import Mention
from detente.evidence.extract.lexicon import (
    PERSON_TITLES,
    ROLE_NOUNS,
    STARTERS,
    TITLE_MODIFIERS,
    saying_verbs,
)
from detente.evidence.extract.scene import Scene
from detente.evidence.extract.word_lists import word_set

_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)\b(?![’'](?:s|d|ll|m|re|"
    r"ve)\b.{0,2}\w{0,1}\Z)"
)
_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_PREPOSITIONS = word_set(
    "of in to with from against at on for by between over about toward towards into than near after "
    "before under through during amid among via without within across around regarding concerning upon "
    "behind beyond despite since until including like unlike as"
)
_DETERMINERS = word_set(
    "the a an one another two three several some many most all both its his her their our my this that "
    "these those no any each every other few four five six dozens"
)
_STOP_LEFT = _PREPOSITIONS | word_set(
    "and or but that which who when while where if because said what is are was were"
)
_OF = re.compile(r" (?:of|for|at|from|in|with|on) (?:the |a |an )?")
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?:(?: (?:of |and |the )?)[A-Z][\w’'.-]*){0,6}")
_SMALL = re.compile(r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}")
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible subject at [start, end): a mention, a pronoun (lower case), or an office in words."""

    start: int
    end: int
    mention: Mention | None = None
    pronoun: str = ""
    words: str = ""
    head: str = ""


def candidates(scene: Scene, start: int, end: int) -> list[Candidate]:
    """Possible subjects in [start, end), in order: not possessed away, not governed by a preposition."""
    text = scene.masked
    found: list[Candidate] = []
    for mention in scene.named(start, end):
        if mention.end <= end and _stands_free(text, mention, start):
            found.append(Candidate(mention.full_start, mention.end, mention))
    for pronoun in _PRONOUN.finditer(text, start, end):
        found.append(Candidate(pronoun.start(), pronoun.end(), pronoun=pronoun.group().lower()))
    taken = [(c.start, c.end) for c in found]
    for office in offices(text, start, end):
        if not any(s < office.end and office.start < e for s, e in taken):
            found.append(office)
    found.sort(key=lambda candidate: candidate.start)
    return [c for c in found if not _governed(text, c, start, end)]


def offices(text: str, start: int, end: int) -> list[Candidate]:
    """Unnamed speakers: "a senior official at the ministry", "the two leaders", "residents"."""
    words = list(_WORD.finditer(text, start, end))
    result: list[Candidate] = []
    for index, word in enumerate(words):
        lowered = word.group().lower()
        if lowered not in ROLE_NOUNS or (
            word.group()[0].isupper() and index and lowered not in PERSON_TITLES
        ):
            continue
        if (
            index + 1 < len(words)
            and words[index + 1].group().lower() in ROLE_NOUNS
            and _touch(text, word, words[index + 1])
        ):
            continue
        first = _leftmost(text, words, index)
        if first is None:
            continue
        stop = _rightmost(text, word.end(), end)
        begin = words[first].start()
        result.append(Candidate(begin, stop, words=text[begin:stop], head=lowered))
    return result


def _touch(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()] == " "


def _leftmost(text: str, words: list[re.Match[str]], index: int) -> int | None:
    """Where an office's noun phrase begins; None when it is no phrase of its own."""
    first = index
    for back in range(1, 7):
        number = index - back
        if number < 0 or not _touch(text, words[number], words[number + 1]):
            break
        word = words[number].group()
        lowered = word.lower()
        if lowered in _STOP_LEFT and lowered not in _DETERMINERS:
            break
        if lowered in saying_verbs() and lowered not in TITLE_MODIFIERS and not word[0].isupper():
            break
        if word[0].isupper() and lowered in STARTERS and lowered not in _DETERMINERS:
            break
        first = number
        if lowered in _DETERMINERS and (
            number == 0 or words[number - 1].group().lower() not in ("the", "one", "both")
        ):
            break
    head = words[index].group().lower()
    plain = first == index
    if plain and not (
        head.endswith("s")
        or words[index].group()[0].isupper()
        or head in ("both", "one", "police", "some", "others")
    ):
        return None
    return first


def _rightmost(text: str, stop: int, end: int) -> int:
    """Where it ends: with what it is an office of."""
    for _ in range(2):
        link = _OF.match(text, stop, end)
        if link is None:
            break
        tail = _CAPITALS.match(text, link.end(), end)
        if (tail is None and text[link.end() - 4 : link.end()] in ("the ", " an ")) or (
            tail is None and text[stop : stop + 4] in (" of ", " for", " at ")
        ):
            small = _SMALL.match(text, link.end(), end)
            if small is None:
                break
            stop = _before_verb(text, link.end(), small.end())
            if stop == link.end():
                return link.start()
            continue
        if tail is None:
            break
        stop = tail.end()
    return stop


def _before_verb(text: str, start: int, stop: int) -> int:
    """Cut words off at the first verb of saying or auxiliary."""
    for word in _WORD.finditer(text, start, stop):
        if word.group() in saying_verbs() or word.group() in (
            "has",
            "have",
            "had",
            "was",
            "were",
            "is",
            "are",
            "who",
        ):
            return max(start, word.start() - 1)
    return stop


def _stands_free(text: str, mention: Mention, start: int) -> bool:
    """Whether a mention is neither an adjective nor a possessor nor a part of a pair like US–China."""
    after = text[mention.end : mention.end + 3]
    if (_POSSESSIVE.match(text, mention.end) and mention.form != "person") or after[:2] in ("’s", "'s"):
        return False
    if after[:1] in ("-", "–") and after[1:2].isalnum():
        return False
    if text[mention.start - 1 : mention.start] in ("-", "–") and mention.start > start:
        return False
    if mention.form == "demonym":
        return not (after[:1] == " " and after[1:2].isalpha()) and text[mention.end - 1] == "s"
    return True


def _governed(text: str, candidate: Candidate, start: int, end: int) -> bool:
    """Whether a preposition takes it out of the subject's place ("with China seeking …" does not)."""
    before = text[max(start, candidate.start - 24) : candidate.start].rstrip()
    words = _WORD.findall(before)
    if words and words[-1].lower() in ("the", "a", "an"):
        words.pop()
    if not words or before[-1:] in ',;:—–.)”’"':
        return False
    last = words[-1].lower()
    if last not in _PREPOSITIONS:
        return False
    following = _WORD.match(text, candidate.end + 1, min(len(text), candidate.end + 24))
    return not (
        last in ("with", "as", "after", "before", "since", "until")
        and following is not None
        and _verbal(following.group())
    )


def _verbal(word: str) -> bool:
    return (
        word.endswith("ing")
        or word in saying_verbs()
        or word in ("has", "had", "have", "was", "were", "is", "are")
    )
