"""The log of review decisions as JSON Lines: lines are only ever added at the end."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import Any

from detente.errors import ArgumentError, Fault, InputError, ParseError, PathStep, reason_of
from detente.evidence.claims import Claim
from detente.evidence.dates import is_instant, span
from detente.store.dossier_file import claim_record
from detente.store.dossier_lines import INSTANT, claim_from
from detente.store.json_places import offset_of
from detente.study.reviewing.decisions import Decision, Value

NAME = "decisions.jsonl"

_TEXTS = ("action", "claim", "by", "when", "note", "into")
# A decision is written to the log before the dossier, so a line broken off was not carried out.
_TORN = (
    "the last line is incomplete: writing it was broken off, and nothing of it was carried out. Delete this "
    "line, then decide again"
)
_RESTORE = "take the file from a copy of the study (a backup, version control)"
_KNOWN = (*_TEXTS, "number", "changes", "undoes", "opinion", "before")


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a log, in order; none where there is no log yet. ParseError with every fault."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError([Fault(f"cannot be read: {error.strerror}", "file", file=str(path))]) from None
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            decisions.append(decision_from(json.loads(line), number=len(decisions) + 1))
        except InputError as error:
            written = line.decode()
            faults += (_placed(fault, written, path, number) for fault in error.faults)
        except (ValueError, RecursionError) as error:
            torn = number == len(lines) and isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
            column = error.colno if isinstance(error, json.JSONDecodeError) and not torn else None
            words = _TORN if torn else _said(error)
            faults.append(Fault(words, "decision", file=str(path), line=number, column=column))
    if faults:
        raise ParseError(faults)
    return tuple(decisions)


def _placed(fault: Fault, line: str, path: Path, number: int) -> Fault:
    """The fault with the line and the column of the field it is of."""
    start = len(line) - len(line.lstrip())
    column = offset_of(line, start, fault.path) + 1
    return Fault(fault.message, "decision", fault.path, file=str(path), line=number, column=column)


def append_decision(path: Path, decision: Decision) -> None:
    """Add one line and see it to the disk; the lines before it are not touched."""
    append_decisions(path, (decision,))


def append_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Add a line each, all or none, and see them to the disk; the lines before them are not touched."""
    if not decisions:
        return
    lines = "".join(json.dumps(decision_record(one), ensure_ascii=False) + "\n" for one in decisions)
    try:
        with path.open("a+b", buffering=0) as log:
            log.seek(0)
            held = log.read()
            last = held.rpartition(b"\n")[2]
            if last and not _whole(last):
                raise ParseError([Fault(_TORN, "decision", file=str(path))])
            _add(log, len(held), (b"\n" if last else b"") + lines.encode("utf-8"))
    except OSError as error:
        reason = reason_of(error)
        raise InputError([Fault(f"cannot be written: {reason}", "file.write", file=str(path))]) from None


def decision_record(decision: Decision) -> dict[str, Any]:
    """A decision as plain data, what is at its default left out."""
    record: dict[str, Any] = {"number": decision.number}
    record |= {name: getattr(decision, name) for name in _TEXTS if getattr(decision, name)}
    if decision.changes:
        record["changes"] = {
            name: list(value) if isinstance(value, tuple) else value for name, value in decision.changes
        }
    if decision.undoes is not None:
        record["undoes"] = decision.undoes
    if decision.opinion:
        record["opinion"] = True
    if decision.before:
        record["before"] = [claim_record(claim) for claim in decision.before]
    return record


def decision_from(body: object, *, number: int) -> Decision:
    """The decision a line's object stands for; `number` is its place in the log.

    Raises InputError that names the field."""
    if not isinstance(body, dict):
        raise InputError("a decision must be an object {…}")
    unknown = [key for key in body if key not in _KNOWN]
    if unknown:
        raise _wrong(f"unknown key {unknown[0]!r}; a decision has {', '.join(_KNOWN)}", unknown[0])
    texts = {name: body.get(name, "") for name in _TEXTS}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise _wrong(f"{name} must be a text; got {value!r}", name)
    if texts["when"] and not is_instant(texts["when"]):
        raise _wrong(f"when must be {INSTANT}; got {texts['when']!r}", "when")
    undoes, before = body.get("undoes"), body.get("before", [])
    if undoes is not None and not (isinstance(undoes, int) and 0 < undoes < number):
        raise _wrong(f"undoes must be the number of an earlier decision; got {undoes!r}", "undoes")
    if not isinstance(before, list):
        raise _wrong(f"before must be a list of claims; got {before!r}", "before")
    changes, held = changes_from(body.get("changes", {})), _claims(before)
    try:
        return Decision(
            number,
            changes=changes,
            undoes=undoes,
            opinion=body.get("opinion") is True,
            before=held,
            **texts,
        )
    except ArgumentError as error:
        raise InputError(str(error)) from None


def _claims(before: list[object]) -> tuple[Claim, ...]:
    held: list[Claim] = []
    for number, claim in enumerate(before):
        try:
            held.append(claim_from(claim))
        except InputError as error:
            message = "; ".join(one.message for one in error.faults)
            raise _wrong(message, "before", number, *error.faults[0].path) from None
    return tuple(held)


def _wrong(message: str, *path: PathStep) -> InputError:
    return InputError([Fault(message, "decision", path)])


def changes_from(body: object) -> tuple[tuple[str, Value], ...]:
    """The changes of an edit: field names with a text, a list of texts, or null."""
    if not isinstance(body, dict):
        raise _wrong(f"changes must be an object of fields and values; got {body!r}", "changes")
    changes: list[tuple[str, Value]] = []
    for name, value in body.items():
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            changes.append((name, tuple(value)))
        elif value is None or isinstance(value, str):
            changes.append((name, value))
        else:
            message = f"changes/{name} must be a text, a list of texts or null; got {value!r}"
            raise _wrong(message, "changes", name)
        if name == "date" and value:
            _check_date(value)
    return tuple(changes)


def _check_date(value: object) -> None:
    try:
        span(str(value).strip())
    except ArgumentError as error:
        raise _wrong(f"changes/date: {error}", "changes", "date") from None


def _add(log: FileIO, length: int, data: bytes) -> None:
    """Write all of it at the end, or leave the log at its length."""
    try:
        if log.write(data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(log.fileno())
    except OSError:
        log.truncate(length)
        raise


def _whole(line: bytes) -> bool:
    """Is a line that lacks only its end a whole decision, as an editor may leave it?"""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _said(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {_RESTORE}"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg}; {_RESTORE}"
    return str(error)
