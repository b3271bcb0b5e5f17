"""Run every gate of the project and say how each went: ``./run test [PYTEST ARGUMENTS]``.

All steps run even when one fails; the exit code is 0 only if all passed. Arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
CACHE = Path(sys.prefix) / "cache"  # in the environment: the checkout may be read-only


def steps(arguments: Sequence[str]) -> tuple[tuple[str, list[str]], ...]:
    """Return the name and the command of every step."""
    python = [sys.executable, "-P"]
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return (
        ("ruff check", [*python, "-m", "ruff", "check", "--quiet", "."]),
        ("ruff format --check", [*python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("mypy --strict", [*python, "-m", "mypy"]),  # pyproject says strict, and which exception
        ("lint-imports", [*python, "-c", contracts, "--no-logo", "--cache-dir", str(CACHE / "contracts")]),
        ("documentation", [*python, "-m", "documentation", str(CACHE / "docs")]),  # a warning fails
        (
            "pytest",
            [*python, "-m", "pytest", "-o", f"cache_dir={CACHE / 'pytest'}", *workers(arguments), *arguments],
        ),
    )


def workers(arguments: Sequence[str]) -> list[str]:
    """Return the option for two worker processes, unless the caller has decided."""
    decided = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments)
    return [] if decided or (os.cpu_count() or 1) < 2 else ["-n", "2"]


def surroundings() -> dict[str, str]:
    """Return the environment variables of every step: as they are, with the tools' caches in one place.

    All code of the checkout can be imported: the package, its tools, its benchmarks.
    """
    code = {"PYTHONPATH": os.pathsep.join(str(HOME / folder) for folder in ("src", "tools", "."))}
    names = {"RUFF_CACHE_DIR": "ruff", "MYPY_CACHE_DIR": "mypy", "HYPOTHESIS_STORAGE_DIRECTORY": "hypothesis"}
    return {name: str(CACHE / folder) for name, folder in names.items()} | os.environ | code


def run(name: str, command: Sequence[str]) -> tuple[bool, str]:
    """Run one step, its output shown as it comes; return whether it passed and the line for the summary."""
    print(f"── {name}", flush=True)
    begin = time.monotonic()
    code = subprocess.run(command, cwd=HOME, env=surroundings(), check=False).returncode
    took = time.monotonic() - begin
    verdict = "passed" if code == 0 else f"FAILED (exit {code})"
    print(f"   {name}: {verdict} in {took:.1f} s", flush=True)
    return code == 0, f"   {name:<20} {verdict}"


def main(arguments: Sequence[str]) -> int:
    """Run all steps, then the summary."""
    results = [run(name, command) for name, command in steps(arguments)]
    print("── summary", *(line for _, line in results), sep="\n", flush=True)
    return 0 if all(passed for passed, _ in results) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
