"""`--json` after every command, and every error as one JSON object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from tests.cli.test_commands import freeze
from tests.commands import run

from detente.cli.app import build
from detente.cli.reading import command as reading

__all__ = ["freeze"]

COMMANDS = [command.name for command in build().registered_commands]


def test_there_are_commands() -> None:
    assert {"brief", "check", "sheets", "export", "import", "stability"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_as_json(command: str) -> None:
    parameters = {
        option for one in typer.main.get_command(build()).commands[command].params for option in one.opts
    }
    assert "--json" in parameters


@pytest.mark.parametrize(
    "arguments",
    [(command, "--nonsense") for command in COMMANDS]
    + [("nonsense",), ("stability",), ("why", "x.yaml"), ("sheets", "x.yaml", "-o", "a.docx")]
    + [("brief", "x.yaml", "-o", "a.pdf"), ("read", "x.txt", "--into", "")],
)
def test_wrong_usage_is_one_json_object(arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments, "--json")
    error = json.loads(err)["error"]
    assert (code, out, error["kind"]) == (2, "", "usage") and error["message"]


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in ("cases", "import", "why")])
def test_a_fault_in_the_input_is_one_json_object(command: str, tmp_path: Path) -> None:
    code, out, err = run(command, tmp_path / "none.yaml", "--json")
    said = json.loads(err or out)
    assert code == 1 and ("error" in said or said["faults"])


def test_json_before_the_command_is_told_where_it_goes(freeze: str) -> None:
    code, _, err = run("--json", "stability", freeze)
    assert code == 2 and "stability … --json" in json.loads(err)["error"]["message"]


def test_a_brief_as_json(freeze: str, tmp_path: Path) -> None:
    code, out, err = run("brief", freeze, "-o", tmp_path / "out", "--json")
    answer = json.loads(out)
    assert (code, err, answer["title"], answer["notes"]) == (0, "", "A freeze", [])
    assert "Today’s outcome would hold" in answer["bottom_line"][0]["text"]
    assert str(tmp_path / "out" / "brief.html") in answer["written"]
    assert all(Path(name).is_file() for name in answer["written"])


def test_a_brief_is_no_single_file(freeze: str, tmp_path: Path) -> None:
    code, _, err = run("brief", freeze, "-o", tmp_path / "x.pdf")
    assert (
        code == 2 and "name a folder; --pdf writes PDF into it" in err and not (tmp_path / "x.pdf").exists()
    )
    assert run("brief", freeze, "-o", tmp_path / "v1.2")[0] == 0


def test_the_main_job_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("--json")
    assert code == 0 and json.loads(out)["title"].startswith("South Korea and China")


def test_sheets_and_export_as_json(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("detente: 1\nissues: {i: {levels: [a, b]}}\nparties: {A: {points: {i: {a: 1, b: 2}}}}\n")
    code, out, _ = run("sheets", path, "-o", tmp_path / "forms", "--json")
    assert code == 0 and json.loads(out) == {"written": [str(tmp_path / "forms" / "A.csv")]}
    (tmp_path / "dossier.jsonl").write_text("")
    code, out, _ = run("export", tmp_path, "--as", "csv", "--json")
    assert code == 0 and json.loads(out)["content"].startswith("\ufeffid,kind")
    code, out, err = run("export", tmp_path, "-o", tmp_path / "a.csv", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"format": "csv", "written": str(tmp_path / "a.csv")}


def test_stopping_is_told_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "readings_of", stopped)
    code, _, err = run("read", tmp_path / "a.txt", "--json")
    assert code == 130 and json.loads(err)["error"]["kind"] == "stopped"
