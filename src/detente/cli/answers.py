"""How commands answer: results to stdout, faults to stderr, one exit code per kind of trouble (FILES §4)."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from detente.errors import ArgumentError, DetenteError, Fault, InputError, LimitError, StaleError


@contextmanager
def answering(*, as_json: bool = False, path: Path | None = None) -> Iterator[None]:
    """Turn errors into messages: exit 1 for a fault in the input, 2 for wrong usage.

    path: the study or situation file asked about, so that faults found later than reading get their line.
    """
    try:
        yield
    except DetenteError as error:
        report(_located(error, path), as_json=as_json)
        raise typer.Exit(2 if isinstance(error, ArgumentError) else 1) from None
    except BrokenPipeError:
        # The reader went away (`… | head`): no more to say, and nothing to complain about at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        stopped = {"kind": "stopped", "message": "nothing was written", "where": None}
        sys.stderr.write(_line({"error": stopped}) if as_json else "stopped: nothing was written\n")
        raise typer.Exit(130) from None


def _located(error: DetenteError, path: Path | None) -> DetenteError:
    if path is None or not isinstance(error, InputError) or any(fault.file for fault in error.faults):
        return error
    from detente.store.study_folder import locate

    return InputError(locate(path, error.faults))


def report(error: DetenteError, *, as_json: bool) -> None:
    """Write an error to stderr, as lines or as one JSON object."""
    if as_json:
        sys.stderr.write(_line({"error": _as_dict(error)}))
        return
    sys.stderr.write(f"{plain(error)}\n")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def plain(error: DetenteError) -> str:
    """An error's words for whoever called a command, without the function they come from (HOUSE §9)."""
    return re.sub(r"^[a-z_]+\(\): ", "", str(error))


def _as_dict(error: DetenteError) -> dict[str, object]:
    if isinstance(error, InputError):
        first = error.faults[0]
        several = {"faults": [fault_dict(fault) for fault in error.faults]} if len(error.faults) > 1 else {}
        return {**fault_dict(first), **several}
    kind = {LimitError: "limit", StaleError: "stale", ArgumentError: "usage"}.get(type(error), "error")
    return {"kind": kind, "message": plain(error), "where": None}


def fault_dict(fault: Fault) -> dict[str, object]:
    """A fault as plain values."""
    return {"kind": fault.kind, "message": fault.message, "where": _where(fault)}


def _where(fault: Fault) -> dict[str, object] | None:
    if fault.file is None and not fault.path:
        return None
    path = [str(step) for step in fault.path]
    return {"file": fault.file, "line": fault.line, "column": fault.column, "path": path}


def write_json(value: object) -> None:
    """One JSON document to stdout; words that no language has said yet are said in English."""
    from detente.languages import speaker

    say = speaker("en")
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=say) + "\n")
