"""Files given for a situation that are something else: what they are, and what is right to do with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from detente.command_line import command_line

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or other packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office or Hangul file"),
    (b"{\\rtf", "a Rich Text file"),
)
_SUFFIXES = {".txt": "running text", ".md": "running text", ".eml": "a mail", ".html": "a web page",
             ".htm": "a web page"}  # fmt: skip
_PAGE = re.compile(r"\s*<(!doctype\s+html|html)", re.IGNORECASE)
_RECORD = re.compile(r'\s*\{\s*"(document|claim)"\s*:')
_LINE = re.compile(r"^\s*(- )?[\w.-]+:(\s|$)", re.MULTILINE)
_STUDY_ONLY = frozenset({"question", "analyses", "group_by", "situation", "dossier", "originals"})


def foreign_bytes(path: Path, data: bytes) -> str | None:
    """What a file is that cannot be text people wrote; None if nothing shows it."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return _document(path, what)
    return None


def foreign_text(path: Path, text: str) -> str | None:
    """What a text is that does not read as a file of keys; None if it may be meant as one."""
    if path.suffix.lower() == ".jsonl" or _RECORD.match(text):
        return "this is a dossier or a log of decisions, not a situation file: name the study's folder"
    if _PAGE.match(text):
        return _document(path, "a web page")
    if path.suffix.lower() == ".csv":
        sheets = f"scoring sheets are read by `{command_line('agreements')}`"
        return f"this is a table; {sheets}, not a situation file"
    what = _SUFFIXES.get(path.suffix.lower())
    if what is None and text.strip() and text.lstrip()[0] not in "{[-" and not _LINE.search(text):
        what = "running text"
    return None if what is None else _document(path, what)


def foreign_tree(path: Path, tree: object) -> str | None:
    """Is this the file of a study, where its folder was meant?"""
    if not isinstance(tree, Mapping) or "actors" in tree or "options" in tree or "issues" in tree:
        return None
    if path.name != "study.yaml" and not _STUDY_ONLY & set(tree):
        return None
    return f"this is the file of a study, not a situation: name the study's folder ({path.parent}) instead"


def _document(path: Path, what: str) -> str:
    return (
        f"this is {what}, not a situation file: to find out what a document says, read it with "
        f"`{command_line('read', path.name, '--into', 'STUDY')}`"
    )
