"""Date expressions in Korean, Chinese and Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.reading.written_date import WrittenDate

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_DIGITS = str.maketrans("〇零一二三四五六七八九０１２３４５６７８９", "00123456789" + "0123456789")
_N = r"[0-9０-９]"
_MONTH = r"(?:1[0-2]|0?[1-9]|[１-９]|１[０-２])"
_DAY = rf"(?:3[01]|[12]{_N}|0?[1-9]|[１-３][０-９]|[１-９])"
_TO = r"\s?(?:[~∼～〜–-]|[日일]?(?:[至到、]|から|부터\s))\s?"
_DATE = re.compile(
    rf"(?:(?:(?P<era>{'|'.join(_ERAS)})(?P<ey>{_N}{{1,3}}|元)|(?P<y>(?:1[5-9]|20|21|１[５-９]|"
    rf"２[０１]){_N}{{2}}|[一二][〇零一二三四五六七八九]{{3}}))\s?[年년](?![代대])"
    rf"(?:\s?(?P<m>{_MONTH})\s?[月월](?:\s?(?P<d>{_DAY})(?:{_TO}(?P<e>{_DAY}))?\s?[日일号號])?)?)"
    rf"|(?<![0-9０-９])(?P<m2>{_MONTH})\s?[月월](?![가-힣]?달)"
    rf"(?:\s?(?P<d2>{_DAY})(?:{_TO}(?P<e2>{_DAY}))?\s?[日号號일])?"
    rf"|(?<![0-9０-９.,年월년∼~～〜–第제약·-])(?P<d3>{_DAY})(?:{_TO}(?P<e3>{_DAY}))?[일日]"
    r"(?! ?(?:간|째|동안|차|정|장|당|치|분|만에|이내|내내|연속|이상|안에|가량)| (?:전|후|뒤|남)|"
    r"[間目程後前以連本中韓米系産付0-9])"
    r"|(?<![0-9.])(?P<y4>20[0-9]{2})\. ?(?P<m4>1[0-2]|0?[1-9])\. ?(?P<d4>3[01]|[12][0-9]|0?[1-9])\.?(?![0-9])"
    r"|(?P<c>(?:上|20|二十)(?:个)?世[纪紀]|19|20)(?P<ten>[0-9]0|[二三四五六七八九]十)[年년][代대]"
)
_TENS = {"二十": 20, "三十": 30, "四十": 40, "五十": 50, "六十": 60, "七十": 70, "八十": 80, "九十": 90}
_WEEKDAY = re.compile(
    r"\s?[（(](?:[月火水木金土日](?:曜日?)?(?:・祝)?|[월화수목금토일](?:요일)?|(?:周|週|星期|礼拜|"
    r"禮拜)[一二三四五六日天])[）)]"
)
_RELATIVE = re.compile(
    r"(?<![가-힣])(?P<k>지난해|작년|올해|내년|재작년|지난 ?달|이달|다음 ?달|지난 ?주|다음 ?주|이번 ?주|"
    r"어제|오늘|내일)(?=[\s,.은는이가의에부까도]|$)"
    r"|(?P<h>去年|昨年|今年|明年|来年|來年|上个月|上個月|先月|今月|来月|下个月|下個月|上月|下月|本月|"
    r"上周|上週|先週|"
    r"今週|来週|下周|下週|昨天|昨日|今天|本日|明天|明日|きょう|きのう|あす)(?![会会報报本])"
)
_WORDS = {
    "지난해": "last year", "작년": "last year", "올해": "this year", "내년": "next year",
    "재작년": "two years ago",
    "지난달": "last month", "이달": "this month", "다음달": "next month", "지난주": "last week",
    "다음주": "next week",
    "이번주": "this week", "어제": "yesterday", "오늘": "today", "내일": "tomorrow", "去年": "last year",
    "昨年": "last year", "今年": "this year", "明年": "next year", "来年": "next year", "來年": "next year",
    "上个月": "last month", "上個月": "last month", "先月": "last month", "今月": "this month",
    "来月": "next month", "上月": "last month", "下月": "next month", "本月": "this month",
    "下个月": "next month", "下個月": "next month", "上周": "last week", "上週": "last week",
    "先週": "last week",
    "今週": "this week", "来週": "next week", "下周": "next week", "下週": "next week", "昨天": "yesterday",
    "昨日": "yesterday", "今天": "today", "本日": "today", "明天": "tomorrow", "明日": "tomorrow",
    "きょう": "today", "きのう": "yesterday", "あす": "tomorrow",
}  # fmt: skip


def cjk_dates(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """Date expressions in [start, end), in order."""
    found = [_date(text, match, end) for match in _DATE.finditer(text, start, end)]
    for match in _RELATIVE.finditer(text, start, end):
        word = match.group().replace(" ", "")
        found.append(WrittenDate(match.start(), match.end(), relative=_WORDS[word]))
    found.sort(key=lambda date: date.start)
    position = start
    for date in _told_by_words(found):
        if date.start >= position:
            yield date
            position = date.end


def _told_by_words(dates: list[WrittenDate]) -> Iterator[WrittenDate]:
    """지난해 11월, 다음 달 3일: two expressions, and the words tell the year or month of the figures."""
    held: WrittenDate | None = None
    for date in dates:
        if held is not None and date.start - held.end <= 1 and date.year is None:
            year = held.relative.endswith("year") and date.month is not None
            month = held.relative.endswith("month") and date.month is None and date.day is not None
            if year or month:
                date = replace(date, relative=held.relative)
        yield date
        held = date if date.relative and date.month is None and date.day is None else None


def _date(text: str, match: re.Match[str], end: int) -> WrittenDate:
    if match.group("c"):
        return _decade(match)
    year = _number(match.group("y") or match.group("y4"))
    if match.group("era"):
        year = _ERAS[match.group("era")] + (
            1 if match.group("ey") == "元" else _number(match.group("ey")) or 0
        )
    month = _number(match.group("m") or match.group("m2") or match.group("m4"))
    day = _number(match.group("d") or match.group("d2") or match.group("d3") or match.group("d4"))
    last = _number(match.group("e") or match.group("e2") or match.group("e3"))
    stop = match.end()
    weekday = _WEEKDAY.match(text, stop, end) if day is not None else None
    return WrittenDate(match.start(), weekday.end() if weekday else stop, year, month, day, last)


def _decade(match: re.Match[str]) -> WrittenDate:
    """上世纪50年代, 1990년대."""
    century = match.group("c")
    hundreds = int(century) if century in ("19", "20") else 19
    ten = match.group("ten")
    tens = int(ten) if ten.isdigit() else _TENS[ten]
    return WrittenDate(match.start(), match.end(), hundreds * 100 + tens, decade=True)


def _number(digits: str | None) -> int | None:
    return int(digits.translate(_DIGITS)) if digits else None
