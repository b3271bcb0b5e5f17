"""All actors and questions at once, for small graphs: a question is one more axis that nobody moves along.

Position, focal actor and kind of seed (0: the rank; 1: the best reply) make one larger product space. In the
lanes of focal actor i the wishes of mover i are "never", so that i takes no part in the sequences that answer
its own improvements.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled, inlined
from detente.kernels.fixpoint import Fibers, Flags, Numbers, best_reply, sweep, sweep_in_turn
from detente.kernels.tiles import CHUNK, Ranks, geometry, units

_UNBOUNDED = 1 << 60


@compiled
def decide(
    wishes: Ranks, narrow: Fibers, wide: Fibers, movers: Numbers, transitive: Flags, never: Any
) -> NDArray[np.bool_]:
    """Stable states [5, actors, positions]: nash; then answered by moves, by improvements (two each: any
    sanction, sanctions without escape).

    wishes: [actors, positions], never where infeasible. narrow, wide: the moves over a space with 2, and
    with 2 * actors innermost lanes. movers: the actors that have moves. transitive: per actor.
    """
    actors, positions = wishes.shape
    stable = np.zeros((5, actors, positions), np.bool_)
    seeds = np.empty(positions * 2 * actors, wishes.dtype)
    others = np.empty((actors, seeds.size), wishes.dtype)
    pair, wish = np.empty(2 * positions, wishes.dtype), np.empty(2 * positions, wishes.dtype)
    for focal in range(actors):
        _spread(wish, wishes[focal])
        pair[:] = wish
        _best(pair, wish, focal, transitive, narrow, never)
        for position in range(positions):
            own, lane = wishes[focal, position], (position * actors + focal) * 2
            stable[0, focal, position] = (own != never) & (pair[2 * position] <= own)
            seeds[lane], seeds[lane + 1] = own, pair[2 * position]
            for mover in range(actors):
                others[mover, lane] = never if mover == focal else wishes[mover, position]
                others[mover, lane + 1] = others[mover, lane]
    for improving in (False, True):
        values = _worst(seeds, others, wide, movers, bool(transitive.all()), improving, never)
        for focal in range(actors):
            _spread(wish, wishes[focal])
            for position in range(positions):
                lane = (position * actors + focal) * 2
                pair[2 * position], pair[2 * position + 1] = values[lane], values[lane + 1]
            _best(pair, wish, focal, transitive, narrow, never)
            for position in range(positions):
                own = wishes[focal, position]
                for lasting in range(2):
                    held = (own != never) & (pair[2 * position + lasting] <= own)
                    stable[1 + 2 * improving + lasting, focal, position] = held
    return stable


@compiled
def _spread(wish: Ranks, own: Ranks) -> None:
    for position in range(own.size):
        wish[2 * position] = own[position]
        wish[2 * position + 1] = own[position]


@inlined
def _best(pair: Ranks, wish: Ranks, focal: int, transitive: Flags, narrow: Fibers, never: Any) -> None:
    best_reply(
        pair, wish, focal, transitive[focal], never, narrow, np.zeros(pair.size // CHUNK + 1, np.int32)
    )


@inlined
def _worst(
    seeds: Ranks, others: Ranks, wide: Fibers, movers: Numbers, transitive: bool, improving: bool, never: Any
) -> Ranks:
    if movers.size == 0:
        return seeds
    count = 1
    for mover in movers:
        blocks, size, stride = wide[0][mover, :3]
        count = max(count, units(geometry(blocks, size, stride)))
    stamps, visited = np.ones(seeds.size // CHUNK + 1, np.int32), np.zeros((movers.size, count), np.int32)
    clock = np.zeros(2, np.int64)
    if transitive:
        values = seeds.copy()
        sweep(values, others, movers, improving, never, wide, stamps, visited, clock, _UNBOUNDED)
        return values
    worst: Ranks = np.full((movers.size + 1, seeds.size), never)
    worst[movers.size] = seeds
    sweep_in_turn(worst, others, movers, improving, never, wide, stamps, visited, clock, _UNBOUNDED)
    for row in range(movers.size):
        for lane in range(seeds.size):
            worst[movers.size, lane] = min(worst[movers.size, lane], worst[row, lane])
    standing: Ranks = worst[movers.size]
    return standing
