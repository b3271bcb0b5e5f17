"""Words of a situation file in several languages: read, told, kept out of the digest, and their tags checked."""

from typing import Any

import pytest
from babel import Locale

from detente.errors import ParseError
from detente.languages import speaker
from detente.messages import Label
from detente.situation.file.entries import SituationEntry
from detente.situation.file.read import read, read_with_warnings
from detente.situation.language import wordings
from detente.situation.words import act_words, level_words, name, wish_words


def tree(**changed: Any) -> dict[str, Any]:
    option = {
        "label": {"en": "nuclear programme", "ko": "핵 프로그램"},
        "acts": {"yes": {"en": "freeze its programme", "ko": "프로그램을 동결한다"}},
        "meanings": {"yes": {"ko": "동결된 프로그램", "en": "a frozen programme"}},
    }
    wish = {"say": "D.freeze", "label": {"en": "a freeze", "ko": "동결"}}
    return {
        "detente": 1,
        "actors": {"D": {"name": "North Korea", "names": {"ko": "북한"}}},
        "options": {"D.freeze": {**option, **changed}},
        "preferences": {"D": {"statements": [wish]}},
        "shocks": {
            "test": {"label": {"ko": "핵 실험"}, "trigger": {"en": "a test", "ja": "実験"}, "set": {}}
        },
        "status_quo": {"D.freeze": "no"},
    }


def test_each_word_is_said_in_its_wording() -> None:
    situation, ko, zh = read(tree()), speaker("ko"), speaker("zh")
    (option,) = situation.options
    statement = read(tree()).preferences["D"].statements[0]  # type: ignore[union-attr]
    words = (
        name(situation, "D"),
        act_words(option, "yes"),
        level_words(option, "yes"),
        wish_words(situation, statement),
        situation.variations[0].label,
    )
    assert [ko(one) for one in words] == ["북한", "프로그램을 동결한다", "동결된 프로그램", "동결", "핵 실험"]
    assert [zh(one) for one in words] == [
        "North Korea", "freeze its programme", "a frozen programme", "a freeze", "핵 실험",
    ]  # fmt: skip
    assert len(zh.fallbacks) == 5


def test_what_it_is_called_elsewhere_changes_no_digest() -> None:
    plain = {
        "label": "nuclear programme",
        "acts": {"yes": "freeze its programme"},
        "meanings": {"yes": "a frozen programme"},
    }
    assert read(tree(**plain)).digest == read(tree()).digest
    assert read(tree(label={"en": "another"})).digest != read(tree()).digest


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ({}, "a mapping of languages needs at least one"),
        ({"en": True}, "write yes or no, or put the word in quotes"),
        ({"en": ["a"]}, "must be text, or a text per language"),
        (["a"], "must be text, or a text per language"),
    ],
)
def test_what_is_no_wording_is_named_with_its_place(label: object, said: str) -> None:
    with pytest.raises(ParseError, match=said) as caught:
        read(tree(label=label))
    assert caught.value.faults[0].path == ("options", "D.freeze", "label")


def test_a_tag_that_names_no_language_is_a_warning_with_its_place() -> None:
    given = tree(label={"en": "a", "kr-KR": "b", "zh-Hans": "c", "korean": "d"})
    given["actors"]["D"]["names"]["jp"] = "北朝鮮"
    _, warnings = read_with_warnings(given)
    assert {(one.path, one.kind, one.warning) for one in warnings} == {
        (("options", "D.freeze", "label", "korean"), "lint.language", True),
        (("actors", "D", "names", "jp"), "lint.language", True),
    }
    assert "names no language; use a tag such as en, ko" in warnings[0].message


def test_the_codes_are_those_of_unicode() -> None:
    known = {code for code in Locale("en").languages if len(code) == 2}
    assert set(wordings._CODES.split()) == known


def test_a_text_is_as_it_was() -> None:
    assert read(tree(label="programme 2")).options[0].label == "programme 2"
    assert read(tree(label=200)).options[0].label == "200"
    assert isinstance(read(tree()).options[0].label, Label)


def test_the_schema_lets_editors_write_both() -> None:
    found = SituationEntry.model_json_schema()["$defs"]["OptionEntry"]["properties"]["label"]["anyOf"]
    assert [one.get("type") for one in found] == [["string", "number"], "object"]


def test_a_tree_is_told_in_one_language() -> None:
    assert wordings.plain_text({"ko": "나", "en": "I"}) == "I"
    assert wordings.plain_text({"ko": "나"}) == "나"
    assert wordings.plain_text("I") == "I"
