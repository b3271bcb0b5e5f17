"""In which language does a command speak? In the one asked for by `--language`, else by DETENTE_LANGUAGE.

Help is written as the ids of messages; `help_in` puts it into words when the commands are run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from detente.languages import Speaker
from detente.messages import Message, Say, joined, message

VARIABLE = "DETENTE_LANGUAGE"
DEFAULT = "en"
_MOST = 5  # words without a wording that are listed
OPTION = "--language"
LANGUAGE = typer.Option(
    OPTION, envvar=VARIABLE, show_envvar=False, show_default=False, metavar="TAG", help="cli.language"
)
Language = Annotated[str, LANGUAGE]
_ID = re.compile(r"[a-z][a-z_]*(\.[a-z0-9_]+)+")


def asked_language(arguments: Sequence[str]) -> str:
    """The language a command line asks for before it is taken apart; else the environment's or English."""
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
        if argument == OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
    return os.environ.get(VARIABLE) or DEFAULT


def tell_gaps(say: Speaker) -> None:
    """Say once, on stderr, which words of the file had no wording in the language, and what else it lacks."""
    labels = tuple(say.fallbacks)
    if labels:
        shown = joined(labels[:_MOST], "semicolon")
        typer.echo(
            say(message("cli.no_wording", language=say.language, n=len(labels), labels=shown)), err=True
        )
    if say.untranslated:
        said = message("cli.untranslated", language=say.language, n=len(say.untranslated))
        typer.echo(say(said), err=True)


def help_in(command: Any, say: Say) -> None:
    """Put the help of a command, its options and its subcommands into words; what typer adds is English."""
    for told in (command, *command.params):
        if _ID.fullmatch(told.help or ""):
            told.help = say(Message(told.help))
    for inner in getattr(command, "commands", {}).values():
        help_in(inner, say)
