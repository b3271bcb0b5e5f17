"""Words put into a language: numbers, dates, lists, plurals, forms, labels, and what a language lacks."""

from fractions import Fraction

import pytest

from detente.errors import ArgumentError
from detente.languages import languages, speaker
from detente.languages.numbers import written
from detente.languages.template import names, pieces
from detente.messages import Date, Joint, Message, joined, label, message

en, ko = speaker("en"), speaker("ko")


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    with pytest.raises(
        ArgumentError, match=r"en \(English\), ko \(한국어\), zh \(中文\), ja \(日本語\); got 'fr'"
    ):
        speaker("fr")
    assert languages() == ("en", "ko", "zh", "ja")


@pytest.mark.parametrize(
    ("tag", "meant"), [("ko-KR", "ko"), ("EN", "en"), ("zh-Hans", "zh"), ("ja_JP", "ja")]
)
def test_a_region_is_left_aside(tag: str, meant: str) -> None:
    assert speaker(tag).language == meant


def test_words_of_a_user_stay_as_they_are() -> None:
    assert en("{not} a template: 100%") == "{not} a template: 100%"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (-1234, "-1,234"),
        (1234567, "1,234,567"),
        (Fraction(7, 2), "3.5"),
        (Fraction(10000, 3), "3,333.3333"),
    ],
)
def test_numbers_have_a_comma_every_three_digits(number: int | Fraction, said: str) -> None:
    assert en(number) == said


def test_numbers_can_be_asked_for_otherwise() -> None:
    assert written(12345, "plain") == "12345"
    assert written(Fraction(5, 2), "plain") == "2.5"
    assert written(0.125, ".1%") == "12.5%"
    assert written(0.25, "g") == "0.25"


@pytest.mark.parametrize(
    ("date", "english", "korean"),
    [
        ("2026-01-05", "5 January 2026", "2026년 1월 5일"),
        ("2026-04", "April 2026", "2026년 4월"),
        ("2026", "2026", "2026년"),
        ("2026-04?", "about April 2026", "2026년 4월경"),
        ("2025/2026-02", "2025 – February 2026", "2025년 – 2026년 2월"),
        ("2026-13", "2026-13", "2026-13"),
        ("after the vote", "after the vote", "after the vote"),
    ],
)
def test_dates(date: str, english: str, korean: str) -> None:
    assert en(Date(date)) == english
    assert ko(Date(date)) == korean


@pytest.mark.parametrize(
    ("joint", "said"),
    [
        ("and", "a, b and c"),
        ("or", "a, b or c"),
        ("comma", "a, b, c"),
        ("semicolon", "a; b; c"),
        ("then", "a, then b, then c"),
        ("slash", "a / b / c"),
        ("space", "a b c"),
        ("sentence", "A. B. C."),
    ],
)
def test_lists_in_english(joint: Joint, said: str) -> None:
    assert en(joined(["a", "b", "c"], joint)) == said


def test_a_list_of_one_and_of_none() -> None:
    assert en(joined(["a"], "and")) == "a"
    assert en(joined([], "or")) == ""


def test_a_korean_list_takes_the_particle_of_its_last_but_one() -> None:
    assert ko(joined(["한국", "중국"], "and")) == "한국과 중국"
    assert ko(joined(["한국", "러시아", "UN"], "and")) == "한국, 러시아와 UN"


def test_labels_are_said_in_their_wording_and_what_falls_back_is_told_once() -> None:
    say = speaker("ko")
    korea = label("South Korea", {"ko": "대한민국", "zh-Hans": "韩国"})
    assert say(korea) == "대한민국" and not say.fallbacks
    assert speaker("zh")(korea) == "韩国"
    other = label("a freeze", {"ja": "凍結"})
    assert [say(other), say(other)] == ["a freeze"] * 2
    assert list(say.fallbacks) == ["a freeze"]
    assert say("plain") == "plain" and list(say.fallbacks) == ["a freeze"]


def test_what_no_catalogue_has_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"no catalogue has the message 'nothing\.at_all'"):
        en(message("nothing.at_all"))


def test_what_a_language_lacks_is_said_in_english_and_kept() -> None:
    say = speaker("ja")
    with pytest.raises(LookupError):
        say(Message("nothing.at_all"))
    assert list(say.untranslated) == ["nothing.at_all"]


def test_templates_are_taken_apart() -> None:
    assert pieces("{actor:the:cap} – {{n}} {n}") == (
        ("", "actor", ("the", "cap")),
        (" – {", "", ()),
        ("n}", "", ()),
        (" ", "n", ()),
    )
    assert names("{a:는} {b} {a}") == {"a", "b"}
