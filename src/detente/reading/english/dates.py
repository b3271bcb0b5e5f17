"""Date expressions in English: where they stand and which parts they state.

`written_dates` finds the spans; which year a date without one means is reckoned afterwards (`reckoning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.english.words import MONTHS
from detente.reading.word_lists import words_in_order
from detente.reading.written_date import WrittenDate

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|"
    r"Aug(?:ust|"
    r"\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|"
    r"MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DASH = r"\s?(?:-|–|—|to|and|through|until)\s?"
_HYPHEN = r"\s?[-–—]\s?"
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ])"
_NUMBER_WORDS = words_in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)
_ORDINAL = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_END = r"(?![\w])"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "iso",
        re.compile(
            rf"(?<![\w/.-])(?P<y>{_YEAR})-(?P<mn>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|"
            rf"3[01]))?(?:T[\d:.]{{4,15}}Z?)?(?![\w-])"
        ),
    ),
    (
        "ymd",
        re.compile(
            rf"(?<![\w/.-])(?P<y>{_YEAR})[/.](?P<mn>0?[1-9]|1[0-2])[/.](?P<d>0?[1-9]|[12]\d|3[01])(?![\w/-])"
        ),
    ),
    (
        "dmy-digits",
        re.compile(
            rf"(?<![\w/.-])(?P<d>0?[1-9]|[12]\d|3[01])[/.](?P<mn>0?[1-9]|"
            rf"1[0-2])[/.](?P<y>{_YEAR})(?![\w/-]|\.\d)"
        ),
    ),
    (
        "day-month",
        re.compile(
            rf"(?<![\w])(?:(?P<w>{_WEEKDAY}),? )?(?:the )?(?P<d>{_DAY})(?:{_DASH}(?P<d2>{_DAY}))?(?: "
            rf"day)?(?: of)? (?P<m>{_MONTH})"
            rf"(?:,? (?P<y>{_YEAR}))?{_END}"
        ),
    ),
    (
        "day-month-range",
        re.compile(
            rf"(?<![\w])(?P<d>{_DAY}) (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?{_HYPHEN}(?P<d2>{_DAY}) "
            rf"(?P<m2>{_MONTH})(?:,? (?P<y2>{_YEAR}))?{_END}"
        ),
    ),
    (
        "word-day-month",
        re.compile(
            rf"(?<![\w])(?:the )?(?P<dw>{_ORDINAL})(?: day)? of (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?{_END}",
            re.IGNORECASE,
        ),
    ),
    (
        "month-day-range",
        re.compile(
            rf"(?<![\w])(?P<m>{_MONTH}) (?P<d>{_DAY}){_HYPHEN}(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:,? "
            rf"(?P<y>{_YEAR}))?{_END}"
        ),
    ),
    (
        "month-day",
        re.compile(
            rf"(?<![\w])(?:(?P<w>{_WEEKDAY}),? )?(?P<m>{_MONTH}) "
            rf"(?P<d>{_DAY})(?![\d:])(?:{_DASH}(?P<d2>{_DAY})(?![\d:]))?(?:,? (?P<y>{_YEAR}))?{_END}"
        ),
    ),
    (
        "month-range",
        re.compile(rf"(?<![\w])(?P<m>{_MONTH}){_HYPHEN}(?P<m2>{_MONTH})(?:,? (?P<y>{_YEAR}))?{_END}"),
    ),
    ("month-year", re.compile(rf"(?<![\w])(?P<p>{_PART})?(?P<m>{_MONTH}),?(?: of)? (?P<y>{_YEAR}){_END}")),
    (
        "quarter",
        re.compile(
            rf"(?<![\w])(?:Q(?P<q>[1-4])|(?:the )?(?P<qw>first|second|third|fourth) quarter)(?: "
            rf"of)?,? (?P<y>{_YEAR}){_END}"
        ),
    ),
    (
        "season",
        re.compile(
            rf"(?<![\w])(?P<p>{_PART})?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? "
            rf"(?P<y>{_YEAR}){_END}"
        ),
    ),
    ("decade", re.compile(rf"(?<![\w])(?P<p>{_PART})?(?P<dec>(?:1[5-9]|20)\d0)[’']?s{_END}")),
    (
        "year-range",
        re.compile(rf"(?<![\w/.,$€£-])(?P<y>{_YEAR}){_HYPHEN}(?P<y2>{_YEAR}|\d\d)(?![\w.,]\d|[\w-])"),
    ),
    ("year", re.compile(rf"(?<![\w/.,$€£¥₩%#-])(?P<p>{_PART})?(?P<y>{_YEAR})(?![\w%/]|[.,:-]\d)")),
    ("month", re.compile(rf"(?<![\w])(?P<p>{_PART})?(?P<m>{_MONTH}){_END}")),
    (
        "month-of-year",
        re.compile(
            rf"(?<![\w])(?P<p>{_PART})?(?:(?P<d>{_DAY})(?: of)? )?(?P<m>{_MONTH})(?: (?P<d2>{_DAY}))?,?"
            rf"(?: of)? (?P<r>(?:last|this|next) year){_END}"
        ),
    ),
    (
        "relative-month",
        re.compile(
            r"\b(?P<r>(?:last|next|this|this past|this coming) (?:January|February|March|April|May|"
            r"June|July|August|September|October|November|December))\b"
        ),
    ),
    (
        "relative",
        re.compile(
            r"\b(?P<r>(?:[Yy]esterday|[Tt]omorrow|[Tt]oday|[Tt]onight|the day before yesterday|the "
            r"day after tomorrow|"
            r"(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) (?:this|last|next) (?:week|month|year)|"
            r"(?:[Ll]ast|[Nn]ext|[Tt]his) (?:week|month|year|weekend|spring|summer|autumn|fall|winter|"
            r"night|morning|afternoon|evening|quarter|decade)|"
            r"(?:the )?(?:previous|following|same|next|preceding) (?:day|week|month|year)|"
            r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
            r"twenty|thirty) "
            r"(?:days?|weeks?|months?|years?|decades?) (?:ago|earlier)|"
            r"(?:(?:[Ll]ast|[Nn]ext|[Tt]his|this coming|this past|early|late) )?(?:Monday|Tuesday|"
            r"Wednesday|Thursday|Friday|Saturday|Sunday))(?:s\b(?!\w))?)(?![\w])"
        ),
    ),
)
_TRIGGER = re.compile(
    r"\d{4}|\d0s|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|"
    r"SEP|OCT|NOV|DEC)|"
    r"day\b|\b(?:last|next|this|Last|Next|This|ago|earlier|tonight|tomorrow|Tomorrow|week|month|year)\b"
)
_REACH = 48
# The longest match at the leftmost place wins; patterns further up win at equal length.

_AMBIGUOUS = frozenset(
    {
        "May",
        "March",
        "Mar",
        "June",
        "April",
        "August",
        "Jan",
        "Dec",
        "Sep",
        "Oct",
        "Mar.",
        "MAY",
        "MARCH",
        "Jun",
        "Jul",
    }
)
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|by|since|until|till|of|from|to|before|after|for|through|during|as|last|next|this|early|"
    r"late|mid|every|each|"
    r"between|and|or|on|the|its|their|a|that|past|previous|coming|following|ending|around|throughout|"
    r"planned|scheduled)|[,(—–-])\s?\Z",
    re.IGNORECASE,
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|than|least|most|approximately|roughly|additional|another|"
    r"total|exactly|only|"
    r"resolution|resolutions|no\.|nos\.|number|article|section|room|flight|page|pp?\.|law|decree|act|"
    r"chapter|agenda|vision|"
    r"horizon|boeing|airbus|channel|highway|route|paragraph|order|directive|case|model|strategy|of "
    r"about|up to|"
    r"unscr|unsc|s/res|rule|regulation|form|line|hotel|studio)|[$€£¥₩#№:])\s?\Z",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"\s(?:troops|soldiers|people|persons|men|women|civilians|refugees|families|households|homes|"
    r"houses|villages|"
    r"villagers|residents|km|kilomet|met(?:re|er)s|miles|m\b|tonnes|tons|megawatt|mw\b|gw\b|cubic|"
    r"hectares|acres|"
    r"square|dollars|euros|won\b|yuan|yen|rupees|barrels|ships|vessels|boats|aircraft|missiles|tanks|"
    r"vehicles|"
    r"officers|police|workers|employees|students|cases|deaths|metric|kg|feet|ft\b|degrees|hours|mah|"
    r"volts|pages|words|"
    r"fishermen|fishers|farmers|trucks|containers|migrants|passengers|delegates|protesters|head of)",
    re.IGNORECASE,
)
_FOLLOWED_BY_NAME = re.compile(r"\s[A-Z][a-z]+")


def written_dates(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """Date expressions in [start, end), the longest at each place, none overlapping."""
    for first, last in _windows(text, start, end):
        yield from _in_window(text, first, last)


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around whatever can be a part of a date, cut between words; the rest is not looked at."""
    opened: tuple[int, int] | None = None
    for found in _TRIGGER.finditer(text, start, end):
        first, last = max(start, found.start() - _REACH), min(end, found.end() + _REACH)
        if opened is not None and first <= opened[1]:
            opened = opened[0], last
            continue
        if opened is not None:
            yield _between_words(text, opened, start, end)
        opened = first, last
    if opened is not None:
        yield _between_words(text, opened, start, end)


