"""What does a shock break, and what does it open?

Each named variation of the situation is put in, alone, and the outcomes are decided anew: whether the
status quo (as the shock leaves it) still holds, which of the outcomes followed still do, and where single
improvements then lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from detente.analysis.paths.paths import paths
from detente.analysis.paths.result import Route
from detente.analysis.stability.run import stability
from detente.errors import SenseError
from detente.situation.compile import Compiled, compile_situation
from detente.situation.variation import Variation
from detente.situation.vary import vary

Today = Literal["holds", "breaks", "impossible", "unknown"]


@dataclass(frozen=True, slots=True)
class ShockEffect:
    """One variation: how many outcomes hold, and which watched positions still do.

    today: does the status quo, as the shock leaves it, hold; is it possible at all.
    routes: shortest ways by improvements to outcomes that hold then.
    """

    variation: Variation
    compiled: Compiled
    today: Today
    equilibria: int
    surviving: tuple[int, ...]
    routes: tuple[Route, ...]


def shocks(compiled: Compiled, watched: Sequence[int], *, concept: str = "seq") -> tuple[ShockEffect, ...]:
    """Put in each variation of the situation, in file order. watched: positions whose verdict is followed."""
    return tuple(_effect(compiled, one, watched, concept) for one in compiled.situation.variations)


def _effect(compiled: Compiled, variation: Variation, watched: Sequence[int], concept: str) -> ShockEffect:
    try:
        varied = compile_situation(vary(compiled.situation, variation))
    except SenseError:  # the shock's requirements leave no state: nothing holds, nothing can be reached
        return ShockEffect(variation, compiled, "impossible", 0, (), ())
    mask = stability(varied, concepts=[concept]).mask(concept)
    today = varied.situation.status_quo
    possible = today is not None and bool(varied.graph.feasible[varied.position(today)])
    routes = paths(varied, concept=concept, by=("improvements",)) if possible else None
    standing: Today = "unknown" if today is None else "impossible"
    if routes is not None:
        standing = "holds" if mask[routes.start] else "breaks"
    return ShockEffect(
        variation,
        varied,
        standing,
        int(np.count_nonzero(mask)),
        tuple(int(position) for position in watched if mask[position]),
        () if routes is None else tuple(one for one in routes.routes("improvements") if one.steps),
    )
