"""`export STUDY` and `import STUDY FILE`: the dossier in the formats of other tools, and back."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.speaking import DEFAULT, Language
from detente.command_line import command_line
from detente.errors import Fault, InputError, SenseError
from detente.languages import speaker
from detente.messages import message
from detente.situation.english import counted

Study = Annotated[Path, typer.Argument(help="cli.study")]
Wanted = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="FORMAT",
        help="cli.export.format",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="cli.json")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export", help="cli.export.about")(export)
    app.command("import", help="cli.import.about")(take)


def export(
    study: Study,
    wanted: Wanted = "",
    output: Annotated[Path | None, typer.Option("-o", help="cli.export.output")] = None,
    as_json: AsJson = False,
    language: Language = DEFAULT,
) -> None:
    """The dossier for other tools: annotations, events, tables, references."""
    from detente.cli.originals import changed_originals
    from detente.store.exports.formats import format_to_write
    from detente.store.review_folder import open_review
    from detente.store.whole_file import write_whole

    with answering(as_json=as_json):
        say = speaker(language)
        form = format_to_write(wanted, output)
        dossier = open_review(study).dossier
        changed = changed_originals(study, dossier)
        if changed:
            raise SenseError(changed)
        text = form.render(dossier)
        if output is not None:
            write_whole(output, text)
        if as_json:
            where = {"content": text} if output is None else {"written": str(output)}
            write_json({"format": form.id, **where})
        elif output is None:
            sys.stdout.write(text)
        else:
            typer.echo(say(message("cli.written", file=str(output))), err=True)


def take(
    study: Study,
    file: Annotated[Path, typer.Argument(help="cli.import.file")],
    wanted: Wanted = "",
    as_json: AsJson = False,
    language: Language = DEFAULT,
) -> None:
    """Add what another study exported: one claim said in both gets both citations."""
    from detente.store.exports.formats import format_to_read
    from detente.store.reading_folder import dossier_of, save
    from detente.store.yaml_file import read_text

    with answering(as_json=as_json):
        say = speaker(language)
        text = read_text(file)
        form = format_to_read(wanted, file)
        target = dossier_of(study)
        dossier = target.dossier
        try:
            grown = form.add(dossier, text)
        except InputError as error:
            raise InputError(_of_file(error.faults, file, study)) from None
        save(target, grown)
        added = (
            len(grown.documents) - len(dossier.documents),
            len(grown.claims) - len(dossier.claims),
        )
        if as_json:
            write_json({"documents": added[0], "claims": added[1]})
        else:
            documents = message("cli.count.documents", n=added[0])
            claims = message("cli.count.claims", n=added[1])
            said = message("cli.import.added", documents=documents, claims=claims, file=str(target.file))
            typer.echo(say(said))


def _of_file(faults: tuple[Fault, ...], file: Path, study: Path) -> list[Fault]:
    """The faults with the file they are of; documents the dossier lacks are told once, with the way out."""
    named = [fault if fault.file else replace(fault, file=str(file)) for fault in faults]
    lacking = [fault for fault in named if fault.kind == "unknown-document"]
    if not lacking:
        return named
    number = len({fault.path for fault in lacking})
    cite = "cites" if number == 1 else "cite"
    message = (
        f"{counted(number, 'claim')} of the file {cite} documents this dossier does not have. "
        "Import the documents first: there "
        f"`{command_line('export', 'STUDY', '--as', 'csl', '-o', 'documents.json')}`, here "
        f"`{command_line('import', study, 'documents.json', '--as', 'csl')}`"
    )
    rest = [fault for fault in named if fault.kind != "unknown-document"]
    return [*rest, Fault(message, "unknown-document", file=str(file))]
