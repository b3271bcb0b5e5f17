"""The page of commands: what typer knows of each, in the order of ``--help``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from detente.cli.app import build
from detente.cli.speaking import help_in
from detente.languages import speaker
from documentation.markdown import Page, block, code, page, table

INTRODUCTION = """\
Typed after `./run` in a checkout, or after `detente` where it is installed. `--help` after any command says
the same. Without a command: the brief of the bundled study. Exit codes: 0 done, 1 a fault in the input (told
with file, line and column), 2 wrong usage. With `--json`, errors are one JSON object too."""


def pages() -> Iterator[Page]:
    """The page of all commands."""
    yield "reference/commands.md", page("# Commands", INTRODUCTION, *map(section, commands().items()))


def commands() -> dict[str, Any]:
    """Every command by name."""
    whole: Any = get_command(build())
    help_in(whole, speaker("en"))
    found: dict[str, Any] = whole.commands
    return found


def section(named: tuple[str, Any]) -> str:
    """One command: what it answers, how it is typed, its arguments and options."""
    name, command = named
    shown = [one for one in command.params if not one.hidden]
    rows = [(code(_typed(one)), one.help or "", code(_default(one))) for one in shown]
    told = table(("", "what it is", "default"), rows)
    return page(f"## {name}", command.help or "", block(usage(name, shown), "console"), told).rstrip()


def usage(name: str, parameters: list[Any]) -> str:
    """The command as it is typed: its arguments, then that it has options."""
    arguments = [_argument(one) for one in parameters if one.param_type_name == "argument"]
    options = "[OPTIONS]" if any(one.param_type_name == "option" for one in parameters) else ""
    return " ".join(part for part in ("$ detente", name, *arguments, options) if part)


def _argument(parameter: Any) -> str:
    name = (parameter.metavar or parameter.name).upper() + ("…" if parameter.nargs == -1 else "")
    return name if parameter.required else f"[{name}]"


def _typed(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _argument(parameter)
    names = ", ".join((*parameter.opts, *parameter.secondary_opts))
    return names if parameter.is_flag else f"{names} {parameter.metavar or '…'}"


def _default(parameter: Any) -> object:
    value = parameter.default
    return "" if value is None or value is False or callable(value) or value in ((), []) else value
