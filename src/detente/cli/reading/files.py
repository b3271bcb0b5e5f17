"""`read` with several files or folders: what can be read is, what cannot is named at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.progress import Progress
from detente.errors import Fault, InputError, LimitError, ParseError
from detente.messages import Say, message

if TYPE_CHECKING:
    from detente.evidence.documents import Document
    from detente.readers.reading import Reading as FileReading
    from detente.reading.marks import Reading

    Read = tuple[FileReading, Document, Reading]


def readings_of(named: list[Path], encoding: str, say: Say) -> tuple[list[Read], tuple[Fault, ...]]:
    """Every file named or in a folder named, read; and why those that could not be read were not.

    A file named alone is read in `encoding`; among several it serves those that do not tell their own and do
    not read better in another. Raises ParseError when none can be read.
    """
    from detente.readers.decoding import known_encoding
    from detente.study.read import read

    if encoding:
        known_encoding(encoding)
    files = list(_files(named))
    alone = len(files) == 1 and files == named
    done: list[Read] = []
    refused: list[Fault] = []
    with Progress(say, message("cli.progress.reading")) as progress:
        for number, file in enumerate(files, start=1):
            try:
                source = _source(file, encoding, alone=alone)
            except (ParseError, LimitError) as error:
                refused += _faults(error)
                continue
            document = source.document(f"d{len(done) + 1}")
            done.append((source, document, read(document)))
            progress.advance(number, len(files))
    if not done:
        raise ParseError(refused)
    return done, tuple(refused)


def _files(named: list[Path]) -> Iterator[Path]:
    """The files themselves, those of a folder by name, in its folders too; hidden and lock files left out."""
    for path in named:
        if not path.is_dir():
            yield path
            continue
        inside = [file for file in sorted(path.rglob("*")) if file.is_file() and not _hidden(file, path)]
        if not inside:
            raise ParseError([Fault("is a folder without files", "missing", file=str(path))])
        yield from inside


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)


def _source(file: Path, encoding: str, *, alone: bool) -> FileReading:
    from detente.readers.encodings import doubt
    from detente.readers.files import read_file

    if alone or not encoding:
        return read_file(file, encoding=encoding or None)
    try:
        return read_file(file)
    except ParseError as error:
        if error.faults[0].kind != "encoding" or doubt(file.read_bytes(), encoding):
            raise
    return read_file(file, encoding=encoding)


def _faults(error: ParseError | LimitError) -> tuple[Fault, ...]:
    return error.faults if isinstance(error, InputError) else (Fault(str(error), "limit"),)
