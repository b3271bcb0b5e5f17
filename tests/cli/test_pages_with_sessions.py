"""The README, the tutorial and the page from documents to a model work when typed as written."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.sessions import check_session
from typer.testing import CliRunner

from detente.cli.app import build

ROOT = Path(__file__).resolve().parents[2]
CROSSINGS = "docs/how-to/crossings"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the documentation, to type commands in."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def first_block(text: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


def without_keys(words: list[str]) -> str | None:
    """A bare `review` decides as the example does; making the environment and the tests is not our task here."""
    if words[0] == "review" and len(words) == 2:
        decided = ["--by", "ann", "--decide", f"{CROSSINGS}/decisions.jsonl"]
        return CliRunner().invoke(build(), [*words, *decided]).output
    return "" if words[0] == "test" else None


def test_the_readme(checkout: Path) -> None:
    readme = page("README.md")
    Path("freeze.yaml").write_text(first_block(readme, "yaml"), encoding="utf-8")
    check_session(readme.split("## Your first own situation")[1], without_keys)
    assert (checkout / "my-study" / "brief" / "brief.pdf").exists()


def test_the_python_of_the_readme(checkout: Path) -> None:
    readme = page("README.md")
    Path("freeze.yaml").write_text(first_block(readme, "yaml"), encoding="utf-8")
    code = first_block(readme, "python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(ROOT / "src")})  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "USA.offer" in done.stdout and "Judgement" in done.stdout


def test_the_tutorial(checkout: Path) -> None:
    river = page("docs/tutorial/shared-river.yaml")
    old = "say: Upland.filling == fast, label: a full lake a year earlier"
    assert old in river
    Path("silt.yaml").write_text(river.replace(old, "say: Upland.filling == slow"), encoding="utf-8")
    text = page("docs/tutorial/first-situation.md")
    check_session(re.sub(r"```console\n(?!\$).*?```", "", text, flags=re.DOTALL))


def test_from_documents_to_a_model(checkout: Path) -> None:
    text = page("docs/how-to/from-documents-to-a-model.md")
    assert first_block(text, "yaml") == page(f"{CROSSINGS}/situation.yaml")
    check_session(text)


def test_what_could_be_signed(checkout: Path) -> None:
    text = page("docs/how-to/agreements.md")
    terms = page("docs/how-to/agreements/terms.yaml")
    assert first_block(text, "yaml") == terms
    check_session(text)
    _, points = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    before, _, _ = terms.partition("  NOR:\n    marks:")
    Path("points.yaml").write_text(before + textwrap.indent(points, "  "), encoding="utf-8")
    assert CliRunner().invoke(build(), ["check", "points.yaml"]).exit_code == 0
    answer = CliRunner().invoke(build(), ["agreements", "points.yaml", "--json"])
    assert answer.exit_code == 0 and json.loads(answer.output)["packages"] > 0
