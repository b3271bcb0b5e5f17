"""What moves only in trade: a level that no agreement contains unless another issue moves too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.engines.engine import Engine, Written
from detente.analysis.agreements.engines.listing import Listed
from detente.situation.issues.terms import PARKED

# More agreements than this are not searched for what comes only together.
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Tie:
    """Wherever `issue` stands at `level` in an agreement, each issue named stands at one of those levels."""

    issue: str
    level: str
    only_with: tuple[tuple[str, tuple[str, ...]], ...]


def trades(engine: Engine) -> tuple[Tie, ...]:
    """Which settled levels come only together with something else?

    An issue is named only if the level narrows it: it may stand at more levels in other agreements. Empty
    where the agreements are not written out, or too many.
    """
    bargain = engine.bargain
    levels = _levels(engine)
    if levels is None or not 0 < len(levels) <= MOST:
        return ()
    occurring = [np.unique(column) for column in levels.T]
    found = []
    for place, issue in enumerate(bargain.terms.issues):
        if len(occurring[place]) < 2:
            continue
        for level in occurring[place]:
            if issue.levels[level] != PARKED:
                narrowed = _narrowed(engine, levels[levels[:, place] == level], place, occurring)
                found += [Tie(issue.id, issue.levels[level], narrowed)] if narrowed else []
    return tuple(found)


def _levels(engine: Engine) -> NDArray[np.int64] | None:
    """The agreements, one a row; None where they are not at hand."""
    if isinstance(engine, Listed):
        return engine.agreements()
    if not isinstance(engine, Written) or len(engine.grid.found) > MOST:
        return None
    return np.stack(np.unravel_index(engine.grid.found, engine.grid.shape), axis=1)


def _narrowed(
    engine: Engine, rows: NDArray[np.int64], place: int, occurring: list[NDArray[np.int64]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The other issues that stand at fewer levels in these agreements than in all."""
    found = []
    for other, issue in enumerate(engine.bargain.terms.issues):
        left = np.unique(rows[:, other])
        if other != place and len(left) < len(occurring[other]):
            found.append((issue.id, tuple(issue.levels[level] for level in left)))
    return tuple(found)
