"""A command run as at the terminal."""

from __future__ import annotations

from typer.testing import CliRunner

from detente.cli.app import build


def run(*arguments: object, stdin: str = "") -> tuple[int, str, str]:
    """Exit code, standard output and standard error; an exception that would reach the user fails the test."""
    result = CliRunner().invoke(build(), [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr
