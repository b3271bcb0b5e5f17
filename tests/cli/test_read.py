"""`read`: as JSON by the contract, as tables, into a study; nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run

from detente.store.dossier_file import load_dossier

TEXT = (
    "\ufeffArvenia’s foreign minister, Dana Okoro, said on 3 May 2031: “We will reopen the bridge.”\r\n\r\n"
    "The measures are: (1) a hotline, and (2) joint patrols.\r\n\r\nLeave a comment\r\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_the_json_has_the_shape_of_the_contract_with_offsets_into_the_file(file: Path) -> None:
    code, output, _ = run("read", str(file), "--json")
    assert code == 0
    (document,) = json.loads(output)["documents"]
    original = file.read_bytes().decode("utf-8")
    assert {"file", "digest", "quotes", "dates", "actors", "claims"} <= set(document)
    (quote,) = document["quotes"]
    assert original[quote["start"] : quote["end"]] == quote["text"] == "We will reopen the bridge."
    assert quote["speaker"] == "Dana Okoro" and quote["kind"] == "speech" and quote["rule"]
    (date,) = document["dates"]
    assert (date["text"], date["value"], date["precision"], date["basis"]) == (
        "3 May 2031",
        "2031-05-03",
        "day",
        "stated",
    )
    for actor in document["actors"]:
        assert {"name", "kind", "country", "mentions"} <= set(actor)
    spans = [a for claim in document["claims"] for a in claim["attestations"]]
    assert spans and all(original[a["start"] : a["end"]] == a["text"] for a in spans)
    assert sorted(claim["text"] for claim in document["claims"] if claim["kind"] == "measure") == [
        "a hotline",
        "joint patrols",
    ]


def test_tables_for_people(file: Path) -> None:
    code, output, _ = run("read", str(file))
    assert code == 0
    assert "Quotations" in output and "Dana Okoro" in output and "Claims proposed" in output


def test_into_a_study_keeps_the_original_and_proposes_once(file: Path, tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    code, output, _ = run("read", str(file), "--into", str(study))
    assert code == 0 and "claims proposed" in output
    dossier = load_dossier(study / "dossier.jsonl")
    assert (study / "documents" / "note.txt").read_bytes() == file.read_bytes()
    assert {claim.review.state for claim in dossier.claims} == {"open"}
    before = (study / "dossier.jsonl").read_bytes()
    assert run("read", str(file), "--into", str(study))[0] == 0
    assert (study / "dossier.jsonl").read_bytes() == before


def test_a_bad_file_among_good_ones_is_named_and_the_good_are_kept(file: Path, tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    code, _, errors = run("read", str(bad), str(file), "--into", str(study))
    assert code == 1 and "1 of 2 files was read; this one was not:" in errors
    assert errors.rstrip().endswith("bad.txt: is empty: there is nothing to read")
    assert [kept.name for kept in (study / "documents").iterdir()] == [file.name]
    assert run("read", str(bad), "--into", str(tmp_path / "nowhere"))[0] == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_read_each_file_by_its_own_encoding(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    (folder / "more").mkdir(parents=True)
    words = "외교부 장관은 어제 수입 금지를 해제할 것을 요구했다."
    (folder / "a.txt").write_text("Japan demanded an apology.", encoding="utf-8")
    (folder / "b.txt").write_bytes(words.encode("utf-16"))
    (folder / "c.html").write_bytes(f"<meta charset=euc-kr><p>{words * 5}</p>".encode("euc-kr"))
    (folder / "more" / "d.txt").write_bytes(words.encode("euc-kr"))
    (folder / "e.txt").write_bytes("Não há solução, João".encode("windows-1252"))
    (folder / ".hidden.txt").write_bytes(b"\xff")
    code, output, errors = run("read", str(folder), "--json")
    answer = json.loads(output)
    assert code == 1
    assert [Path(one["file"]).name for one in answer["documents"]] == ["a.txt", "b.txt", "c.html"]
    assert [Path(one["where"]["file"]).name for one in answer["refused"]] == ["e.txt", "d.txt"]
    assert "--encoding euc-kr" in answer["refused"][1]["message"]
    assert len(json.loads(errors)["error"]["faults"]) == 2
    code, output, _ = run("read", str(folder), "--encoding", "euc-kr", "--json")
    answer = json.loads(output)
    assert code == 1 and [Path(one["where"]["file"]).name for one in answer["refused"]] == ["e.txt"]

    (folder / "e.txt").unlink()
    study = tmp_path / "study"
    assert run("read", str(folder), "--encoding", "euc-kr", "--into", str(study))[0] == 0
    assert len(list((study / "documents").iterdir())) == 3  # b.txt and d.txt are one text
    assert run("check", str(study))[0] == 0


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    code, _, errors = run("read", str(tmp_path))
    assert code == 1 and "is a folder without files" in errors


def test_an_empty_name_is_not_the_folder_one_stands_in(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    code, _, errors = run("read", str(file), "--into", "")
    assert code == 2 and "--into needs the name of a study's folder" in errors
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_one_is_one(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Dana Okoro said: “We will reopen the bridge.”\n")
    code, output, _ = run("read", str(path), "--into", str(tmp_path / "study"))
    assert code == 0 and "1 quotation," in output and "from 1 new document," in output


def test_a_new_study_is_made(file: Path, tmp_path: Path) -> None:
    study = tmp_path / "new" / "study"
    assert run("read", str(file), "--into", str(study))[0] == 0
    assert (study / "documents" / "note.txt").exists() and (study / "dossier.jsonl").exists()
    code, _, errors = run("read", str(file), "--into", str(file))
    assert code == 1 and "is a file: name a study's folder" in errors
