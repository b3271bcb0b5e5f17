"""Words told as not said are nobody's: their claim is negated, and never joined to the same words said."""

from __future__ import annotations

import pytest

from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.study.read import into, read


def statuses(text: str) -> dict[str, str]:
    claims = read(document_from(text, name="d1")).claims
    return {claim.text: claim.status for claim in claims if claim.kind == "quote"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenji Morita denied having said “You shall.”", "You shall."),
        ("Han Ji-woo denied that he had said “we give in”.", "we give in"),
        ("Kenji Morita denied he said “we will leave tomorrow”.", "we will leave tomorrow"),
        ("The minister, Kenji Morita, never said “we surrender to you”.", "we surrender to you"),
        ("Kenji Morita did not say “we are done”.", "we are done"),
        ("Kenji Morita said he had never called the plan “a disgrace”.", "a disgrace"),
        ("Kenji Morita refused to say “we are sorry”.", "we are sorry"),
        ("“We give in,” Han Ji-woo denied having said.", "We give in,"),
        ("이재명 대통령은 “우리는 항복한다”라고 말한 적이 없다.", "우리는 항복한다"),
        ("이재명 대통령은 “우리는 물러난다”라는 발언을 부인했다.", "우리는 물러난다"),
        ("石破首相は「我々は降伏する」とは述べていない。", "我々は降伏する"),
    ],
)
def test_words_told_as_not_said(text: str, words: str) -> None:
    assert statuses(text) == {words: "negated"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenji Morita denied the report, saying “it is false.”", "it is false."),
        ("Kenji Morita did not deny saying “we may go alone”.", "we may go alone"),
        ("“This is nonsense,” Kenji Morita said, denying the report.", "This is nonsense,"),
        ("“I did not say that,” Kenji Morita said.", "I did not say that,"),
        ("“We stay,” Han Ji-woo said, and never said when.", "We stay,"),
        ("Han Ji-woo said “the door is open” but never said when.", "the door is open"),
        ("이재명 대통령은 “우리는 간다”라고 말했다.", "우리는 간다"),
    ],
)
def test_other_denials_leave_the_words_said(text: str, words: str) -> None:
    assert statuses(text) == {words: "done"}


def test_said_here_and_denied_there_is_a_contrast_of_two_claims() -> None:
    texts = ("Kenji Morita replied: “You shall.”", "Morita denied having said “You shall.”")
    documents = [document_from(text, name=f"d{number}") for number, text in enumerate(texts, 1)]
    grown = into(Dossier(), [(one, read(one)) for one in documents]).dossier
    said, unsaid = (claim for claim in grown.claims if claim.kind == "quote")
    assert (said.documents, unsaid.documents) == (("d1",), ("d2",))
    assert [(one.kind, one.first, one.second) for one in grown.contrasts()] == [
        ("contradiction", said, unsaid)
    ]
