"""The commands, in the order `--help` shows them. Heavy parts are imported inside the commands."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from detente.analysis import ANALYSES
from detente.cli import analyses, brief, cases, check, export, sheets
from detente.cli.answers import report
from detente.cli.reading import command as read
from detente.cli.reviewing import command as review
from detente.cli.speaking import DEFAULT, Language, asked_language, help_in
from detente.command_line import started_as
from detente.errors import ArgumentError
from detente.languages import speaker

FIRST = (brief, check)
LAST = (sheets, read, review, export, cases)

# What typer raises for wrong usage; it carries click within itself, so the class has no public name.
UsageError = cast(
    "type[typer.BadParameter]",
    next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException"),
)


class Commands(TyperGroup):
    """All commands; with `--json`, wrong usage is answered by one JSON object too (FILES §4)."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line."""
        given = sys.argv[1:] if args is None else list(args)
        asked = standalone_mode and "--json" in given
        try:
            help_in(self, speaker(asked_language(given)))
        except ArgumentError as error:
            report(error, as_json=asked)
            sys.exit(2)
        try:
            code = super().main(
                given, prog_name, complete_var, standalone_mode and not asked, windows_expand_args, **extra
            )
        except UsageError as error:
            if not asked:
                raise
            report(ArgumentError(error.format_message()), as_json=True)
            sys.exit(error.exit_code)
        except typer.Abort:
            if not asked:
                raise
            sys.exit(1)
        if asked:
            sys.exit(code if isinstance(code, int) else 0)
        return code


def build() -> typer.Typer:
    """The command-line application."""
    app = typer.Typer(
        name="detente",
        cls=Commands,
        help="cli.about",
        invoke_without_command=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for module in FIRST:
        module.register(app)
    for analysis in ANALYSES:
        analyses.register(app, analysis)
    for module in LAST:
        module.register(app)
    return app


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="cli.version")] = False,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="cli.json_first"),
    ] = False,
    language: Language = DEFAULT,
) -> None:
    if version:
        from detente.version import VERSION

        typer.echo(f"detente {VERSION}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        brief.main_job(as_json=as_json, language=language)
    elif as_json:
        raise typer.BadParameter(f"write it after the command: {context.invoked_subcommand} … --json")
    elif _typed(context, "language"):
        raise typer.BadParameter(
            f"write it after the command: {context.invoked_subcommand} … --language {language}"
        )


def _typed(context: typer.Context, name: str) -> bool:
    """Was the option typed, and not taken from the environment?"""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def main() -> int:
    """Run the command line; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        build()(prog_name=shlex.join(started_as()), standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0
