"""States no table knows, by how the text speaks of them: "Arvenia’s government", "the Republic of
Dravane"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from detente.reading.english.words import MONTHS, STARTERS
from detente.reading.names.gazetteer import latin_name_at

_OFFICES = (
    "government|president|presidency|prime minister|premier|foreign minister|foreign ministry|"
    "minister|ministry|"
    "army|navy|parliament|ambassador|embassy|coast ?guard|cabinet|military|chancellor|capital|king|"
    "queen|monarch|"
    "chief negotiator|negotiators?|territory|territorial waters|defence minister|defense minister|"
    "armed forces|"
    "trade minister|interior minister|border guards?|president-elect|supreme court|constitution"
)
_OWNER = re.compile(
    rf"\b([A-Z][a-zÀ-ž]{{2,20}}(?: [A-Z][a-zÀ-ž]{{2,20}})?)(?:[’']s|(?<=s)[’']) (?:[a-z-]{{2,14}} "
    rf"){{0,2}}(?:{_OFFICES})\b"
)
_PAIR = re.compile(
    r"\b(?:between )?([A-Z][a-zÀ-ž]{2,20}) and ([A-Z][a-zÀ-ž]{2,20})(?= (?:(?:have|had|has|will|on|in|"
    r"are|were|agreed|signed|"
    r"traded|exchanged|reopened|opened|held|hold|met|broke|resumed|extended|accused|share|over|over "
    r"the|failed)\b))"
)
_REACH = 20_000
_TITLED = re.compile(
    r"\b(?:Republic|Kingdom|Federation|Emirate|Sultanate|Principality|Commonwealth|Government) of (?:the )?"
    r"([A-Z][a-zÀ-ž]{2,20}(?: [A-Z][a-zÀ-ž]{2,20})?)\b"
)


def unknown_states(text: str, spans: Iterable[tuple[int, int]], people: Iterable[str]) -> frozenset[str]:
    """Names that are used as a state's, and are no person's and no known state's."""
    persons = {word for name in people if " " in name for word in name.split()}
    found: set[str] = set()
    pairs: Counter[str] = Counter()
    for start, end in spans:
        for pattern in (_OWNER, _TITLED):
            found.update(match.group(1) for match in pattern.finditer(text, start, end))
        for match in _PAIR.finditer(text, start, end):
            pairs.update(match.groups())
    found.update(
        name for name in pairs if pairs[name] > 1 or len(re.findall(rf"\b{name}\b", text[:_REACH])) > 2
    )
    return frozenset(name for name in found if _unknown(name) and not set(name.split()) & persons)


def _unknown(name: str) -> bool:
    first = name.split()[0].lower()
    return latin_name_at(name, 0, len(name)) is None and first not in STARTERS and first not in MONTHS


def mentions_of(names: frozenset[str], text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where such names stand in [start, end)."""
    if not names:
        return
    for word in _CAPITAL.finditer(text, start, end):
        for name in (word.group(), word.group(1)):
            if name in names:
                yield word.start(), word.start() + len(name), name
                break


_CAPITAL = re.compile(r"(?<![\w’'-])([A-Z][a-zÀ-ž]{2,20})(?: [A-Z][a-zÀ-ž]{2,20})?\b")
