"""A command to type, as the reader can type it: by the name under which this program was started."""

from __future__ import annotations

import os
import shlex
import sys

VARIABLE = "DETENTE_COMMAND"  # set by ./run: the path of the script as it was typed


def command_line(*parts: object) -> str:
    """The command that asks this program for `parts`, names with spaces and the like in quotes.

    It begins with `./run` where the program was started so, with `python -m detente` likewise, and with
    `detente` where it is installed or used as a library. Placeholders such as STUDY stay as they are.
    """
    return shlex.join([*started_as(), *map(str, parts)])


def started_as() -> tuple[str, ...]:
    """The words under which this program was started."""
    script = os.environ.get(VARIABLE)
    if script:
        return (script,)
    if sys.argv[0].replace("\\", "/").endswith("/detente/__main__.py"):
        return (sys.orig_argv[0], "-m", "detente")
    return ("detente",)
