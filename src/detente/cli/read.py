"""`read FILE…`: documents to proposed claims, shown, as JSON, or into a study for review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.progress import Progress
from detente.cli.read_model import ask, asked_json, asked_notices, chosen_model, with_claims, withheld

if TYPE_CHECKING:
    from detente.evidence.documents import Document
    from detente.evidence.extract.marks import Reading
    from detente.evidence.extractor import Extraction
    from detente.readers.reading import Reading as FileReading

    Read = tuple[FileReading, Document, Reading]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    files: Annotated[list[Path], typer.Argument(help="Documents: txt, md, html, pdf, docx, eml.")],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="STUDY", help="Propose the claims in a study's folder.")
    ] = None,
    encoding: Annotated[
        str,
        typer.Option("--encoding", help="The files' encoding, where it is not UTF-8 (euc-kr, gb18030 …)."),
    ] = "",
    model: Annotated[
        str,
        typer.Option("--model", metavar="SERVICE:MODEL", help="Also ask a language model (sends the text)."),
    ] = "",
    server: Annotated[
        str, typer.Option("--server", help="Address of an OpenAI-compatible or Ollama server.")
    ] = "",
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers", help="Keep the model's answers in this file; without --model, repeat them."
        ),
    ] = None,
    withhold: Annotated[
        bool, typer.Option("--withhold", help="Never send these documents to a language model; remembered.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """What documents say: quotations with speakers, dates, actors, and claims proposed for review."""
    with answering(as_json=as_json):
        extractor = chosen_model(model, server, answers)
        readings = withheld(_readings(files, encoding), into, withhold=withhold)
        asked = [ask(document, extractor) for _, document, _ in readings]
        readings = [with_claims(one, found) for one, found in zip(readings, asked, strict=True)]
        counts = _into(into, readings) if into is not None else None
        if as_json:
            _answer(readings, asked, counts)
        else:
            _show(readings, asked, into, counts)


def _readings(files: list[Path], encoding: str) -> list[Read]:
    from detente.readers.files import read_file
    from detente.study.read import read as read_document

    readings: list[Read] = []
    with Progress("reading") as progress:
        for number, file in enumerate(files, start=1):
            source = read_file(file, encoding=encoding or None)
            document = source.document(f"d{number}")
            readings.append((source, document, read_document(document)))
            progress.advance(number, len(files))
    return readings


def _into(study: Path, readings: list[Read]) -> dict[str, int]:
    """Keep the originals and write the grown dossier, both or neither."""
    from dataclasses import replace

    from detente.store.originals import keeping
    from detente.store.reading_folder import dossier_of, save
    from detente.study.read import into

    folder = dossier_of(study)
    with keeping(study) as keeper:
        kept = [
            (replace(document, file=keeper.keep(source.file, Path(source.file).read_bytes())), reading)
            for source, document, reading in readings
        ]
        proposed = into(folder.dossier, kept, folder.decided)
        save(folder, proposed.dossier)
    return {
        "documents": len(proposed.documents),
        "proposed": len(proposed.added),
        "joined": proposed.joined,
        "decided_before": proposed.decided,
    }


def _answer(readings: list[Read], asked: list[Extraction], counts: dict[str, int] | None) -> None:
    from detente.cli.read_json import document_json

    documents = [
        {**document_json(*one), **asked_json(one[0], found)}
        for one, found in zip(readings, asked, strict=True)
    ]
    answer: dict[str, object] = {"documents": documents}
    if counts is not None:
        answer["into"] = counts
    write_json(answer)


def _show(
    readings: list[Read], asked: list[Extraction], study: Path | None, counts: dict[str, int] | None
) -> None:
    from detente.present.text import console, show
    from detente.study.read_exhibits import reading_section

    for (source, document, reading), found in zip(readings, asked, strict=True):
        show(console(), reading_section(source.file, document, reading))
        for notice in (*source.notices, *asked_notices(found)):
            typer.echo(f"{source.file}: {notice}", err=True)
    if counts is not None:
        typer.echo(
            f"{counts['proposed']} claims proposed from {counts['documents']} new documents, "
            f"{counts['joined']} "
            f"joined to claims already there; decide with `detente review {study}`"
        )
