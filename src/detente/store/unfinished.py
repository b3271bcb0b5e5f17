"""Originals and dossier written both or neither, also when the program is ended in between.

Before an original is written, a journal in the study says so; an original to be written over is first kept
beside it. The next to open the study finds the journal of a writing that was broken off. If the dossier is as
it was then, everything is put back; if it is the new one, what it no longer names is taken away. The journal
of a program that is still at work is locked, and left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import Fault, InputError, reason_of
from detente.store.whole_file import clear, locked, write_whole

NAME = ".reading.jsonl"


class Journal:
    """What one reading is about to write into a study, told line by line before it is written.

    dossier: the file that decides afterwards whether the reading was finished; files: the originals it names.
    """

    def __init__(self, study: Path, dossier: Path, files: Iterable[str]) -> None:
        self.path = study / NAME
        self._head: dict[str, object] = {
            "dossier": dossier.name,
            "digest": _digest(dossier),
            "files": sorted(files),
        }
        self._handle: int | None = None

    def new(self, name: str) -> None:
        """An original of that name is about to be written, where there is none."""
        self._note({"new": name})

    def over(self, path: Path, before: bytes) -> None:
        """An original is about to be written over; what it held is kept beside it first."""
        self._note({"over": path.name})
        write_whole(_aside(path), before, sync=True)

    def end(self) -> None:
        """All is written, or all is put back."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None

    def _note(self, line: dict[str, object]) -> None:
        try:
            if self._handle is None:
                self._handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
                self._begin(self._handle)
            self._write(line)
        except OSError as error:
            message = f"cannot be written: {reason_of(error)}"
            raise InputError([Fault(message, "file.write", file=str(self.path))]) from None

    def _begin(self, handle: int) -> None:
        if not locked(handle):
            os.close(handle)
            self._handle = None
            message = "another reading into this study is at work: wait until it is done"
            raise InputError([Fault(message, "study.busy", file=str(self.path.parent))])
        self._write(self._head)

    def _write(self, line: dict[str, object]) -> None:
        assert self._handle is not None
        os.write(self._handle, json.dumps(line).encode() + b"\n")
        os.fsync(self._handle)


@dataclass(slots=True)
class _Told:
    """A journal as it was left; a last line broken off told of nothing that was done."""

    dossier: str = ""
    digest: str = ""
    files: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)


def settle(study: Path, folder: Path) -> None:
    """Finish or undo a reading into the study that was broken off; nothing where there was none.

    folder: where the study keeps its originals.
    Raises InputError where that cannot be written.
    """
    for place in (study, folder):
        clear(place)
    path = study / NAME
    if not path.exists():
        return
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            if locked(handle):
                _settle(folder, study, _told(path))
                path.unlink(missing_ok=True)
        finally:
            os.close(handle)
    except OSError as error:
        message = f"a reading into this study was broken off and cannot be undone: {reason_of(error)}"
        raise InputError([Fault(message, "file.write", file=str(study))]) from None


def put_back(folder: Path, new: Iterable[str], over: Iterable[str]) -> None:
    """The originals as they were: what was written over comes back, what was new goes."""
    for name in over:
        aside = _aside(folder / name)
        if aside.exists():
            aside.replace(folder / name)
    for name in new:
        (folder / name).unlink(missing_ok=True)


def drop_kept(folder: Path, over: Iterable[str]) -> None:
    """Take away what was kept of originals that are written over for good."""
    for name in over:
        _aside(folder / name).unlink(missing_ok=True)


def _settle(folder: Path, study: Path, told: _Told) -> None:
    if not told.dossier:
        return
    dossier = study / told.dossier
    if _digest(dossier) == told.digest:
        put_back(folder, told.new, told.over)
        return
    drop_kept(folder, told.over)
    named = _named(dossier)
    for name in told.files:
        if name not in named:
            (folder / name).unlink(missing_ok=True)


def _named(dossier: Path) -> frozenset[str]:
    from detente.store.dossier_file import load_dossier

    return frozenset(document.file for document in load_dossier(dossier).documents)


def _told(path: Path) -> _Told:
    told = _Told()
    for line in path.read_bytes().split(b"\n"):
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if "dossier" in record:
            told.dossier, told.digest, told.files = record["dossier"], record["digest"], record["files"]
        told.new += [record["new"]] if "new" in record else []
        told.over += [record["over"]] if "over" in record else []
    return told


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.before")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
