"""Bodies that act: governments, ministries, armies, institutes, delegations, the press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading.english.operative_words import OPERATIVE
from detente.reading.english.words import MONTHS, ORGANIZATION_HEADS, STARTERS
from detente.reading.marks import ActorKind
from detente.reading.names.gazetteer import latin_name_at

_ARMS = (
    "government|administration|regime|cabinet|authorities|leadership|foreign ministry|defen[cs]e ministry|"
    "interior ministry|finance ministry|trade ministry|ministry of [a-z]{4,20}(?: affairs)?|military|"
    "army|navy|"
    "air force|coast guard|parliament|delegation|embassy|presidency|junta|monarchy|legislature|central bank|"
    "presidential office|negotiating team|armed forces"
)
_ARM = re.compile(rf"[ ](?:(?:federal|transitional|military|central|interim|new) )?({_ARMS})\b")
_POSSESSED_ARM = re.compile(rf"[’']s (?:own )?({_ARMS})\b")
_GROUP = re.compile(
    r"\b(?:[Mm]edia outlets|[Nn]ews outlets|\d[\d,]{0,6}-(?:member|strong|person) (?:[a-z-]{2,20} ){0,3}"
    r"(?:delegation|mission|team|force|party))(?: in both countries)?\b"
)
_CAPS = r"[A-Z][\w’'-]*"
_DAY = rf"(?:{'|'.join(month.capitalize() for month in MONTHS)}|\w{{3,6}}day)\b"
_HEADED = re.compile(
    rf"\b(?:{'|'.join(sorted(ORGANIZATION_HEADS))})"
    rf"(?: (?:of|for|on(?! {_DAY})) (?:the )?{_CAPS}(?: {_CAPS}){{0,4}}"
    rf"(?: of (?:the )?{_CAPS}(?: {_CAPS}){{0,3}}){{0,2}}(?:(?:,| and) (?!the )(?:of )?{_CAPS}(?: "
    rf"{_CAPS}){{0,3}}){{0,2}})?"
)
_BEFORE_HEAD = re.compile(rf"(?:{_CAPS} (?:and )?){{1,6}}\Z")
_OF = re.compile(r" of (?:the )?")
_REACH = 80


@dataclass(frozen=True, slots=True)
class Body:
    """A body at [start, end)."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str


def arm_after(text: str, stop: int, limit: int) -> tuple[int, str] | None:
    """The arm of a state named right after the state: where it ends, and its name."""
    found = _ARM.match(text, stop, limit) or _POSSESSED_ARM.match(text, stop, limit)
    return (found.end(), found.group(1)) if found else None


def organizations(text: str, start: int, end: int) -> Iterator[Body]:
    """Bodies with capitalised names ("Ministry of Water", "Tol Basin Commission")."""
    position = start
    for found in _HEADED.finditer(text, start, end):
        if found.start() < position:
            continue
        before = _BEFORE_HEAD.search(text, max(position, found.start() - _REACH), found.start())
        first = before.start() if before else found.start()
        first = _after_small_words(text, first, found.start())
        name = text[first : found.end()]
        if " " not in name:
            continue
        country = _country(text, first, found.end())
        position = found.end()
        yield Body(first, found.end(), name, "government" if _of_state(name) else "organization", country)


def _country(text: str, first: int, stop: int) -> str:
    """The country a body's name begins with or is said to be of ("Government of the Republic of Korea")."""
    for at in (first, *(found.end() for found in _OF.finditer(text, first, stop))):
        known = latin_name_at(text, at, stop)
        if known is not None and known.known.form in ("name", "demonym"):
            return known.known.code
    return ""


def groups(text: str, start: int, end: int) -> Iterator[Body]:
    """Delegations and the press, which act without a name."""
    for found in _GROUP.finditer(text, start, end):
        yield Body(found.start(), found.end(), found.group(), "group", "")


def _after_small_words(text: str, first: int, stop: int) -> int:
    """Where the name begins after an opening word that only a sentence's start makes capital."""
    word = text[first : text.find(" ", first, stop) + 1 or first]
    opens = word.strip().lower()
    return first + len(word) if opens in STARTERS or opens in OPERATIVE else first


def _of_state(name: str) -> bool:
    return any(head in name for head in ("Ministry", "Government", "Cabinet", "Administration", "Embassy"))
