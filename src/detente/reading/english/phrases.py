"""Noun phrases whose noun no list knows: "the beekeeper said", "said a retired tram conductor"."""

from __future__ import annotations

import re

from detente.reading.english.subjects import Candidate
from detente.reading.english.words import saying_verbs
from detente.reading.word_lists import word_set

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
_OPENS = word_set(
    "a an the one another my his her its their our this that some several two three four five six many"
)
_BREAKS = word_set(
    "and or but that which who whom whose when while where if because as than was were is are be been "
    "had has have "
    "would will could should may might can to it he she they we i you not no by on after before since until"
)
_TIMES = word_set(
    "week month year morning afternoon evening night day time weekend spring summer autumn winter moment"
)
_LIGHT = word_set(
    "also later then now once has had have would will still already himself herself who since soon often"
)
_PREPOSITIONS = word_set("of from at in with for on near outside inside behind beside")
_REACH = 90
_MOST = 9


def phrase_before(text: str, low: int, stop: int) -> Candidate | None:
    """The phrase that ends right before a place (a verb), from its article on; None when there is none."""
    words = list(_WORD.finditer(text, max(low, stop - _REACH), stop))
    while words and (words[-1].group() in _LIGHT or words[-1].group().endswith("ly")):
        words.pop()
    if not words or text[words[-1].end() : stop].strip(" abcdefghijklmnopqrstuvwxyz"):
        return None
    last = words[-1]
    if last.group().lower() in _TIMES:
        return None
    for number, word in enumerate(reversed(words[-_MOST:])):
        lowered = word.group().lower()
        if number and text[word.end() : words[-number].start()] != " ":
            return None
        if lowered in _OPENS and number:
            return _candidate(text, word.start(), last.end()) if not _governed(words, number) else None
        if lowered in _BREAKS or lowered in saying_verbs():
            return None
    return None


def phrase_after(text: str, start: int, end: int) -> Candidate | None:
    """The phrase that begins right after a place (a verb), up to a comma or another clause."""
    first = _WORD.match(text, start, end)
    if first is None or first.group().lower() not in _OPENS:
        return None
    last = first
    for _ in range(_MOST):
        word = _WORD.match(text, last.end() + 1, end) if text[last.end() : last.end() + 1] == " " else None
        if word is None or word.group().lower() in _BREAKS or word.group() in saying_verbs():
            break
        last = word
    return None if last is first else _candidate(text, first.start(), last.end())


def _governed(words: list[re.Match[str]], number: int) -> bool:
    """Whether the word before the article is a preposition, so that the phrase is a part of a longer one."""
    index = len(words) - 1 - number
    return index > 0 and words[index - 1].group().lower() in _PREPOSITIONS


def _candidate(text: str, start: int, end: int) -> Candidate | None:
    """The phrase with its head: the noun before the first preposition."""
    phrase = text[start:end].split(" ")
    head = phrase[-1]
    for number, word in enumerate(phrase):
        if number > 1 and word.lower() in _PREPOSITIONS:
            head = phrase[number - 1]
            break
    return (
        Candidate(start, end, words=text[start:end], head=head.lower())
        if head.replace("-", "").isalpha() and head.islower()
        else None
    )
