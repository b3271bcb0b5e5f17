"""`agreements` and `sheets` on the command line: answers, bad input, wrong usage."""

import json

import pytest

from detente.cli import main

FILE = """\
detente: 1
title: Two neighbours
actors: {A: {name: Arland}, B: {name: Borland}}
issues:
  border: {levels: [patrol, open], park: true}
  river: {levels: [share, sell], park: true}
parties:
  A:
    reservation: 20
    points: {border: {patrol: 20, open: 50, parked: 0}, river: {share: 10, sell: 0, parked: 5}}
  B:
    marks:
      border: {patrol: acceptable, open: only if paid for, parked: acceptable}
      river: {share: acceptable, sell: wanted, parked: never}
agreement:
  require: [border == open implies river != share]
  instruments: {fund: {cost: 2, adds: {B: 10}}}
"""


@pytest.fixture
def run(monkeypatch, capsys):
    def run(*words):
        monkeypatch.setattr("sys.argv", ["detente", *map(str, words)])
        code = main()
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "neighbours.yaml"
    path.write_text(FILE, "utf-8")
    return path


def test_json_keeps_the_contract(run, file):
    code, out, err = run("agreements", file, "--json", "--objective", "nash", "--objective", "least-cost")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert answer["packages"] == 3
    assert answer["core"] == {} and answer["parked"] == []
    assert answer["in_trade"] == {"border": ["patrol", "open"], "river": ["share", "sell"]}
    assert list(answer["best"]) == ["nash", "least-cost"]
    assert answer["best"]["nash"]["packages"] == [{"border": "open", "river": "sell"}]
    assert answer["best"]["nash"]["points"] == {"A": 50}
    assert answer["frontier"]["size"] == 1
    assert answer["blocking"] is None


def test_the_terminal_speaks_in_sentences(run, file):
    code, out, _ = run("agreements", file)
    assert code == 0
    assert "3 can be signed now" in out and "What each gives and gets" in out


def test_taking_out_what_blocks(run, tmp_path):
    path = tmp_path / "blocked.yaml"
    path.write_text(FILE.replace("reservation: 20", "reservation: 56"), "utf-8")
    code, out, _ = run("agreements", path, "--json")
    assert code == 0
    blocking = json.loads(out)["blocking"]
    assert [demand["id"] for demand in blocking] == ["A.reservation", "B.paid"]
    code, out, _ = run("agreements", path, "--json", "--without", "A.reservation")
    assert json.loads(out)["packages"] > 0


def test_sheets_are_a_workbook_or_a_folder(run, file, tmp_path):
    code, _, err = run("sheets", file, "-o", tmp_path / "a.docx")
    assert code == 2 and "a name that ends in .xlsx" in err and not (tmp_path / "a.docx").exists()


def test_a_time_limit_is_not_negative(run, file):
    assert run("agreements", file, "--seconds", "-3")[0] == 2


def test_sheets_are_written_and_read_back(run, file, tmp_path):
    code, out, _ = run("sheets", file, "-o", tmp_path / "forms.xlsx")
    assert code == 0 and "forms.xlsx" in out
    code, out, _ = run("agreements", file, "--sheets", tmp_path / "forms.xlsx", "--json")
    assert code == 0 and json.loads(out)["packages"] == 3
    code, out, _ = run("agreements", tmp_path / "forms.xlsx", "--json")
    assert code == 0 and json.loads(out)["packages"] == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--objective", "fairest"], "there is no objective 'fairest'"),
        (["--without", "boarder"], "did you mean 'border'"),
        (["--budget", "plenty"], "--budget must be a number"),
        (["--budget", "-1"], "must not be negative"),
        (["--draft", "border"], "issue=level"),
        (["--draft", "border=shut"], "has no level 'shut'"),
    ],
)
def test_wrong_usage(run, file, words, message):
    code, out, err = run("agreements", file, *words)
    assert (code, out) == (2, "") and message in err


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("    reservation: 20\n", "", 8, "has points but no reservation"),
        ("    reservation: 20\n", "    reservation: 20\n    total: 100\n", 10, "its best levels add to 60"),
        ("patrol: 20, ", "", 10, "no points for patrol of border"),
        ("patrol: 20", "patrol: -20", 10, "must not be negative"),
        ("patrol: 20", "patrol: [30, 20]", 10, "upside down"),
        ("levels: [share, sell]", "levels: []", 6, "nothing to choose"),
        (
            "require: [border == open implies river != share]",
            "require: [border, not border]",
            16,
            "contradict",
        ),
        ("parties:\n", "party:\n", None, "party"),
    ],
)
def test_bad_input_has_its_line(run, tmp_path, old, new, line, message):
    path = tmp_path / "bad.yaml"
    path.write_text(FILE.replace(old, new), "utf-8")
    code, out, err = run("agreements", path)
    assert (code, out) == (1, ""), out
    assert message in err
    assert line is None or f"bad.yaml:{line}:" in err, err


def test_a_file_without_issues_says_what_is_missing(run, tmp_path):
    path = tmp_path / "none.yaml"
    path.write_text("detente: 1\ntitle: t\nactors: {A: {}}\noptions: {A.o: {}}\n", "utf-8")
    code, _, err = run("agreements", path)
    assert code == 1 and "nothing on the table" in err
