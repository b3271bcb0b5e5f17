"""`check PATH`: every fault in the file at once, with line and column; exit 1 if there is any."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.answers import answering, fault_dict, write_json
from detente.errors import Fault


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Every fault in the file at once, with line and column; exit 1 if any."""
    from detente.cli.originals import changed_originals
    from detente.store.study_folder import check_file, load_study
    from detente.study.sizes import describe_size

    with answering(as_json=as_json):
        faults = check_file(path)
        if path.is_dir() and not any(not fault.warning for fault in faults):
            faults += changed_originals(path, load_study(path).dossier)
        if as_json:
            write_json({"faults": [{**fault_dict(fault), "warning": fault.warning} for fault in faults]})
        elif faults:
            _say(faults)
        else:
            typer.echo(f"{path}: no fault found ({describe_size(load_study(path).situation)})")
    if faults:
        raise typer.Exit(1)


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
