"""Plain text and Markdown say little of themselves; what they say is taken, nothing more."""

import pytest

from detente.languages import speaker
from detente.readers.files import read_bytes

EN = speaker("en")


def test_header_lines_give_facts_and_stay_in_the_text():
    text = "Title: The talks\nBy: Jane Roe\nDate: 2026-01-07\n\nHe said: no.\nDate: 1999-01-01\n"
    reading = read_bytes(text.encode(), "a.txt")
    assert (reading.facts.title, reading.facts.author, reading.facts.date) == (
        "The talks",
        "Jane Roe",
        "2026-01-07",
    )
    assert reading.text == text


def test_a_mark_inside_a_value_is_its_own():
    titles = {
        '"The talks"': "The talks",
        '정부 "해제 없다"': '정부 "해제 없다"',
        "'No' means 'no'": "'No' means 'no'",
    }
    for written, title in titles.items():
        assert (
            read_bytes(f"Title: {written}\nDate: 2026-01-07\n\nx.\n".encode(), "a.txt").facts.title == title
        )


def test_no_fact_is_taken_from_running_text():
    reading = read_bytes(b"The talks ended.\nTitle: not one\n", "a.txt")
    assert reading.facts.title == ""
    assert read_bytes(b"Date: early January\n\nThey met.", "a.txt").facts.date == ""


def test_front_matter_is_kept_apart():
    text = "---\r\ntitle: 'The talks'\r\npublisher: The Paper\r\n---\r\n# Heading\r\n\r\nThey met.\r\n"
    reading = read_bytes(text.encode(), "a.md")
    assert (reading.facts.title, reading.facts.publisher) == ("The talks", "The Paper")
    assert reading.text == "# Heading\n\nThey met.\n"
    start = reading.text.index("They")
    low, high = reading.in_original(start, start + 4)
    assert text[low:high] == "They"
    assert reading.apart[0].kind == "front matter"


def test_a_heading_is_the_title_where_nothing_else_is():
    assert read_bytes(b"# The talks #\n\nThey met.\n", "a.md").facts.title == "The talks"


def test_a_rule_at_the_top_is_no_front_matter():
    reading = read_bytes(b"---\n\nThey met.\n", "a.md")
    assert reading.text.startswith("---")


def test_header_lines_in_korean_chinese_and_japanese_give_facts():
    for text in (
        "제목: 회담\n매체: 한강일보\n기자: 문소라\n입력: 2032년 6월 21일 14:05\n\n회담이 열렸다.\n",
        "标题：会谈\n来源：新华社\n作者：王明\n日期：2032-06-21\n\n会谈结束。\n",
        "見出し：協議\n出典：北海タイムス\n著者：林\n日付：2032年6月21日\n\n協議した。\n",
    ):
        facts = read_bytes(text.encode(), "a.txt").facts
        assert facts.title in ("회담", "会谈", "協議") and facts.author in ("문소라", "王明", "林")
        assert facts.publisher in ("한강일보", "新华社", "北海タイムス") and facts.date == "2032-06-21"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-03-05", "2026-03-05"),
        ("5 March 2026", "2026-03-05"),
        ("Thursday, 5 March 2026", "2026-03-05"),
        ("Mar. 5, 2026", "2026-03-05"),
        ("March 5th, 2026", "2026-03-05"),
        ("31 February 2026", ""),
        ("03/04/2026", ""),
        ("last week", ""),
    ],
)
def test_the_date_in_a_header_line_or_a_word_that_there_is_none(written: str, date: str):
    reading = read_bytes(f"Title: T\nDate: {written}\n\nThey met.\n".encode(), "a.txt")
    assert reading.facts.date == date
    assert bool(date) != any(
        f"the date “{written}” cannot be told" in EN(notice) for notice in reading.notices
    )


def test_a_question_put_by_a_reporter_is_no_author():
    text = "기자: 오늘 회담은 어땠습니까?\n대변인: 좋았습니다.\n"
    assert read_bytes(text.encode(), "a.txt").facts.author == ""
