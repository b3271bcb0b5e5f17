"""`read --into`: originals kept, the dossier grown; a new version of a document in place of the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.command_line import command_line
from detente.errors import ArgumentError, DetenteError, InputError
from detente.messages import Message, Say, message

if TYPE_CHECKING:
    from detente.cli.reading.files import Read
    from detente.evidence.claims import Claim
    from detente.evidence.documents import Document
    from detente.evidence.dossier import Dossier
    from detente.readers.reading import Reading as FileReading
    from detente.reading.marks import Reading
    from detente.store.originals import Keeper
    from detente.study.reviewing.versions import Replaced

_ALIKE = 0.5


@dataclass(slots=True)
class Outcome:
    """What came of reading into a study.

    `alike` are files that seem to be new versions, `lost` files whose kept original has changed, each with
    the file it is of.
    """

    documents: int = 0
    proposed: int = 0
    joined: int = 0
    decided_before: int = 0
    replaced: list[tuple[str, Replaced]] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)


def replaces(
    study: Path | None, dossier: Dossier | None, readings: list[Read], name: str
) -> list[Document | None]:
    """Which document of the study does each file take the place of? None for a document of its own.

    The one `name` tells (a file of `documents/`, or an id); without a name, the one whose own kept file is
    read and no longer holds what it held.
    """
    if study is None or dossier is None:
        if name:
            raise ArgumentError("--replace needs --into STUDY: the study whose document is to be replaced")
        return [None] * len(readings)
    from detente.store.originals import original

    if name:
        if len(readings) != 1:
            raise ArgumentError(f"--replace takes one file; got {len(readings)}")
        return [_named(dossier, name)]
    kept = {path.resolve(): one for one in dossier.documents if (path := original(study, one)) is not None}
    found = [kept.get(Path(source.file).resolve()) for source, _, _ in readings]
    return [
        old if old is not None and old.digest != document.digest else None
        for old, (_, document, _) in zip(found, readings, strict=True)
    ]


def _named(dossier: Dossier, name: str) -> Document:
    wanted = Path(name).name
    for document in dossier.documents:
        if name == document.id or (wanted and wanted == document.file):
            return document
    known = ", ".join(document.file or document.id for document in dossier.documents) or "none yet"
    raise InputError(
        f"--replace {name}: the study has no such document; it has {known}", kind="unknown-document"
    )


def into(study: Path, readings: list[Read], olds: list[Document | None]) -> Outcome:
    """Keep the originals and write the grown dossier, both or neither; then take away what nobody cites."""
    from detente.store.originals import keeping, take_away
    from detente.store.reading_folder import dossier_of, save

    folder = dossier_of(study)
    with keeping(study, folder.file, folder.dossier) as keeper:
        work = _Work(study, folder.dossier, folder.decided, keeper)
        for one, old in zip(readings, olds, strict=True):
            work.take(one, old)
        work.propose()
        save(folder, work.dossier)
        keeper.saved()
        take_away(study, folder.dossier, work.dossier)
    return work.outcome


class _Work:
    def __init__(self, study: Path, dossier: Dossier, decided: tuple[Claim, ...], keeper: Keeper) -> None:
        self.study, self.dossier, self.decided, self.keeper = study, dossier, decided, keeper
        self.outcome = Outcome()
        self.readings: list[tuple[Document, Reading]] = []
        self.files: dict[str, str] = {}

    def take(self, one: Read, old: Document | None) -> None:
        """Keep one file, and put it in the place of an old version."""
        source, document, reading = one
        if old is not None and old.digest != document.digest:
            reading = self._replace(document, reading, old)
        elif old is None:
            self._compare(source, document)
        file = self.files.get(document.digest) or self._keep(source, document, old)
        self.files[document.digest] = file
        self.readings.append((replace(document, file=file), reading))

    def propose(self) -> None:
        """Add what the readings propose."""
        from detente.study.read import into as proposed_into

        found = proposed_into(self.dossier, self.readings, self.decided)
        documents = tuple(
            replace(one, file=self.files.get(one.digest, one.file)) for one in found.dossier.documents
        )
        self.dossier = replace(found.dossier, documents=documents)
        self.outcome.documents, self.outcome.proposed = len(found.documents), len(found.added)
        self.outcome.joined, self.outcome.decided_before = found.joined, found.decided

    def _replace(self, document: Document, reading: Reading, old: Document) -> Reading:
        from detente.study.reviewing.versions import apart, replaced

        claims = apart(reading.claims, self.dossier, self.decided)
        found = replaced(self.dossier, old.id, document, claims)
        self.dossier = found.dossier
        self.outcome.replaced.append((old.file or old.id, found))
        return replace(reading, claims=claims)

    def _keep(self, source: FileReading, document: Document, old: Document | None) -> str:
        """Keep the file where the study lacks it, and return the name it has there."""
        from detente.store.originals import original

        data = Path(source.file).read_bytes()
        known = next((one for one in self.dossier.documents if one.digest == document.digest), None)
        if old is not None and old.digest != document.digest:
            return self._keep_version(source, data, old)
        if known is None or known.file == "":
            return self.keeper.keep(source.file, data)
        path = original(self.study, known)
        if path is None:
            return self.keeper.keep(known.file, data)
        if path.read_bytes() != data and not _holds(path, known):
            if old is None:
                self.outcome.lost.append((source.file, known.file))
            else:
                self.keeper.write_over(path, data)
                self.outcome.restored.append(known.file)
        return known.file

    def _keep_version(self, source: FileReading, data: bytes, old: Document) -> str:
        """Keep a new version: under the old one's name if it comes under the same, so that the name stays."""
        from detente.store.originals import named_alike, original

        path = original(self.study, old)
        if path is None or not named_alike(old.file, Path(source.file).name):
            return self.keeper.keep(source.file, data)
        self.keeper.write_over(path, data)
        return old.file

    def _compare(self, source: FileReading, document: Document) -> None:
        """Note a document of the study that this one is nearly the same as, under the same name or title."""
        from detente.store.originals import original
        from detente.study.reviewing.versions import likeness

        if any(known.digest == document.digest for known in self.dossier.documents):
            return
        for known in self.dossier.documents:
            path = original(self.study, known)
            named = Path(source.file).name == known.file
            if path is None or not (named or (known.title and known.title == document.title)):
                continue
            if likeness(_text(path, known), document.text or "") >= _ALIKE:
                self.outcome.alike.append((source.file, known.file))
                return


