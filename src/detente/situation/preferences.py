"""What actors wish: a complete preorder over states, written in one of three ways (GRAPH_MODEL §3)."""

from __future__ import annotations

from dataclasses import dataclass

from detente.messages import Named
from detente.situation.grounds import UNGROUNDED, Grounds
from detente.situation.states import State


@dataclass(frozen=True, slots=True)
class Statement:
    """A wish: an expression as written, with its grounds. `label` says it in plain words."""

    text: str
    grounds: Grounds = UNGROUNDED
    label: Named = ""


@dataclass(frozen=True, slots=True)
class Prioritised:
    """Option prioritisation: statements in order of importance, compared lexicographically."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Weighted:
    """Option weighting: a state is worth the sum of the weights of the statements true in it."""

    weights: tuple[tuple[Statement, float], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Direct ranking: groups of states, best first; states in one group are equally good."""

    groups: tuple[tuple[State, ...], ...]


@dataclass(frozen=True, slots=True)
class Indifferent:
    """No wishes given: every state is as good as any other."""


Preference = Prioritised | Weighted | Ranked | Indifferent


def statements(preference: Preference) -> tuple[Statement, ...]:
    """The statements of a preference, in order; none for rankings and indifference."""
    match preference:
        case Prioritised(items):
            return items
        case Weighted(pairs):
            return tuple(statement for statement, _ in pairs)
        case _:
            return ()
