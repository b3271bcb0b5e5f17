"""Conditional prohibitions of moves as bit sets, the form kernels read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.errors import LimitError
from detente.situation.graph import Forbidden

_MOST_PROHIBITIONS = 64


def prohibition_codes(
    pairs: tuple[Forbidden, ...], positions: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The prohibitions as bits: a move is barred if its ends share a bit ([positions] each)."""
    if len(pairs) > _MOST_PROHIBITIONS:
        raise LimitError(f"an actor has {len(pairs)} prohibitions; at most {_MOST_PROHIBITIONS} can be kept")
    source, target = np.zeros(positions, np.uint64), np.zeros(positions, np.uint64)
    for bit, pair in enumerate(pairs):
        source |= pair.source.astype(np.uint64) << np.uint64(bit)
        target |= pair.target.astype(np.uint64) << np.uint64(bit)
    return source, target
