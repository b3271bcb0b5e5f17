"""Slips in YAML files, told in words of those who make them, at the place where they are to be mended."""

from pathlib import Path

import pytest

from detente.errors import ParseError
from detente.store.yaml_file import read_yaml

SLIPS = [
    ("a:\n\tb: 1\n", "2:1: a tab stands here; indent with spaces"),
    ('a: 1\nb: "foo\nc: 2\n', "2:4: the quotation mark that opens here is never closed"),
    ('a: 1\nb: "foo\nc: "bar"\n', "2:4: the quotation mark that opens here is closed only in line 3"),
    ("a: 'it's'\n", "1:8: text stands after a closing quotation mark"),
    ("title: A: B\n", "1:8: put a text with ': ' in quotes"),
    ("a: {t: x: y}\n", "1:9: inside { entries are parted by commas, and a text with ': ' needs quotes"),
    (
        "a:\n  b: 1\n c: 2\n",
        "3:2: this line does not line up: it begins in column 2, the lines above it in 3 or 1",
    ),
    ("a:\n  b: 1\n\n   # said\n   c: 2\n", "5:4: this line does not line up: it begins in column 4"),
    ("a:\n  - x\n - y\n", "3:2: this line does not line up"),
    ("a: {b: 1\nc: 2\n", "1:4: the { that opens here is not closed"),
    ("a: {b: 1}}\n", "1:10: this } closes nothing"),
    ("a: *b\n", "1:4: a text that begins with * must stand in quotes"),
    ("a: &\n", "1:4: a text that begins with & or * must stand in quotes"),
    ("a: @b\n", "1:4: a text that begins with @ must stand in quotes"),
    ("a: 1\nfoo\nb: 2\n", "2:1: a key needs a colon and a space after it"),
    ("a:1\nb: 2\n", "1:3: a space is missing after the colon"),
    ('a: "C:\\dir"\n', '1:8: in "…" a backslash stands for a sign'),
    ("a: 1\n- b\n", "2:1: a list item (-) stands where a key is expected"),
    ("a: 1\na: 2\n", '2:1: the key stands twice: "a"'),
    ("{a: 1}\nb: 2\n", "2:1: what begins here belongs to no key"),
]


@pytest.mark.parametrize(("text", "words"), SLIPS, ids=[words[:40] for _, words in SLIPS])
def test_a_slip_is_told_in_plain_words(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ParseError) as caught:
        read_yaml(file)
    assert f"a.yaml:{words}" in str(caught.value)
