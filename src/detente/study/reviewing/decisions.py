"""A reviewer's decision: one line of an append-only log, complete enough to be undone and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import ArgumentError
from detente.evidence.claims import Claim

Action = Literal["accept", "edit", "reject", "merge", "skip", "undo"]
ACTIONS: tuple[Action, ...] = get_args(Action)

EDITABLE = (
    "kind", "text", "who", "to", "date", "status", "about", "stance", "direction", "event", "said_by",
)  # fmt: skip
"""The fields a reviewer may change; passages, origin and review are not among them. `said_by` is who
speaks in the citations."""

Value = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided on one claim.

    `number` is its place in the log, from 1. `before` holds the claim as it stood (and, for a merge, the
    others it touches), so an undo needs nothing else; `changes` are an edit's fields with their new values (a
    date as ISO 8601); `into` is the id of the claim merged into; `undoes` the number of the decision taken
    back. An `opinion` is a second reviewer's independent word: it is counted, and changes nothing.
    """

    number: int
    action: Action
    claim: str
    by: str
    when: str
    note: str = ""
    changes: tuple[tuple[str, Value], ...] = ()
    into: str = ""
    undoes: int | None = None
    opinion: bool = False
    before: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ArgumentError(f"Decision: action must be one of {', '.join(ACTIONS)}; got {self.action!r}")
        if not self.by:
            raise ArgumentError("Decision: by must name the reviewer; got an empty text")
        for name, _ in self.changes:
            if name not in EDITABLE:
                raise ArgumentError(f"Decision: {name!r} cannot be edited; these can: {', '.join(EDITABLE)}")

    @property
    def origin(self) -> str:
        """Who proposed the claim decided on."""
        return self.before[0].origin if self.before else ""


def standing(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that stand: not taken back, and no undo themselves, in log order."""
    entries = tuple(log)
    undone = {entry.undoes for entry in entries if entry.action == "undo"}
    return tuple(entry for entry in entries if entry.action != "undo" and entry.number not in undone)


def last_by(log: Iterable[Decision], reviewer: str, claim: str = "") -> Decision | None:
    """The latest decision of a reviewer that still stands; with a claim, the latest on that."""
    mine = (entry for entry in reversed(standing(log)) if entry.by == reviewer)
    return next((entry for entry in mine if claim in ("", entry.claim)), None)


def snapshots(log: Iterable[Decision]) -> tuple[Claim, ...]:
    """Claims as they stood before a standing decision; for `propose`, which must not offer them again."""
    return tuple(entry.before[0] for entry in standing(log) if entry.before and entry.action != "skip")
