"""The numbers the house holds itself to (HOUSE §12): folders, files, functions, names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import detente

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "detente"
FILES = sorted(PACKAGE.rglob("*.py"))
GENERATED = "# Made by tools/"  # tables of weights say so in their second line


def _written() -> Iterator[tuple[Path, str]]:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        if GENERATED not in text[:400]:
            yield file, text


def test_no_folder_holds_more_than_twenty_modules() -> None:
    folders = {file.parent for file in FILES}
    crowded = {
        str(one.relative_to(PACKAGE)): count for one in folders if (count := len(list(one.glob("*.py")))) > 20
    }
    assert not crowded


def test_no_module_is_over_four_hundred_lines_and_half_are_under_a_hundred_and_twenty() -> None:
    lengths = {str(file.relative_to(PACKAGE)): text.count("\n") for file, text in _written()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}
    assert median(lengths.values()) <= 120


def test_half_of_the_functions_have_at_most_twelve_lines() -> None:
    lengths = [
        node.end_lineno - node.body[0].lineno + 1
        for _, text in _written()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
    assert median(lengths) <= 12


def test_every_folder_says_what_it_is_for() -> None:
    folders = {file.parent for file in FILES}
    silent = [
        str(one.relative_to(PACKAGE))
        for one in folders
        if not ast.get_docstring(ast.parse((one / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert not silent


def test_a_python_user_needs_few_names() -> None:
    assert len(detente.__all__) <= 25
