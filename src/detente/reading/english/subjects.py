"""Who does what the verb says: the subject left or right of a verb of saying.

No parse, only place: a name, pronoun or office that no preposition governs and that is no possessor,
nearest to the verb, is its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading.actors import Mention
from detente.reading.context import Context
from detente.reading.english.verb_forms import verb_forms
from detente.reading.english.words import (
    MONTHS,
    PERSON_TITLES,
    ROLE_NOUNS,
    STARTERS,
    TITLE_MODIFIERS,
    TRADES,
    saying_verbs,
)
from detente.reading.word_lists import word_set

_PRONOUN = re.compile(r"\b(?:(?<![a-z] )He|He(?! [A-Z])|he|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)\b")
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
_CUT = word_set(
    "later also then now once who which that by after before when while as did does do will would may "
    "could should can must not never still already himself herself themselves has have had was were "
    "is are who of for at from in with on to and"
)
_CAPITALISED = re.compile(r"(?<![\w’'.-])[A-Z][a-zÀ-ž]+(?:-[A-Z]?[a-zÀ-ž]+)?(?: [A-Z][a-zÀ-ž]+){0,3}\b")
_OPENERS = word_set(
    "ask see compare consider take look imagine listen think let begin start remember call give see suppose "
    "asked speaking addressing writing responding answering according amid despite although though however "
    "meanwhile yesterday today tomorrow earlier later recently ultimately furthermore moreover nevertheless "
    "nonetheless therefore thus indeed perhaps still yet even only just such given since because "
    "unlike asked "
    "pressed critics analysts observers diplomats officials residents some others many most several few"
)
_TRADES = (
    "master", "woman", "keeper", "worker", "maker", "owner", "ologist", "monger", "fighter", "dweller",
    "teacher",
    "driver", "seller", "grower", "farmer", "broker", "banker", "lawyer", "officer", "holder", "painter",
    "singer", "trader", "ranger", "graduate", "engineer", "pilot", "bearer", "boy", "girl",
)  # fmt: skip
_QUANTIFIERS = word_set("one another others many some both several few")
_OF = re.compile(r" (?:of|for|at|from|in|with|on|to) (?:the |a |an )?")
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?:(?: (?:of |and |the )?)[A-Z][\w’'.-]*){0,6}")
_SMALL = re.compile(r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}")
_NEXT = re.compile(r" ([a-z]{3,16})\b")
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


def candidates(context: Context, start: int, end: int) -> list[Candidate]:
    """Possible subjects in [start, end), in order: not possessed away, not governed by a preposition."""
    text = context.masked
    found = [
        Candidate(mention.full_start, mention.end, mention)
        for mention in context.named(start, end)
        if mention.end <= end and _stands_free(text, mention, start)
    ]
    for pronoun in _PRONOUN.finditer(text, start, end):
        found.append(Candidate(pronoun.start(), pronoun.end(), pronoun=pronoun.group().lower()))
    found = [candidate for candidate in found if not _governed(text, candidate, start, end)]
    for more in (offices(text, start, end), _unknown_names(context, start, end)):
        free = [candidate for candidate in more if not _overlaps(candidate, found)]
        found += [candidate for candidate in free if not _governed(text, candidate, start, end)]
    return sorted(found, key=lambda candidate: candidate.start)


def _overlaps(candidate: Candidate, others: list[Candidate]) -> bool:
    return any(other.start < candidate.end and candidate.start < other.end for other in others)


def _unknown_names(context: Context, start: int, end: int) -> list[Candidate]:
    """Capitalised names nobody introduced ("Castiva still describes …"): the reader knows them, we do not."""
    text = context.masked
    known = [(mention.full_start, mention.end) for mention in context.named(start, end)]
    found = []
    for run in _CAPITALISED.finditer(text, start, end):
        first = text[run.start() : run.end()].split(" ", 1)[0].lower()
        begin = run.start()
        if first in STARTERS or (begin <= start + 1 and first in _OPENERS):
            begin += len(first) + 1
        if begin >= run.end() or any(s < run.end() and begin < e for s, e in known):
            continue
        word = text[begin : run.end()].split(" ")[-1].lower()
        if begin <= start + 1 and first.endswith("ing"):
            continue  # "Noting the opinion of …"
        if word in MONTHS or word in STARTERS or text[run.end() : run.end() + 2] in ("’s", "'s", "s’"):
            continue
        if text[begin - 1 : begin] in ("-", "–", "’", "'") or text[run.end() : run.end() + 1] in ("-", "–"):
            continue
        found.append(Candidate(begin, run.end(), words=text[begin : run.end()]))
    return found


def offices(text: str, start: int, end: int) -> list[Candidate]:
    """Unnamed speakers: "a senior official at the ministry", "the two leaders", "residents"."""
    words = list(_WORD.finditer(text, start, end))
    result: list[Candidate] = []
    for index, word in enumerate(words):
        lowered = word.group().lower()
        if lowered in _QUANTIFIERS and not _alone(text, words, index):
            continue
        if not is_role(lowered) or _not_an_office(text, words, index):
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
        stop = rightmost(text, word.end(), end)
        begin = words[first].start()
        result.append(Candidate(begin, stop, words=text[begin:stop], head=lowered))
    return result


def _alone(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a quantifier stands for somebody by itself ("one said", "others in the hall warned")."""
    if index + 1 >= len(words) or not _touch(text, words[index], words[index + 1]):
        return True
    following = words[index + 1].group().lower()
    return following in _CUT or following in saying_verbs()


