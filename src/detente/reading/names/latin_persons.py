"""Names of persons in Latin script: runs of capitalised words with a title or other evidence beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading.english.words import (
    ORGANIZATION_HEADS,
    PERSON_TITLES,
    ROLE_NOUNS,
    STARTERS,
    TITLE_MODIFIERS,
    TRADES,
    saying_verbs,
)
from detente.reading.names.gazetteer import latin_name_at
from detente.reading.word_lists import word_set

_UPPER = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper())
_WORD = rf"(?:al-|el-|d[’'])?[{_UPPER}](?:\w|[’'](?!s\b)(?=\w)|-(?=\w))*"
_DOTTED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Adm|Amb|Maj|Sgt|Rev|Hon|St|Jr|Sr|"
    r"MR|MRS|MS|DR|AMB|GEN)\."
)
_TOKEN = re.compile(rf"{_DOTTED}|(?:[{_UPPER}]\.){{1,4}}|{_WORD}")
_LINK = re.compile(r" (?:(?:de|da|del|dos|van|von|der|den|bin|ibn|al|el|la|le|di|du|ter|ten|bint|abu) ){0,2}")
_LOWER_TITLE = re.compile(r"([a-z][a-z-]{1,20}) \Z")
_ROLE_COMMA = re.compile(r"([A-Za-z][a-z-]{1,20})(?: (?:for|of|to|at|in) [\w .’'-]{1,40})?, \Z")
_AFTER = re.compile(
    r", (?:aged )?(?:\d\d,|of [A-Z]|an? |the |who |whose |head |director |former |deputy |chief |then |his |"
    r"her |its |our |"
    r"Ph\.?D|one of |(?:[a-z][a-z-]{1,20} ){0,3}(?:minister|president|professor|spokes|ambassador|"
    r"envoy|leader|analyst|"
    r"researcher|director|secretary|negotiator|fellow|economist|historian|farmer|adviser|advisor|"
    r"editor|author)|"
    r"[A-Z’'\w]{2,20}[’']s )"
)
_BEFORE = re.compile(
    r"(?:\bsaid|\bby|\baccording to|\bsays|\basked|\bwrote|\breplied|\badded|\bargued|\bwarned|"
    r"\bcolleague|\bnamed) \Z"
)
_VERB_AFTER = re.compile(
    r",? (?:(?:also|then|later|has|had|once|himself|herself|was|is|who) "
    r"){0,2}([a-z]{2,16})\b"
)
FAMILY_FIRST = word_set(
    "kim lee park choi jung jeong kang cho yoon yun jang chang lim im han oh seo shin kwon hwang ahn "
    "song ryu yoo hong moon ri pak jo choe xi wang li zhang liu chen yang huang zhao wu zhou xu sun ma "
    "zhu hu guo he lin gao luo mao qin hua tsai lai nguyen tran pham le vo dang bui do ngo to ishiba "
    "takaichi kishida abe suga koizumi hayashi iwaya"
)
_OFFICE_BEFORE = re.compile(
    r"\b([A-Z][\w.]{1,14}(?: [A-Z]\w{1,14})?)(?:[’']s)? ((?:[a-z-]{3,14} ){0,3}[a-z-]{3,14}), \Z"
)
_OFFICE_AFTER = re.compile(
    r", (?:the |an? )?([A-Z][\w.]{1,14}(?: [A-Z]\w{1,14})?)(?:[’']s)? ((?:[a-z-]{3,14} ){0,3}[a-z-]{3,14})\b"
)
_BETWEEN_COMMAS = re.compile(r"[a-z]{3,12}, \Z")
_CONTRACTED = re.compile(r"[’'](?:m|ll|d|re|ve|t|s)\Z")
_SMALL_WORDS = word_set("of the and for in on to at by with from as or but")
_CAPITAL_TITLE = re.compile(r",? (?:\()?([A-Z][a-z]{3,14})\b")
_LABEL = re.compile(
    r"(?:^|\n)(?:Briefer|Speaker|Spokesperson|Author|Moderator|Chair|Interviewer|By|Contact|Delivered by)"
    r"(?::|\s) ?\Z"
)
_PART_OF = re.compile(r"[A-Z][a-z]+ (?:of|for) (?:the )?\Z")
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name at [start, end) with its titles (lower case) and what speaks for its being a person's.

    `full_start` is where titles and nation before it begin; `country` an ISO code or "". `evidence` is 2
    for a title, 1 for an apposition or a verb of saying, 0 for capitals alone.
    """

    start: int
    end: int
    full_start: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    country: str
    evidence: int


