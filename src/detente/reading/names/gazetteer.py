"""Known names of states, their people and seats, and of international bodies, in four languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.reading.cjk import states as scripts
from detente.reading.names.aliases import FORMER_NAMES, ORGANIZATIONS
from detente.reading.names.countries import Country, countries

NameForm = Literal["name", "demonym", "seat", "organization", "other"]

_CAPITAL = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞĀ-Ž]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_GEOGRAPHY = (
    "South China Sea", "East China Sea", "Sea of Japan", "Persian Gulf", "Gulf of Mexico", "Taiwan Strait",
    "Korean Peninsula", "Korea Strait", "Indian Ocean", "English Channel", "Panama Canal", "Latin America",
    "South America", "North America", "Central America", "Gulf of Oman", "Gulf of Guinea", "Gulf of Thailand",
    "Mongolian plateau", "Turkish Straits", "New Mexico", "South Georgia", "Northern Ireland",
    "Washington Post",
    "Washington, D.C.", "China Daily", "Korea Herald", "Korea Times", "Japan Times", "Times of India",
    "Jordan River", "Jordan Valley", "River Jordan", "Niger Delta", "Niger River", "Iron Curtain",
    "Brussels sprouts",
    "American Samoa", "French Guiana", "English", "Inner Mongolia",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W_]{1,40}")
_KOREA = "Korea"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as written, what it names (ISO code, or the body's name), and how."""

    text: str
    code: str
    form: NameForm


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at [start, end)."""

    start: int
    end: int
    known: KnownName


@cache
def latin_names() -> Mapping[str, tuple[KnownName, ...]]:
    """Names in Latin script by their first word, longest first."""
    by_word: dict[str, list[KnownName]] = defaultdict(list)
    for name in _latin():
        by_word[first_word(name.text)].append(name)
    return {word: tuple(sorted(names, key=lambda n: -len(n.text))) for word, names in by_word.items()}


@cache
def state_names() -> Mapping[str, str]:
    """ISO alpha-3 code to the English name."""
    return {country.code: country.name for country in countries()}


@cache
def cjk_names() -> Mapping[str, tuple[KnownName, ...]]:
    """Names in Korean, Chinese and Japanese script by their first character, longest first."""
    by_character: dict[str, list[KnownName]] = defaultdict(list)
    for name in {name.text: name for name in _in_cjk_script()}.values():
        by_character[name.text[0]].append(name)
    return {first: tuple(sorted(names, key=lambda n: -len(n.text))) for first, names in by_character.items()}


def known_names(text: str, start: int, end: int) -> Iterator[Found]:
    """Known names in [start, end), the longest at each place, without overlap."""
    names = latin_names()
    position = start
    for capital in _CAPITAL.finditer(text, start, end):
        if capital.start() < position:
            continue
        found = latin_name_at(text, capital.start(), end, names)
        if found is not None:
            position = found.end
            if found.known.form != "other":
                yield found


def known_cjk_names(text: str, start: int, end: int) -> Iterator[Found]:
    """The same for Korean, Chinese and Japanese script, where no space parts words."""
    for run in _CJK.finditer(text, start, end):
        yield from _in_run(text, run.start(), run.end())


def latin_name_at(
    text: str, at: int, end: int, names: Mapping[str, tuple[KnownName, ...]] | None = None
) -> Found | None:
    """The longest known name that begins at a place, or None."""
    for name in (names or latin_names()).get(first_word(text, at), ()):
        stop = at + len(name.text)
        if stop <= end and text.startswith(name.text, at) and not _continues(text, stop, name.text):
            return Found(at, stop, name)
    return None


def first_word(text: str, at: int = 0) -> str:
    """The letters (and digits) from a place on."""
    found = _LETTERS.match(text, at)
    return found.group() if found else ""


def _continues(text: str, stop: int, name: str) -> bool:
    following = text[stop : stop + 1]
    if following.isalnum() or following == "_":
        return True
    return name.isupper() and following == "." and text[stop + 1 : stop + 2].isupper()


def _latin() -> Iterator[KnownName]:
    for country in countries():
        yield from _of_country(country)
    for alias in FORMER_NAMES:
        yield KnownName(alias.name, alias.code, "name")
    for name, others in ORGANIZATIONS:
        for text in (name, *others):
            yield KnownName(text, name, "organization")
    yield KnownName(_KOREA, "KOR", "name")
    for text in _GEOGRAPHY:
        yield KnownName(text, "", "other")


def _of_country(country: Country) -> Iterator[KnownName]:
    for text in (country.name, *country.others):
        yield KnownName(text, country.code, "name")
        if len(text) > 3 and not text.isupper():
            yield KnownName(text.upper(), country.code, "name")
    for text in country.demonyms:
        yield KnownName(text, country.code, "demonym")
        if text[-1] in "nitbkdre" and not text.endswith(("ish", "ese")):
            yield KnownName(text + "s", country.code, "demonym")
    for text in country.seats:
        yield KnownName(text, country.code, "seat")


def _in_cjk_script() -> Iterator[KnownName]:
    yield from _from_cldr()
    for code, texts in scripts.EAST_ASIAN:
        for text in texts.split():
            yield KnownName(text, code, "name")
    for name, texts in scripts.ORGANIZATIONS:
        for text in texts.split():
            yield KnownName(text, name, "organization")
    for text in scripts.PAIRS:
        yield KnownName(text, "+".join(scripts.SHORT_FORMS[character] for character in text), "name")


def _from_cldr() -> Iterator[KnownName]:
    from babel import Locale

    english = {
        name: code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()
    }
    codes = {english[country.name]: country.code for country in countries() if country.name in english}
    for language in ("ko", "zh_Hans", "zh_Hant", "ja"):
        territories = Locale.parse(language).territories
        for short, code in codes.items():
            name = territories.get(short, "")
            if len(name) > 1:
                yield KnownName(name, code, "name")


def _in_run(text: str, start: int, end: int) -> Iterator[Found]:
    names = cjk_names()
    at = start
    while at < end:
        match = next((n for n in names.get(text[at], ()) if text.startswith(n.text, at)), None)
        if match is not None and at + len(match.text) <= end and not _inside_word(text, at, match, start):
            yield Found(at, at + len(match.text), match)
            at += len(match.text)
        else:
            at += 1


def _inside_word(text: str, at: int, name: KnownName, run_start: int) -> bool:
    """Whether a short Hangul name, or one in Katakana, is only a part of a longer word."""
    if _KATAKANA.fullmatch(name.text):
        stop = at + len(name.text)
        return any(_KATAKANA.fullmatch(beside) for beside in (text[at - 1 : at], text[stop : stop + 1]))
    hangul = "\uac00" <= name.text[0] <= "\ud7a3"
    return hangul and len(name.text) == 2 and at > run_start and "\uac00" <= text[at - 1] <= "\ud7a3"
