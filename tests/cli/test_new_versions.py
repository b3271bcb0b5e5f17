"""`read --into` with a text the study has in another version: told, replaced, put back; no file left over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run

from detente.cli.reading.files import readings_of
from detente.cli.reading.into import into, replaces
from detente.evidence.claims import Claim
from detente.languages import speaker
from detente.store.dossier_file import load_dossier
from detente.store.originals import named_alike

EN = speaker("en")

TEXT = """Title: The bridge
Date: 2031-05-03

Arvenia’s foreign minister, Dana Okoro, said: “We will reopen the bridge.”

Belmora asked Arvenia to lift the toll. The two sides agreed on 2 May to meet again.
"""
EDITED = TEXT.replace("lift the toll", "halve the toll").replace("Date", "Publisher: The Post\nDate")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "given" / "wire.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def study(file: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    assert run("read", file, "--into", folder)[0] == 0
    claims = {claim.kind: claim.id for claim in load_dossier(folder / "dossier.jsonl").claims}
    given = [{"claim": claims["quote"], "action": "accept"}, {"claim": claims["ask"], "action": "accept"}]
    assert run("review", folder, "--by", "ann", "--decide", "-", stdin=json.dumps(given))[0] == 0
    return folder


def originals(study: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (study / "documents").iterdir()}


def states(study: Path) -> dict[str, str]:
    return {claim.text: claim.review.state for claim in load_dossier(study / "dossier.jsonl").claims}


def test_a_copy_under_another_name_leaves_no_file(study: Path, file: Path) -> None:
    copy = file.with_name("copy.txt")
    copy.write_text(TEXT, encoding="utf-8")
    code, out, _ = run("read", copy, "--into", study)
    assert code == 0 and "from 0 new documents" in out and originals(study) == {"wire.txt": TEXT}


def test_a_new_version_is_told_and_takes_the_place_when_asked(study: Path, file: Path) -> None:
    file.write_text(EDITED, encoding="utf-8")
    code, _, err = run("read", file, "--into", study)
    assert code == 0 and "nearly the text of documents/wire.txt" in err and "--replace wire.txt" in err
    assert set(originals(study)) == {"wire.txt", "wire-2.txt"}
    code, out, err = run("read", file, "--into", study, "--replace", "wire.txt")
    assert code == 0 and "replaced wire.txt: 1 decided claim kept" in out
    assert "is to be decided on again, its passage is gone: Belmora asked Arvenia to lift the toll." in err
    assert originals(study) == {
        "wire.txt": EDITED
    }  # under its old name, which the next version can take, too
    dossier = load_dossier(study / "dossier.jsonl")
    assert [(one.file, one.publisher) for one in dossier.documents] == [("wire.txt", "The Post")]
    assert all(len(claim.attestations) == 1 for claim in dossier.claims)
    found = states(study)
    assert found["We will reopen the bridge."] == "accepted"
    assert found["Belmora asked Arvenia to lift the toll."] == "open"
    assert found["Belmora asked Arvenia to halve the toll."] == "open"
    assert run("check", study)[0] == 0


def test_the_same_command_takes_one_version_after_the_other(study: Path, file: Path) -> None:
    for text in (EDITED, TEXT, EDITED):
        file.write_text(text, encoding="utf-8")
        assert run("read", file, "--into", study, "--replace", "wire.txt")[0] == 0
        assert originals(study) == {"wire.txt": text} and run("check", study)[0] == 0
    other = file.rename(file.with_name("final.txt"))
    other.write_text(TEXT, encoding="utf-8")
    assert run("read", other, "--into", study, "--replace", "wire.txt")[0] == 0
    assert originals(study) == {"final.txt": TEXT} and run("check", study)[0] == 0


@pytest.mark.parametrize(
    ("kept", "given", "alike"),
    [
        ("a.txt", "a.txt", True), ("a-2.txt", "a.txt", True), ("a-b.txt", "a.txt", False),
        ("a.pdf", "a.txt", False), ("b.txt", "a.txt", False), ("a-2.txt", "a-2.txt", True),
    ],
)  # fmt: skip
def test_names_that_are_alike(kept: str, given: str, alike: bool) -> None:
    assert named_alike(kept, given) == alike


def test_a_failed_save_leaves_the_old_version(
    study: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(EDITED, encoding="utf-8")
    monkeypatch.setattr("detente.store.reading_folder.save", _refuse)
    found, _ = readings_of([file], "", EN)
    with pytest.raises(OSError):
        into(study, found, replaces(study, load_dossier(study / "dossier.jsonl"), found, "wire.txt"))
    assert originals(study) == {"wire.txt": TEXT}


def _refuse(*_: object) -> None:
    raise OSError


def test_at_once_and_as_json(study: Path, file: Path) -> None:
    file.write_text(EDITED, encoding="utf-8")
    code, out, _ = run("read", file, "--into", study, "--replace", "wire.txt", "--json")
    (one,) = json.loads(out)["into"]["replaced"]
    assert code == 0 and one["file"] == "wire.txt" and len(one["kept"]) == len(one["reopened"]) == 1
    assert len(load_dossier(study / "dossier.jsonl").documents) == 1 and run("check", study)[0] == 0


def test_a_change_under_documents_is_taken_over_by_reading_it(study: Path) -> None:
    kept = study / "documents" / "wire.txt"
    kept.write_text(EDITED, encoding="utf-8")
    code, _, err = run("check", study)
    assert code == 1 and f"`detente read {kept} --into {study}`" in err
    code, out, _ = run("read", kept, "--into", study)
    assert code == 0 and "replaced wire.txt" in out and originals(study) == {"wire.txt": EDITED}
    assert run("check", study)[0] == 0


def test_the_original_is_put_back_when_asked(study: Path, file: Path) -> None:
    (study / "documents" / "wire.txt").write_text(EDITED, encoding="utf-8")
    before = (study / "dossier.jsonl").read_bytes()
    code, _, err = run("read", file, "--into", study)
    assert code == 0 and "documents/wire.txt was read from this, and has changed" in err
    assert originals(study) == {"wire.txt": EDITED}
    code, out, _ = run("read", file, "--into", study, "--replace", "wire.txt")
    assert code == 0 and "put back: " in out and originals(study) == {"wire.txt": TEXT}
    assert (study / "dossier.jsonl").read_bytes() == before and run("check", study)[0] == 0


def test_a_missing_original_is_put_back_by_reading_it_under_any_name(study: Path, file: Path) -> None:
    (study / "documents" / "wire.txt").unlink()
    other = file.rename(file.with_name("other.txt"))
    assert run("read", other, "--into", study)[0] == 0
    assert originals(study) == {"wire.txt": TEXT} and run("check", study)[0] == 0


def test_what_replace_needs(study: Path, file: Path) -> None:
    assert "--replace needs --into STUDY" in run("read", file, "--replace", "wire.txt")[2]
    code, _, err = run("read", file, "--into", study, "--replace", "wyre.txt")
    assert code == 1 and "the study has no such document; it has wire.txt" in err
    code, _, err = run("read", file, file, "--into", study, "--replace", "wire.txt")
    assert code == 2 and "--replace takes one file; got 2" in err


def test_a_version_of_a_withheld_document_is_withheld(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "study"
    assert run("read", file, "--into", folder, "--withhold")[0] == 0
    file.write_text(EDITED, encoding="utf-8")
    assert run("read", file, "--into", folder, "--replace", "wire.txt")[0] == 0
    assert [one.withheld for one in load_dossier(folder / "dossier.jsonl").documents] == [True]


def test_a_failed_save_leaves_everything_as_it_was(
    study: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (study / "documents" / "wire.txt").write_text(EDITED, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("detente.store.reading_folder.save", refuse)
    found, _ = readings_of([file], "", EN)
    with pytest.raises(OSError):
        into(study, found, replaces(study, load_dossier(study / "dossier.jsonl"), found, "wire.txt"))
    assert originals(study) == {"wire.txt": EDITED}


@pytest.fixture
def edited(study: Path, file: Path) -> Path:
    """The study with a new version that has other words for the ask, and the quotation further down."""
    file.write_text(EDITED, encoding="utf-8")
    assert run("read", file, "--into", study, "--replace", "wire.txt")[0] == 0
    return study


def decide(study: Path, claim: str, *more: str) -> tuple[int, str, str]:
    given = json.dumps({"claim": claim, "action": "accept"})
    return run("review", study, "--by", "ann", *more, "--decide", "-", stdin=given)


def of_old(study: Path) -> Claim:
    (found,) = (
        c
        for c in load_dossier(study / "dossier.jsonl").claims
        if (c.kind, "lift the toll" in c.text) == ("ask", True)
    )
    return found


def test_words_of_an_earlier_version_are_told_as_such_when_accepted_again(edited: Path) -> None:
    claim = of_old(edited)
    assert decide(edited, claim.id)[0] == 0 and of_old(edited).counts
    code, out, _ = run("check", edited)
    assert code == 0 and f"note: {claim.id} counts, but only an earlier version of wire" in out
    code, out, _ = run("check", edited, "--json")
    assert [note.split()[0] for note in json.loads(out)["notes"]] == [claim.id]
    assert run("brief", edited, "-o", edited.parent / "out")[0] == 0
    text = (edited.parent / "out" / "brief.md").read_text(encoding="utf-8")
    (note,) = (line for line in text.split("\n") if line.startswith(f"[^{claim.id}]:"))
    assert "in an earlier version: “Belmora asked Arvenia to lift the toll.”" in note


def seconds(study: Path) -> dict[str, dict[str, object]]:
    code, out, _ = run("review", study, "--by", "bob", "--second", "--json")
    assert code == 0
    return {item["claim"]["id"]: item for item in json.loads(out)["queue"]}


def test_a_second_reviewer_sees_what_stands_in_the_new_version(edited: Path) -> None:
    old = of_old(edited)
    (quoted,) = seconds(edited).values()  # the ask is open again: nobody has decided on it
    assert quoted["citations"][0]["before"].endswith("said: “") and quoted["citations"][0]["after"][0] == "”"
    assert decide(edited, old.id)[0] == 0
    (place,) = seconds(edited)[old.id]["claim"]["attestations"]
    assert "start" not in place and "an earlier version read: “Belmora" in place["note"]
    assert (
        run(
            "review",
            edited,
            "--by",
            "bob",
            "--second",
            "--decide",
            "-",
            stdin=json.dumps({"claim": old.id, "action": "reject"}),
        )[0]
        == 0
    )
    assert old.id not in seconds(edited) and of_old(edited).counts


def test_a_second_reviewer_is_not_shown_what_the_new_version_dropped(study: Path, file: Path) -> None:
    claim = of_old(study)
    given = json.dumps({"claim": claim.id, "action": "reject"})
    assert run("review", study, "--by", "ann", "--decide", "-", stdin=given)[0] == 0
    assert claim.id in seconds(study)
    file.write_text(EDITED, encoding="utf-8")
    assert run("read", file, "--into", study, "--replace", "wire.txt")[0] == 0
    assert claim.id not in seconds(study)
