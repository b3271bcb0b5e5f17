"""YAML files: places, encodings, what is no YAML, and changes that keep comments."""

from pathlib import Path

import pytest

from detente.errors import InputError, ParseError
from detente.store.study_folder import check_file, load_situation, load_study
from detente.store.yaml_file import changed, read_yaml

SOUND = """\
# who
detente: 1
title: "한국과 中国 🕊"   # keep me
as_of: 2026-01-05
actors: {A: {}, B: {}}
options:
  A.x: {levels: [no, yes]}
  B.z: {}
preferences:
  A: {statements: [B.z]}
  B:
    statements:
      - 'A.x or B.y'
      - {say: "A.x and B.zz"}
      - >
        A.x and
        B.q
"""


def write(folder: Path, content: bytes | str) -> Path:
    path = folder / "situation.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def places(path: Path) -> list[tuple[int | None, int | None]]:
    return [(fault.line, fault.column) for fault in check_file(path)]


def test_expression_faults_point_at_the_word(tmp_path: Path) -> None:
    path = write(tmp_path, SOUND)
    assert places(path) == [(13, 17), (14, 24), (16, 1)]


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    assert places(write(tmp_path, content)) == [(13, 17), (14, 24), (16, 1)]


def test_a_date_stays_text_and_no_is_no_boolean(tmp_path: Path) -> None:
    text = SOUND.split("preferences:")[0]
    situation = load_situation(write(tmp_path, text))
    assert situation.as_of == "2026-01-05"
    assert situation.levels["A.x"] == ("no", "yes")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "an empty file"),
        (b"# only a comment\n", "an empty file"),
        (b"a: [1, 2", "the [ that opens here is not closed"),
        (b"a: 1\na: 2\n", "the key stands twice"),
        (b"a: 1\n---\nb: 2\n", "more than one YAML document"),
        (b"detente: 1\ntitle: \xff\xfe\n", "byte 19 is not UTF-8"),
        (b"a: \x00", "control character"),
        (b"\tdetente: 1", "indent with spaces"),
        (b"just words", "this is running text, not a situation file"),
        (b"a: &a [x, x]\nb: &b [*a, *a, *a]\n" + b"".join(
            f"{chr(99 + i)}: &{chr(99 + i)} [{', '.join(['*' + chr(98 + i)] * 10)}]\n".encode() for i in range(8)
        ), "more than 500,000 parts"),
    ],
)  # fmt: skip
def test_what_is_no_situation_says_so(tmp_path: Path, content: bytes, words: str) -> None:
    faults = check_file(write(tmp_path, content))
    assert words in faults[0].message
    assert faults[0].file or faults[0].path == ()


@pytest.mark.parametrize(
    "date", ["yesterday", "2025-02-30", '"2025-02-30"', "2025-13", "2025-13-01", "2026-01-05 10:00:00"]
)
def test_a_day_no_calendar_has_is_named_with_its_place(tmp_path: Path, date: str) -> None:
    (tmp_path / "situation.yaml").write_text(
        f"detente: 1\nas_of: {date}\nactors: {{A: {{}}}}\noptions: {{A.x: {{}}}}\n"
    )
    (fault,) = check_file(tmp_path / "situation.yaml")
    assert (
        (fault.line, fault.column) == (2, 8)
        and "is no date" in fault.message
        and "2026-01-05" in fault.message
    )
    (tmp_path / "situation.yaml").unlink()
    (tmp_path / "study.yaml").write_text(f"title: x\nas_of: {date}\n")
    (tmp_path / "dossier.jsonl").write_text("")
    (fault,) = check_file(tmp_path)
    assert str(fault).startswith(f"{tmp_path / 'study.yaml'}:2:8: ") and "is no date" in fault.message


@pytest.mark.parametrize("date", ["2026-01-05", "2026-01", "1975", "2026-01-05/2026-01-09", "2025-Q4"])
def test_a_day_a_month_a_year_or_a_span_is_a_date(tmp_path: Path, date: str) -> None:
    (tmp_path / "study.yaml").write_text(f"title: x\nas_of: {date}\n")
    (tmp_path / "dossier.jsonl").write_text("")
    assert check_file(tmp_path) == ()


def test_a_day_no_calendar_has_stays_text_where_text_may_stand(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("detente: 1\ntitle: 2025-02-30\n")
    assert read_yaml(tmp_path / "a.yaml").tree == {"detente": 1, "title": "2025-02-30"}


@pytest.mark.parametrize("name", ["nothing.yaml", "."])
def test_a_path_that_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        load_situation(tmp_path / name)


def test_changes_keep_comments_and_quotes(tmp_path: Path) -> None:
    source = read_yaml(write(tmp_path, SOUND))
    text = changed(source, {("preferences", "A", "statements", 0): "not B.z"})
    assert "# who" in text and "# keep me" in text and "'A.x or B.y'" in text
    assert "not B.z" in text


def test_read_yaml_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(ParseError) as caught:
        read_yaml(tmp_path / "none.yaml")
    assert "none.yaml: there is no such file" in str(caught.value)


def test_a_study_names_analyses_there_are(tmp_path: Path) -> None:
    write(tmp_path, SOUND.split("preferences:")[0])
    (tmp_path / "study.yaml").write_text("title: T\nanalyses: [stability, shock]\n")
    fault = check_file(tmp_path)[0]
    assert (fault.line, fault.column) == (2, 23) and "did you mean 'shocks'" in fault.message


def test_a_study_may_use_the_older_name_of_outcomes(tmp_path: Path) -> None:
    write(tmp_path, SOUND.split("preferences:")[0])
    (tmp_path / "study.yaml").write_text("title: T\nanalyses: [facts, stability]\n")
    assert load_study(tmp_path).wants("outcomes") and not load_study(tmp_path).wants("shocks")
