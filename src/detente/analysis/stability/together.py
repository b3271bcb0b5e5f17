"""All actors and questions at once, for small graphs: a question is one more axis that nobody moves along.

Position, focal actor and kind of seed make one larger product space. In the lanes of focal actor i the
wishes of mover i are "never", so that i takes no part in the sequences that answer its own improvements.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.fibers import Arrays, PackedFibers
from detente.kernels import fixpoint
from detente.kernels.tiles import CHUNK, geometry, units
from detente.situation.graph import Bools, Ranks

SMALL = 1 << 12  # positions up to which this pays


class Together:
    """stable: bool [positions, actors] per kind: "nash", or (improving, lasting) as in `deterrence`."""

    def __init__(self, packed: PackedFibers, wishes: Ranks) -> None:
        self._packed, self._actors, self._positions = packed, *wishes.shape
        self._never = wishes.dtype.type(np.iinfo(wishes.dtype).max)
        self._fibers = widened(packed.arrays, 2 * self._actors)
        every = np.arange(self._actors)
        shape = (self._actors, self._positions, self._actors, 2)
        self._others = np.empty(shape, wishes.dtype)
        self._others[:] = wishes[:, :, None, None]
        self._others[every, :, every] = self._never
        self._own = np.full(shape, self._never)
        self._own[every, :, every] = wishes[:, :, None]
        self._seed = np.empty(shape[1:], wishes.dtype)
        self._seed[:] = wishes.T[:, :, None]
        best = self._best(self._seed.copy())
        self.stable: dict[object, Bools] = {"nash": self._holds(best)[..., 0]}
        seeds = np.stack([self._seed[..., 0], best[..., 1]], axis=-1)
        for improving in (False, True):
            held = self._holds(self._best(self._worst(seeds, improving)))
            for lasting in (False, True):
                self.stable[improving, lasting] = held[..., int(lasting)]

    def _best(self, values: Ranks) -> Ranks:
        stamps = np.zeros(values.size // CHUNK + 1, np.int32)
        for actor in range(self._actors):
            wish, transitive = self._own[actor].reshape(-1), self._packed.transitive[actor]
            fixpoint.best_reply(
                values.reshape(-1), wish, actor, transitive, self._never, self._fibers, stamps
            )
        return values

    def _worst(self, seeds: Ranks, improving: bool) -> Ranks:
        movers = np.array([j for j in range(self._actors) if self._packed.sizes[j] > 1], np.int64)
        if not movers.size:
            return seeds
        count = max(units(geometry(*row[:3])) for row in self._fibers[0].tolist())
        stamps = np.ones(seeds.size // CHUNK + 1, np.int32)
        visited, clock = np.zeros((movers.size, count), np.int32), np.zeros(2, np.int64)
        wishes = self._others.reshape(self._actors, -1)
        rest = (wishes, movers, improving, self._never, self._fibers, stamps, visited, clock, 1 << 40)
        if all(self._packed.transitive):
            values = seeds.copy().reshape(-1)
            fixpoint.sweep(values, *rest)
        else:
            worst = np.full((movers.size + 1, seeds.size), self._never)
            worst[-1] = seeds.reshape(-1)
            fixpoint.sweep_in_turn(worst, *rest)
            values = worst.min(axis=0)
        return values.reshape(seeds.shape)

    def _holds(self, best: Ranks) -> Bools:
        return np.asarray((self._seed != self._never) & (best <= self._seed))


def widened(arrays: Arrays, lanes: int) -> Arrays:
    """The moves over a space with an innermost axis of `lanes` that nobody moves along."""
    shape, axes, tables, kinds, rows, source, target = arrays
    wider = shape.copy()
    wider[:, 2] *= lanes
    codes: list[NDArray[np.uint8]] = [np.repeat(code, lanes, axis=1) for code in (source, target)]
    return wider, axes, tables, kinds, rows, codes[0], codes[1]