def _text(path: Path, known: Document) -> str:
    from detente.readers.files import read_file

    try:
        return read_file(path, encoding=known.encoding or None).text
    except DetenteError:
        return ""


def _holds(path: Path, known: Document) -> bool:
    """Does a kept file still hold what its document was read from, though not to the byte?"""
    from detente.evidence.documents import digest_of

    return digest_of(_text(path, known)) == known.digest


def outcome_json(outcome: Outcome) -> dict[str, object]:
    """What came of it, for other tools; what did not happen is left out."""
    answer: dict[str, object] = {
        "documents": outcome.documents,
        "proposed": outcome.proposed,
        "joined": outcome.joined,
        "decided_before": outcome.decided_before,
    }
    if outcome.replaced:
        answer["replaced"] = [
            {
                "file": name,
                "document": found.document,
                "kept": [claim.id for claim in found.kept],
                "reopened": [claim.id for claim in found.reopened],
                "dropped": found.dropped,
            }
            for name, found in outcome.replaced
        ]
    if outcome.restored:
        answer["restored"] = outcome.restored
    for key, pairs in (("alike", outcome.alike), ("changed", outcome.lost)):
        if pairs:
            answer[key] = [{"file": file, "of": known} for file, known in pairs]
    return answer


def tell(outcome: Outcome, study: Path, say: Say) -> None:
    """What came of it, for people; what wants attention goes to stderr."""
    for said in _done(outcome, study):
        typer.echo(say(said))
    for said in _wanting(outcome, study):
        typer.echo(say(said), err=True)


def _done(outcome: Outcome, study: Path) -> Iterator[Message]:
    yield message(
        "cli.into.proposed",
        claims=message("cli.count.claims", n=outcome.proposed),
        documents=message("cli.count.new_documents", n=outcome.documents),
        joined=outcome.joined,
        way=command_line("review", study),
    )
    for name, found in outcome.replaced:
        kept = message("cli.count.decided_claims", n=len(found.kept))
        yield message("cli.into.replaced", file=name, kept=kept, n=found.dropped)
    for name in outcome.restored:
        yield message("cli.into.restored", file=str(study / "documents" / name))


def _wanting(outcome: Outcome, study: Path) -> Iterator[Message]:
    for _, found in outcome.replaced:
        for claim in found.reopened:
            yield message("cli.into.reopened", claim=claim.id, text=claim.text)
    for file, known in outcome.alike:
        yield message("cli.into.alike", file=file, known=known, way=_replacing(study, file, known))
    for file, known in outcome.lost:
        yield message("cli.into.lost", file=file, known=known, way=_replacing(study, file, known))


def _replacing(study: Path, file: str, known: str) -> str:
    return command_line("read", file, "--into", study, "--replace", known)
