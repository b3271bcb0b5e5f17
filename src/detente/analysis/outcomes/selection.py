"""Which outcomes a brief speaks of: those that hold, gathered into a handful of families.

The notion of holding is the strongest deterrence that some outcome satisfies (symmetric sequential
stability: no actor gains by leaving, after others have answered in their own interest and it has put right
what it can). Outcomes that agree on the key options form a family; the study names its key options, or
they are taken by importance: an option weighs as much as the statements that mention it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analysis.paths.result import PathsResult, Route
from detente.analysis.stability.result import StabilityResult
from detente.situation.compile import Compiled
from detente.situation.graph import Ints
from detente.situation.language.expressions import parse, references
from detente.situation.preferences import statements
from detente.situation.states import State

MOST = 8  # families a reader can keep apart
PREFERRED = ("sseq", "smr", "seq", "gmr")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome that holds. route: the shortest way there from today by improvements, if any."""

    position: int
    state: State
    concepts: tuple[str, ...]
    route: Route | None

    @property
    def by_itself(self) -> bool:
        """No actor has anything better in its own hands (Nash)."""
        return "nash" in self.concepts


@dataclass(frozen=True, slots=True)
class Family:
    """Outcomes that agree on the key options. The first is the nearest to reach and the least changed."""

    letter: str
    outcomes: tuple[Outcome, ...]

    @property
    def first(self) -> Outcome:
        """The outcome that stands for the family."""
        return self.outcomes[0]


@dataclass(frozen=True, slots=True)
class Selection:
    """concept: the notion of stability chosen; total: outcomes it has, today included.

    today: position of the status quo, None if the situation names none; holds: whether today is among them.
    reachable: how many others can be reached from today by improvements. left: outcomes in no family shown.
    key: the options the families are told apart by.
    """

    concept: str
    total: int
    reachable: int
    today: int | None
    holds: bool
    families: tuple[Family, ...]
    left: int
    positions: tuple[int, ...]
    key: tuple[str, ...]


def select(
    compiled: Compiled, held: StabilityResult, routes: PathsResult | None, key: Sequence[str] = ()
) -> Selection:
    """The outcomes worth a reader's time, gathered by the key options."""
    concept = strongest(held)
    found = np.flatnonzero(held.mask(concept))
    today = None if routes is None else routes.start
    steps = np.array([_steps(routes, int(position)) for position in found], dtype=np.int64)
    order = np.lexsort((found, _distances(compiled, found, today), steps))
    chosen = [int(position) for position in found[order] if position != today]
    key = tuple(key) or _key_options(compiled, found)
    groups = _groups(compiled, chosen, key)
    families = tuple(
        Family(letter, tuple(_outcome(compiled, held, routes, position) for position in group))
        for letter, group in zip("ABCDEFGH", groups[:MOST], strict=False)
    )
    return Selection(
        concept,
        len(found),
        int(np.count_nonzero(steps[found != today] < _NEVER)),
        today,
        bool(today is not None and today in found),
        families,
        sum(map(len, groups[MOST:])),
        tuple(int(position) for position in found),
        key,
    )


def strongest(held: StabilityResult) -> str:
    """The first of the preferred notions that some outcome satisfies."""
    return next((one for one in PREFERRED if held.count(one)), PREFERRED[-1])


_NEVER = 1 << 30


def _steps(routes: PathsResult | None, position: int) -> int:
    steps = None if routes is None else routes.steps(position)
    return _NEVER if steps is None else steps


def _digits(compiled: Compiled, positions: Ints) -> Ints:
    if compiled.space is None:
        return positions[:, None]
    return np.stack(np.unravel_index(positions, compiled.space.shape), axis=1)


def _distances(compiled: Compiled, found: Ints, today: int | None) -> Ints:
    if today is None or not len(found):
        return np.zeros(len(found), dtype=np.int64)
    return (_digits(compiled, found) != _digits(compiled, np.array([today]))).sum(axis=1)


def _key_options(compiled: Compiled, found: Ints) -> tuple[str, ...]:
    """Options that vary among the outcomes, most important first, as many as keep the families few."""
    if compiled.space is None or not len(found):
        return ()
    digits = _digits(compiled, found)
    weights = _importance(compiled)
    varying = [
        option.id
        for axis, option in enumerate(compiled.space.axes)
        if (digits[:, axis] != digits[0, axis]).any()
    ]
    ranked = sorted(varying, key=lambda option: -weights.get(option, 0.0))
    kept: list[str] = []
    for option in ranked:
        if len(_groups(compiled, found.tolist(), [*kept, option])) <= MOST:
            kept.append(option)
    return tuple(kept)


def _importance(compiled: Compiled) -> dict[str, float]:
    """Option -> the sum of 1/2, 1/4, … over the statements that mention it, by their place in each list."""
    weights: dict[str, float] = {}
    for preference in compiled.situation.preferences.values():
        for index, statement in enumerate(statements(preference)):
            for option in references(parse(statement.text)):
                weights[option] = weights.get(option, 0.0) + 0.5 ** (index + 1)
    return weights


def _groups(compiled: Compiled, positions: Sequence[int], key: Sequence[str]) -> list[list[int]]:
    """The positions gathered by their levels of the key options, in the order of their first member."""
    groups: dict[tuple[int, ...], list[int]] = {}
    axes = [] if compiled.space is None else [i for i, o in enumerate(compiled.space.axes) if o.id in key]
    for position in positions:
        digits = (position,) if compiled.space is None else compiled.space.digits(position)
        groups.setdefault(digits if compiled.space is None else tuple(digits[a] for a in axes), []).append(
            position
        )
    return list(groups.values())


def _outcome(compiled: Compiled, held: StabilityResult, routes: PathsResult | None, position: int) -> Outcome:
    state = compiled.state(position)
    route = None if routes is None else routes.route(state)
    return Outcome(position, state, held.holding(state), route)
