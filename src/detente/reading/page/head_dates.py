"""The date a document gives itself in one of its first lines: beside the author, the place or the agency.

A date in a head line counts only where the line sets it off: "By M. Adler, 2 May 2026", "Geneva, 3 March
2026", "동북아통신 | 2026년 4월 13일". "The 9 May 2024 accord and after" is a title that holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.errors import ArgumentError
from detente.evidence.dates import PartialDate, parse
from detente.reading.cjk.dates import cjk_dates
from detente.reading.english.dates import written_dates
from detente.reading.written_date import WrittenDate

_LINES, _REACH, _WIDEST = 12, 1_200, 140
_SET_OFF = r"[,|·•/／—–:：()（）\[\]【】<>~=-]"
_LABEL = (
    r"published|posted|issued|released|filed|dated?|updated|first published|on|기사입력|입력|등록|승인|작성|"
    r"게재|발행|"
    r"发布|發布|时间|時間|日期|掲載|公開|配信|投稿|更新"
)
_BEFORE = re.compile(
    rf"(?:\A|{_SET_OFF})[\s#*_>]*(?:(?:{_LABEL})(?:\s?(?:on|日時|日|시간))?\s?[:：]?\s*)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[\s*_]*(?:\([^)]{{1,12}}\)\s*)?(?:(?:오전|오후|at\s)?\s?\d{{1,2}}[:시时時]\d{{0,2}}.{{0,24}})?"
    rf"(?:(?:{_LABEL})\s*)?(?:\Z|{_SET_OFF}|\s{{2,}}|\s(?:by\s|来源|來源|출처|기자|記者|作者))",
    re.IGNORECASE,
)


def head_date(text: str) -> PartialDate | None:
    """The first full date that one of the text's head lines sets off; None without one."""
    return next((found for line in _head_lines(text) if (found := date_of_line(line)) is not None), None)


def date_of_line(line: str) -> PartialDate | None:
    """The full date a line sets off from its other words; None without one."""
    for date in _dates(line):
        if _BEFORE.search(line, 0, date.start) and _AFTER.match(line, date.end):
            return _full(date)
    return None


def _head_lines(text: str) -> Iterator[str]:
    """The first lines that are no running text."""
    for line in text[:_REACH].split("\n")[: 2 * _LINES]:
        words = line.strip()
        if words and len(words) <= _WIDEST and not words.endswith((".", "。", "”", '"', "?", "？")):
            yield words


def _dates(line: str) -> list[WrittenDate]:
    found = [*written_dates(line, 0, len(line)), *cjk_dates(line, 0, len(line))]
    return sorted(
        (date for date in found if date.year and date.month and date.day), key=lambda date: date.start
    )


def _full(date: WrittenDate) -> PartialDate | None:
    try:
        return parse(f"{date.year:04}-{date.month:02}-{date.day:02}")
    except ArgumentError:  # a day that no calendar has
        return None
