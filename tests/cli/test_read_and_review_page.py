"""The how-to page is a session that runs: every command on it, against what it says is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.app import build
from detente.cli.review_desk import Desk
from detente.store.review_folder import open_review

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-and-review.md"


def steps() -> list[tuple[str, list[str]]]:
    """The commands of the page's console blocks, in order, each with the lines it says are printed."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def carried_out(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints; `echo` and `mkdir` are done here, a bare `review` at a desk whose key is q."""
    words = shlex.split(command)
    if words[0] == "mkdir":
        Path(words[1]).mkdir()
        return ""
    if words[0] == "echo":
        text = "" if words[1] == "-n" else words[1] + "\n"
        with Path(words[-1]).open("a" if ">>" in words else "w", encoding="utf-8") as out:
            out.write(text)
        return ""
    assert words[0] == "./run"
    if words[1] == "review" and len(words) == 3:
        capsys.readouterr()
        Desk(open_review(Path(words[2])), "ann", key=lambda: "q").run()
        return capsys.readouterr().out
    result = CliRunner().invoke(build(), words[1:])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_session_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    article = re.search(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert article is not None
    Path("article.txt").write_text(article[1], encoding="utf-8")
    for command, expected in steps():
        printed = [
            " ".join(line.replace("─", "").split()) for line in carried_out(command, capsys).splitlines()
        ]
        at = 0
        for line in expected:
            if line == "…":
                continue
            wanted = " ".join(line.replace("─", "").split())
            assert wanted in printed[at:], f"{command} does not print: {line}"
            at = printed.index(wanted, at) + 1
