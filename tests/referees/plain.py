"""From one plain form to the others: mappings to matrices, a compiled graph to mappings."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from tests.referees.brute_force import Conflict, State


def matrices(c: Conflict) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Bool moves [states, states] and int64 ranks [states] per actor, in the order of `c.states`."""
    at: Mapping[State, int] = {s: n for n, s in enumerate(c.states)}
    moves = []
    for table in c.moves:
        dense = np.zeros((len(at), len(at)), dtype=bool)
        for s, targets in table.items():
            dense[at[s], [at[t] for t in targets]] = True
        moves.append(dense)
    return moves, [np.array([ranks[s] for s in c.states], dtype=np.int64) for ranks in c.ranks]
