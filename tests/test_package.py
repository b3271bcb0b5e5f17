"""The package as a whole: its public names, light imports, its version, the committed schema."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import detente

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "scipy",
    "numba",
    "fastapi",
    "sqlalchemy",
    "ortools",
    "vl_convert",
    "pypandoc",
    "typst",
    "babel",
    "trafilatura",
    "docx",
    "openpyxl",
    "pydantic_ai",
}


def test_public_names_are_there_and_few() -> None:
    assert len(detente.__all__) <= 25
    assert sorted(detente.__all__) == sorted(detente._WHERE)
    for name in detente.__all__:
        assert getattr(detente, name) is not None
    assert dir(detente) == sorted(detente.__all__)
    with pytest.raises(AttributeError):
        _ = detente.nothing


@pytest.mark.parametrize("arguments", [["--help"], ["check", "{bundled}"]])
def test_help_and_check_import_no_heavy_part(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom detente.cli.app import main\n"
        "from detente.store.study_folder import bundled_study\n"
        "sys.argv = ['detente', *(a.format(bundled=bundled_study()) for a in sys.argv[1:])]\n"
        "main()\nprint('MODULES', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
        check=True,
    )
    modules = set(done.stdout.rsplit("MODULES", 1)[1].split())
    assert not modules & HEAVY
    assert "no fault found" in done.stdout or "Usage" in done.stdout


def test_the_version_is_written_once_more_only_in_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == detente.__version__


def test_the_committed_schema_is_what_the_types_say() -> None:
    spec = importlib.util.spec_from_file_location("write_schema", ROOT / "tools" / "write_schema.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.schema(), "run: python tools/write_schema.py"


def _modules() -> list[Path]:
    return sorted((ROOT / "src" / "detente").rglob("*.py"))


def test_modules_stay_short() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in _modules())
    assert lengths[-1] <= 400
    assert lengths[len(lengths) // 2] <= 120


def test_functions_stay_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 12


def test_below_the_store_nothing_touches_files_or_formats() -> None:
    forbidden = {"json", "yaml", "ruamel", "pathlib", "os", "sqlite3", "tempfile", "csv"}
    for layer in ("kernels", "evidence", "reading", "situation", "analysis", "study"):
        for path in (ROOT / "src" / "detente" / layer).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                assert not {name.partition(".")[0] for name in names} & forbidden, path
                printed = (
                    isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
                )
                assert not printed, path
