"""`sheets PATH -o OUT`: a scoring form for every party, as an Excel workbook or a folder of CSV pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.speaking import DEFAULT, Language
from detente.languages import speaker
from detente.messages import message


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sheets", help="cli.sheets.about")(sheets)


def sheets(
    path: Annotated[Path, typer.Argument(help="cli.sheets.path")],
    output: Annotated[Path, typer.Option("-o", "--output", help="cli.sheets.output")] = Path("sheets.xlsx"),
    as_json: Annotated[bool, typer.Option("--json", help="cli.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """A scoring form for every party, to be filled in; `agreements PATH --sheets OUT` reads it back."""
    from detente.errors import ArgumentError, Fault, ParseError
    from detente.readers.sheets import blank_pages, write_sheets
    from detente.store.study_folder import situation_file
    from detente.store.yaml_file import read_yaml

    with answering(as_json=as_json):
        say = speaker(language)
        if output.suffix and output.suffix.lower() != ".xlsx" and not output.is_dir():
            raise ArgumentError(
                f"-o {output}: scoring sheets are a workbook (a name that ends in .xlsx) or a folder of CSV "
                "pages (a name without an ending)"
            )
        file = situation_file(path)
        tree = read_yaml(file).tree
        if not isinstance(tree, dict) or not tree.get("issues"):
            absent = "there are no `issues:` to make a form of"
            raise ParseError([Fault(absent, "issues.missing", file=str(file))])
        files = write_sheets(blank_pages(tree), output)
        if as_json:
            write_json({"written": [str(file) for file in files]})
            return
        for file in files:
            sys.stdout.write(say(message("cli.written", file=str(file))) + "\n")
