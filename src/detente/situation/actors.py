"""Who takes part: actors that choose, and actors that are context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.situation.grounds import UNGROUNDED, Grounds


@dataclass(frozen=True, slots=True)
class Actor:
    """`names`: BCP 47 language tag -> name. `context`: described, but not a player of the model."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    context: bool = False
    grounds: Grounds = UNGROUNDED
