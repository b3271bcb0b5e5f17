"""Date expressions in Korean, Chinese and Japanese, and what they mean."""

from __future__ import annotations

import pytest

from detente.evidence.dates import parse
from detente.reading.dates.document_dates import date_marks
from detente.reading.page.blocks import blocks

PUBLISHED = parse("2031-05-14")
CASES = {
    "4月14日（水曜日）": [("4月14日（水曜日）", "2031-04-14")],
    "13일(화) 열린다": [("13일(화)", "2031-05-13")],
    "정부는 13일 밝혔다": [("13일", "2031-05-13")],
    "会談は（13日）": [("13日", "2031-05-13")],
    "27~28일 회담": [("27~28일", "2031-05-27/2031-05-28")],
    "6月2日至3日": [("6月2日至3日", "2031-06-02/2031-06-03")],
    "2027.12.05 입력": [("2027.12.05", "2027-12-05")],
    "지난해 11월에": [("지난해", "2030"), ("11월", "2030-11")],
    "다음 달 22일": [("다음 달", "2031-06"), ("22일", "2031-06-22")],
    "去年11月": [("去年", "2030"), ("11月", "2030-11")],
    "上世纪50年代": [("上世纪50年代", "195")],
    "1990년대": [("1990년대", "199")],
    "今日海峡": [],
    "3日間": [],
}


@pytest.mark.parametrize("text", CASES)
def test_cjk_dates(text: str) -> None:
    assert [(m.text, m.date.value) for m in date_marks(text, blocks(text), PUBLISHED)] == CASES[text]


def test_a_day_nobody_can_place_is_marked_and_left_open() -> None:
    (mark,) = date_marks("정부는 21일 발표했다", blocks("정부는 21일 발표했다"))
    assert (mark.text, mark.date.value) == ("21일", None)