def name_runs(text: str, start: int, end: int) -> Iterator[NameRun]:
    """Candidates for persons' names in [start, end), in order."""
    position = start
    while True:
        first = _TOKEN.search(text, position, end)
        if first is None:
            return
        tokens = [first]
        while len(tokens) < 12:
            link = _LINK.match(text, tokens[-1].end(), end)
            following = _TOKEN.match(text, link.end(), end) if link else None
            if following is None:
                break
            tokens.append(following)
        position = tokens[-1].end()
        if _word_before(text, tokens[0].start()):
            continue
        yield from _in_run(text, tokens, start, end)


def _word_before(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "@#&")


def _in_run(text: str, tokens: list[re.Match[str]], low: int, end: int) -> Iterator[NameRun]:
    """Cut a run into nation, titles and name."""
    country, full_start, titles = "", -1, list[str]()
    index = 0
    while index < len(tokens):
        at = tokens[index].start()
        known = latin_name_at(text, at, end)
        if known is not None and not _given_name(text, tokens, index, known.end):
            code = known.known.code if known.known.form in ("name", "demonym", "seat") else ""
            country, full_start, titles = code, at, []
            while index < len(tokens) and tokens[index].start() < known.end:
                index += 1
            continue
        kind = _kind(tokens[index].group())
        if kind == "title":
            full_start = at if full_start < 0 else full_start
            titles.append(tokens[index].group().rstrip(".").lower())
            index += 1
        elif kind == "name":
            stop = index + 1
            while stop < len(tokens) and (
                _goes_on(text, tokens, stop, end)
                or (stop == index + 1 and _family_name(text, tokens, stop, low, end, bool(titles)))
            ):
                stop += 1
            if stop < len(tokens) and _kind(tokens[stop].group()) == "title" and stop - index <= 2:
                full_start, index = at, stop  # an adjective we do not know: "Kharvian Foreign Minister"
                continue
            run = _named(text, tokens[index:stop], (country, full_start, tuple(titles)), low, end)
            if run is not None:
                yield run
            country, full_start, titles, index = "", -1, [], stop
        else:
            country, full_start, titles = "", -1, []
            index += 1


def _given_name(text: str, tokens: list[re.Match[str]], index: int, known_end: int) -> bool:
    """Whether a country's name is a person's first name here ("Jordan Ames said")."""
    if tokens[index].group() not in (
        "Jordan",
        "Chad",
        "Georgia",
        "Israel",
        "Kenya",
        "India",
        "Cyprus",
        "Lima",
    ):
        return False
    return (
        index + 1 < len(tokens)
        and tokens[index].end() == known_end
        and _kind(tokens[index + 1].group()) == "name"
    )


def _kind(word: str) -> str:
    bare = word.rstrip(".").lower()
    hyphened = "-" in bare and set(bare.split("-")) <= _TITLE_WORDS
    if (hyphened or bare in PERSON_TITLES or bare in TITLE_MODIFIERS) and not (
        word.isupper() and len(word) < 3
    ):
        return "title"
    if word == "I" or _CONTRACTED.search(word) or bare in _SMALL_WORDS:
        return "other"
    if word in ORGANIZATION_HEADS or (bare in STARTERS and not word.endswith(".")) or bare in _NO_NAMES:
        return "other"
    return "name"


def _goes_on(text: str, tokens: list[re.Match[str]], index: int, end: int) -> bool:
    if _kind(tokens[index].group()) == "title":
        return False
    known = latin_name_at(text, tokens[index].start(), end)
    return known is None or tokens[index].group() in ("Jordan", "Israel", "Chad")


def _family_name(
    text: str, tokens: list[re.Match[str]], index: int, low: int, end: int, titled: bool
) -> bool:
    """Whether a capital’s or country’s name is somebody’s family name: after a title and a first name
    ("judge Lucia Bern")."""
    if _kind(tokens[index].group()) == "title":
        return False
    known = latin_name_at(text, tokens[index].start(), end)
    if known is None or known.end != tokens[index].end() or known.known.form == "demonym":
        return False
    return titled or bool(_titles_before(text, tokens[index - 1].start(), low)[0])


def _named(
    text: str, tokens: list[re.Match[str]], before: tuple[str, int, tuple[str, ...]], low: int, end: int
) -> NameRun | None:
    country, full_start, titles = before
    words = tuple(token.group() for token in tokens)
    if any(word in ORGANIZATION_HEADS or word.lower() in _NO_NAMES for word in words):
        return None
    if titles and all(word.lower() in PERSON_TITLES for word in words):
        return None  # "Mr Speaker", "Madam President": an address, no name
    words, tokens = _without_suffix(words, tokens)
    if len(words) > 4 or not words:
        return None
    start, stop = tokens[0].start(), tokens[-1].end()
    lower, code = _titles_before(text, full_start if full_start >= 0 else start, low)
    evidence = 2 if titles or lower else _evidence(text, start, stop, end)
    if titles and titles[-1] in _MODIFIERS_ONLY and not lower:
        evidence = 0 if len(words) == 1 else 1
    code = code or _nation_beside(text, start, stop, low, end)
    return NameRun(
        start,
        stop,
        full_start if full_start >= 0 else start,
        words,
        (*lower, *titles),
        country or code,
        evidence,
    )


