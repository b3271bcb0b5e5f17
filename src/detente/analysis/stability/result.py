"""Which states hold: the answer of a stability analysis, with the way back to labels and to reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from detente.analysis.protocol import Result, Stamp
from detente.analysis.stability.concept import Judgement, StabilityConcept
from detente.analysis.stability.params import StabilityParams
from detente.errors import ArgumentError
from detente.exhibits import Exhibit, Grid, Table, Text
from detente.messages import Words, message
from detente.situation.compile import Compiled
from detente.situation.graph import Bools
from detente.situation.states import State
from detente.situation.words import outcome_words

MOST_STATES = 10_000  # above this, JSON lists who finds what stable only when asked (FILES §4)
_SHOWN = 40  # rows in an exhibit; attributes and records() hold everything


@dataclass(frozen=True, slots=True)
class StabilityResult(Result):
    """Stable states per concept and actor.

    concepts: those asked for, in order. masks: concept id -> bool [actors, positions], true where the state
    is feasible and stable for the actor. States are labelled only when asked for.
    """

    compiled: Compiled
    concepts: tuple[StabilityConcept, ...]
    params: StabilityParams
    masks: Mapping[str, Bools]
    stamp: Stamp

    def __post_init__(self) -> None:
        for mask in self.masks.values():
            mask.setflags(write=False)
        object.__setattr__(self, "masks", MappingProxyType(dict(self.masks)))

    @property
    def actors(self) -> tuple[str, ...]:
        """Actor ids, in the order of the masks."""
        return self.compiled.actors

    @property
    def states(self) -> int:
        """How many states are feasible."""
        return int(np.count_nonzero(self.compiled.graph.feasible))

    def mask(self, concept: str, actor: str | None = None) -> Bools:
        """Bool [positions]: stable for the actor, or for every actor when none is named."""
        table = self.masks[self._concept(concept).id]
        if actor is None:
            return np.asarray(table.all(axis=0))
        return np.asarray(table[self.compiled.actor_index(actor)])

    def equilibria(self, concept: str) -> tuple[State, ...]:
        """The states stable for every actor, in the order of the compiled form."""
        return self._labelled(self.mask(concept))

    def stable(self, concept: str, *, actor: str) -> tuple[State, ...]:
        """The states stable for one actor."""
        return self._labelled(self.mask(concept, actor))

    def count(self, concept: str, actor: str | None = None) -> int:
        """How many states are stable for the actor, or for every actor."""
        return int(np.count_nonzero(self.mask(concept, actor)))

    def holding(self, state: State | str) -> tuple[str, ...]:
        """Ids of the concepts under which the state is an equilibrium. The state as in `Compiled.find`."""
        position = self.compiled.find(state)
        return tuple(c.id for c in self.concepts if self.masks[c.id][:, position].all())

    def why(self, state: State | str, *, actor: str, concept: str) -> Judgement[str, State]:
        """The verdict for one state and actor with its witness, by the literal definition.

        The state as in `Compiled.find`: a State, or a text that names one.
        """
        chosen = self._concept(concept)
        position, index = self.compiled.find(state), self.compiled.actor_index(actor)
        found = chosen.judge(self.compiled.graph, index, position, self.params.sequences)
        return found.labelled(self.actors.__getitem__, self.compiled.state)

    def records(self) -> Iterator[dict[str, object]]:
        """One row per feasible state, concept and actor: state, concept, actor, stable."""
        for position in self.compiled.graph.states():
            state = str(self.compiled.state(int(position)))
            for concept in self.concepts:
                for actor, stable in zip(self.actors, self.masks[concept.id][:, position], strict=True):
                    yield {"state": state, "concept": concept.id, "actor": actor, "stable": bool(stable)}

    def exhibits(self) -> tuple[Exhibit, ...]:
        """How many states hold per concept and actor, and the equilibria with the concepts they satisfy."""
        return (self._counts(), self._grid(partial(outcome_words, self.compiled.situation)))

    def by_ids(self) -> tuple[Exhibit, ...]:
        """The same, equilibria by their ids alone."""
        return (self._counts(), self._grid(str))

    def as_json(self) -> dict[str, object]:
        """Equilibria per concept, and who finds what stable while the states are few (FILES §4)."""
        return {
            "states": self.states,
            "actors": list(self.actors),
            "concepts": {concept.id: self._concept_json(concept.id) for concept in self.concepts},
            "stamp": self.stamp.as_dict(),
        }

    def _concept_json(self, concept: str) -> dict[str, object]:
        entry: dict[str, object] = {"equilibria": [state.as_json() for state in self.equilibria(concept)]}
        if self.params.every or self.states <= MOST_STATES:
            entry["stable"] = {
                actor: [state.as_json() for state in self.stable(concept, actor=actor)]
                for actor in self.actors
            }
        return entry

    def _concept(self, concept: str) -> StabilityConcept:
        for one in self.concepts:
            if one.id == concept:
                return one
        known = ", ".join(one.id for one in self.concepts)
        raise ArgumentError(f"concept must be one of {known}; got {concept!r}")

    def _labelled(self, mask: Bools) -> tuple[State, ...]:
        return tuple(self.compiled.state(int(position)) for position in np.flatnonzero(mask))

    def _counts(self) -> Table:
        rows: tuple[tuple[Text, ...], ...] = tuple(
            (
                Text(concept.name),
                *(Text(str(self.count(concept.id, actor))) for actor in self.actors),
                Text(str(self.count(concept.id))),
            )
            for concept in self.concepts
        )
        return Table(
            title=message("stability.counts.title", states=self.states),
            columns=(message("stability.concept"), *self.actors, message("stability.everyone")),
            rows=rows,
            numeric=tuple(range(1, len(self.actors) + 2)),
        )

    def _grid(self, named: Callable[[State], Words]) -> Grid:
        """Equilibria by concept: those that satisfy most concepts first."""
        held = np.stack([self.mask(concept.id) for concept in self.concepts])
        found = np.flatnonzero(held.any(axis=0))
        order = found[np.argsort(-held[:, found].sum(axis=0), kind="stable")]
        shown = order[:_SHOWN]
        left_out = int(order.size - shown.size)
        return Grid(
            title=message("stability.grid.title"),
            rows=tuple(Text(named(self.compiled.state(int(position)))) for position in shown),
            columns=tuple(Text(concept.id) for concept in self.concepts),
            cells=tuple(tuple("yes" if held[c, p] else "no" for c in range(len(held))) for p in shown),
            legend={"yes": message("stability.grid.holds"), "no": message("stability.grid.breaks")},
            note=Text(message("stability.grid.left_out", count=left_out)) if left_out else None,
        )
