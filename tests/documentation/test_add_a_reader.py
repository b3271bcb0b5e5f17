"""What "Add a reader" says, done literally."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run
from tests.documentation.pages import blocks, executed

from detente.errors import ParseError
from detente.readers import kinds
from detente.readers.files import read_bytes, read_file

PAGE = "how-to/add-a-reader.md"


@pytest.fixture(autouse=True)
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    module, line = blocks(PAGE, "python")
    names = executed(module, "subtitles")
    monkeypatch.setattr(kinds, "KINDS", (*kinds.KINDS, eval(line, {**vars(kinds), **names})))


def test_the_words_lead_back_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "conference.srt"
    file.write_bytes(blocks(PAGE, "text")[0].replace("\n", "\r\n").encode("utf-8-sig"))
    reading = read_file(file)
    start = reading.text.index("We will")
    low, high = reading.in_original(start, start + len("We will resume"))
    assert (reading.kind, reading.original[low:high]) == ("subtitles", "We will resume")
    assert "-->" not in reading.text and not reading.text.startswith("1")


def test_the_command_proposes_the_quotation(tmp_path: Path) -> None:
    file = tmp_path / "conference.srt"
    file.write_text(blocks(PAGE, "text")[0], encoding="utf-8")
    code, out, _ = run("read", file, "--json")
    (quotation,) = json.loads(out)["documents"][0]["quotes"]
    assert code == 0 and "resume the talks" in quotation["text"] and "Lee Jae-myung" in quotation["speaker"]


def test_no_words_and_an_unknown_ending_are_told() -> None:
    with pytest.raises(ParseError, match="holds no words between its times"):
        read_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\n", "empty.vtt")
    with pytest.raises(ParseError, match=r"\.ass\); readable are .*\.srt, \.vtt"):
        read_bytes(b"words", "words.ass")
