"""A study's originals against its dossier: a changed document is an error, never silent (HOUSE §6)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from detente.errors import Fault, InputError
from detente.evidence.dossier import Dossier


def changed_originals(folder: Path, dossier: Dossier) -> tuple[Fault, ...]:
    """Every document under `documents/` that changed since it was read, every passage it no longer holds."""
    from detente.readers.files import read_file

    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for document in dossier.documents:
        path = folder / "documents" / document.file
        if document.file and path.is_file():
            try:
                texts[document.id] = read_file(path, encoding=document.encoding or None).text
            except InputError as error:
                faults += error.faults
    found = dossier.verify(texts)
    return (*faults, *(replace(fault, file=str(folder / "documents")) for fault in found))
