"""What "Add a published dispute" says, done literally: two files make a case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands import run
from tests.documentation.pages import blocks
from tests.published import test_cases as checks

from detente.store import case_folder

PAGE = "how-to/add-a-published-case.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cases lie, here an empty one, with the page's two files in it."""
    situation, results = blocks(PAGE, "yaml")
    home = tmp_path / "web" / "lecture-notes" / "author-2026"
    home.mkdir(parents=True)
    (home / "two-mills.yaml").write_text(situation, encoding="utf-8")
    (home / "two-mills.results.yaml").write_text(results, encoding="utf-8")
    monkeypatch.setattr(case_folder, "cases_folder", lambda: tmp_path)
    return home


def test_both_files_make_a_case(folder: Path) -> None:
    assert run("check", folder / "two-mills.yaml")[0] == 0
    code, out, err = run("cases", "two-mills", "--json")
    assert code == 0, err
    case = json.loads(out)
    assert case["title"] == "Two mills on one stream"
    assert [one["agrees"] for one in case["results"]] == [True, True, True]


CHECKS = (
    checks.test_a_case_says_where_it_comes_from,
    checks.test_the_source_numbers_every_feasible_state_once,
    checks.test_the_engine_gives_the_reference_for_every_actor_and_concept,
    checks.test_the_referee_gives_the_reference_for_every_actor_and_concept,
    checks.test_every_print_follows_from_the_definitions_or_says_why_not,
    checks.test_the_referee_gives_the_coalition_reference,
)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_what_is_asked_of_every_case_is_asked_of_it(check: Callable[[str], None]) -> None:
    check("two-mills")
