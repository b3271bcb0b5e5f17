"""`read FILE…`: documents to proposed claims, shown, as JSON, or into a study for review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from detente.cli.answers import answering, fault_dict, write_json
from detente.cli.reading.files import readings_of
from detente.cli.reading.into import Outcome, outcome_json, replaces, tell
from detente.cli.reading.into import into as add_into
from detente.cli.reading.model import ask, asked_json, asked_notices, chosen_model, with_claims, withheld
from detente.cli.speaking import DEFAULT, Language
from detente.errors import ArgumentError, Fault, ParseError
from detente.languages import speaker
from detente.messages import Say, message

if TYPE_CHECKING:
    from detente.cli.reading.files import Read
    from detente.evidence.dossier import Dossier
    from detente.reading.language_model.suggestions import Extraction


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read", help="cli.read.about")(read)


def read(
    files: Annotated[list[Path], typer.Argument(help="cli.read.files")],
    into: Annotated[str | None, typer.Option("--into", metavar="STUDY", help="cli.read.into")] = None,
    replace_what: Annotated[
        str,
        typer.Option("--replace", metavar="NAME", help="cli.read.replace"),
    ] = "",
    encoding: Annotated[
        str,
        typer.Option("--encoding", help="cli.read.encoding"),
    ] = "",
    model: Annotated[
        str,
        typer.Option("--model", metavar="SERVICE:MODEL", help="cli.read.model"),
    ] = "",
    server: Annotated[str, typer.Option("--server", help="cli.read.server")] = "",
    answers: Annotated[
        Path | None,
        typer.Option("--answers", help="cli.read.answers"),
    ] = None,
    withhold: Annotated[bool, typer.Option("--withhold", help="cli.read.withhold")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="cli.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """What documents say: quotations with speakers, dates, actors, and claims proposed for review."""
    with answering(as_json=as_json):
        say = speaker(language)
        study = _folder(into)
        extractor = chosen_model(model, server, answers)
        found, refused = readings_of(files, encoding, say)
        dossier = _dossier(study)
        olds = replaces(study, dossier, found, replace_what)
        readings = withheld(found, dossier, olds, withhold=withhold)
        asked = [ask(document, extractor) for _, document, _ in readings]
        readings = [with_claims(one, found) for one, found in zip(readings, asked, strict=True)]
        outcome = add_into(study, readings, olds) if study is not None else None
        if as_json:
            _answer(readings, asked, outcome, refused, say)
        else:
            _show(readings, asked, say)
            if study is not None and outcome is not None:
                tell(outcome, study, say)
        if refused:
            _name(refused, len(readings), None if as_json else say)


def _folder(into: str | None) -> Path | None:
    """The study's folder; an empty name (an unset variable) must not mean the folder one stands in."""
    if into is not None and not into.strip():
        raise ArgumentError("--into needs the name of a study's folder; got an empty text (. is this folder)")
    return Path(into) if into is not None else None


def _dossier(study: Path | None) -> Dossier | None:
    """The study's dossier as it is before the reading."""
    if study is None:
        return None
    from detente.store.reading_folder import dossier_of

    return dossier_of(study).dossier


def _name(refused: tuple[Fault, ...], read: int, say: Say | None) -> NoReturn:
    """Say what was not read and why: last, so that it is not lost among what was, and as an error."""
    if say is not None:
        files = len({fault.file or fault.message for fault in refused})
        done = message("cli.read.done", n=read, files=files + read)
        typer.echo(say(message("cli.read.refused", done=done, n=files)), err=True)
    raise ParseError(refused)


def _answer(
    readings: list[Read],
    asked: list[Extraction],
    outcome: Outcome | None,
    refused: tuple[Fault, ...],
    say: Say,
) -> None:
    from detente.cli.reading.as_json import document_json

    documents = [
        {**document_json(*one, say), **asked_json(one[0], found)}
        for one, found in zip(readings, asked, strict=True)
    ]
    answer: dict[str, object] = {"documents": documents}
    if outcome is not None:
        answer["into"] = outcome_json(outcome)
    if refused:
        answer["refused"] = [fault_dict(fault) for fault in refused]
    write_json(answer)


def _show(readings: list[Read], asked: list[Extraction], say: Say) -> None:
    from detente.present.terminal import console, show
    from detente.study.read_exhibits import reading_section

    for (source, document, reading), found in zip(readings, asked, strict=True):
        show(console(), reading_section(source.file, document, reading), say=say)
        for notice in (*source.notices, *asked_notices(found)):
            typer.echo(say(message("cli.about_file", file=source.file, notice=notice)), err=True)
