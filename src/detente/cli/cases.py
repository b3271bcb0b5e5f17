"""`cases [NAME]`: published cases, their citation, our result beside the printed one."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.speaking import DEFAULT, Language
from detente.exhibits import Section, Table


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("cases", help="cli.cases.about")(cases)


def cases(
    name: Annotated[str | None, typer.Argument(help="cli.cases.name")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="cli.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """Published cases, their citation, our result beside the printed one."""
    with answering(as_json=as_json):
        if as_json:
            write_json(_record(name))
        else:
            from detente.languages import speaker
            from detente.present.terminal import console, show

            show(console(), *_blocks(name), say=speaker(language))


def _record(name: str | None) -> dict[str, object]:
    from detente.store.case_file import load_case, publications
    from detente.store.package_case_file import load_package_case, package_case_files, package_publications
    from detente.study.cases.packages import package_record
    from detente.study.cases.records import case_record, catalogue_records

    if name is None:
        return {"cases": catalogue_records((*publications(), *package_publications()))}
    if name in package_case_files():
        return package_record(load_package_case(name))
    return case_record(load_case(name))


def _blocks(name: str | None) -> tuple[Table | Section, ...]:
    from detente.store.case_file import load_case, publications
    from detente.store.package_case_file import load_package_case, package_case_files, package_publications
    from detente.study.cases.exhibits import case_sections, catalogue
    from detente.study.cases.packages import package_sections

    if name is None:
        return (catalogue((*publications(), *package_publications())),)
    if name in package_case_files():
        return package_sections(load_package_case(name))
    return case_sections(load_case(name))
