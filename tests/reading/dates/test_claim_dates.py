"""A claim's date is that of its main clause; a document's own date stands in a head line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.evidence.dates import parse
from detente.evidence.documents import document_from
from detente.reading.document import read_document
from detente.reading.page.head_dates import head_date

# The document's date, a sentence, the claims' kinds and dates; quotations aside.
CASES = [
    ("2026-02-17", "According to two officials, Seoul is prepared to accept joint sampling as early as mid-April, provided that Chinese laboratories take part.", {"causal": None}),
    ("2026-03-10", "TOKYO, March 9 — South Korea and Japan agreed on Wednesday to a joint sampling of seaweed.", {"event": "2026-03-04"}),
    ("2026-03-10", "The Liberal Party's Kenji Morita, whose father negotiated the 1965 treaty, said that he knew nothing.", {"reported": None}),
    ("2026-03-06", "鈴木外相は17日の記者会見で「合意は有効だ」と述べ、韓国に措置の撤回を求めた。", {"ask": "2026-02-17"}),
    ("2026-03-12", "Japan on Monday asked South Korea to end the ban by May 15.", {"ask": "2026-03-09", "event": "2026-03-09"}),
    ("2026-03-12", "Japan asked South Korea to end the ban by May 15.", {"ask": None, "event": None}),
    ("2026-03-05", "South Korea and Japan agreed to meet again on 20 March 2026 in Busan.", {"commitment": None, "event": None}),
    ("2026-03-14", "The two sides, Japan and South Korea, agreed on March 13 to meet again on April 2.", {"event": "2026-03-13"}),
    ("2026-03-14", "Norway asked Iceland to reopen the two crossings it suspended in February.", {"ask": None, "event": None}),
    ("2026-05-02", "South Korea announced on April 28 that the first joint samples were clean.", {"reported": "2026-04-28"}),
    ("2026-05-02", "“One swallow does not make a summer by 2030,” Foreign Minister Han Ji-woo told the Assembly on April 29.", {"reported": "2026-04-29"}),
    ("2026-02-17", "On Tuesday, Han Ji-woo said Japan would lift the ban on March 3.", {"reported": "2026-02-17"}),
    ("2026-02-17", "Han Ji-woo said Japan would lift the ban on March 3.", {"reported": None}),
    ("2026-02-17", "South Korea suspended imports from three Japanese prefectures on January 9.", {"event": "2026-01-09"}),
    ("2026-02-17", "Japan violated the accord signed in 2018, South Korea said.", {"reported": None}),
    ("2026-02-17", "Japan and South Korea signed the accord in 2018.", {"event": "2018"}),
    ("2026-02-17", "After talks with Japan on February 3, South Korea rejected the proposal.", {"event": None}),
    ("2026-02-17", "South Korea announced on Monday that a summit with Japan will be held on March 3.", {"reported": "2026-02-16", "scheduled": "2026-03-03"}),
    ("2026-02-17", "Han and Morita of South Korea and Japan are to meet in Jeju on March 3-4.", {"scheduled": "2026-03-03/2026-03-04"}),
    ("2026-03-12", "The ban, imposed in January 2026, was lifted by South Korea on March 3.", {"event": "2026-03-03"}),
    ("2026-03-12", "Japan and China have agreed to hold talks next week.", {"commitment": None, "event": None}),
    ("2026-03-12", "Japan threatened last week to close its ports to South Korean ships by June.", {"event": "2026-03-02/2026-03-08"}),
    ("2026-03-12", "At the March 3 summit, Japan agreed to ease inspections.", {"commitment": "2026-03-03", "event": "2026-03-03"}),
    ("2026-03-12", "Japan's 2019 export curbs damaged ties with South Korea.", {"relation": None}),
    ("2026-03-12", "In January 2026, Japan asked South Korea to resume imports.", {"ask": "2026-01", "event": "2026-01"}),
    ("2026-04-13", "한국과 중국, 일본은 12일 칭다오에서 열린 3자 회담에서 공동 조사를 15일부터 시작하기로 합의했다.", {"commitment": "2026-04-12"}),
    ("2026-04-13", "일본은 한국에 5월 15일까지 수입 금지를 해제할 것을 요구했다.", {"ask": None}),
    ("2026-03-06", "일본은 17일 기자회견에서 한국에 사과를 요구했다.", {"ask": "2026-02-17"}),
    ("2026-03-06", "한국과 일본은 오는 17일 회담을 열기로 합의했다.", {"commitment": None}),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_the_date_of_the_main_clause(published: str, text: str, expected: dict[str, str | None]) -> None:
    document = replace(document_from(text, name="d1"), date=parse(published))
    claims = [claim for claim in read_document(document).claims if claim.kind in expected]
    assert {claim.kind: claim.date.value if claim.date else None for claim in claims} == expected


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Sampling the shelf\nBy M. Adler, 2 May 2026\nSouth Korea announced", "2026-05-02"),
        ("회담 결과\n동북아통신 | 2026년 4월 13일 | 이서연 기자\n", "2026-04-13"),
        ("Joint Statement\n(Geneva, 3 March 2026)\n", "2026-03-03"),
        ("기사입력 2026-04-13 오전 9:30\n", "2026-04-13"),
        ("Posted on May 4, 2026 by Staff\n", "2026-05-04"),
        ("发布时间：2026年3月2日 来源：通讯社\n", "2026-03-02"),
        ("Date: 2 May 2026\n", "2026-05-02"),
        ("The 9 May 2024 accord and after\n", None),
        ("Talks set for 2 May 2026\n", None),
        ("The two sides met in Geneva, 3 March 2026.\n", None),
        ("31 February 2026\n", None),
    ],
)
def test_the_date_a_head_line_sets_off(head: str, date: str | None) -> None:
    found = head_date(head)
    assert (found.value if found else None) == date


def test_a_day_of_the_same_month_is_of_the_month_before_it() -> None:
    text = "韓国は1月9日、輸入を停止した。日本は同月21日、検査を強化した。"
    document = replace(document_from(text, name="d1"), date=parse("2026-03-06"))
    assert [mark.date.value for mark in read_document(document).dates] == ["2026-01-09", "2026-01-21"]


def test_a_row_of_agency_date_and_name_is_read_for_its_date() -> None:
    text = (
        "회담 결과\n동북아통신 | 2026년 4월 13일 | 이서연 기자\n일본은 5월 15일까지 해제할 것을 요구했다.\n"
    )
    dates = [(mark.text, mark.date.value) for mark in read_document(document_from(text, name="d1")).dates]
    assert dates == [("2026년 4월 13일", "2026-04-13"), ("5월 15일", "2026-05-15")]
