"""Date expressions and what they mean."""

from __future__ import annotations

from pathlib import Path

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


NEAREST = {  # told on Wednesday 14 May 2031
    "The ministry announced the plan April 21.": "2031-04-21",
    "The ministry announced its plans Feb. 3.": "2031-02-03",
    "The planned talks were held on April 2.": "2031-04-02",
    "The next round opened March 9.": "2031-03-09",
    "The ministry plans to reopen the port Jan. 12.": "2032-01-12",
    "They agreed on a plan for Feb. 3.": "2032-02-03",
    "The upcoming round is scheduled for April 2.": "2032-04-02",
    "The office had seized 40 vessels through April 29.": "2031-04-29",
    "Through April 19, crossings had fallen by half.": "2031-04-19",
    "Exports fell 2 percent through March 31.": "2031-03-31",
    "Crossings had doubled by May 3.": "2031-05-03",
    "The truce was extended through Feb. 20.": "2032-02-20",
    "The ban will stay in force through March 31.": "2032-03-31",
    "The pact was supposed to run through the end of February.": "2032-02",
    "The port is to reopen by Feb. 1.": "2032-02-01",
    "Talks broke off in June last year.": "2030-06",
    "In early June of last year they met.": "2030-06",
    "They met on 3 March this year.": "2031-03-03",
    "The review is due in March next year.": "2032-03",
    "On Oct. 5 last year the port closed.": "2030-10-05",
    "Sales in the quarter ended March 31 rose.": "2031-03-31",
}


@pytest.mark.parametrize("text", NEAREST)
def test_a_date_without_a_year_is_the_nearest_that_tense_and_preposition_allow(text: str) -> None:
    assert [value for _, value in found(text)] == [NEAREST[text]]


def test_years_of_a_report(shared: Path) -> None:
    text = (shared / "trials" / "07-years.txt").read_text()
    dates = [m.date.value for m in date_marks(text, blocks(text), parse("2025-10-30"))]
    assert dates == [
        "2025-10-30", "2025-08-21", "2025-09-29", "2025-10-19", "2025", "2025-10-19", "2024-06", "2025-07-31",
    ]  # fmt: skip
