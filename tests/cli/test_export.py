"""`export` and `import`: every format through files, into another study, and wrong input."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.commands import run
from tests.store.exports.test_exports import DOSSIER

from detente.evidence.claims import Attestation
from detente.evidence.dossier import Dossier
from detente.store.dossier_file import load_dossier, save_dossier
from detente.store.exports.formats import FORMATS, Format


@pytest.fixture
def study(tmp_path: Path) -> Path:
    save_dossier(tmp_path / "dossier.jsonl", DOSSIER)
    return tmp_path


@pytest.mark.parametrize("form", [form.id for form in FORMATS])
def test_out_and_in_again(study: Path, tmp_path: Path, form: str) -> None:
    other = tmp_path / "other"
    other.mkdir()
    only_documents = Dossier(tuple(d.without_text() for d in DOSSIER.documents))
    save_dossier(other / "dossier.jsonl", only_documents if form == "csv" else Dossier())
    code, _, err = run("export", study, "--as", form, "-o", tmp_path / "out")
    assert code == 0 and "written" in err
    code, out, _ = run("import", other, tmp_path / "out", "--as", form, "--json")
    assert code == 0
    found = load_dossier(other / "dossier.jsonl")
    assert found.documents == load_dossier(study / "dossier.jsonl").documents
    expected = {"plover": DOSSIER.claims[:1], "annotations": DOSSIER.claims, "csv": DOSSIER.claims}.get(
        form, ()
    )
    assert found.claims == expected
    assert json.loads(out)["claims"] == len(expected)
    before = (other / "dossier.jsonl").read_bytes()
    assert run("import", other, tmp_path / "out", "--as", form)[0] == 0
    assert (other / "dossier.jsonl").read_bytes() == before


def test_printed_where_no_file_is_named(study: Path) -> None:
    code, out, _ = run("export", study, "--as", "bibtex")
    assert code == 0 and out.startswith("@article{d1,")


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_folder_becomes_a_study(study: Path, tmp_path: Path, made: bool) -> None:
    run("export", study, "-o", tmp_path / "all.jsonld")
    if made:
        (tmp_path / "new").mkdir()
    assert run("import", tmp_path / "new", tmp_path / "all.jsonld")[0] == 0
    assert (tmp_path / "new" / "dossier.jsonl").read_bytes() == (study / "dossier.jsonl").read_bytes()


def test_claims_without_their_documents_name_the_way_once(study: Path, tmp_path: Path) -> None:
    run("export", study, "--as", "csv", "-o", tmp_path / "all.csv")
    code, _, err = run("import", tmp_path / "new", tmp_path / "all.csv", "--as", "csv")
    assert code == 1 and err.count("\n") == 1
    assert "1 claim of the file cites documents" in err
    assert err.startswith(f"{tmp_path / 'all.csv'}: ") and "Import the documents first" in err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.suffix != ".json"], ids=lambda form: form.id
)
def test_the_ending_tells_the_format(study: Path, tmp_path: Path, form: Format) -> None:
    code, _, _ = run("export", study, "-o", tmp_path / f"out{form.suffix}")
    assert code == 0
    assert (tmp_path / f"out{form.suffix}").read_text() == run("export", study, "--as", form.id)[1]
    assert run("import", study, tmp_path / f"out{form.suffix}")[0] == 0


def test_a_claim_that_lacks_two_documents_is_one_claim(study: Path, tmp_path: Path) -> None:
    (first,) = DOSSIER.documents
    more = replace(first, id="d2", digest="cd" * 32)
    claim = replace(DOSSIER.claims[0], attestations=(Attestation("d1"), Attestation("d2")))
    save_dossier(study / "dossier.jsonl", Dossier((first, more), (claim,)))
    run("export", study, "-o", tmp_path / "all.csv")
    assert "1 claim of the file cites documents" in run("import", tmp_path / "new", tmp_path / "all.csv")[2]


def test_an_ending_of_several_formats_is_asked_back(study: Path, tmp_path: Path) -> None:
    code, _, err = run("export", study, "-o", tmp_path / "out.json")
    assert code == 2 and "say --as plover" in err and "--as csl" in err


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ((), "x.docx", "no format has files that end in .docx"),
        ((), "x.xlsx", "csv (.csv: claims, for spreadsheets)"),
        (("--as", "csv"), "x.docx", "files of the format csv end in .csv, not .docx"),
        (("--as", "csv"), "x.json", "files of the format csv end in .csv, not .json"),
        (("--as", "bibtex"), "x.RIS", "not .ris; there are annotations (.jsonld: "),
    ],
)
def test_an_ending_of_another_kind_is_refused(
    study: Path, tmp_path: Path, form: tuple[str, ...], name: str, words: str
) -> None:
    code, _, err = run("export", study, *form, "-o", tmp_path / name)
    assert code == 2 and words in err and not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("form", "name"), [("annotations", "x.json"), ("bibtex", "x.bibtex"), ("csv", "X.CSV")]
)
def test_an_ending_that_agrees_is_taken(study: Path, tmp_path: Path, form: str, name: str) -> None:
    assert run("export", study, "--as", form, "-o", tmp_path / name)[0] == 0
    assert (tmp_path / name).read_text() == run("export", study, "--as", form)[1]


def test_a_file_to_import_may_be_called_anything_if_its_format_is_named(study: Path, tmp_path: Path) -> None:
    run("export", study, "-o", tmp_path / "all.jsonld")
    (tmp_path / "all.jsonld").rename(tmp_path / "mailed.txt")
    assert run("import", tmp_path / "new", tmp_path / "mailed.txt", "--as", "annotations")[0] == 0
    code, _, err = run("import", tmp_path / "other", tmp_path / "mailed.txt")
    assert code == 2 and "no format has files that end in .txt; there are annotations" in err


@pytest.mark.parametrize("name", ["gone.json", "gone.docx", "gone"])
def test_a_missing_file_is_told_before_its_format_is_asked(study: Path, tmp_path: Path, name: str) -> None:
    code, _, err = run("import", study, tmp_path / name)
    assert (code, err) == (1, f"{tmp_path / name}: there is no such file\n")


def test_a_file_is_no_study(tmp_path: Path) -> None:
    (tmp_path / "freeze.yaml").write_text("detente: 1\n")
    code, _, err = run("export", tmp_path / "freeze.yaml")
    assert code == 1 and "freeze.yaml: is a file: name a study's folder" in err
    code, _, err = run("export", tmp_path / "none")
    assert code == 1 and "there is no such folder" in err


def test_wrong_input(study: Path, tmp_path: Path) -> None:
    code, _, err = run("export", study, "--as", "xml")
    assert code == 2 and err.startswith("format must be one of")
    code, _, err = run("import", study, tmp_path / "none")
    assert code == 1 and "none: there is no such file" in err
    (tmp_path / "bad").write_text("{")
    before = (study / "dossier.jsonl").read_bytes()
    code, _, err = run("import", study, tmp_path / "bad", "--json")
    assert code == 1 and "not JSON" in json.loads(err)["error"]["message"]
    assert (study / "dossier.jsonl").read_bytes() == before
    code, _, err = run("export", study, "-o", tmp_path / "bad" / "below")
    assert code == 1 and "cannot be written" in err
