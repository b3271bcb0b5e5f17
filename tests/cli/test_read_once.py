"""Each file of a study is parsed once by a command that asks about it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run

from detente.store import dossier_file, yaml_file
from detente.store.study_folder import bundled_study


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file was parsed, by its name."""
    counts: Counter[str] = Counter()

    def counted(real: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        def parse(*given: Any, **more: Any) -> Any:
            counts[name(*given, **more)] += 1
            return real(*given, **more)

        return parse

    monkeypatch.setattr(yaml_file, "_load", counted(yaml_file._load, lambda path, _: path.name))
    monkeypatch.setattr(
        dossier_file, "parse_dossier", counted(dossier_file.parse_dossier, lambda _, file: Path(file).name)
    )
    return counts


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return Path(shutil.copytree(bundled_study(), tmp_path / "study"))


ALL = {"study.yaml": 1, "situation.yaml": 1, "dossier.jsonl": 1}


@pytest.mark.parametrize(
    ("command", "files"),
    [
        (("check",), ALL),
        (("check", "--json"), ALL),
        (("review", "--json"), ALL),
        (("review", "--summary"), ALL),
        (("export", "--as", "csv"), ALL),
        (("why", "--actor", "ROK", "--concept", "nash"), {"study.yaml": 1, "situation.yaml": 1}),
    ],
)
def test_a_command_parses_a_file_once(
    study: Path, parsed: Counter[str], command: tuple[str, ...], files: dict[str, int]
) -> None:
    name, *options = command
    assert run(name, study, *options)[0] == 0
    assert dict(parsed) == files


def test_a_situation_file_is_parsed_once(study: Path, parsed: Counter[str]) -> None:
    run("check", study / "situation.yaml")
    assert dict(parsed) == {"situation.yaml": 1, "dossier.jsonl": 1}


def test_import_parses_the_dossier_once(study: Path, parsed: Counter[str], tmp_path: Path) -> None:
    assert run("export", study, "-o", tmp_path / "all.jsonld")[0] == 0
    parsed.clear()
    assert run("import", study, tmp_path / "all.jsonld")[0] == 0
    assert dict(parsed) == {"study.yaml": 1, "dossier.jsonl": 1}
