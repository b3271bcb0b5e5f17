"""Which date a date expression means: the year it leaves out, the day it counts from.

A date without a year takes it from the reference: the document's own date when known, else the latest date of
the text that is not ahead of it. Whatever is taken from elsewhere is marked as inferred, with the reference.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from detente.evidence.dates import Basis, PartialDate, precision_of
from detente.reading.english.words import MONTHS
from detente.reading.written_date import WrittenDate

_AHEAD = re.compile(
    r"\b(?:(?:by|until|till|before|no later than|not later than)(?: the)?(?: end of| start of|"
    r" early| mid-?| late)? |"
    r"(?:will|shall|scheduled|planned|upcoming|next|(?<!the )(?<!a )(?<!its )(?<!his )(?<!her )"
    r"(?<!their )plans?|plans? (?:to|for)|due|expected|ahead of|set (?:for|to)|"
    r"to (?:be|meet|visit|resume|begin|host|travel|hold)|starting|deadline|target|would|slated|"
    r"resumes?|begins)\b"
    r"[^.;]{0,40})\Z",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:exten|prolong|renew|suspen|postpon|delay|halt|ban|bar|clos|impos|order|allow|permit|grant|valid|"
    r"remain|stay|last|run|agree|exempt|waiv|freez|froze|pause|keep|kept|schedul)\w{0,8}\b"
    r"[^.;]{0,60}\bthrough (?:the )?(?:(?:end|middle|start|beginning) of (?:the )?|early |mid-?|late )?\Z",
    re.IGNORECASE,
)
"""A stretch of time that somebody sets runs to a day ahead: "extended the truce through March 31"."""
_CAME_TRUE = re.compile(
    r"\b(?:planned|upcoming|next|plans?|scheduled|expected|deadline|target)\b[^.;,]{0,30}?"
    r"(?<!\bbe )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bto )\b(?:was|were|met|began|took|came|went|held|"
    r"opened|started|ended|collapsed|failed|passed|expired|announced|signed|broke)\b"
    r"(?! (?:to|for|due|set|scheduled|planned|expected|slated)\b)[^.;]{0,30}(?<!\bfor )(?<!\bby )\Z",
    re.IGNORECASE,
)
"""What was planned and took place: "the planned talks were held on Aug. 21"."""
_HAD = re.compile(r"\bhad (?:\w+ly )?\w+[^.;]{0,80}\b(?:by|until|till|through) \Z", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:prepared|ready|willing|poised|likely|able|(?:agree|hope|intend|vow|pledge|promise|plan|propose|urge|"
    r"request|demand|offer|want|aim|ask|expect)(?:e?[sd])?|calls? on|called on|told) (?:[\w’'-]+ ){0,5}to "
    r"(?:(?!\b(?:since|after|following|of|\w{3,12}ed)\b)[^.;]){0,80}\Z"
)
"""What somebody is ready, promises or is asked to do lies ahead."""
_BACK = re.compile(
    r"\b(?:since|last|ago|after|following|was|were|had|met|began|took|said|held|came|went|sent|won|"
    r"lost|fell|rose|"
    r"\w{3,12}ed)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_CJK_AHEAD = re.compile(
    r"(?:底|末|初|말|초|중순)?(?:前|之前|까지|께? ?(?:로 )?예정|로 예정|"
    r"に(?:も)?(?:[^。、]{0,12})(?:予定|始まる|開かれる|開く|見通し))"
)
_CJK_COMING = re.compile(r"(?:将|將|预计|預計|오는|다음|来る)[^，、。\s]{0,3}\s?\Z")
_CJK_MEANT = re.compile(r"(?:(?!에서|만나 |열고|갖고|통화)[^.。]){0,20}기로 ")
_CJK_OPEN = re.compile(r"\s?(?:부터|から|より|起|까지|まで|前|之前)")
_CJK_PAST = re.compile(
    r"[^。！？!?\n]{0,200}?(?:[했됐였았었렸겼났혔갔왔쳤뒀](?:다|고|으며|으나|지만)|述べ|語っ|[しっれ]た(?!い)|発表|表明|"
    r"宣布|表示|指出|强调|強調|[称稱说說](?![的明])|了)"
)
_SAME_MONTH = re.compile(r"(?:同月|같은 ?달|동월) ?\Z")
_TOO_FAR = dt.timedelta(days=5 * 366)
_SINCE = re.compile(r"\b(?:since|last|past) \Z", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT = re.compile(r"(\d{1,3}|[a-z]+) (day|week|month|year|decade)s? (?:ago|earlier)")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


class Reckoner:
    """Resolves the written dates of one document in text order."""

    def __init__(self, text: str, written: Iterable[WrittenDate], published: PartialDate | None) -> None:
        self.text = text
        first = published.bounds()[1] if published is not None else None
        self.fixed = first is not None
        self.reference = first or self._anchor(written)
        self.told: dt.date | None = None  # the first day of the date before

    def date(self, written: WrittenDate) -> PartialDate | None:
        """What a written date means, or None when it is no date of the calendar."""
        try:
            relative = written.relative and written.relative != "season"
            meant = self._relative(written) if relative else self._absolute(written)
        except (ValueError, OverflowError):
            return None
        self.told = meant.bounds()[0] if meant is not None else self.told
        return meant

    def _anchor(self, written: Iterable[WrittenDate]) -> dt.date | None:
        """The latest date stated with its year that nothing puts into the future; None when it is years older
        than the next one ahead, so that the text may have been written at any time between."""
        past: list[dt.date] = []
        ahead: list[dt.date] = []
        for date in written:
            if date.year is None or date.decade or date.relative:
                continue
            try:
                day = dt.date(date.year, date.month or 1, date.day or 1)
            except ValueError:
                continue
            (ahead if self._ahead(date) else past).append(day)
        latest = max(past, default=None)
        following = min((day for day in ahead if latest is None or day > latest), default=None)
        if latest is not None and following is not None and following - latest > _TOO_FAR:
            return None
        return latest

    def _behind(self, written: WrittenDate) -> bool:
        """Whether the words put a date before the reference."""
        if _SINCE.search(self.text, max(0, written.start - 10), written.start):
            return True
        return self.fixed and _BACK.search(self.text, max(0, written.start - 60), written.start) is not None

    def _ahead(self, written: WrittenDate) -> bool:
        if _CJK_AHEAD.match(self.text, written.end):
            return True
        if _CJK_MEANT.match(self.text, written.end):
            return True
        if _CJK_COMING.search(self.text, max(0, written.start - 8), written.start):
            return True
        low = max(0, written.start - 100)
        if _HAD.search(self.text, low, written.start) or _CAME_TRUE.search(self.text, low, written.start):
            return False
        if _LASTING.search(self.text, low, written.start):
            return True
        if _AHEAD.search(self.text, max(0, written.start - 48), written.start):
            return True
        return _MEANT.search(self.text, max(0, written.start - 140), written.start) is not None

    def _is_over(self, written: WrittenDate) -> bool:
        """Whether the sentence tells of a day as past, in a text whose own date is known."""
        if not self.fixed or _CJK_OPEN.match(self.text, written.end):
            return False
        return _CJK_PAST.match(self.text, written.end) is not None

    def _absolute(self, written: WrittenDate) -> PartialDate | None:
        year, basis = written.year, "stated"
        if written.year is None and written.month is None and written.day is not None:
            return self._day(written)
        if year is None:
            if self.reference is None or written.month is None:
                return self._bare(written)
            year, basis = self._year(written), "inferred"
        date = _stated(written, year, "inferred" if basis == "inferred" else "stated")
        if basis == "inferred" and self.reference is not None:
            date = replace(date, reference=self.reference.isoformat())
            self._move(date)
        return date

    def _day(self, written: WrittenDate) -> PartialDate:
        """The day of a month nobody names ("21일"): the one nearest to the reference, on the side the words
        point to; unknown without a reference."""
        reference = self.reference
        if reference is None or written.day is None:
            return PartialDate(None, "unknown", "inferred")
        if self.told is not None and _SAME_MONTH.search(self.text, max(0, written.start - 5), written.start):
            same = self.told.replace(day=written.day)
            return PartialDate(same.isoformat(), "day", "inferred", reference.isoformat())
        options = []
        for step in (-1, 0, 1):
            months = reference.year * 12 + reference.month - 1 + step
            try:
                options.append(dt.date(months // 12, months % 12 + 1, written.day))
            except ValueError:
                continue
        if self._ahead(written):
            options = [option for option in options if option >= reference] or options
        elif self._is_over(written):
            options = [option for option in options if option <= reference + dt.timedelta(days=1)] or options
        day = min(options, key=lambda option: abs((option - reference).days))
        if written.last_day is not None and written.last_day > day.day:
            value = f"{day.isoformat()}/{day.replace(day=written.last_day).isoformat()}"
            return PartialDate(value, "interval", "inferred", reference.isoformat())
        return PartialDate(day.isoformat(), "day", "inferred", reference.isoformat())

    def _bare(self, written: WrittenDate) -> PartialDate | None:
        return PartialDate(None, "unknown", "inferred") if written.month is not None else None

    def _year(self, written: WrittenDate) -> int:
        """The year that puts the date nearest to the reference, on the side the words point to."""
        assert self.reference is not None and written.month is not None
        reference = self.reference
        options = []
        for year in (reference.year - 1, reference.year, reference.year + 1):
            try:
                options.append(dt.date(year, written.month, written.day or 15))
            except ValueError:
                continue
        if not options:
            raise ValueError("no such day")
        slack = dt.timedelta(days=20 if written.day is None else 2)
        if self._ahead(written):
            options = [option for option in options if option >= reference - slack] or options
        elif self._behind(written):
            options = [option for option in options if option <= reference + slack] or options
        if written.weekday is not None:
            options = [option for option in options if option.weekday() == written.weekday] or options
        return min(options, key=lambda option: abs((option - reference).days)).year

    def _move(self, date: PartialDate) -> None:
        """A day told as past becomes the reference of what follows, unless the document's own date is
        known."""
        first = date.bounds()[0]
        if not self.fixed and date.precision == "day" and first is not None and self.reference is not None:
            self.reference = max(self.reference, first)

    def _relative(self, written: WrittenDate) -> PartialDate | None:
        """What "yesterday" or "last year" means; None when nothing tells from when to count."""
        reference, words = self.reference, written.relative
        if reference is None or not (self.fixed or written.month is not None or written.day is not None):
            return self._bare(written) if written.day is None else PartialDate(None, "unknown", "inferred")
        if written.month is not None:
            year = reference.year + _step(words)
            return replace(_stated(written, year, "inferred"), reference=reference.isoformat())
        day = _relative_day(words, reference)
        if day is not None:
            return PartialDate(day.isoformat(), "day", "inferred", reference.isoformat())
        value = _relative_span(words, reference)
        if value is None:
            return None
        if written.day is not None:
            value = dt.date.fromisoformat(f"{value}-{written.day:02}").isoformat()
        return PartialDate(value, precision_of(value), "inferred", reference.isoformat())


def _stated(written: WrittenDate, year: int, basis: Basis) -> PartialDate:
    if written.decade:
        return PartialDate(f"{year:04}"[:3], "decade", basis)
    if written.quarter is not None:
        return PartialDate(f"{year:04}-Q{written.quarter}", "quarter", basis)
    if written.last_year is not None and written.month is None:
        return PartialDate(f"{year:04}/{written.last_year:04}", "interval", basis)
    if written.month is None:
        return PartialDate(f"{year:04}", "year", basis)
    if written.day is None and written.last_month is not None:
        return PartialDate(
            f"{year:04}-{written.month:02}/{year:04}-{written.last_month:02}", "interval", basis
        )
    if written.day is None:
        return PartialDate(f"{year:04}-{written.month:02}", "month", basis)
    first = dt.date(year, written.month, written.day)
    if written.last_day is None:
        return PartialDate(first.isoformat(), "day", basis)
    last = dt.date(written.last_year or year, written.last_month or written.month, written.last_day)
    return PartialDate(f"{first.isoformat()}/{last.isoformat()}", "interval", basis)


def _relative_day(words: str, reference: dt.date) -> dt.date | None:
    steps = {"yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0, "last night": -1, "this morning": 0,
             "this afternoon": 0, "this evening": 0, "the day before yesterday": -2,
             "the day after tomorrow": 2}  # fmt: skip
    if words in steps:
        return reference + dt.timedelta(days=steps[words])
    weekday = next((number for number, name in enumerate(_WEEKDAYS) if words.endswith(name)), None)
    if weekday is not None:
        back = (reference.weekday() - weekday) % 7
        if words.startswith(("next", "this coming")):
            return reference + dt.timedelta(days=(7 - back) if back else 7)
        if words.startswith("last") and back == 0:
            back = 7
        return reference - dt.timedelta(days=back)
    count = _COUNT.fullmatch(words)
    if count is not None and count.group(2) in ("day", "week"):
        number = _amount(count.group(1))
        return (
            None
            if number is None
            else reference - dt.timedelta(days=number * (7 if count.group(2) == "week" else 1))
        )
    return None


def _relative_span(words: str, reference: dt.date) -> str | None:
    count = _COUNT.fullmatch(words)
    if count is not None:
        number = _amount(count.group(1))
        return None if number is None else _counted(count.group(2), number, reference)
    step = _step(words)
    if words.endswith("year"):
        return f"{reference.year + step:04}"
    if words.endswith("month"):
        months = reference.year * 12 + reference.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if words.endswith("week"):
        monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=step)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    for name, (first, last) in _SEASONS.items():
        if words.endswith(name):
            year = reference.year + (step if step > 0 or reference.month <= last else 0)
            return f"{year:04}-{first:02}/{year:04}-{last:02}"
    return _named_month(words, step, reference)


def _step(words: str) -> int:
    """-1 for the last, 1 for the next, 0 for this."""
    if "last" in words or "past" in words or "previous" in words:
        return -1
    return 1 if "next" in words or "coming" in words else 0


def _named_month(words: str, step: int, reference: dt.date) -> str | None:
    month = MONTHS.get(words.split()[-1])
    if month is None:
        return None
    year = reference.year
    if step < 0 and month >= reference.month:
        year -= 1
    if step > 0 and month <= reference.month:
        year += 1
    return f"{year:04}-{month:02}"


def _counted(unit: str, number: int, reference: dt.date) -> str | None:
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 - number
        return f"{months // 12:04}-{months % 12 + 1:02}"
    years = number * (10 if unit == "decade" else 1)
    return f"{reference.year - years:04}" if unit in ("year", "decade") and reference.year > years else None


def _amount(word: str) -> int | None:
    return int(word) if word.isdecimal() else _NUMBERS.get(word)
