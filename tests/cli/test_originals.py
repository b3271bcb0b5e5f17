"""A study with its originals beside it: sound, changed, unreadable; the two articles the product was founded on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.app import build
from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.store.dossier_file import save_dossier
from detente.store.study_folder import bundled_study

TEXT = "The two governments agreed to talk.\nNo date was set.\n"
SITUATION = """\
detente: 1
actors: {A: {}, B: {}}
options: {A.x: {because: c1}, B.z: {}}
preferences: {A: {statements: [B.z]}, B: {statements: [A.x]}}
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "연구 study"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "talks.txt").write_text(TEXT, encoding="utf-8")
    (folder / "situation.yaml").write_text(SITUATION, encoding="utf-8")
    document = document_from(TEXT, name="talks", file="talks.txt")
    claim = Claim(
        "c1",
        "event",
        "They agree to talk.",
        attestations=(Attestation("talks", passage("talks", TEXT, 4, 34)),),
    )
    save_dossier(folder / "dossier.jsonl", Dossier((document.without_text(),), (claim,)))
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(build(), list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_a_sound_study(study: Path) -> None:
    assert run("check", str(study))[0] == 0
    code, out, _ = run("brief", str(study))
    assert code == 0 and (study / "brief" / "brief.html").exists() and "brief.html" in out


def test_a_changed_document_is_noticed(study: Path) -> None:
    (study / "documents" / "talks.txt").write_text(TEXT.replace("agreed", "refused"), encoding="utf-8")
    for command in ("check", "brief"):
        code, _, err = run(command, str(study))
        assert code == 1 and "talks.txt: the document has changed" in err and "nowhere in the document" in err
    assert not (study / "brief").exists()


def test_an_unreadable_document_is_told(study: Path) -> None:
    (study / "documents" / "talks.txt").write_bytes(b"The two\xff\xfe governments")
    code, _, err = run("check", str(study))
    assert code == 1 and "talks.txt" in err


def test_the_founding_articles_as_documents_of_the_bundled_study(shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "study"
    shutil.copytree(bundled_study(), folder)
    shutil.copytree(shared / "seeds", folder / "documents")
    assert run("check", str(folder))[0] == 0
    code, out, _ = run("brief", str(folder))
    assert code == 0 and "Today’s outcome would hold" in out
