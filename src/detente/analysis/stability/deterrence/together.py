"""All actors and questions of a small graph in one go (see `kernels.together`)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.deterrence.fibers import Arrays, PackedFibers
from detente.kernels.together import decide
from detente.situation.graph import Bools, Ranks

SMALL = 1 << 12  # positions up to which this pays


def decide_together(packed: PackedFibers, wishes: Ranks) -> Bools:
    """[5, actors, positions] bool: nash, then 1 + 2 * improving + lasting, as in `deterrence`."""
    movers = np.array([j for j, size in enumerate(packed.sizes) if size > 1], np.int64)
    wide = widened(packed.arrays, 2 * len(wishes))
    never = wishes.dtype.type(np.iinfo(wishes.dtype).max)
    transitive = np.array(packed.transitive)
    return np.asarray(decide(wishes, widened(packed.arrays, 2), wide, movers, transitive, never))


def widened(arrays: Arrays, lanes: int) -> Arrays:
    """The moves over a space with an innermost axis of `lanes` that nobody moves along."""
    shape, axes, tables, kinds, rows, source, target = arrays
    wider = shape.copy()
    wider[:, 2] *= lanes
    if not len(source):
        return wider, axes, tables, kinds, rows, source, target
    codes: list[NDArray[np.uint8]] = [np.repeat(code, lanes, axis=1) for code in (source, target)]
    return wider, axes, tables, kinds, rows, codes[0], codes[1]
