"""A study's originals, untouched under `documents/` (FILES §2): kept whole, put back only if asked."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import Fault, InputError, reason_of
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.store import unfinished
from detente.store.unfinished import Journal, drop_kept, put_back
from detente.store.whole_file import write_whole

FOLDER = "documents"

_MOST_SAME_NAMES = 10_000


def original(study: Path, document: Document) -> Path | None:
    """Where a document's original is kept; None if it is not (or would lie outside `documents/`)."""
    if not document.file or Path(document.file).name != document.file:
        return None
    path = study / FOLDER / document.file
    return path if path.is_file() else None


def settle(study: Path) -> None:
    """Finish or undo a reading into the study that was broken off; whatever opens a study does this first."""
    unfinished.settle(study, study / FOLDER)


def not_at_hand(study: Path, dossier: Dossier) -> tuple[tuple[Document, int], ...]:
    """Documents that ought to have an original here and have none, with how many passages rest on each.

    A document that nobody quotes is expected only where originals are kept at all.
    """
    quoted = Counter(
        place.document for claim in dossier.claims for place in claim.attestations if place.passage
    )
    kept = (study / FOLDER).is_dir()
    return tuple(
        (document, quoted[document.id])
        for document in dossier.documents
        if (quoted[document.id] or (kept and document.file)) and original(study, document) is None
    )


def take_away(study: Path, before: Dossier, after: Dossier) -> None:
    """Delete the originals of documents that a dossier no longer has."""
    kept = {document.file for document in after.documents}
    for document in before.documents:
        path = original(study, document)
        if path is not None and document.file not in kept:
            path.unlink(missing_ok=True)


def named_alike(kept: str, given: str) -> bool:
    """Is a kept file called as the given one, or as the keeper would call another of that name (name-2)?"""
    name, wanted = Path(kept), Path(given)
    number = name.stem.removeprefix(f"{wanted.stem}-") if name.stem != wanted.stem else "2"
    return name.suffix == wanted.suffix and number.isdigit()


@contextmanager
def keeping(study: Path, dossier: Path | None = None, before: Dossier | None = None) -> Iterator[Keeper]:
    """Keep originals; they are as they were again if what follows fails, or is broken off before `saved`.

    dossier: the file to be saved after them; before: what it holds now.
    """
    files = (document.file for document in (before or Dossier()).documents if document.file)
    keeper = Keeper(study / FOLDER, Journal(study, dossier or study / "dossier.jsonl", files))
    try:
        yield keeper
    except BaseException:
        if not keeper.done:
            keeper.undo()
        raise
    keeper.finish()


class Keeper:
    """Copies originals into one folder and remembers which were new."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.folder = folder
        self.journal = journal
        self.new: list[Path] = []
        self.over: list[Path] = []
        self.made: list[Path] = []
        self.done = False

    def keep(self, name: str, data: bytes) -> str:
        """Keep a file under its own name, or a numbered one where another file has it; returns that name."""
        target = self._free(Path(name).name or "document", hashlib.sha256(data).digest())
        if target.exists():
            return target.name
        if not self.folder.is_dir():
            self.made = [place for place in (self.folder, self.folder.parent) if not place.exists()]
            self._make()
        self.journal.new(target.name)
        self.new.append(target)
        write_whole(target, data, sync=True)
        return target.name

    def write_over(self, path: Path, data: bytes) -> None:
        """Write an original over the file of its name, which comes back if what follows fails."""
        if path not in self.new and path not in self.over:
            self.journal.over(path, path.read_bytes())
            self.over.append(path)
        write_whole(path, data, sync=True)

    def saved(self) -> None:
        """The dossier is written: from now on nothing is put back."""
        self.done = True

    def finish(self) -> None:
        """Forget what was kept of the originals written over."""
        drop_kept(self.folder, (path.name for path in self.over))
        self.journal.end()

    def undo(self) -> None:
        """Put back what was there."""
        put_back(self.folder, (path.name for path in self.new), (path.name for path in self.over))
        self.journal.end()
        for place in self.made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()

    def _make(self) -> None:
        try:
            self.folder.mkdir(parents=True)
        except OSError as error:
            reason = reason_of(error)
            raise InputError(
                [Fault(f"cannot be made: {reason}", "file.write", file=str(self.folder))]
            ) from None

    def _free(self, name: str, digest: bytes) -> Path:
        """Where to keep it: the first of name, name-2, name-3 … that is free or holds the same bytes."""
        wanted = self.folder / name
        for number in range(1, _MOST_SAME_NAMES):
            path = wanted if number == 1 else wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
            if not path.exists() or hashlib.sha256(path.read_bytes()).digest() == digest:
                return path
        raise InputError(f"{self.folder} holds {_MOST_SAME_NAMES:,} files called like {name}", kind="file")
