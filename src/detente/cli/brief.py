"""`brief PATH`, and the main job: the brief of the bundled study."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.answers import answering


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)


def main_job() -> None:
    """The brief of the bundled study, into the folder `brief` where the command was started."""
    from detente.store.study_folder import bundled_study

    with answering():
        write(bundled_study(), Path("brief"))


def brief(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Folder to write into (default: STUDY/brief, or FILE-brief beside a file)."
        ),
    ] = None,
    docx: Annotated[bool, typer.Option("--docx", help="Also write DOCX.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Also write PDF.")] = False,
) -> None:
    """The brief of a study or a situation file: HTML and Markdown, on demand DOCX and PDF."""
    with answering(path=path):
        own = path / "brief" if path.is_dir() else path.parent / f"{path.stem}-brief"
        write(path, output or own, docx=docx, pdf=pdf)


def write(path: Path, folder: Path, *, docx: bool = False, pdf: bool = False) -> None:
    """Make the brief, write it, say where, print the bottom line."""
    from detente.brief import brief as compose
    from detente.cli.originals import missing_originals, originals_read
    from detente.cli.progress import Progress
    from detente.errors import SenseError
    from detente.present.files import brief_files
    from detente.present.terminal import console as terminal
    from detente.present.terminal import show_bottom_line
    from detente.store.study_folder import load_study
    from detente.store.whole_file import write_whole

    study = load_study(path)
    home = path if path.is_dir() else path.parent
    read = originals_read(home, study.dossier)
    if read.faults:
        raise SenseError(read.faults)
    study = replace(study, pages=read.pages)
    for fault in () if study.originals else missing_originals(home, study.dossier):
        typer.echo(f"note: {fault}", err=True)
    with Progress("deciding which outcomes hold") as progress:
        report = compose(study, progress=progress.told)
        progress.told("writing the brief", 0, 1)
        files = brief_files(report, docx=docx, pdf=pdf)
        written = [write_whole(folder / name, content) for name, content in files.contents.items()]
    show_bottom_line(terminal(), report)
    for warning in files.warnings:
        typer.echo(f"note: {warning}", err=True)
    for file in written:
        if file.parent == folder:
            typer.echo(f"written: {file}")
