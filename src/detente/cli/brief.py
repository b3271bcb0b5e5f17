"""`brief PATH`, and the main job: the brief of the bundled study."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.speaking import DEFAULT, Language, tell_gaps
from detente.errors import ArgumentError
from detente.languages import Speaker, speaker
from detente.messages import Say, message

if TYPE_CHECKING:
    from detente.exhibits import Report


_FILES = frozenset({".html", ".htm", ".md", ".docx", ".doc", ".odt", ".pdf", ".txt", ".json"})


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", help="cli.brief.about")(brief)


def main_job(*, as_json: bool = False, language: str = DEFAULT) -> None:
    """The brief of the bundled study, into the folder `brief` where the command was started."""
    from detente.store.study_folder import bundled_study

    with answering(as_json=as_json):
        say = speaker(language)
        _tell(write(bundled_study(), Path("brief"), say=say), say=say, as_json=as_json)


def brief(
    path: Annotated[Path, typer.Argument(help="cli.path")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="cli.brief.output"),
    ] = None,
    docx: Annotated[bool, typer.Option("--docx", help="cli.brief.docx")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="cli.brief.pdf")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="cli.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """The brief of a study or a situation file: HTML and Markdown, on demand DOCX and PDF."""
    with answering(as_json=as_json, path=path):
        _check_folder(output)
        own = path / "brief" if path.is_dir() else path.parent / f"{path.stem}-brief"
        say = speaker(language)
        _tell(write(path, output or own, say=say, docx=docx, pdf=pdf), say=say, as_json=as_json)


def _check_folder(output: Path | None) -> None:
    """A brief is several files: a file's name given for their folder is asked back, not made a folder."""
    if output is None or output.is_dir() or output.suffix.lower() not in _FILES:
        return
    wanted = {".docx": "; --docx writes DOCX into it", ".pdf": "; --pdf writes PDF into it"}
    more = wanted.get(output.suffix.lower(), "")
    raise ArgumentError(f"-o {output}: a brief is a folder of files (HTML and Markdown); name a folder{more}")


@dataclass(frozen=True, slots=True)
class Written:
    """A brief and where it was written; `notes` are what a reader should know of its making."""

    report: Report
    files: tuple[Path, ...]
    notes: tuple[str, ...]


def write(path: Path, folder: Path, *, say: Speaker, docx: bool = False, pdf: bool = False) -> Written:
    """Make the brief and write it. Raises InputError where an original has changed."""
    from detente.brief import brief as compose
    from detente.cli.originals import missing_originals, originals_read
    from detente.cli.progress import Progress
    from detente.errors import SenseError
    from detente.present.files import brief_files
    from detente.store.study_folder import load_study
    from detente.store.whole_file import write_whole

    study = load_study(path)
    home = path if path.is_dir() else path.parent
    read = originals_read(home, study.dossier)
    if read.faults:
        raise SenseError(read.faults)
    study = replace(study, pages=read.pages)
    missing = () if study.originals else missing_originals(home, study.dossier)
    with Progress(say, message("cli.progress.outcomes")) as progress:
        report = replace(compose(study, progress=progress.told), language=say.language)
        progress.told(message("cli.progress.brief"), 0, 1)
        files = brief_files(report, say=say, docx=docx, pdf=pdf)
        written = [write_whole(folder / name, content) for name, content in files.contents.items()]
    shown = tuple(file for file in written if file.parent == folder)
    return Written(report, shown, (*map(str, missing), *files.warnings))


def _tell(written: Written, *, say: Speaker, as_json: bool) -> None:
    """The bottom line, what to know of it, and where the brief is."""
    from detente.present.terminal import console, show_bottom_line

    if as_json:
        write_json(as_dict(written, say))
        return
    show_bottom_line(console(), written.report, say=say)
    for note in written.notes:
        typer.echo(say(message("cli.note", note=note)), err=True)
    for file in written.files:
        typer.echo(say(message("cli.written", file=str(file))))
    tell_gaps(say)


def as_dict(written: Written, say: Say) -> dict[str, object]:
    """What the terminal shows, as plain values."""
    report = written.report
    return {
        "title": say(report.title),
        "as_of": report.as_of,
        "bottom_line": [
            {"text": say(one.text), "claims": list(one.claims), "assumed": one.assumed}
            for one in report.bottom_line
        ],
        "written": [str(file) for file in written.files],
        "notes": list(written.notes),
    }
