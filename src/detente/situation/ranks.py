"""From statements to ranks: a complete preorder as dense integers, higher is better (GRAPH_MODEL §3)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from detente.situation.graph import Bools, Ranks

# Statements per block: a block's truth vector is one 32-bit word, compressed to dense ranks before the
# next block is appended, so that any number of statements works (64 and more must not overflow).
BLOCK = 30


def lexicographic(tables: Sequence[Bools], shape: tuple[int, ...], feasible: Bools) -> Ranks:
    """Ranks of option prioritisation: statements most important first, compared lexicographically.

    tables: truth per statement, broadcastable to `shape`. Returns unsigned [positions], dense from 0.
    """
    ranks: Ranks = np.zeros(len(feasible), dtype=np.uint16)
    for start in range(0, len(tables), BLOCK):
        block = tables[start : start + BLOCK]
        word = np.zeros(shape, dtype=np.uint32)
        for table in block:
            word <<= 1
            word |= table
        joined = (ranks.astype(np.uint64) << len(block)) | word.reshape(-1)
        ranks = dense(joined, feasible)
    return ranks


def weighted(tables: Sequence[tuple[Bools, float]], shape: tuple[int, ...], feasible: Bools) -> Ranks:
    """Ranks of option weighting: the sum of the weights of the statements true in a state.

    Sums are exact: weights are read as decimal fractions over a common denominator, since two sums that
    are equal on paper must tie.
    """
    exact = [Fraction(str(weight)) for _, weight in tables]
    scale = np.lcm.reduce([weight.denominator for weight in exact], dtype=object) if exact else 1
    total = np.zeros(shape, dtype=np.int64)
    for (table, _), weight in zip(tables, exact, strict=True):
        total += table * int(weight * int(scale))
    return dense(total.reshape(-1), feasible)


def dense(values: NDArray[np.integer], feasible: Bools) -> Ranks:
    """The order of `values` over feasible positions as integers from 0 without gaps; 0 elsewhere."""
    chosen, inverse = np.unique(values[feasible], return_inverse=True)
    kind = np.uint16 if len(chosen) <= 1 << 16 else np.uint32
    ranks: Ranks = np.zeros(len(values), dtype=kind)
    ranks[feasible] = inverse
    return ranks
