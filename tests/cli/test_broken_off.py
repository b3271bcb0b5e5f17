"""Whatever write a program is ended before, the next to open the study finds it as it was or as it was to be."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.test_new_versions import EDITED, TEXT
from tests.commands import run
from tests.dying import dies_before

from detente.errors import InputError
from detente.store import unfinished
from detente.store.decisions_file import load_decisions
from detente.store.dossier_file import load_dossier
from detente.store.originals import keeping
from detente.store.review_folder import open_review

State = dict[str, bytes]


def state(study: Path) -> State:
    """Every file of a study, hidden ones too."""
    return {str(path.relative_to(study)): path.read_bytes() for path in study.rglob("*") if path.is_file()}


def every_end(study: Path, work: Callable[[], object]) -> set[str]:
    """End the work before each of its writes in turn; how the study was found then: "before" or "after"."""
    began, seen, number = state(study), [], 0
    copy = study.with_name("copy")
    shutil.copytree(study, copy)
    while dies_before(number, work):
        open_review(study)
        seen.append(state(study))
        if seen[-1] == began:
            work()  # it can be done after all
            seen.append(state(study))
        shutil.rmtree(study)
        shutil.copytree(copy, study)
        number += 1
    wanted = state(study)
    assert wanted != began and seen
    for found in seen:
        assert found in (began, wanted), {name for name in found if found[name] != wanted.get(name)}
    return {"before" if found == began else "after" for found in seen}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    assert run("read", tmp_path / "wire.txt", "--into", tmp_path / "study")[0] == 0
    return tmp_path / "study"


def test_an_original_is_written_over_with_its_dossier_or_not_at_all(study: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(EDITED, encoding="utf-8")

    def work() -> None:
        assert run("read", tmp_path / "wire.txt", "--into", study, "--replace", "wire.txt")[0] == 0

    assert every_end(study, work) == {"before", "after"}


def test_a_version_under_another_name_leaves_one_original(study: Path, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text(EDITED, encoding="utf-8")

    def work() -> None:
        assert run("read", tmp_path / "later.txt", "--into", study, "--replace", "wire.txt")[0] == 0

    assert every_end(study, work) == {"before", "after"}
    assert [path.name for path in (study / "documents").iterdir()] == ["later.txt"]


def test_several_decisions_are_carried_out_together_or_not_at_all(study: Path, tmp_path: Path) -> None:
    names = [claim.id for claim in load_dossier(study / "dossier.jsonl").claims]
    assert len(names) > 1
    given = [{"claim": name, "action": "accept", "when": "2026-01-08"} for name in names]
    given += [{"claim": names[0], "action": "reject", "when": "2026-01-09"}]
    (tmp_path / "wanted.json").write_text(json.dumps(given))

    def work() -> None:
        if not load_decisions(study / "decisions.jsonl"):
            assert run("review", study, "--by", "ann", "--decide", tmp_path / "wanted.json")[0] == 0

    assert every_end(study, work) == {"after"}  # the log comes first: what it holds is carried out


@pytest.mark.parametrize("opening", ["check", "brief", "export", "review"])
def test_whatever_opens_the_study_puts_the_original_back(study: Path, tmp_path: Path, opening: str) -> None:
    (tmp_path / "wire.txt").write_text(EDITED, encoding="utf-8")
    number, kept = 0, study / "documents" / "wire.txt"
    while kept.read_text(encoding="utf-8") == TEXT:
        shutil.copytree(study, tmp_path / f"copy{number}")
        assert dies_before(
            number, lambda: run("read", tmp_path / "wire.txt", "--into", study, "--replace", "wire.txt")
        )
        number += 1
    assert (study / unfinished.NAME).exists()
    run(opening, study, *(["--summary"] if opening == "review" else []))
    assert kept.read_text(encoding="utf-8") == TEXT
    assert not (study / unfinished.NAME).exists()


def test_a_reading_at_work_is_left_alone(study: Path) -> None:
    with keeping(study) as keeper:
        keeper.keep("more.txt", b"more")
        open_review(study)
        assert (study / "documents" / "more.txt").exists() and (study / unfinished.NAME).exists()
        with (
            pytest.raises(InputError, match="another reading into this study is at work"),
            keeping(study) as second,
        ):
            second.keep("third.txt", b"third")
    assert sorted(path.name for path in (study / "documents").iterdir()) == ["more.txt", "wire.txt"]
    assert not (study / unfinished.NAME).exists()