def _between_words(text: str, window: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    first, last = window
    while first > start and not text[first - 1].isspace():
        first -= 1
    while last < end and not text[last].isspace():
        last += 1
    return first, last


def _in_window(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    found = []
    for number, (name, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(text, start, end):
            found.append((match.start(), match.start() - match.end(), number, name, match))
    found.sort(key=lambda item: item[:3])
    position = start
    for _, _, _, name, match in found:
        if match.start() < position:
            continue
        date = _date(name, match, text)
        if date is not None:
            yield date
            position = date.end


def _date(name: str, match: re.Match[str], text: str) -> WrittenDate | None:
    if name in ("relative", "relative-month"):
        return _relative(match, text)
    if name == "month-of-year":
        return _of_year(match)
    if name in ("year", "season", "year-range") and not _a_year(match, text):
        return None
    if name == "month" and not _a_month(match, text):
        return None
    parts = match.groupdict()
    start = match.start()
    if match.group().startswith("the "):
        start += 4
    year = _number(parts.get("y"))
    last_year = _number(parts.get("y2"))
    if last_year is not None and last_year < 100 and year is not None:
        last_year += year // 100 * 100
    if last_year is not None and year is not None and last_year <= year:
        return None
    day = _number(parts.get("d"))
    if parts.get("dw"):
        day = _NUMBER_WORDS.index(parts["dw"].lower()) + 1
    return WrittenDate(
        start, match.end(), year if not parts.get("dec") else int(parts["dec"]), _month(parts), day,
        _number(parts.get("d2")), _month_number(parts.get("m2")), last_year, bool(parts.get("dec")),
        _quarter(parts), (parts.get("p") or "").strip(" -").lower(),
        weekday=_weekday(parts.get("w")), relative="season" if name == "season" else "",
    )  # fmt: skip


def _relative(match: re.Match[str], text: str) -> WrittenDate | None:
    words = match.group()
    if words.lower() == "today" and (
        re.match(r"[’']s\b", text[match.end() : match.end() + 2])
        or re.search(r"\bof \Z", text[max(0, match.start() - 4) : match.start()])
    ):
        return None
    if words.endswith("days") and words[:1].isupper():
        return None
    if re.match(
        r"(?:-|\s(?:Times|Post|Herald|Review|Agreement|Accords?|Group))", text[match.end() : match.end() + 11]
    ):
        return None
    return WrittenDate(match.start(), match.end(), relative=words.lower())


def _of_year(match: re.Match[str]) -> WrittenDate:
    """ "June last year", "3 May this year", "Oct. 5 of last year": one date."""
    parts = match.groupdict()
    return WrittenDate(
        match.start(), match.end(), month=_month(parts), day=_number(parts["d"] or parts["d2"]),
        part=(parts["p"] or "").strip(" -").lower(), relative=parts["r"],
    )  # fmt: skip


def _a_year(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    if _NOT_YEAR_BEFORE.search(before):
        return False
    return not _UNIT_AFTER.match(text, match.end())


def _a_month(match: re.Match[str], text: str) -> bool:
    word = match.group("m")
    if match.group("p"):
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    if word.rstrip(".") in (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
    ):
        return bool(re.search(r"\b(?:in|by|since|until|of|from|last|next|this|late|early)\s\Z", before))
    if _FOLLOWED_BY_NAME.match(text, match.end()) and not re.search(
        r"\b(?:in|last|next|since|the)\s\Z", before
    ):
        return False
    if word in _AMBIGUOUS or word.isupper():
        if not _MONTH_LEAD.search(before):
            return False
        if word in ("May", "March", "MAY", "MARCH"):
            return bool(
                re.search(
                    r"\b(?:in|by|since|until|till|from|last|next|this|early|late|of|before|after|for|"
                    r"through|during|to|between|and|a|the|its|on)\s\Z",
                    before,
                )
            ) and not (
                word == "March"
                and re.match(r"\s(?:on|for|by|of|against|to)\b", text[match.end() : match.end() + 9])
                and before.endswith(("the ", "a "))
            )
    return True


def _month(parts: dict[str, str | None]) -> int | None:
    numeral = parts.get("mn")
    return int(numeral) if numeral else _month_number(parts.get("m"))


def _month_number(word: str | None) -> int | None:
    return MONTHS.get(word.rstrip(".").lower()) if word else None


def _weekday(word: str | None) -> int | None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return days.index(word[:3].lower()) if word else None


def _quarter(parts: dict[str, str | None]) -> int | None:
    if parts.get("q"):
        return _number(parts["q"])
    word = parts.get("qw")
    return ("first", "second", "third", "fourth").index(word) + 1 if word else None


def _number(word: str | None) -> int | None:
    return int(re.sub(r"\D", "", word)) if word else None