def _without_suffix(
    words: tuple[str, ...], tokens: list[re.Match[str]]
) -> tuple[tuple[str, ...], list[re.Match[str]]]:
    while words and words[-1] in ("Jr.", "Sr.", "II", "III", "IV"):
        words, tokens = words[:-1], tokens[:-1]
    return words, tokens


def _titles_before(text: str, at: int, low: int) -> tuple[tuple[str, ...], str]:
    """Titles in small letters before a name ("North Korean leader", "the spokesman"), and the nation
    there."""
    titles: list[str] = []
    while len(titles) < 5:
        found = _LOWER_TITLE.search(text, max(low, at - 24), at)
        if found is None or found.group(1) not in _TITLE_WORDS | _CALLINGS:
            break
        titles.insert(0, found.group(1))
        at = found.start()
    if not titles or titles[-1] not in _CALLINGS:
        return (), _nation_before(text, at, low)
    return tuple(titles), _nation_before(text, at, low)


def _nation_before(text: str, at: int, low: int) -> str:
    """The nation whose name or adjective ends right before a place ("China’s ", "Chinese ")."""
    stop = at - 1
    if text[max(low, at - 3) : at] in ("’s ", "'s "):
        stop = at - 3
    for length in range(3, 34):
        begin = stop - length
        if begin < low:
            return ""
        if text[begin].isupper() and not text[begin - 1 : begin].isalnum():
            known = latin_name_at(text, begin, stop)
            if known is not None and known.end == stop and known.known.form in ("name", "demonym", "seat"):
                return known.known.code
    return ""


def _nation_beside(text: str, start: int, stop: int, low: int, end: int) -> str:
    """The nation of an office in apposition: "the Greek defence minister, X" · "X, Kenya’s envoy"."""
    before = _OFFICE_BEFORE.search(text, max(low, start - _WINDOW), start)
    after = _OFFICE_AFTER.match(text, stop, end)
    for found in (before, after):
        if found is not None and found.group(2).split(" ")[-1].strip(",") in PERSON_TITLES:
            known = latin_name_at(text, found.start(1), end)
            if known is not None and known.known.form in ("name", "demonym", "seat"):
                return known.known.code
    return ""


def _evidence(text: str, start: int, stop: int, end: int) -> int:
    if _AFTER.match(text, stop, end) or _BEFORE.search(text, max(0, start - 14), start):
        return 1
    title = _CAPITAL_TITLE.match(text, stop, end)
    if title is not None and title.group(1).lower() in _TITLE_WORDS:
        return 1
    if _LABEL.search(text, max(0, start - 24), start):
        return 1
    if _in_apposition(text, start, stop):
        return 1
    comma = _ROLE_COMMA.search(text, max(0, start - _WINDOW), start)
    if comma is not None and comma.group(1).lower() in ROLE_NOUNS:
        return 2
    verb = _VERB_AFTER.match(text, stop, end)
    if _PART_OF.search(text, max(0, start - 24), start):
        return 0  # "the Director General of Civil Aviation wrote"
    return 1 if verb is not None and verb.group(1) in saying_verbs() else 0


def _in_apposition(text: str, start: int, stop: int) -> bool:
    """Whether it stands between commas after a noun ("her opposite number, Piotr Zaleski, …")."""
    if (
        " " not in text[start:stop]
        or not text.startswith(", ", stop)
        or not text[stop + 2 : stop + 3].islower()
    ):
        return False
    return _BETWEEN_COMMAS.search(text, max(0, start - 14), start) is not None


_TITLE_WORDS = PERSON_TITLES | TITLE_MODIFIERS
_CALLINGS = PERSON_TITLES | frozenset(trade for trade in TRADES if not trade.endswith("s"))
"""What may stand before a name in small letters; TRADES has plurals, which may not."""
_MODIFIERS_ONLY = TITLE_MODIFIERS - PERSON_TITLES
_NO_NAMES = word_set(
    "debate assembly room building session gazette bulletin monitor today yesterday tomorrow tonight york "
    "angeles port fort mount i "
    "january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday north south east west northern southern eastern western "
    "central sea river lake mountain mountains island islands strait gulf bay ocean canal dam street "
    "avenue square road province region district county valley plain peninsula declaration agreement "
    "treaty accord convention protocol charter memorandum resolution article annex appendix chapter "
    "section figure table photo image news times post daily herald tribune journal review agency "
    "international global world regional economic high-speed peace war summit conference talks plan "
    "project programme program zone railway bridge pipeline policy act law bill article nobel prize cup "
    "games festival television radio media press university mr mrs god yes no please thank thanks let "
    "good dear ladies gentlemen see sources source update question answer note editor’s"
)
