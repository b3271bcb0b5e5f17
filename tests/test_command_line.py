"""Commands in messages: typed as this program was started, and made in one place."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from detente.cli.app import build
from detente.command_line import command_line

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "detente"


def test_an_installed_program_is_called_by_its_name() -> None:
    assert command_line("read", "FILE", "--into", "my study") == "detente read FILE --into 'my study'"


def test_one_started_by_the_script_is_called_by_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_COMMAND", "./run")
    assert command_line("review", Path("s")) == "./run review s"
    monkeypatch.setenv("DETENTE_COMMAND", "../my checkout/run")
    assert shlex.split(command_line("review", "s")) == ["../my checkout/run", "review", "s"]


def test_one_started_as_a_module_is_called_as_a_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "detente", "check", str(tmp_path)]
    settings = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"`{sys.executable} -m detente read FILE --into FOLDER`" in done.stderr


def test_wrong_usage_names_the_script_too(tmp_path: Path) -> None:
    code = "import sys; sys.argv[0] = 'detente'; from detente.cli import main; sys.exit(main())"
    settings = {"PYTHONPATH": str(ROOT / "src"), "DETENTE_COMMAND": "./run", "COLUMNS": "100"}
    command = [sys.executable, "-c", code, "check"]
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Usage: ./run check" in done.stderr and "'./run check -h'" in done.stderr


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module that is not a docstring, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # a text standing alone  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


def test_no_message_names_a_command_by_itself() -> None:
    """A text with `detente COMMAND` or `./run COMMAND` in it would be wrong for half of its readers."""
    root = typer.main.get_command(build())
    names = "|".join(map(re.escape, root.commands))  # type: ignore[attr-defined]
    typed = re.compile(rf"(?<![\w.])(detente|\./run) ({names})\b")
    texts = [
        *((path, line, text) for path in sorted(SOURCE.rglob("*.py")) for line, text in _texts(path)),
        *((path, line, text) for path in sorted(SOURCE.rglob("*.po")) for line, text in _lines(path)),
    ]
    found = [f"{path.relative_to(ROOT)}:{line}: {text}" for path, line, text in texts if typed.search(text)]
    assert found == [], "use detente.command_line.command_line"


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    return enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
