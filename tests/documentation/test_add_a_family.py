"""What "Add a family of analyses" says, done literally in a copy of the package."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.documentation.pages import Copy, blocks

PAGE = "how-to/add-a-family.md"
EDITED = (
    "analysis/__init__.py",
    "analysis/__init__.py",
    "languages/en/analysis.po",
    "languages/en/params.po",
)
REFERENCE = """
from documentation.analyses import pages
from detente.analysis.mobility import MOBILITY
print(dict(pages([MOBILITY]))["reference/analyses/mobility.md"])
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copied = Copy(tmp_path_factory.mktemp("family"))
    (module,), (words,) = blocks(PAGE, "python"), blocks(PAGE, "po")
    edits = blocks(PAGE, "diff")
    copied.write("src/detente/analysis/mobility.py", module)
    copied.write("src/detente/languages/en/mobility.po", words)
    for file, edit in zip(EDITED, edits, strict=True):
        copied.apply(f"src/detente/{file}", edit)
    return copied


def test_it_is_a_command_in_words_and_as_json(copy: Copy) -> None:
    shown, asked, _ = blocks(PAGE, "console")[0].splitlines()
    assert "Moves from today" in copy.detente(shown)
    answer = json.loads(copy.detente(asked))
    assert [row["actor"] for row in answer["records"]] == ["Delta"]
    assert answer["records"][0]["moves"] >= answer["records"][0]["improvements"]
    assert answer["stamp"]["parameters"] == {"actor": "Delta"}
    assert "Only this actor." in copy.detente("$ detente mobility --help")


def test_it_stands_in_the_annex_of_a_brief(copy: Copy, tmp_path: Path) -> None:
    copy.detente(blocks(PAGE, "console")[0].splitlines()[2], "-o", str(tmp_path))
    assert "Moves from today" in (tmp_path / "brief.md").read_text(encoding="utf-8")


def test_it_has_its_page_of_the_reference(copy: Copy) -> None:
    code, page, err = copy.python("-c", REFERENCE)
    assert code == 0, err
    assert page.startswith("# mobility\n\nHow many moves each actor has today")
    assert "| `actor` | `--actor` |" in page and '"improvements":' in page
