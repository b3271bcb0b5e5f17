"""Commands speak the language asked for: by option, by the environment, help too; an unknown one is answered."""

import json
from pathlib import Path

import pytest
from tests.commands import run

RIVER = str(Path(__file__).parents[2] / "docs" / "tutorial" / "shared-river.yaml")


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DETENTE_LANGUAGE", raising=False)


def test_english_without_being_asked() -> None:
    code, out, _ = run("check", RIVER)
    assert code == 0 and "no fault found" in out


def test_the_language_of_the_option_and_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    _, by_option, _ = run("check", RIVER, "--language", "ko")
    assert "결함 없음" in by_option and "no fault" not in by_option
    monkeypatch.setenv("DETENTE_LANGUAGE", "ko")
    _, by_environment, _ = run("check", RIVER)
    assert by_environment == by_option
    _, english, _ = run("check", RIVER, "--language=en")
    assert "no fault found" in english


@pytest.mark.parametrize("arguments", [["check", RIVER], ["stability", RIVER], ["cases"], ["--help"]])
def test_an_unknown_language_is_answered_with_those_that_are_known(arguments: list[str]) -> None:
    code, out, err = run(*arguments, "--language", "fr")
    assert code == 2 and not out
    assert "en (English), ko (한국어), zh (中文), ja (日本語); got 'fr'" in err


def test_an_unknown_language_as_json() -> None:
    code, _, err = run("check", RIVER, "--language", "fr", "--json")
    assert code == 2 and json.loads(err)["error"]["kind"] == "usage"


def test_a_language_before_the_command_is_asked_back(monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("--language", "ko", "check", RIVER)
    assert code == 2 and "write it after the command: check" in err
    monkeypatch.setenv("DETENTE_LANGUAGE", "ko")
    assert run("check", RIVER)[0] == 0


@pytest.mark.parametrize(
    "command", ["", "brief", "check", "read", "review", "export", "stability", "agreements"]
)
def test_help_is_in_the_language_asked_for(command: str) -> None:
    asked = [command, "--help"] if command else ["--help"]
    code, korean, _ = run(*asked, "--language", "ko")
    assert code == 0 and "답변 언어" in korean and "--language" in korean
    _, english, _ = run(*asked)
    assert "Language of the answer" in english
    assert not any(word in said for said in (korean, english) for word in ("cli.", "params.", "analysis."))


def test_a_brief_in_korean_has_its_headings_and_keys_in_korean(tmp_path: Path) -> None:
    code, out, _ = run("brief", RIVER, "-o", str(tmp_path), "--language", "ko")
    page = (tmp_path / "brief.html").read_text("utf-8")
    assert code == 0 and "작성됨: " in out
    assert '<html lang="ko">' in page
    assert "본문으로 건너뛰기" in page and "핵심 결론" in page and "Bottom line" not in page


WISH = "label: Delta buys power"


def _worded(folder: Path, wordings: str) -> Path:
    """The tutorial's river with one wish in several languages."""
    text = Path(RIVER).read_text("utf-8")
    assert text.count(WISH) == 1
    file = folder / "river.yaml"
    file.write_text(text.replace(WISH, f"label: {{{wordings}}}"), "utf-8")
    return file


def test_a_wish_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    file = _worded(tmp_path, "en: Delta buys power, ko: 델타가 전력을 산다")
    for language, said, other in (
        ("ko", "델타가 전력을 산다", "Delta buys"),
        ("en", "Delta buys power", "델타가"),
    ):
        _, out, err = run("wishes", str(file), "--language", language)
        assert said in out and other not in out and "no wording" not in err and "표현이" not in err


def test_words_of_the_file_without_a_wording_are_said_once(tmp_path: Path) -> None:
    file = _worded(tmp_path, "en: Delta buys power, ja: 電力を買う")
    code, out, err = run("wishes", str(file), "--language", "ko")
    assert code == 0 and "Delta buys power" in out
    assert err.count("이 언어(ko)로 된 표현이 없습니다: Delta buys power") == 1
    _, _, english = run("wishes", str(file))
    assert "wording" not in english


def test_names_beside_a_name_and_our_own_terms_lack_no_wording(tmp_path: Path) -> None:
    file = tmp_path / "named.yaml"
    file.write_text(
        "detente: 1\nactors: {A: {name: Aland, names: {ko: 알란드}}, B: {}}\noptions: {A.x: {}, B.y: {}}\n"
        "preferences: {A: {statements: [A.x]}, B: {statements: [B.y]}}\nstatus_quo: {}\n",
        "utf-8",
    )
    for language, said in (("en", "Aland"), ("ko", "알란드")):
        code, out, err = run("outcomes", str(file), "--language", language)
        assert code == 0 and said in out and err == ""


def test_nothing_but_json_is_said_where_json_is_asked_for(tmp_path: Path) -> None:
    file = _worded(tmp_path, "en: Delta buys power, ja: 電力を買う")
    code, out, err = run("brief", str(file), "-o", str(tmp_path / "b"), "--language", "ko", "--json")
    assert code == 0 and json.loads(out)["written"] and not err


def test_a_tag_that_names_no_language_is_told_with_its_line(tmp_path: Path) -> None:
    file = _worded(tmp_path, "en: Delta buys power, xx: y")
    code, out, err = run("check", str(file))
    line = next(n for n, one in enumerate(file.read_text("utf-8").splitlines(), 1) if "xx: y" in one)
    assert code == 1 and f"river.yaml:{line}" in err and "'xx' names no language" in err and not out
