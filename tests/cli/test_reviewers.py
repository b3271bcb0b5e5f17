"""Decisions of several reviewers: what counts as agreement, and where a decision cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_review import study
from tests.commands import run

from detente.store.dossier_file import load_dossier

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
