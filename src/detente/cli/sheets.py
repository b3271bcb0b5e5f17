"""`sheets PATH -o OUT`: a scoring form for every party, as an Excel workbook or a folder of CSV pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.answers import answering


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sheets")(sheets)


def sheets(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file with issues.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A workbook (name.xlsx), or a folder for CSV pages.")
    ] = Path("sheets.xlsx"),
) -> None:
    """A scoring form for every party, to be filled in; `agreements PATH --sheets OUT` reads it back."""
    from detente.errors import ArgumentError, ParseError
    from detente.readers.sheets import blank_pages, write_sheets
    from detente.store.study_folder import situation_file
    from detente.store.yaml_file import read_yaml

    with answering():
        if output.suffix and output.suffix.lower() != ".xlsx" and not output.is_dir():
            raise ArgumentError(
                f"-o {output}: scoring sheets are a workbook (a name that ends in .xlsx) or a folder of CSV "
                "pages (a name without an ending)"
            )
        file = situation_file(path)
        tree = read_yaml(file).tree
        if not isinstance(tree, dict) or not tree.get("issues"):
            raise ParseError(f"{file}: there are no `issues:` to make a form of")
        for written in write_sheets(blank_pages(tree), output):
            sys.stdout.write(f"written: {written}\n")
