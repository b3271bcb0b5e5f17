"""What an actor can choose: options with ordered levels, and how a level may change (GRAPH_MODEL §1-2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.messages import Named
from detente.situation.grounds import UNGROUNDED, Grounds

Reach = Literal["any", "one", "never"]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of one actor; `levels` in order, the first is the default of a state.

    up, down: how far one move may climb or fall. changes: if given, the only level changes allowed.
    label: what it is called; acts: level -> a phrase for moving there ("freeze its programme");
    meanings: level -> what standing there is called.
    """

    id: str
    owner: str
    levels: tuple[str, ...] = ("no", "yes")
    label: Named = ""
    up: Reach = "any"
    down: Reach = "any"
    changes: tuple[tuple[str, str], ...] | None = None
    acts: Mapping[str, Named] = field(default_factory=dict)
    meanings: Mapping[str, Named] = field(default_factory=dict)
    grounds: Grounds = UNGROUNDED

    @property
    def binary(self) -> bool:
        """Two levels, no and yes."""
        return self.levels == ("no", "yes")

    def allowed(self) -> NDArray[np.bool_]:
        """[from, to] which level changes one move may make; staying is always allowed."""
        count = len(self.levels)
        step = np.subtract.outer(np.arange(count), np.arange(count)).T
        if self.changes is not None:
            table = np.eye(count, dtype=np.bool_)
            for source, target in self.changes:
                table[self.levels.index(source), self.levels.index(target)] = True
            return table
        up = {"any": step > 0, "one": step == 1, "never": step > count}[self.up]
        down = {"any": step < 0, "one": step == -1, "never": step > count}[self.down]
        return up | down | (step == 0)


@dataclass(frozen=True, slots=True)
class Forbid:
    """A move that a state forbids: `actor` may not go from where `source` holds to where `target` holds.

    Both are expressions as written; `situation.compile` turns them into masks (GRAPH_MODEL §2).
    """

    actor: str
    source: str
    target: str
    grounds: Grounds = UNGROUNDED


@dataclass(frozen=True, slots=True)
class JointMove:
    """A named move made together, from where `source` holds, setting options; each member must gain."""

    name: str
    actors: tuple[str, ...]
    source: str
    settings: Mapping[str, str]
    when: str = ""
    grounds: Grounds = UNGROUNDED


@dataclass(frozen=True, slots=True)
class Constraint:
    """A condition every feasible state satisfies."""

    text: str
    grounds: Grounds = UNGROUNDED
