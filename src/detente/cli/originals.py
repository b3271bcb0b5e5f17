"""A study's originals against its dossier: a changed document is an error, never silent (HOUSE §6)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from detente.cli.answers import command_line
from detente.errors import Fault, InputError
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.situation.english import counted


def changed_originals(folder: Path, dossier: Dossier) -> tuple[Fault, ...]:
    """Every document under `documents/` that changed since it was read, every passage it no longer holds."""
    from detente.readers.files import read_file
    from detente.store.originals import original

    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for document in dossier.documents:
        path = original(folder, document)
        if path is not None:
            try:
                texts[document.id] = read_file(path, encoding=document.encoding or None).text
            except InputError as error:
                faults += error.faults
    found = dossier.verify(texts)
    return (*faults, *(_located(fault, folder, dossier) for fault in found))


def _located(fault: Fault, folder: Path, dossier: Dossier) -> Fault:
    """The fault with its place, and for a changed document the command that takes the change over."""
    where = folder / "documents"
    if fault.kind != "document-changed":
        return replace(fault, file=str(where))
    path = where / dossier.document(str(fault.path[1])).file
    command = f"`{command_line('read', path, '--into', folder)}`"
    return replace(fault, file=str(where), message=f"{fault.message}: {command}")


def missing_originals(folder: Path, dossier: Dossier) -> tuple[Fault, ...]:
    """A warning for every document whose original is not in the study: nobody can check its quotations."""
    from detente.store.originals import not_at_hand

    return tuple(
        Fault(_missing(document, passages), "document.missing", file=str(folder), warning=True)
        for document, passages in not_at_hand(folder, dossier)
    )


def _missing(document: Document, passages: int) -> str:
    name = f"documents/{document.file}" if document.file else f"the original of {document.id} (no file named)"
    if not passages:
        return f"{name} is not here"
    return f"{counted(passages, 'passage')} cannot be checked: {name} is not here"
