"""A named change of a situation: a what-if, a shock with its trigger (HOUSE §7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.messages import Named
from detente.situation.grounds import UNGROUNDED, Grounds
from detente.situation.preferences import Statement


@dataclass(frozen=True, slots=True)
class Variation:
    """What changes, and what would set it off.

    settings: options of the status quo set to other levels; require: constraints added;
    first: actor -> statements put at the head of its list; drop: actor -> statements taken off it.
    """

    name: str
    label: Named = ""
    trigger: Named = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    require: tuple[str, ...] = ()
    first: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    drop: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grounds: Grounds = UNGROUNDED
