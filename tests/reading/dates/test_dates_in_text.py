"""Date expressions and what they mean."""

from __future__ import annotations

import pytest

from detente.evidence.dates import parse
from detente.reading.dates.document_dates import date_marks
from detente.reading.page.blocks import blocks

PUBLISHED = parse("2031-05-14")  # a Wednesday
CASES = {
    "3-5 March 2031": ("3-5 March 2031", "2031-03-03/2031-03-05"),
    "the 9th day of May 2031": ("9th day of May 2031", "2031-05-09"),
    "the third day of June 2032": ("third day of June 2032", "2032-06-03"),
    "March 5, 2030": ("March 5, 2030", "2030-03-05"),
    "Tuesday, June 3": ("Tuesday, June 3", "2031-06-03"),
    "Sept. 11, 2001": ("Sept. 11, 2001", "2001-09-11"),
    "July 4 – August 5, 2030": ("July 4 – August 5, 2030", "2030-07-04/2030-08-05"),
    "in the 1990s": ("1990s", "199"),
    "between 2019–2021": ("2019–2021", "2019/2021"),
    "in Q3 2030": ("Q3 2030", "2030-Q3"),
    "in the fourth quarter of 2030": ("fourth quarter of 2030", "2030-Q4"),
    "on 2026-01-05": ("2026-01-05", "2026-01-05"),
    "Resolution 2231 (2015)": ("2015", "2015"),
    "since last month": ("last month", "2031-04"),
    "three years ago": ("three years ago", "2028"),
    "said yesterday": ("yesterday", "2031-05-13"),
    "said on Monday": ("Monday", "2031-05-12"),
    "will meet next Monday": ("next Monday", "2031-05-19"),
    "is due in April": ("April", "2032-04"),
    "has been shut since November": ("November", "2030-11"),
    "2026년 1월 5일": ("2026년 1월 5일", "2026-01-05"),
    "2026年1月5日、": ("2026年1月5日", "2026-01-05"),
    "令和8年3月": ("令和8年3月", "2026-03"),
    "二〇二六年": ("二〇二六年", "2026"),
}


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mark.text, mark.date.value) for mark in date_marks(text, blocks(text), PUBLISHED)]


@pytest.mark.parametrize("text", CASES)
def test_dates(text: str) -> None:
    assert found(text) == [CASES[text]]


@pytest.mark.parametrize(
    "text",
    [
        "about 2000 soldiers", "some 1950 tonnes", "$2000", "2,000 km", "1950.5", "May the best win", "They march on.",
        "April Jones said no.", "“Today’s world”", "Resolution 2231", "room 2019", "page 1998", "the Long March",
        "31 February 2030", "the second of three", "version 2.1.2030.1",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_year_said_once_holds_for_both_dates() -> None:
    assert found("between 3 March and 5 April 2027") == [
        ("3 March", "2027-03-03"),
        ("5 April 2027", "2027-04-05"),
    ]
    assert found("from 20 December to 3 January 2027")[0] == ("20 December", "2026-12-20")


def test_what_is_inferred_says_from_what() -> None:
    (mark,) = date_marks("They met on March 5.", blocks("They met on March 5."), PUBLISHED)
    assert (mark.date.basis, mark.date.reference) == ("inferred", "2031-05-14")
