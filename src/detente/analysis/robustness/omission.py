"""Which verdicts change if one wish is left out?

Each assumed statement is dropped in turn and the equilibria are decided anew, all else equal. A verdict
that survives every omission does not hang on any single assumption (it may on several together).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.deterrence.closure import reranked
from detente.analysis.stability.run import choose
from detente.analysis.stability.solve import solve
from detente.situation.compile import Compiled, option_ranks
from detente.situation.graph import Bools, ConflictGraph
from detente.situation.model import Situation
from detente.situation.preferences import Prioritised


@dataclass(frozen=True, slots=True)
class Omission:
    """Without statement no. `index` (from 0) of `actor`: the count of equilibria, and which states changed.

    changed: positions among those watched whose verdict is another than with the statement.
    """

    actor: str
    index: int
    equilibria: int
    changed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Omissions:
    """One omission per assumed statement, in file order. watched: positions whose verdict is followed."""

    compiled: Compiled
    concept: str
    watched: tuple[int, ...]
    equilibria: int
    omissions: tuple[Omission, ...]

    @property
    def telling(self) -> tuple[Omission, ...]:
        """The omissions that change the verdict on a watched state, those that change most first."""
        found = [one for one in self.omissions if one.changed]
        return tuple(sorted(found, key=lambda one: -len(one.changed)))


def omissions(
    compiled: Compiled,
    watched: Sequence[int],
    *,
    concept: str = "seq",
    progress: Callable[[int, int], None] | None = None,
) -> Omissions:
    """Leave out each assumed statement in turn. watched: positions whose verdict is followed."""
    chosen = choose([concept])
    base = _equilibria(compiled.graph, chosen)
    assumed = list(_assumed(compiled.situation))
    found = []
    for done, (actor, index) in enumerate(assumed):
        mask = _equilibria(_without(compiled, actor, index), chosen)
        changed = tuple(int(position) for position in watched if mask[position] != base[position])
        found.append(Omission(actor, index, int(np.count_nonzero(mask)), changed))
        if progress is not None:
            progress(done + 1, len(assumed))
    return Omissions(
        compiled,
        concept,
        tuple(int(position) for position in watched),
        int(np.count_nonzero(base)),
        tuple(found),
    )


def _equilibria(graph: ConflictGraph, concepts: Sequence[StabilityConcept]) -> Bools:
    """[positions] stable for every actor, under the one concept asked for."""
    (masks,) = solve(graph, concepts).values()
    return np.asarray(masks.all(axis=0))


def _assumed(situation: Situation) -> Iterator[tuple[str, int]]:
    for actor in situation.players:
        preference = situation.preference(actor.id)
        if isinstance(preference, Prioritised):
            for index, statement in enumerate(preference.statements):
                if statement.grounds.are_assumed:
                    yield actor.id, index


def _without(compiled: Compiled, actor: str, index: int) -> ConflictGraph:
    """The graph with one actor's ranks made anew without one statement; states and moves are shared."""
    situation, space, graph = compiled.situation, compiled.space, compiled.graph
    preference = situation.preference(actor)
    assert isinstance(preference, Prioritised) and space is not None
    kept = preference.statements[:index] + preference.statements[index + 1 :]
    varied = replace(situation, preferences={**situation.preferences, actor: Prioritised(kept)})
    ranks = option_ranks(varied, space, graph.feasible, actor)
    return reranked(graph, compiled.actor_index(actor), ranks)
