"""`review STUDY`: decide on proposed claims, by the keyboard or, with `--json`, by other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answers import answering, write_json
from detente.cli.speaking import DEFAULT, Language
from detente.errors import ArgumentError
from detente.languages import speaker
from detente.messages import Say, message

if TYPE_CHECKING:
    from detente.store.review_folder import ReviewFolder


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("review", help="cli.review.about")(review)


def review(
    study: Annotated[Path, typer.Argument(help="cli.study")],
    by: Annotated[str, typer.Option("--by", help="cli.review.by")] = "",
    second: Annotated[
        bool,
        typer.Option("--second", help="cli.review.second"),
    ] = False,
    summary: Annotated[bool, typer.Option("--summary", help="cli.review.summary")] = False,
    decide: Annotated[
        str,
        typer.Option("--decide", metavar="FILE", help="cli.review.decide"),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="cli.review.json")] = False,
    language: Language = DEFAULT,
) -> None:
    """Decide on proposed claims: accept, edit, reject, merge, skip, undo."""
    from detente.cli.originals import changed_originals
    from detente.cli.reviewing import as_json as review_json
    from detente.store.review_folder import open_review

    with answering(as_json=as_json):
        say = speaker(language)
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
            typer.echo(say(message("cli.note", note=str(party))), err=True)
        if summary or decide:
            _summarise(opened, recorded, say)
            for fault in changed_originals(study, opened.dossier) if summary else ():
                typer.echo(say(message("cli.warning", fault=str(fault))), err=True)
        else:
            _at_the_keyboard(opened, reviewer, say, opinion=second)


def _summarise(opened: ReviewFolder, recorded: int, say: Say) -> None:
    from detente.present.terminal import console, show
    from detente.study.reviewing.exhibits import review_section

    if recorded:
        typer.echo(say(message("cli.review.recorded", n=recorded)) + "\n")
    show(console(), review_section(opened.dossier, opened.log), say=say)


def _at_the_keyboard(opened: ReviewFolder, reviewer: str, say: Say, *, opinion: bool) -> None:
    from detente.cli.reviewing.desk import Desk

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ArgumentError(
            "review needs a terminal; elsewhere list the queue with --json, decide with --decide FILE, or "
            "see where it stands with --summary"
        )
    Desk(opened, reviewer, say=say, opinion=opinion).run()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"
