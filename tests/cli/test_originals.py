"""A study with its originals beside it: sound, changed, unreadable; the two articles the product was founded on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.commands import run
from tests.readers.samples import pdf

from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.store.dossier_file import load_dossier, save_dossier
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


def test_a_sound_study(study: Path) -> None:
    assert run("check", str(study))[0] == 0
    code, out, _ = run("brief", str(study))
    assert code == 0 and (study / "brief" / "brief.html").exists() and "brief.html" in out


def test_the_footnote_names_the_page_of_a_pdf(tmp_path: Path) -> None:
    words = "Arvenia demanded that Belmora lift the toll."
    (tmp_path / "note.pdf").write_bytes(pdf([["The talks took place in Vienna."], [words]]))
    study = tmp_path / "study"
    assert run("read", str(tmp_path / "note.pdf"), "--into", str(study))[0] == 0
    (claim,) = (c for c in load_dossier(study / "dossier.jsonl").claims if c.kind == "ask")
    given = f'{{"claim": "{claim.id}", "action": "accept"}}'
    assert run("review", str(study), "--decide", "-", stdin=given)[0] == 0
    assert run("brief", str(study))[0] == 0
    text = (study / "brief" / "brief.md").read_text(encoding="utf-8")
    (note,) = (line for line in text.split("\n") if line.startswith(f"[^{claim.id}]:"))
    assert note.endswith(", p. 2.*") and "characters" not in note


def test_a_changed_document_is_noticed(study: Path) -> None:
    (study / "documents" / "talks.txt").write_text(TEXT.replace("agreed", "refused"), encoding="utf-8")
    for command in ("check", "brief"):
        code, _, err = run(command, str(study))
        assert code == 1 and "talks.txt: the document has changed" in err and "nowhere in the document" in err
    assert not (study / "brief").exists()


def test_what_leaves_the_house_is_held_against_the_originals(study: Path) -> None:
    assert "warning" not in run("review", str(study), "--summary")[2]
    (study / "documents" / "talks.txt").write_text(TEXT.replace("agreed", "refused"), encoding="utf-8")
    code, out, err = run("export", str(study))
    assert code == 1 and not out and "the document has changed" in err
    code, _, err = run("review", str(study), "--summary")
    assert code == 0 and "warning: " in err and "the document has changed" in err


@pytest.mark.parametrize("gone", ["talks.txt", ""])
def test_an_original_that_is_gone_is_noticed(study: Path, gone: str) -> None:
    kept = study / "documents"
    (kept / gone).rename(study / "elsewhere")
    code, out, err = run("check", str(study))
    assert (
        code == 1
        and "hint" not in out
        and "1 passage cannot be checked: documents/talks.txt is not here" in err
    )
    assert "does not stop an analysis" in err
    code, _, err = run("brief", str(study))
    assert code == 0 and "note: " in err and "documents/talks.txt is not here" in err
    page = (study / "brief" / "brief.md").read_text(encoding="utf-8")
    assert "could not be checked against its original, which is not in this study" in " ".join(page.split())


def test_originals_said_to_be_elsewhere_are_no_alarm(study: Path) -> None:
    shutil.rmtree(study / "documents")
    (study / "study.yaml").write_text("originals: they lie in the archive.\n", encoding="utf-8")
    code, out, err = run("check", str(study))
    assert code == 0 and "note: quotations were not checked: they lie in the archive." in out and not err
    assert run("brief", str(study))[2] == ""
    page = (study / "brief" / "brief.md").read_text(encoding="utf-8")
    assert "recorded in the dossier: they lie in the archive" in " ".join(page.split())


def test_a_dossier_alone_is_a_study_of_facts(study: Path) -> None:
    (study / "situation.yaml").unlink()
    code, out, err = run("check", str(study))
    assert code == 0 and "1 document, 1 claim" in out and "hint: there is no situation.yaml yet" in out, err
    code, out, _ = run("brief", str(study))
    assert code == 0 and "facts only" in out
    page = (study / "brief" / "brief.md").read_text(encoding="utf-8")
    assert "They agree to talk." in page and "Who wants what" not in page
    for command in ("stability", "paths", "agreements", "sheets"):
        code, _, err = run(command, str(study))
        assert code == 1 and "no situation.yaml yet" in err
    (study / "study.yaml").write_text("situation: other.yaml\n", encoding="utf-8")
    code, _, err = run("brief", str(study))
    assert code == 1 and "other.yaml: there is no such file" in err


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
