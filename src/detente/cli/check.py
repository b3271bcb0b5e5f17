"""`check PATH`: every fault in the file at once, with line and column; exit 1 if there is any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, fault_dict, write_json
from detente.errors import Fault, InputError
from detente.situation.english import listed

if TYPE_CHECKING:
    from detente.study.model import Study

NO_SITUATION = (
    "hint: there is no situation.yaml yet; with one, written from the accepted claims, this study can say "
    "which outcomes would hold (docs/how-to/from-documents-to-a-model.md)"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Every fault in the file at once, with line and column; exit 1 if any."""
    from detente.cli.originals import changed_originals, missing_originals
    from detente.store.study_folder import checked

    with answering(as_json=as_json):
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
            write_json({"faults": told, "notes": notes})
        elif faults:
            _say(faults)
        elif study is not None:
            _sound(path, study)
        for note in notes if not as_json else ():
            typer.echo(f"note: {note}")
        if study is not None and not study.modelled and not as_json:
            typer.echo(NO_SITUATION)
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


def _outdated(study: Study) -> tuple[str, ...]:
    """Which claims count though their words are in no document as it is now."""
    names = {document.id: document.file or document.id for document in study.dossier.documents}
    return tuple(
        f"{claim.id} counts, but only an earlier version of {listed(map(names.__getitem__, claim.earlier))} "
        f"says so: {claim.text}"
        for claim in study.dossier.claims
        if claim.counts and claim.earlier
    )


def _sound(path: Path, study: Study) -> None:
    from detente.study.sizes import describe_dossier, describe_size

    size = describe_size(study.situation) if study.modelled else describe_dossier(study.dossier)
    typer.echo(f"{path}: no fault found ({size})")
    if study.unchecked and study.originals:
        typer.echo(f"note: quotations were not checked: {study.originals}")


def _say(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        typer.echo(str(fault), err=True)
    stopping = sum(not fault.warning for fault in faults)
    if len(faults) == 1:
        typer.echo(
            "1 finding, which " + ("stops" if stopping else "does not stop") + " an analysis", err=True
        )
    else:
        stop = "stops" if stopping < 2 else "stop"
        typer.echo(f"{len(faults)} findings, {stopping or 'none'} of which {stop} an analysis", err=True)
