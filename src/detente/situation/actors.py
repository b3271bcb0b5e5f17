"""Who takes part: actors that choose, and actors that are context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.messages import Label, label
from detente.situation.grounds import UNGROUNDED, Grounds


@dataclass(frozen=True, slots=True)
class Actor:
    """`names`: BCP 47 language tag -> name. `context`: described, but not a player of the model."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    context: bool = False
    grounds: Grounds = UNGROUNDED

    @property
    def label(self) -> Label:
        """What the actor is called: `name`, which needs no English wording beside it, or one of `names`."""
        return label(self.name, {"en": self.name, **self.names}) if self.names else label(self.name)
