"""`check PATH`: every fault in the file at once, with line and column; exit 1 if there is any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, fault_dict, write_json
from detente.cli.speaking import DEFAULT, Language
from detente.errors import Fault, InputError
from detente.languages import speaker
from detente.messages import Message, Say, joined, message

if TYPE_CHECKING:
    from detente.study.model import Study


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help="cli.check.about")(check)


def check(
    path: Annotated[Path, typer.Argument(help="cli.path")],
    as_json: Annotated[bool, typer.Option("--json", help="cli.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """Every fault in the file at once, with line and column; exit 1 if any."""
    from detente.cli.originals import changed_originals, missing_originals
    from detente.store.study_folder import checked

    with answering(as_json=as_json):
        say = speaker(language)
        found = checked(path)
        faults, study = found.faults, found.study
        if study is not None:
            folder = path if path.is_dir() else path.parent
            faults += changed_originals(folder, study.dossier)
            faults += () if study.originals else missing_originals(folder, study.dossier)
            faults += _log_faults(folder)
        notes = () if study is None else _outdated(study)
        if as_json:
            told = [{**fault_dict(fault), "warning": fault.warning} for fault in faults]
            write_json({"faults": told, "notes": [say(note) for note in notes]})
        elif faults:
            _say(faults, say)
        elif study is not None:
            _sound(path, study, say)
        for note in notes if not as_json else ():
            typer.echo(say(message("cli.note", note=note)))
        if study is not None and not study.modelled and not as_json:
            typer.echo(say(message("cli.check.no_situation")))
    if faults:
        raise typer.Exit(1)


def _log_faults(folder: Path) -> tuple[Fault, ...]:
    """What is wrong with the log of review decisions, if there is one."""
    from detente.store.decisions_file import NAME, load_decisions

    try:
        load_decisions(folder / NAME)
    except InputError as error:
        return tuple(replace(fault, warning=True) for fault in error.faults)  # only the review reads it
    return ()


def _outdated(study: Study) -> tuple[Message, ...]:
    """Which claims count though their words are in no document as it is now."""
    names = {document.id: document.file or document.id for document in study.dossier.documents}
    return tuple(
        message(
            "cli.check.outdated",
            claim=claim.id,
            documents=joined(map(names.__getitem__, claim.earlier)),
            text=claim.text,
        )
        for claim in study.dossier.claims
        if claim.counts and claim.earlier
    )


def _sound(path: Path, study: Study, say: Say) -> None:
    from detente.study.sizes import describe_dossier, describe_size

    size = describe_size(study.situation) if study.modelled else describe_dossier(study.dossier)
    typer.echo(say(message("cli.check.sound", path=str(path), size=size)))
    if study.unchecked and study.originals:
        typer.echo(say(message("cli.check.unchecked", why=study.originals)))


def _say(faults: tuple[Fault, ...], say: Say) -> None:
    for fault in faults:
        typer.echo(str(fault), err=True)
    stopping = sum(not fault.warning for fault in faults)
    typer.echo(say(_counted(len(faults), stopping)), err=True)


def _counted(faults: int, stopping: int) -> Message:
    """How many findings, and how many of them stop an analysis."""
    if faults == 1:
        return message("cli.check.one_stops") if stopping else message("cli.check.one_does_not_stop")
    if not stopping:
        return message("cli.check.none_stop", findings=faults)
    return message("cli.check.findings", findings=faults, n=stopping)
