"""`review STUDY`: decide on proposed claims, by the keyboard or, with `--json`, by other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.errors import ArgumentError
from detente.situation.english import counted

if TYPE_CHECKING:
    from detente.store.review_folder import ReviewFolder


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("review")(review)


def review(
    study: Annotated[Path, typer.Argument(help="A study's folder.")],
    by: Annotated[str, typer.Option("--by", help="Who decides (your login name if not given).")] = "",
    second: Annotated[
        bool,
        typer.Option("--second", help="Judge independently what others decided; changes nothing."),
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Where the review stands, by proposer; decide nothing.")
    ] = False,
    decide: Annotated[
        str,
        typer.Option(
            "--decide", metavar="FILE", help="Carry out decisions from a JSON file, or - for stdin."
        ),
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Answer as JSON: the queue and what came of it.")
    ] = False,
) -> None:
    """Decide on proposed claims: accept, edit, reject, merge, skip, undo."""
    from detente.cli.originals import changed_originals
    from detente.cli.reviewing import as_json as review_json
    from detente.store.review_folder import open_review

    with answering(as_json=as_json):
        opened = open_review(study)
        reviewer = by or _login()
        recorded, before = 0, opened
        wanted = review_json.wanted(decide) if decide else None
        if wanted is not None:
            opened, recorded = review_json.carried_out(opened, wanted, reviewer=reviewer, opinion=second)
        unknown = () if wanted is None else review_json.unknown_parties(before, wanted)
        if as_json:
            write_json(
                review_json.state(
                    opened, reviewer=reviewer, opinion=second, recorded=recorded, unknown=unknown
                )
            )
            return
        for party in unknown:
            typer.echo(f"note: {party}", err=True)
        if summary or decide:
            _summarise(opened, recorded)
            for fault in changed_originals(study, opened.dossier) if summary else ():
                typer.echo(f"warning: {fault}", err=True)
        else:
            _at_the_keyboard(opened, reviewer, opinion=second)


def _summarise(opened: ReviewFolder, recorded: int) -> None:
    from detente.languages import speaker
    from detente.present.terminal import console, show
    from detente.study.reviewing.exhibits import review_section

    if recorded:
        typer.echo(f"{counted(recorded, 'decision')} recorded\n")
    show(console(), review_section(opened.dossier, opened.log), say=speaker("en"))


def _at_the_keyboard(opened: ReviewFolder, reviewer: str, *, opinion: bool) -> None:
    from detente.cli.reviewing.desk import Desk

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ArgumentError(
            "review needs a terminal; elsewhere list the queue with --json, decide with --decide FILE, or "
            "see where it stands with --summary"
        )
    Desk(opened, reviewer, opinion=opinion).run()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"
