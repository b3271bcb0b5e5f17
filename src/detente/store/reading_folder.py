"""A study's dossier opened for new readings: what is there, and what reviewers have decided before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.errors import Fault, InputError
from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier
from detente.store.decisions_file import NAME, load_decisions
from detente.store.dossier_file import load_dossier, save_dossier
from detente.store.originals import settle
from detente.store.review_folder import study_files
from detente.study.reviewing.decisions import snapshots
from detente.study.reviewing.review import caught_up


@dataclass(frozen=True, slots=True)
class ReadingFolder:
    """The dossier file of a study, its dossier (empty when new), and claims already decided on."""

    file: Path
    dossier: Dossier
    decided: tuple[Claim, ...]


def dossier_of(folder: Path) -> ReadingFolder:
    """The dossier of a study's folder; neither needs to be there, and neither is made by asking.

    Decisions that are logged and that the file lacks are carried out in it.
    """
    if folder.exists() and not folder.is_dir():
        message = "is a file: name a study's folder (a new one is made)"
        raise InputError([Fault(message, "study.missing", file=str(folder))])
    settle(folder)
    file = study_files(folder).dossier
    log = load_decisions(folder / NAME)
    dossier = caught_up(load_dossier(file), log) if file.exists() else Dossier()
    return ReadingFolder(file, dossier, snapshots(log))


def save(folder: ReadingFolder, dossier: Dossier) -> None:
    """Write the grown dossier, whole or not at all."""
    if dossier != folder.dossier or not folder.file.exists():
        save_dossier(folder.file, dossier)
