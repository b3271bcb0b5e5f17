"""`review`: by JSON, at the keyboard, in a real terminal; nothing half-done whatever goes wrong."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from tests.commands import run
from tests.deciding import decide

from detente.cli.reviewing.as_json import carried_out, wanted
from detente.cli.reviewing.desk import Desk
from detente.errors import StaleError
from detente.evidence.claims import Attestation, Claim
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.languages import speaker
from detente.readers.files import read_bytes
from detente.store.decisions_file import load_decisions
from detente.store.dossier_file import load_dossier, save_dossier
from detente.store.review_folder import open_review, record

TEXT = (
    "The talks began on Monday. Roe offered a freeze of the programme. The other side was silent.\r\n"
    "이재명 대통령은 “새로운 시작”이라고 말했다. 双方は「求同存異」を確認した。 Doe wants relief first.\r\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_bytes(TEXT.encode())
    document = read_bytes(TEXT.encode(), "a.txt").document("d1")
    assert document.text is not None

    def claim(name: str, kind: str, words: str) -> Claim:
        start = document.text.index(words)
        place = passage("d1", document.text, start, start + len(words))
        return Claim(name, kind, words, attestations=(Attestation("d1", place),), origin="rule:test")

    claims = (
        claim("c1", "proposal", "Roe offered a freeze of the programme."),
        claim("c2", "ask", "Doe wants relief first."),
        claim("c3", "quote", "새로운 시작"),
        claim("c4", "quote", "求同存異"),
    )
    save_dossier(tmp_path / "dossier.jsonl", Dossier((document,), claims))
    return tmp_path


def test_the_queue_as_json_shows_each_passage_in_its_surroundings(study: Path) -> None:
    code, out, _ = run("review", study, "--by", "ann", "--json")
    body = json.loads(out)
    assert code == 0
    assert [item["claim"]["id"] for item in body["queue"]] == ["c2", "c1", "c3", "c4"]
    (place,) = body["queue"][1]["citations"]
    assert place["before"] == "The talks began on Monday. "
    assert place["text"] == "Roe offered a freeze of the programme."
    assert place["after"].startswith(" The other side was silent.\n이재명")
    assert body["counts"] == {"open": 4, "accepted": 0, "edited": 0, "rejected": 0}


def test_many_decisions_check_the_dossier_once(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, made = open_review(study), []
    monkeypatch.setattr("detente.evidence.dossier._faults", lambda *_: made.append(1) or ())
    given = [
        {"claim": name, "action": what} for what in ("accept", "reject", "accept") for name in ("c1", "c2")
    ]
    given += [{"action": "undo"}, {"claim": "c4", "action": "merge", "into": "c3"}]
    (study / "wanted.json").write_text(json.dumps(given))
    after, count = carried_out(opened, wanted(str(study / "wanted.json")), reviewer="ann", opinion=False)
    assert (count, len(made)) == (8, 1)
    assert [claim.review.state for claim in after.dossier.claims] == ["accepted", "rejected", "open"]
    assert load_decisions(opened.log_file) == after.log


def test_decisions_as_json_in_and_out(study: Path) -> None:
    decisions = [
        {"claim": "c1", "action": "accept", "when": "2026-01-08T09:00:00+00:00"},
        {
            "claim": "c2",
            "action": "edit",
            "changes": {"who": ["Doe"], "status": "scheduled"},
            "note": "clear",
        },
        {"claim": "c3", "action": "reject"},
        {"action": "undo"},
    ]
    code, out, _ = run("review", study, "--by", "ann", "--decide", "-", "--json", stdin=json.dumps(decisions))
    body = json.loads(out)
    assert code == 0 and body["recorded"] == 4
    assert [item["claim"]["id"] for item in body["queue"]] == ["c3", "c4"]
    dossier = load_dossier(study / "dossier.jsonl")
    assert dossier.claim("c1").review.when == "2026-01-08T09:00:00+00:00"
    assert (dossier.claim("c2").who, dossier.claim("c2").review.state) == (("Doe",), "edited")
    assert body["precision"][0]["origin"] == "rule:test"
    assert len(load_decisions(study / "decisions.jsonl")) == 4


def test_json_lines_and_a_file(study: Path, tmp_path: Path) -> None:
    file = tmp_path / "wanted.jsonl"
    file.write_text('{"claim": "c1", "action": "accept"}\n{"claim": "c3", "action": "merge", "into": "c4"}\n')
    code, out, _ = run("review", study, "--by", "ann", "--decide", file)
    assert code == 0 and "2 decisions recorded" in out and "rule:test" in out
    assert len(load_dossier(study / "dossier.jsonl").claim("c4").attestations) == 2


@pytest.mark.parametrize("given", ['{"claim": "c9", "action": "accept"}', '{"claim": "c1"}', "{"])
def test_an_error_names_where_the_decisions_came_from(study: Path, tmp_path: Path, given: str) -> None:
    file = tmp_path / "wanted.json"
    file.write_text(given)
    assert run("review", study, "--decide", file)[2].startswith(f"{file}:")
    assert run("review", study, "--decide", "-", stdin=given)[2].startswith("standard input:")
    error = json.loads(run("review", study, "--decide", "-", "--json", stdin=given)[2])["error"]
    assert error["where"]["file"] == "standard input"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ('[{"claim": "c1", "action": "accept"}, {"claim": "c9", "action": "accept"}]', "no claim 'c9'"),
        (
            '[{"claim": "c1", "action": "accept"}, {"claim": "c2", "action": "praise"}]',
            "action must be one of accept, edit, reject, merge, skip, undo; got 'praise'",
        ),
        ('[{"claim": "c1"}]', "got none"),
        ('[{"claim": "c1", "action": "accept", "when": "yesterday"}]', "when must be a day or an instant"),
        ('[{"claim": "c1", "action": "accept", "when": "2026-13-45T99:99"}]', "got '2026-13-45T99:99'"),
        ('[{"claim": "c1", "action": "accept", "colour": 1}]', "unknown key 'colour'"),
        ("[1]", "must be an object"),
        (" \n", "is empty: each decision is an object"),
        ('{"claim": "c1", "action": "merge"}', "cannot be carried out: merge needs another claim"),
        ('{"claim": "c1"\n', "is not JSON"),
        ('[{"claim": "c1", "action": "edit", "changes": {"kind": "lie"}}]', "kind must be one of"),
    ],
)
def test_one_wrong_decision_and_none_is_carried_out(study: Path, given: str, message: str) -> None:
    before = (study / "dossier.jsonl").read_bytes()
    code, _, err = run("review", study, "--decide", "-", "--json", stdin=given)
    assert code == 1 and message in json.loads(err)["error"]["message"]
    assert (study / "dossier.jsonl").read_bytes() == before
    assert not (study / "decisions.jsonl").exists()


def test_undo_takes_back_the_decision_on_the_claim_it_names(study: Path) -> None:
    given = [{"claim": "c4", "action": "accept"}, {"claim": "c2", "action": "accept"}]
    assert run("review", study, "--by", "ann", "--decide", "-", stdin=json.dumps(given))[0] == 0
    undo = json.dumps({"claim": "c9", "action": "undo"})
    code, _, err = run("review", study, "--by", "ann", "--decide", "-", stdin=undo)
    assert code == 1 and "ann has no decision to undo on c9" in err
    undo = json.dumps({"claim": "c4", "action": "undo"})
    assert run("review", study, "--by", "ann", "--decide", "-", stdin=undo)[0] == 0
    states = {claim.id: claim.review.state for claim in load_dossier(study / "dossier.jsonl").claims}
    assert (states["c4"], states["c2"]) == ("open", "accepted")


def test_a_torn_log_is_told_by_check(study: Path) -> None:
    given = json.dumps([{"claim": "c4", "action": "accept"}])
    assert run("review", study, "--decide", "-", stdin=given)[0] == 0
    with (study / "decisions.jsonl").open("a") as log:
        log.write('{"number": 2, "act')
    code, _, err = run("check", study)
    assert code == 1 and "decisions.jsonl:2: the last line is incomplete" in err
    assert "does not stop an analysis" in err


def test_a_log_that_cannot_be_written_is_told(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("detente.store.decisions_file.os.fsync", refuse)
    given = json.dumps([{"claim": "c4", "action": "accept"}])
    code, _, err = run("review", study, "--decide", "-", stdin=given)
    assert code == 1 and "decisions.jsonl: cannot be written: permission denied" in err
    assert (study / "decisions.jsonl").read_bytes() == b""  # what was half written is taken away


def test_without_a_terminal_the_ways_out_are_named(study: Path) -> None:
    code, _, err = run("review", study)
    assert code == 2 and "--decide FILE" in err


def test_what_is_no_study(tmp_path: Path) -> None:
    code, _, err = run("review", tmp_path, "--json")
    assert code == 1 and "nothing to review yet" in json.loads(err)["error"]["message"]
    assert run("review", tmp_path / "none", "--json")[0] == 1


def test_a_claim_the_situation_rests_on_comes_first_and_is_not_merged_away(study: Path) -> None:
    (study / "situation.yaml").write_text("actors: {A: {}}\noptions: {A.talk: {because: [c4]}}\n")
    opened = open_review(study)
    assert opened.cited == {"c4"}
    code, _, err = run(
        "review", study, "--decide", "-", stdin='{"claim": "c4", "action": "merge", "into": "c3"}'
    )
    assert code == 1 and "merge c3 into c4 instead" in err


def at_desk(study: Path, keys: str, lines: tuple[str, ...] = (), **options: bool) -> Desk:
    pressed, given = iter(keys), iter(lines)
    desk = Desk(
        open_review(study),
        "ann",
        say=speaker("en"),
        key=lambda: next(pressed),
        line=lambda ask: next(given),
        **options,
    )
    desk.run()
    return desk


def test_the_keys(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at_desk(study, "anrusxq", ("not so",))
    out = capsys.readouterr().out
    assert "[새로운 시작]" in out and "[Doe wants relief first.]" in out
    log = load_decisions(study / "decisions.jsonl")
    assert [entry.action for entry in log] == ["accept", "reject", "undo", "skip"]
    assert log[1].note == "not so"
    assert "4 decisions written" in out


def test_edit_and_merge_at_the_desk(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at_desk(study, "eemq", ("what", "kind = commitment", "who = Doe, ROK", "", "kind = lie", "", "c3", "yes"))
    out = capsys.readouterr().out
    dossier = load_dossier(study / "dossier.jsonl")
    assert (dossier.claim("c2").kind, dossier.claim("c2").who) == ("commitment", ("Doe", "ROK"))
    assert "write one of kind" in out and "kind must be one of" in out
    assert len(dossier.claims) == 3


def test_a_wrong_value_costs_that_field_only_and_every_wrong_one_is_named(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("who = Doe", "kind = foo", "date = 2025-02-30", "about = relief", "")
    at_desk(study, "eq", lines)
    out = capsys.readouterr().out
    assert "kind must be one of" in out and "2025-02-30" in out
    held = load_dossier(study / "dossier.jsonl").claim("c2")
    assert (held.who, held.about, held.kind, held.review.state) == (("Doe",), "relief", "ask", "edited")


@pytest.mark.parametrize("stop", [typer.Abort, KeyboardInterrupt, EOFError])
@pytest.mark.parametrize("key", ["n", "e", "m"])
def test_a_question_called_off_is_not_the_end_of_the_session(
    study: Path, capsys: pytest.CaptureFixture[str], stop: type[BaseException], key: str
) -> None:
    pressed = iter([key, "a", "q"])

    def interrupted(_: str) -> str:
        raise stop

    Desk(open_review(study), "ann", say=speaker("en"), key=lambda: next(pressed), line=interrupted).run()
    out = capsys.readouterr().out
    assert "called off" in out and out.count("c2 · ask · ") == 2  # shown again
    assert load_dossier(study / "dossier.jsonl").claim("c2").review.state == "accepted"


def test_a_refused_decision_shows_the_claim_and_the_keys_again(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at_desk(study, "uq")
    out = capsys.readouterr().out
    assert "ann has no decision to undo" in out and out.count("[q]uit") == 2


def test_merging_into_an_unlike_claim_is_asked_twice(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at_desk(study, "mq", ("c4", "no"))
    out = capsys.readouterr().out
    assert "no other claim is much like this one" in out
    assert "c4 has few words in common with c2: 求同存異" in out
    assert len(load_dossier(study / "dossier.jsonl").claims) == 4
    at_desk(study, "mq", ("c4", "yes"))
    assert len(load_dossier(study / "dossier.jsonl").claims) == 3


def test_the_session_ends_when_only_skipped_claims_are_left(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at_desk(study, "ssss")
    assert "Only claims you skipped are left" in capsys.readouterr().out
    at_desk(study, "aaaa")
    assert "Nothing is left to decide" in capsys.readouterr().out


def test_interrupting_loses_nothing(study: Path) -> None:
    at_desk(study, "a\x03")
    assert load_dossier(study / "dossier.jsonl").claim("c2").review.state == "accepted"


def test_a_changed_original_is_said(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (study / "documents" / "a.txt").write_text("Other words.")
    at_desk(study, "q")
    assert "original is not at hand" in capsys.readouterr().out


def test_claims_that_do_not_sit_together_are_shown(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = load_dossier(study / "dossier.jsonl")
    (document,) = dossier.documents
    first, *rest = dossier.claims
    first = replace(first, at_odds=("c2",))
    sided = replace(document, interest="served in the ministry it is about")
    save_dossier(study / "dossier.jsonl", Dossier((sided,), (first, *rest)))
    assert json.loads(run("review", study, "--json")[1])["contrasts"] == [
        {"kind": "contradiction", "claims": ["c1", "c2"]}
    ]
    at_desk(study, "sq")
    out = capsys.readouterr().out
    assert "contradicts c1: Roe offered a freeze" in out and "source interest: served in the ministry" in out
    assert "Claims that do not sit together" in out


def test_a_dossier_cannot_point_outside_its_documents(study: Path) -> None:
    (study / "secret.txt").write_bytes(TEXT.encode())
    dossier = load_dossier(study / "dossier.jsonl")
    (document,) = dossier.documents
    save_dossier(study / "dossier.jsonl", Dossier((replace(document, file="../secret.txt"),), dossier.claims))
    body = json.loads(run("review", study, "--json")[1])
    assert all(item["citations"][0]["before"] == "" for item in body["queue"])


def test_claims_cannot_command_the_terminal(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = load_dossier(study / "dossier.jsonl")
    evil = Claim("c0", "ask", "x\x1b[2Jy", about="\x1b]0;owned\x07", at_odds=("c1",))
    save_dossier(study / "dossier.jsonl", Dossier(dossier.documents, (evil, *dossier.claims)))
    at_desk(study, "meq", ("", "about = \x1b[2J", ""))
    assert "\x1b[2J" not in capsys.readouterr().out


def test_two_sessions_at_once_do_not_overwrite_each_other(study: Path) -> None:
    first, second = open_review(study), open_review(study)
    dossier, entry = decide(first.dossier, first.log, "accept", "c1", by="ann", when="2026-01-08")
    record(first, dossier, (entry,))
    with pytest.raises(StaleError, match="another session"):
        record(second, dossier, (entry,))


def test_a_decision_logged_before_a_crash_is_carried_out_on_opening(study: Path) -> None:
    from detente.store.decisions_file import append_decision

    opened = open_review(study)
    _, entry = decide(opened.dossier, opened.log, "accept", "c1", by="ann", when="2026-01-08")
    append_decision(opened.log_file, entry)
    assert open_review(study).dossier.claim("c1").review.state == "accepted"
    assert load_dossier(study / "dossier.jsonl").claim("c1").review.state == "accepted"


def test_in_a_real_terminal(study: Path) -> None:
    master, slave = pty.openpty()
    paths = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "PYTHONPATH": paths}
    command = [sys.executable, "-c", "import sys; from detente.cli.app import main; sys.exit(main())"]
    session = subprocess.Popen(
        [*command, "review", str(study), "--by", "ann"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
    )
    os.close(slave)
    shown = _until(master, b"[q]uit")
    assert "c2 · ask" in shown
    os.write(master, b"a")
    shown = _until(master, b"[q]uit")
    assert "c1 · proposal" in shown
    os.write(master, b"q")
    assert session.wait(timeout=30) == 0
    os.close(master)
    assert load_dossier(study / "dossier.jsonl").claim("c2").review.state == "accepted"


def _until(master: int, mark: bytes) -> str:
    seen = b""
    while mark not in seen:
        ready, _, _ = select.select([master], [], [], 30)
        assert ready, seen.decode(errors="replace")
        seen += os.read(master, 65536)
    deadline = time.monotonic() + 30
    while termios.tcgetattr(master)[3] & termios.ICANON:  # keys typed before the program waits are dropped
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return seen.decode("utf-8", errors="replace")
