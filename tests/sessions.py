"""Pages that show a session at the terminal: their commands, run, against what they say is printed."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner

from detente.cli.app import build

Elsewhere = Callable[[list[str]], str | None]


def steps(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a text's console blocks, in order, each with the lines it says are printed."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def carried_out(command: str, elsewhere: Elsewhere) -> str:
    """What a command prints. `elsewhere` may answer in its place (None: it does not)."""
    words = shlex.split(command, comments=True)
    if words[0] == "cp":
        shutil.copy(words[1], words[2])
        return ""
    if words[0] == "echo":
        with Path(words[-1]).open("a" if ">>" in words else "w", encoding="utf-8") as out:
            out.write(words[1] + "\n")
        return ""
    assert words[0] == "./run"
    answered = elsewhere(words[1:])
    if answered is not None:
        return answered
    result = CliRunner().invoke(build(), words[1:])
    assert result.exit_code == 0, f"{command}\n{result.output}"
    return result.output


def check_session(text: str, elsewhere: Elsewhere = lambda words: None) -> None:
    """Run a text's session where we are; every printed line must come, in order, where no … stands for others.

    Rules and spaces are not compared. A line that ends in … need only begin so.
    """
    for command, expected in steps(text):
        printed = [_plain(line) for line in carried_out(command, elsewhere).splitlines()]
        at = 0
        for line in map(_plain, expected):
            if line in {"", "…"}:
                continue
            begun = line.removesuffix("…")
            fits = [
                n for n, found in enumerate(printed[at:], at) if found == line or _begins(found, line, begun)
            ]
            assert fits, f"{command} does not print: {line}\nbut:\n" + "\n".join(printed)
            at = fits[0] + 1


def _begins(found: str, line: str, begun: str) -> bool:
    return line.endswith("…") and found.startswith(begun)


def _plain(line: str) -> str:
    return " ".join(line.replace("─", "").split())
