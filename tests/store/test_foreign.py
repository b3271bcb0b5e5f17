"""Other files given for a situation: each is told what it is and where it belongs."""

from pathlib import Path

import pytest

from detente.errors import ParseError
from detente.store.study_folder import load_situation

GIVEN = [
    ("talks.pdf", b"%PDF-1.7\n\xff", "this is a PDF, not a situation file", "detente read talks.pdf"),
    ("talks.docx", b"PK\x03\x04\xff", "this is a Word, Excel or other packed file", "detente read"),
    ("talks.txt", b"Title: Talks: a report\n\nThey met.\n", "this is running text", "detente read"),
    ("talks", b"They met and said: nothing.\n\nThen left.\n", "this is running text", "detente read"),
    ("talks.html", b"<!DOCTYPE html><p>They met: twice</p>", "this is a web page", "detente read"),
    ("dossier.jsonl", b'{"document": {"id": "a"}}\n{"claim": {"id": "b"}}\n', "this is a dossier", "folder"),
    ("decisions.jsonl", b'{"claim": "c1", "action": "accept"}\n', "log of decisions", "folder"),
    ("sheet.csv", b"party,ROK\nname,South Korea\n", "this is a table", "detente agreements"),
    ("study.yaml", b"title: T\nquestion: What now?\n", "this is the file of a study", "folder"),
]


@pytest.mark.parametrize(("name", "content", "what", "way"), GIVEN, ids=[name for name, *_ in GIVEN])
def test_what_it_is_and_where_it_belongs(
    tmp_path: Path, name: str, content: bytes, what: str, way: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ParseError) as caught:
        load_situation(tmp_path / name)
    assert f"{name}: " in str(caught.value) and what in str(caught.value) and way in str(caught.value)
