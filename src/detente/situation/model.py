"""A situation: the labelled, validated, immutable document people own (HOUSE §3)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from html import escape

import numpy as np

from detente.errors import SenseError
from detente.messages import Label
from detente.situation.actors import Actor
from detente.situation.grounds import UNGROUNDED, Grounds
from detente.situation.issues.terms import AgreementTerms
from detente.situation.options import Constraint, Forbid, JointMove, Option
from detente.situation.preferences import Indifferent, Preference
from detente.situation.space import feasible_mask, product_space
from detente.situation.states import State, option_state
from detente.situation.variation import Variation


@dataclass(frozen=True, slots=True)
class GraphForm:
    """States given one by one, and each actor's moves as pairs of their keys."""

    states: tuple[State, ...]
    arcs: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Situation:
    """Actors, options or states, wishes, and what they rest on.

    options and constraints: option form; graph: graph form (one of the two, or neither in a file that
    only holds issues). preferences: by actor id, for the actors that choose. terms: issues and parties.
    claims: where `because` points, as written in the file.
    """

    title: str
    as_of: str = ""
    actors: tuple[Actor, ...] = ()
    options: tuple[Option, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    forbid: tuple[Forbid, ...] = ()
    joint: tuple[JointMove, ...] = ()
    preferences: Mapping[str, Preference] = field(default_factory=dict)
    status_quo: State | None = None
    status_quo_grounds: Grounds = UNGROUNDED
    graph: GraphForm | None = None
    variations: tuple[Variation, ...] = ()
    terms: AgreementTerms | None = None
    claims: str = ""
    # Worked out once: every result is stamped with it. Not carried over by `replace`, which makes it anew.
    _digest: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def players(self) -> tuple[Actor, ...]:
        """The actors that choose, in file order."""
        return tuple(actor for actor in self.actors if not actor.context)

    @property
    def levels(self) -> dict[str, tuple[str, ...]]:
        """Option id -> its levels, in file order."""
        return {option.id: option.levels for option in self.options}

    @property
    def digest(self) -> str:
        """A name for exactly this content: sha256 over its canonical writing."""
        if not self._digest:
            self._digest.append(hashlib.sha256("".join(_canonical(self)).encode()).hexdigest())
        return self._digest[0]

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id. Raises KeyError."""
        return {actor.id: actor for actor in self.actors}[actor_id]

    def option(self, option_id: str) -> Option:
        """The option with this id. Raises KeyError."""
        return {option.id: option for option in self.options}[option_id]

    def preference(self, actor_id: str) -> Preference:
        """What the actor wishes; indifference where nothing is written."""
        return self.preferences.get(actor_id, Indifferent())

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(actor.name)}</td><td>{escape(', '.join(labels))}</td></tr>"
            for actor in self.players
            if (labels := [str(one.label) for one in self.options if one.owner == actor.id]) or self.graph
        )
        return f"<p><b>{escape(self.title)}</b> {escape(self.as_of)}</p><table>{rows}</table>"

    def states(self) -> Iterator[State]:
        """The feasible states, in the order of the compiled form."""
        if self.graph is not None:
            return iter(self.graph.states)
        if not self.options:
            raise SenseError("the situation has neither options nor states, so there is nothing to list")
        space = product_space(self)
        positions = np.flatnonzero(feasible_mask(self, space)).tolist()
        return (option_state(self.options, space.levels(position)) for position in positions)


def _canonical(value: object) -> Iterator[str]:
    """A writing of a value that differs when the value differs, and only then."""
    if isinstance(value, Label):
        # What it is called in other languages changes nothing that is found.
        yield repr(value.text) + ","
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__ + "("
        for part in (one for one in fields(value) if one.name != "_digest"):
            yield part.name + "="
            yield from _canonical(getattr(value, part.name))
        yield ")"
    elif isinstance(value, Mapping):
        yield "{"
        for key, item in value.items():
            yield from _canonical(key)
            yield ":"
            yield from _canonical(item)
        yield "}"
    elif isinstance(value, tuple | list):
        yield "["
        for item in value:
            yield from _canonical(item)
        yield "]"
    else:
        yield repr(value) + ","
