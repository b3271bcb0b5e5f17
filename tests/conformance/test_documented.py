"""What is registered is documented: concepts, commands, keys of the file format, links between pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.cli.app import build
from detente.situation.file.entries import SituationEntry

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "benchmarks/README.md", "changes/README.md")
PAGES = [*(ROOT / name for name in BESIDE), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("concept", [concept.id for concept in CONCEPTS])
def test_every_concept_has_its_chapter(concept: str) -> None:
    guide = (ROOT / "docs" / "field-guide" / "stability.md").read_text(encoding="utf-8")
    assert f"\n## {concept}\n" in guide


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = get_command(build()).commands  # type: ignore[attr-defined]
    missing = [name for name in commands if f"./run {name}" not in readme]
    assert not missing


def test_every_key_of_a_situation_file_is_described() -> None:
    page = (ROOT / "docs" / "reference" / "situation-file.md").read_text(encoding="utf-8")
    missing = [name for name in SituationEntry.model_fields if f"`{name}" not in page]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" not in target and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name}: {target}"


def test_nothing_names_a_machine_or_an_index() -> None:
    suspicious = re.compile(
        r"(?<![\w.])/(?:work|tmp/wt|root)/|index-url|files\.pythonhosted|simple/?\s*$", re.M
    )
    for path in [*PAGES, *ROOT.glob("requirements*.lock"), ROOT / "pyproject.toml"]:
        assert not suspicious.search(path.read_text(encoding="utf-8")), path
