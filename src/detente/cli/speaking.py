"""In which language does a command speak? In the one asked for by `--language`, else by DETENTE_LANGUAGE.

Help is written as the ids of messages; `help_in` puts it into words when the commands are run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from detente.messages import Message, Say

VARIABLE = "DETENTE_LANGUAGE"
DEFAULT = "en"
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


def help_in(command: Any, say: Say) -> None:
    """Put the help of a command, its options and its subcommands into words; what typer adds is English."""
    for told in (command, *command.params):
        if _ID.fullmatch(told.help or ""):
            told.help = say(Message(told.help))
    for inner in getattr(command, "commands", {}).values():
        help_in(inner, say)
