"""The how-to page is a session that runs: every command on it, against what it says is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.sessions import check_session

from detente.cli.reviewing.desk import Desk
from detente.languages import speaker
from detente.store.review_folder import open_review

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"


def test_the_session_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def at_a_desk(words: list[str]) -> str | None:
        """A bare `review` needs a terminal: here it is a desk whose key is q."""
        if words[0] != "review" or len(words) > 2:
            return None
        capsys.readouterr()
        Desk(open_review(Path(words[1])), "ann", say=speaker("en"), key=lambda: "q").run()
        return capsys.readouterr().out

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    page = (HOW_TO / "read-and-review.md").read_text(encoding="utf-8")
    article = re.search(r"```text\n(.*?)```", page, re.DOTALL)
    assert article is not None
    assert article[1] == (HOW_TO / "crossings" / "article.txt").read_text(encoding="utf-8")
    Path("article.txt").write_text(article[1], encoding="utf-8")
    check_session(page, at_a_desk)
