"""Names of persons in Korean, Chinese and Japanese script, found by the title beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from detente.reading.chinese.names import SURNAMES, believed, name_at, speakers_at_openings
from detente.reading.chinese.titles import CHINESE_TITLES
from detente.reading.cjk.scripts import CJK, HAN, HANGUL, KANA
from detente.reading.japanese import names as japanese
from detente.reading.korean import names as korean
from detente.reading.korean.titles import KOREAN_TITLES
from detente.reading.names.gazetteer import known_cjk_names
from detente.reading.names.latin_persons import NameRun

_SAMPLE = 600
_TITLE = re.compile("|".join(CHINESE_TITLES))
_MAY_BEGIN = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=会见|會見|会晤|會晤|祝贺|祝賀|邀请|邀請|访问|訪問)|(?<=[同与與和对對向由及]))"
)
"""Where a name before a Chinese title may begin."""
_LONGEST = 9
_MOST_NAMES = 120


def cjk_name_runs(text: str, start: int, end: int) -> Iterator[NameRun]:
    """Names beside a title, in order of place within each script."""
    if HANGUL.search(text, start, end):
        yield from _korean(text, start, end)
        yield from _korean_families(text, start, end)
    if not HAN.search(text, start, end) and not KANA.search(text, start, end):
        return
    if KANA.search(text, max(0, start - _SAMPLE), end + _SAMPLE):
        yield from _japanese(text, start, end)
    else:
        yield from _chinese(text, start, end)


def _korean(text: str, start: int, end: int) -> Iterator[NameRun]:
    """Name, the body of the office if told, office: "왕레이 중국 외교부 대변인은"."""
    position = start
    while (found := korean.BEFORE_TITLE.search(text, position, end)) is not None:
        name, between = found.group(1), found.group(2).split()
        if (
            _is_state(text, found.start(1), found.end(1))
            or not korean.is_name(name)
            or not _of_office(between)
        ):
            position = found.end(1)
            continue
        begin = _japanese_family(text, start, found.start(1))
        yield _run(begin, found.end(1), text[begin : found.end(1)], found.group(3))
        position = found.end()


def _japanese_family(text: str, start: int, at: int) -> int:
    """Where the Japanese family name begins before a given name (다카이치 사나에); `at` without one."""
    begin = max(start, text.rfind(" ", start, at - 1) + 1)
    return begin if text[begin : at - 1] in korean.JAPANESE_FAMILIES else at


def _korean_families(text: str, start: int, end: int) -> Iterator[NameRun]:
    """A family name alone with a title (류 대변인); 이 대통령 only where somebody is called 이."""
    for found in korean.LONE_FAMILY.finditer(text, start, end):
        family, office = found.groups()
        lee = family == "이" and _first_lees(text).get(office, end) < found.start()
        if lee or family not in korean.NO_FAMILY:
            yield _run(found.start(1), found.end(1), family, office)


@lru_cache(maxsize=1)
def _first_lees(text: str) -> Mapping[str, int]:
    """Where an office is first given to somebody called 이: before that 이 대통령 is "this president"."""
    first: dict[str, int] = {}
    for found in korean.FIRST_LEE.finditer(text):
        first.setdefault(found.group(1), found.start())
    return first


def _is_state(text: str, start: int, stop: int) -> bool:
    """Whether a word is a state's name, bare or with a particle."""
    state = next(known_cjk_names(text, start, stop), None)
    return state is not None and text[state.end : stop] in ("", *korean.PARTICLES)


def _of_office(between: list[str]) -> bool:
    """Whether words between a name and its title tell whose title it is."""
    return all(
        word.endswith(korean.OF_TITLE)
        or word in korean.TENURE
        or word in korean.STATES
        or word in KOREAN_TITLES
        or _is_known(word)
        for word in between
    )


def _is_known(word: str) -> bool:
    """Whether a word is the name of a state or body, whole."""
    found = next(known_cjk_names(word, 0, len(word)), None)
    return found is not None and (found.start, found.end) == (0, len(word))


def _chinese(text: str, start: int, end: int) -> Iterator[NameRun]:
    """A title and the name behind it or before it; a name that opens a clause and speaks."""
    for found in _TITLE.finditer(text, start, end):
        at = found.end() + (text[found.end() : found.end() + 1] in ("\u3000", " "))
        stop = name_at(text, at, end) if at < end else at
        if stop > at:
            yield _run(at, stop, text[at:stop], found.group())
        begin = _name_before(text, start, found.start())
        if begin < found.start():
            yield _run(begin, found.start(), text[begin : found.start()], found.group())
    for at, stop in speakers_at_openings(text, start, end):
        if next(known_cjk_names(text, at, stop), None) is not None:
            continue  # a state or a capital written by its sound
        yield NameRun(at, stop, at, (text[at:stop],), (), "", 1)


def _name_before(text: str, start: int, stop: int) -> int:
    """Where the whole name begins that ends before a Chinese title; `stop` where none does."""
    for begin in range(max(start, stop - _LONGEST), stop - 1):
        name = text[begin:stop]
        if _MAY_BEGIN.match(text, begin) and believed(name) and name_at(name, 0, len(name)) == len(name):
            return begin if next(known_cjk_names(name, 0, len(name)), None) is None else stop
    return stop


def _japanese(text: str, start: int, end: int) -> Iterator[NameRun]:
    """A name before a title, how it is read and the post between them left out."""
    for found in japanese.BEFORE_TITLE.finditer(text, start, end):
        name = found.group("name")
        if not japanese.is_name(name) or (len(name) == 1 and name not in SURNAMES):
            continue
        if next(known_cjk_names(text, found.start("name"), found.end("name")), None) is None:
            yield _run(found.start("name"), found.end("name"), name, found.group("title"))


def _run(start: int, end: int, name: str, office: str) -> NameRun:
    return NameRun(start, end, start, (name,), (office,), "", 2)


def told_again(text: str, start: int, end: int, names: re.Pattern[str] | None) -> Iterator[NameRun]:
    """Names known from an office elsewhere, where they stand without one ("梁晓东指出")."""
    for found in names.finditer(text, start, end) if names is not None else ():
        yield NameRun(found.start(), found.end(), found.start(), (found.group(),), (), "", 0)


def names_pattern(runs: list[NameRun]) -> re.Pattern[str] | None:
    """A pattern of the full names among the first runs of a text in these scripts; None without any."""
    names = dict.fromkeys(run.words[0] for run in runs if CJK.match(run.words[0]))
    full = [name for name in names if len(name) > (2 if HANGUL.match(name) else 1)][:_MOST_NAMES]
    if not full:
        return None
    words = [rf"(?<![가-힣]){name}" if HANGUL.match(name) else re.escape(name) for name in full]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
