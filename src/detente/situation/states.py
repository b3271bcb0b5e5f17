"""A state: one level for every option (option form), or a key with a label (graph form)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.messages import Named
from detente.situation.options import Option


@dataclass(frozen=True, slots=True)
class State:
    """levels: option -> level, in file order (empty in graph form); key: graph form only."""

    levels: Mapping[str, str] = field(default_factory=dict)
    key: str | None = None
    label: Named = ""
    text: str = ""

    def __str__(self) -> str:
        return self.key if self.key is not None else self.text

    def __repr__(self) -> str:
        return f"State({self})"

    def __hash__(self) -> int:
        return hash((self.key, tuple(self.levels.items())))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        return self.key == other.key and dict(self.levels) == dict(other.levels)

    def as_json(self) -> object:
        """The mapping of levels in option form, the key in graph form (FILES §4)."""
        return dict(self.levels) if self.key is None else self.key


ALL_FIRST = "(all at their first level)"


def option_state(options: tuple[Option, ...], levels: Mapping[str, str]) -> State:
    """The state with these levels; options not named stand at their first level."""
    full = {option.id: levels.get(option.id, option.levels[0]) for option in options}
    shown = [
        option.id if option.levels == ("no", "yes") else f"{option.id}={full[option.id]}"
        for option in options
        if full[option.id] != option.levels[0]
    ]
    return State(levels=full, text=" ".join(shown) or ALL_FIRST)
