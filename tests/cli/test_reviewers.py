"""Decisions of several reviewers: what counts as agreement, and where a decision cannot be read."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.test_review import at_desk, study
from tests.commands import run
from tests.deciding import decide

from detente.errors import StaleError
from detente.store import review_folder
from detente.store.decisions_file import load_decisions
from detente.store.dossier_file import load_dossier
from detente.store.review_folder import open_review, record
from detente.study.reviewing.decisions import Decision

__all__ = ["study"]


def test_two_reviewers_and_their_agreement(study: Path) -> None:
    for by, verdicts, extra in (("ann", "aar", ()), ("bob", "ara", ("--second",))):
        given = [
            {"claim": f"c{n}", "action": {"a": "accept", "r": "reject"}[v]} for n, v in enumerate(verdicts, 1)
        ]
        code, out, _ = run(
            "review", study, "--by", by, *extra, "--decide", "-", "--json", stdin=json.dumps(given)
        )
        assert code == 0
    found = json.loads(out)["agreement"]
    assert (found["reviewers"], found["claims"], found["disputed"]) == (["ann", "bob"], 3, ["c2", "c3"])
    assert load_dossier(study / "dossier.jsonl").claim("c2").review.by == "ann"
    assert "Krippendorff" in run("review", study, "--summary")[1]


def test_verdicts_given_one_after_another_are_no_agreement(study: Path) -> None:
    for by in ("ann", "bob"):
        given = json.dumps([{"claim": "c1", "action": "accept"}])
        code, out, _ = run("review", study, "--by", by, "--decide", "-", "--json", stdin=given)
        assert code == 0 and json.loads(out)["agreement"] is None
    assert "independently" not in run("review", study, "--summary")[1]


@pytest.mark.parametrize(
    ("given", "line", "column", "message"),
    [
        (
            '[{"claim": "c1", "action": "accept"},\n {"claim": "c2", "acton": "accept"}]',
            2,
            18,
            "mean 'action'",
        ),
        (
            '{"claim": "c1", "action": "accept"}\n{"claim": 2, "action": "accept"}',
            2,
            2,
            "claim must be a text",
        ),
        ('[{"claim": "c1"},\n {"action": "praise"}]', 1, 2, "got none"),
        ('[{"claim": "c1",\n  "action": "praise"}]', 2, 3, "got 'praise'"),
        ('{"claim": "c1", "action": "accept",\n "when": "2025-02-30"}', 2, 2, "when must be a day"),
        ('[{"claim": "c1", "action": "edit",\n "changes": {"date": "2025-02-30"}}]', 2, 14, "is no date"),
        ('[{"claim": "c1", "action": "edit",\n "changes": {"who": [1]}}]', 2, 14, "changes/who must be"),
        ('{"claim": "c1", "action": "accept"}\n{"claim": "c2" "action"}', 2, 16, "is not JSON"),
        ('[{"claim": "c1", "action": "accept"}\n', 2, 1, "is not JSON"),
        ('{"claim": "c1", "action": "accept"}\n7', 2, 1, "must be an object"),
    ],
)
def test_a_decision_that_cannot_be_read_is_named_with_line_and_column(
    study: Path, given: str, line: int, column: int, message: str
) -> None:
    code, _, err = run("review", study, "--decide", "-", "--json", stdin=given)
    error = json.loads(err)["error"]
    assert code == 1 and message in error["message"]
    assert (error["where"]["line"], error["where"]["column"]) == (line, column)
    assert not (study / "decisions.jsonl").exists()


def test_an_edit_that_names_an_unknown_party_is_kept_and_told(study: Path) -> None:
    (study / "situation.yaml").write_text("actors: {NOR: {name: Norland, names: {ko: 노를란드}}}\n")
    given = json.dumps(
        [
            {"claim": "c1", "action": "edit", "changes": {"who": ["Norlnd", "노를란드"], "said_by": "Doe"}},
            {"claim": "c2", "action": "edit", "changes": {"to": "Norlnd"}},
        ]
    )
    code, out, _ = run("review", study, "--decide", "-", "--json", stdin=given)
    (notice,) = json.loads(out)["notices"]
    assert (code, notice["claim"], notice["field"], notice["name"]) == (0, "c1", "who", "Norlnd")
    assert "did you mean 'Norland'? It is kept as written" in notice["message"]
    assert "named under actors: in situation.yaml" in notice["message"]
    assert load_dossier(study / "dossier.jsonl").claim("c1").who == ("Norlnd", "노를란드")


def test_an_unknown_party_is_a_note_beside_the_summary(study: Path) -> None:
    given = json.dumps({"claim": "c1", "action": "edit", "changes": {"who": "Norland"}})
    code, out, err = run("review", study, "--decide", "-", stdin=given)
    assert code == 0 and "1 decision recorded" in out
    assert err.startswith("note: c1: who: no claim and no actor is called 'Norland' so far. It is kept")


def test_an_unknown_party_is_told_at_the_desk(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at_desk(study, "eq", ("who = Doe, Norland", "to = Norland", ""))
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("no claim and no actor is called 'Norland'") == 1
    assert load_dossier(study / "dossier.jsonl").claim("c2").who == ("Doe", "Norland")


def test_two_sessions_at_the_same_moment_do_not_lose_a_decision(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = open_review(study), open_review(study)
    refused: list[StaleError] = []

    def late() -> None:
        dossier, entry = decide(second.dossier, second.log, "accept", "c2", by="bob", when="2026-01-08")
        try:
            record(second, dossier, (entry,))
        except StaleError as error:
            refused.append(error)

    other = threading.Thread(target=late)
    real = review_folder.append_decisions

    def between(path: Path, decisions: Sequence[Decision]) -> None:
        if threading.current_thread() is not other:  # the first has looked at the log and not yet written
            other.start()
            other.join(0.2)
        real(path, decisions)

    monkeypatch.setattr(review_folder, "append_decisions", between)
    dossier, entry = decide(first.dossier, first.log, "accept", "c1", by="ann", when="2026-01-08")
    record(first, dossier, (entry,))
    other.join()
    assert len(refused) == 1 and [one.by for one in load_decisions(study / "decisions.jsonl")] == ["ann"]
