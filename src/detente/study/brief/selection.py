"""Which outcomes a brief speaks of: a handful out of thousands, by reasons a reader can check.

Outcomes that hold under sequential stability (replies that serve those who make them) come first; where
none does, those of the weaker concepts. Among them: reachable from today by improvements before not,
fewer steps before more, fewer changes from today before more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analysis.paths import PathsResult, Route
from detente.analysis.stability import StabilityResult
from detente.situation.compile import Compiled
from detente.situation.graph import Ints
from detente.situation.states import State

MOST = 6
_PREFERRED = ("seq", "gmr")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome of the brief. letter: how it is called; route: by improvements from today, if any."""

    letter: str
    position: int
    state: State
    concepts: tuple[str, ...]
    route: Route | None
    changes: int


@dataclass(frozen=True, slots=True)
class Selection:
    """concept: the notion of stability the outcomes were chosen by; total: how many it has.

    today: position of the status quo, None if the situation names none. shared: options that stand at the
    same level in all `total` outcomes, as (option, level).
    """

    concept: str
    total: int
    reachable: int
    today: int | None
    outcomes: tuple[Outcome, ...]
    shared: tuple[tuple[str, str], ...]


def select(compiled: Compiled, held: StabilityResult, routes: PathsResult | None) -> Selection:
    """The outcomes worth a reader's time."""
    concept = next((one for one in _PREFERRED if held.count(one)), _PREFERRED[-1])
    found = np.flatnonzero(held.mask(concept))
    today = None if routes is None else routes.start
    reached = np.zeros(len(found), dtype=np.int64) if routes is None else _reached(routes, found)
    order = np.lexsort((found, _distances(compiled, found, today), np.where(reached < 0, 1 << 30, reached)))
    chosen = [int(position) for position in found[order] if position != today][:MOST]
    outcomes = tuple(
        _outcome(compiled, held, routes, "ABCDEFGH"[index], position, today)
        for index, position in enumerate(chosen)
    )
    reachable = 0 if routes is None else int(np.count_nonzero(reached >= 0))
    return Selection(concept, len(found), reachable, today, outcomes, _shared(compiled, found))


def _reached(routes: PathsResult, found: Ints) -> Ints:
    """Steps of the shortest route by improvements, -1 where there is none."""
    steps = [routes.steps(int(position)) for position in found]
    return np.array([-1 if one is None else one for one in steps], dtype=np.int64)


def _digits(compiled: Compiled, positions: Ints) -> Ints:
    if compiled.space is None:
        return positions[:, None]
    return np.stack(np.unravel_index(positions, compiled.space.shape), axis=1)


def _distances(compiled: Compiled, found: Ints, today: int | None) -> Ints:
    if today is None:
        return np.zeros(len(found), dtype=np.int64)
    return (_digits(compiled, found) != _digits(compiled, np.array([today]))).sum(axis=1)


def _shared(compiled: Compiled, found: Ints) -> tuple[tuple[str, str], ...]:
    if compiled.space is None or not len(found):
        return ()
    digits = _digits(compiled, found)
    return tuple(
        (option.id, option.levels[int(digits[0, axis])])
        for axis, option in enumerate(compiled.space.axes)
        if (digits[:, axis] == digits[0, axis]).all()
    )


def _outcome(
    compiled: Compiled,
    held: StabilityResult,
    routes: PathsResult | None,
    letter: str,
    position: int,
    today: int | None,
) -> Outcome:
    state = compiled.state(position)
    route = None if routes is None else routes.route(state)
    changes = int(_distances(compiled, np.array([position]), today)[0])
    return Outcome(letter, position, state, held.holding(state), route, changes)