def _not_an_office(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a capitalised word inside a sentence is a part of a name rather than an office with its
    article."""
    word = words[index].group()
    if not word[0].isupper() or index == 0 or word.lower() in PERSON_TITLES:
        return False
    return words[index - 1].group().lower() not in _DETERMINERS or not _touch(
        text, words[index - 1], words[index]
    )


def is_role(word: str) -> bool:
    """Whether a small word names an office or a trade."""
    return word in ROLE_NOUNS or (len(word) > 6 and word.endswith(_TRADES))


def is_human(head: str) -> bool:
    """Whether an office or trade is a person's and not a body's."""
    return head in PERSON_TITLES or head in TRADES or (len(head) > 6 and head.endswith(_TRADES))


def _touch(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()] in (" ", "’ ", "' ")


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


def rightmost(text: str, stop: int, end: int) -> int:
    """Where it ends: with what it is an office of."""
    for _ in range(3):
        link = _OF.match(text, stop, end)
        if link is None:
            break
        tail = _CAPITALS.match(text, link.end(), end)
        last = tail.end() if tail else link.end()
        begin = last + (tail is not None and text[last : last + 1] == " ")
        small = _SMALL.match(text, begin, end)
        last = max(last, _before_verb(text, begin, small.end())) if small else last
        if last <= link.end():
            break
        stop = last
    return stop


def _before_verb(text: str, start: int, stop: int) -> int:
    """Cut words off at the first verb of saying, auxiliary or preposition."""
    for word in _WORD.finditer(text, start, stop):
        written = word.group()
        finite = verb_forms().get(written) in ("third", "past") or written in saying_verbs()
        if written in _CUT or finite or written.endswith("ly"):
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
    following = _NEXT.match(text, mention.end)
    if following is not None and following.group(1) in ROLE_NOUNS and mention.form != "person":
        return False
    if mention.form == "demonym":
        return not (after[:1] == " " and after[1:2].isalpha()) and text[mention.end - 1] == "s"
    return True


def _governed(text: str, candidate: Candidate, start: int, end: int) -> bool:
    """Whether a preposition takes it out of the subject's place ("with China seeking …" does not)."""
    if candidate.pronoun not in ("", "it"):
        return False
    before = text[max(start, candidate.start - 24) : candidate.start].rstrip()
    words = _WORD.findall(before)
    if words and words[-1].lower() in ("the", "a", "an"):
        words.pop()
    if not words or before[-1:] in ',;:—–.)”’"':
        return False
    last = words[-1].lower()
    if last not in _PREPOSITIONS or (is_human(candidate.head) and text.startswith(", who ", candidate.end)):
        return False
    following = _WORD.match(text, candidate.end + 1, min(len(text), candidate.end + 24))
    return not (
        last in ("with", "as", "after", "before", "since", "until")
        and following is not None
        and (_verbal(following.group()) or following.group() == "who")
    )


def _verbal(word: str) -> bool:
    return (
        word.endswith("ing")
        or word in saying_verbs()
        or word in ("has", "had", "have", "was", "were", "is", "are")
    )
