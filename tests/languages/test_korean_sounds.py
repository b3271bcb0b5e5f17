"""Which particle follows a word, by the sound it ends with."""

import pytest

from detente.languages.korean import KOREAN, particle


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("한국", "한국은"), ("러시아", "러시아는"), ("서울", "서울은"), ("“갈등”", "“갈등”은"), ("협정 (초안)", "협정 (초안)은"),
        ("NATO", "NATO는"), ("UN", "UN은"), ("EU", "EU는"), ("FTA", "FTA는"), ("THAAD", "THAAD는"), ("IMF", "IMF는"),
        ("Trump", "Trump는"), ("Iran", "Iran은"), ("Beijing", "Beijing은"), ("internet", "internet은"), ("China", "China는"),
        ("3", "3은"), ("2", "2는"), ("10", "10은"), ("1,000", "1,000은"), ("0", "0은"), ("2.5", "2.5는"), ("100%", "100%는"),
        ("中国", "中国은(는)"), ("", "은(는)"),
    ],
)  # fmt: skip
def test_topic(word: str, said: str) -> None:
    assert KOREAN.forms["은"](word) == said == KOREAN.forms["는"](word)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("서울", "서울로"),
        ("일본", "일본으로"),
        ("제주", "제주로"),
        ("1", "1로"),
        ("3", "3으로"),
        ("URL", "URL로"),
    ],
)
def test_towards(word: str, said: str) -> None:
    assert KOREAN.forms["로"](word) == said


def test_the_particle_alone_follows_what_stands_between() -> None:
    assert KOREAN.forms["+이"]("중국") == "이"
    assert particle("회의", "을", "를") == "를"
