"""The log of review decisions as JSON Lines: lines are only ever added at the end."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from detente.errors import ArgumentError, Fault, InputError, ParseError
from detente.store.dossier_file import claim_record
from detente.store.dossier_lines import claim_from
from detente.study.decisions import Decision, Value

NAME = "decisions.jsonl"

_TEXTS = ("action", "claim", "by", "when", "note", "into")
_KNOWN = (*_TEXTS, "number", "changes", "undoes", "opinion", "before")


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a log, in order; none where there is no log yet. ParseError with every fault."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise ParseError([Fault("not UTF-8: restore the log", "encoding", file=str(path))]) from None
    except OSError as error:
        raise InputError([Fault(f"cannot be read: {error.strerror}", "file", file=str(path))]) from None
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            decisions.append(decision_from(json.loads(line), number=len(decisions) + 1))
        except (InputError, ArgumentError, ValueError, RecursionError) as error:
            faults.append(Fault(_said(error), "decision", file=str(path), line=number))
    if faults:
        raise ParseError(faults)
    return tuple(decisions)


def append_decision(path: Path, decision: Decision) -> None:
    """Add one line and see it to the disk; the lines before it are not touched."""
    line = json.dumps(decision_record(decision), ensure_ascii=False) + "\n"
    with path.open("a+b") as log:
        if log.tell():
            log.seek(-1, os.SEEK_END)
            if log.read(1) != b"\n":  # writing stopped in the middle of a line
                raise ParseError(
                    [
                        Fault(
                            "the last line is incomplete: delete it, then decide again", "log", file=str(path)
                        )
                    ]
                )
        log.write(line.encode("utf-8"))
        log.flush()
        os.fsync(log.fileno())


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
    """The decision a line's object stands for; `number` is its place in the log."""
    if not isinstance(body, dict):
        raise InputError("a decision must be an object {…}")
    unknown = [key for key in body if key not in _KNOWN]
    if unknown:
        raise InputError(f"unknown key {unknown[0]!r}; a decision has {', '.join(_KNOWN)}")
    texts = {name: body.get(name, "") for name in _TEXTS}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise InputError(f"{name} must be a text; got {value!r}")
    undoes, before = body.get("undoes"), body.get("before", [])
    if undoes is not None and not (isinstance(undoes, int) and 0 < undoes < number):
        raise InputError(f"undoes must be the number of an earlier decision; got {undoes!r}")
    if not isinstance(before, list):
        raise InputError(f"before must be a list of claims; got {before!r}")
    return Decision(
        number,
        changes=changes_from(body.get("changes", {})),
        undoes=undoes,
        opinion=body.get("opinion") is True,
        before=tuple(claim_from(claim) for claim in before),
        **texts,
    )


def changes_from(body: object) -> tuple[tuple[str, Value], ...]:
    """The changes of an edit: field names with a text, a list of texts, or null."""
    if not isinstance(body, dict):
        raise InputError(f"changes must be an object of fields and values; got {body!r}")
    changes: list[tuple[str, Value]] = []
    for name, value in body.items():
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            changes.append((name, tuple(value)))
        elif value is None or isinstance(value, str):
            changes.append((name, value))
        else:
            raise InputError(f"changes/{name} must be a text, a list of texts or null; got {value!r}")
    return tuple(changes)


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg}; restore the log"
    return str(error)
