"""A study's originals against its dossier: a changed document is an error, never silent (HOUSE §6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from detente.command_line import command_line
from detente.errors import Fault, InputError
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.situation.english import counted


@dataclass(frozen=True, slots=True)
class Originals:
    """What reading a study's originals gave.

    `faults`: every document under `documents/` that changed since it was read, every passage it no longer
    holds; `pages`: by document id, where each page of its text begins, for those that have pages.
    """

    faults: tuple[Fault, ...]
    pages: Mapping[str, tuple[int, ...]]


def originals_read(folder: Path, dossier: Dossier) -> Originals:
    """Read the originals and hold the dossier against them."""
    from detente.store.originals import original

    texts: dict[str, str] = {}
    pages: dict[str, tuple[int, ...]] = {}
    faults: list[Fault] = []
    for document in dossier.documents:
        path = original(folder, document)
        if path is not None:
            from detente.readers.files import read_file  # only where there is something to read

            try:
                reading = read_file(path, encoding=document.encoding or None)
            except InputError as error:
                faults += error.faults
                continue
            texts[document.id] = reading.text
            if reading.pages:
                pages[document.id] = reading.pages
    found = dossier.verify(texts)
    return Originals((*faults, *(_located(fault, folder, dossier) for fault in found)), pages)


def changed_originals(folder: Path, dossier: Dossier) -> tuple[Fault, ...]:
    """Every document under `documents/` that changed since it was read, every passage it no longer holds."""
    return originals_read(folder, dossier).faults


def _located(fault: Fault, folder: Path, dossier: Dossier) -> Fault:
    """The fault with its place, and for a changed document the command that takes the change over."""
    from detente.store.originals import FOLDER

    where = folder / FOLDER
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
