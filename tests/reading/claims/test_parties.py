"""Who does what, and to whom."""

from __future__ import annotations

import pytest

from detente.evidence.claims import Claim
from detente.evidence.documents import document_from
from detente.reading.document import read_document


def first(text: str, kind: str) -> Claim:
    claims = [c for c in read_document(document_from(text, name="d1")).claims if c.kind == kind]
    assert claims, f"no {kind} in {text!r}"
    return claims[0]


@pytest.mark.parametrize(
    ("text", "kind", "who", "to"),
    [
        ("정부는 북한에 회담을 제안했다.", "proposal", ("정부",), ("North Korea",)),
        ("국방부는 17일 북한에 군사회담을 열자고 제안했다.", "proposal", ("국방부",), ("North Korea",)),
        ("한국은 중국에 중재를 요청했다.", "ask", ("South Korea",), ("China",)),
        ("북한이 한국에게 사과를 요구했다.", "ask", ("North Korea",), ("South Korea",)),
        ("日本は韓国に協議を提案した。", "proposal", ("Japan",), ("South Korea",)),
        ("政府は北朝鮮に自制を求めた。", "ask", ("政府",), ("North Korea",)),
        ("外交部发言人表示，中方敦促日方停止挑衅。", "ask", ("China",), ("Japan",)),
        ("Iran's foreign minister, Abbas Araghchi, called on Israel to stop.", "ask",
         ("Abbas Araghchi",), ("Israel",)),
        ("UN envoy, María Ángela Holguín, urged both sides to return to talks.", "ask",
         ("María Ángela Holguín",), ()),
        ("Abbas Araghchi, Iran's foreign minister, urged France to mediate.", "ask",
         ("Abbas Araghchi",), ("France",)),
        ("Chad asked Niger and Nigeria to reopen the lake crossing, demanding guarantees.", "ask",
         ("Chad",), ("Niger", "Nigeria")),
        ("Cyprus offered on September 12 to pay revenue into an escrow fund, but rejected any talks.",
         "proposal", ("Cyprus",), ()),
        ("Turkey rejected the offer.", "event", ("Turkey",), ()),
    ],
)  # fmt: skip
def test_the_parties_of_a_sentence(text: str, kind: str, who: tuple[str, ...], to: tuple[str, ...]) -> None:
    claim = first(text, kind)
    assert (claim.who, claim.to) == (who, to)


def test_a_sanction_on_a_state_is_not_addressed_to_it() -> None:
    assert first("정부는 북한에 대한 제재를 요구했다.", "ask").to == ()


def test_an_offer_stands_although_its_sentence_goes_on_to_refuse() -> None:
    text = "Cyprus offered again to pay revenue into a fund, but rejected any talks."
    assert first(text, "proposal").status in ("done", "unknown")
    assert first("Turkey rejected the offer.", "event").status == "done"


def test_chinese_verbs_are_no_persons() -> None:
    reading = read_document(document_from("外交部发言人表示，中方敦促日方停止挑衅。", name="d1"))
    assert [actor.name for actor in reading.actors] == ["China", "Japan"]


def test_a_chinese_name_before_its_verb_speaks() -> None:
    text = "中国外交部星期一举行例行记者会。毛宁说：“中方坚决反对。”"
    assert [q.speaker for q in read_document(document_from(text, name="d1")).quotes] == ["毛宁"]


def test_days_without_a_month_are_counted_from_the_document() -> None:
    text = "입력: 2032년 6월 21일\n\n통일부는 20일 회담을 열자고 제안했다. 북한은 28일부터 사흘 동안 닷새, 곧 5일간 쉰다."
    dates = [(d.text, d.date.value) for d in read_document(document_from(text, name="d1")).dates]
    assert ("20일", "2032-06-20") in dates and ("28일", "2032-06-28") in dates
    assert not any(written.startswith("5일") for written, _ in dates)
