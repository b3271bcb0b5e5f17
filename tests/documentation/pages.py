"""The code of a page of the documentation, as a reader of it would copy it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of code of one kind on a page of docs/, in order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def executed(code: str, name: str) -> dict[str, Any]:
    """The names that a module of this code defines."""
    names: dict[str, Any] = {"__name__": name}
    exec(compile(code, f"{name}.py", "exec"), names)
    return names


class Copy:
    """A copy of the package to follow a page in, run without compiling kernels."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        shutil.copytree(DOCS.parent / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))

    def write(self, file: str, content: str) -> None:
        """A new file, as the page shows it."""
        path = self.home / file
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists()
        path.write_text(content, encoding="utf-8")

    def apply(self, file: str, diff: str) -> None:
        """An edit, as the page shows it: lines that stay, go and come, which must stand in the file once."""
        before, after = (
            "".join(line[1:] for line in diff.splitlines(keepends=True) if line[0] in marks)
            for marks in (" -", " +")
        )
        text = (self.home / file).read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{file} does not hold once:\n{before}"
        (self.home / file).write_text(text.replace(before, after), encoding="utf-8")

    def python(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, output and errors of Python with the copied package, its tests and tools at hand."""
        path = os.pathsep.join(map(str, (self.home / "src", DOCS.parent / "tools", DOCS.parent)))
        settings = {"PYTHONPATH": path, "NUMBA_DISABLE_JIT": "1", "COLUMNS": "110", "PYTHONUTF8": "1"}
        command = [sys.executable, "-P", *arguments]
        done = subprocess.run(
            command,
            cwd=DOCS.parent,
            env=settings,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return done.returncode, done.stdout, done.stderr

    def detente(self, line: str, *more: str) -> str:
        """What a command line of a page prints."""
        code, out, err = self.python("-m", *shlex.split(line.removeprefix("$ ")), *more)
        assert code == 0, err
        return out
