"""The commands, in the order `--help` shows them. Heavy parts are imported inside the commands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from detente.cli import agreements, brief, cases, check, export, paths, sheets, stability, why
from detente.cli.reading import command as read
from detente.cli.reviewing import command as review

COMMANDS = (brief, check, stability, why, paths, agreements, sheets, read, review, export, cases)

HELP = """From documents to a checkable model of a dispute, and from the model to a cited brief.

Without a command: the brief of the bundled study on South Korea and China, January 2026."""


def build() -> typer.Typer:
    """The command-line application."""
    app = typer.Typer(
        name="detente",
        help=HELP,
        invoke_without_command=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for module in COMMANDS:
        module.register(app)
    return app


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        from detente.version import VERSION

        typer.echo(f"detente {VERSION}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        brief.main_job()


def main() -> int:
    """Run the command line; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        build()(standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0
