"""The compiled form of a situation: arrays that algorithms use (GRAPH_MODEL §12, HOUSE §3).

Only `situation.compile` makes one from a labelled situation. Moves are implicit (option form: the
sub-cube of an actor's own options) or explicit (graph form: CSR arcs); callers ask `reachable` and
need not know which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Ranks = NDArray[np.unsignedinteger]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """From positions in `source` no move ends in `target`: bool masks over all positions (GRAPH_MODEL §2)."""

    source: Bools
    target: Bools


@dataclass(frozen=True, slots=True)
class FiberMoves:
    """An actor's moves in option form.

    Position = (block * size + member) * stride + lane. The actor's own options run over `member`
    (0 ≤ member < size, mixed radix of `levels`, first option most significant); block and lane are
    everybody else's. A move goes from member g to member h ≠ g of the same (block, lane), if both
    ends are feasible, every own option's change is allowed, and no `forbidden` pair covers it.

    allowed: per own option, a bool matrix [from level, to level] with a true diagonal.
    """

    blocks: int
    size: int
    stride: int
    levels: tuple[int, ...]
    allowed: tuple[Bools, ...]
    forbidden: tuple[Forbidden, ...] = ()

    @property
    def free(self) -> bool:
        """Every change is allowed: the fiber is a clique over its feasible members."""
        return not self.forbidden and all(bool(table.all()) for table in self.allowed)

    @property
    def transitive(self) -> bool:
        """Two moves in a row are always one move (SCALE §3), so "nobody twice in a row" changes nothing."""
        return not self.forbidden and all(_transitive(table) for table in self.allowed)

    def members(self) -> Bools:
        """[size, size] bool: may the member change so, by the per-option rules alone?"""
        step = np.ones((1, 1), dtype=np.bool_)
        for table in self.allowed:
            step = np.kron(step, table).astype(np.bool_)
        return step


@dataclass(frozen=True, slots=True)
class ArcMoves:
    """Moves in graph form: from state s to indices[indptr[s]:indptr[s+1]], sorted, none to itself."""

    indptr: Ints
    indices: NDArray[np.int32]


Moves = FiberMoves | ArcMoves


def _transitive(table: Bools) -> bool:
    step = table.astype(np.int64)
    return bool(np.all(table | ((step @ step) == 0)))


@dataclass(frozen=True, slots=True)
class ConflictGraph:
    """States, moves and preferences as arrays.

    positions: number of array positions (the product space in option form, the states in graph form).
    feasible: bool [positions].
    ranks: per actor an unsigned array [positions]; higher is better, equal is indifferent, dense from 0
        over feasible positions; the value at infeasible positions means nothing.
    moves: per actor.
    """

    positions: int
    feasible: Bools
    ranks: tuple[Ranks, ...]
    moves: tuple[Moves, ...]

    def __post_init__(self) -> None:
        for array in (self.feasible, *self.ranks):
            array.setflags(write=False)

    @property
    def actors(self) -> int:
        """How many actors."""
        return len(self.ranks)

    def states(self) -> Ints:
        """Positions of the feasible states, ascending."""
        return np.flatnonzero(self.feasible)

    def reachable(self, actor: int, position: int) -> Ints:
        """R_i(s): the positions one unilateral move of `actor` reaches from `position`, ascending."""
        moves = self.moves[actor]
        if isinstance(moves, ArcMoves):
            return moves.indices[moves.indptr[position] : moves.indptr[position + 1]].astype(np.int64)
        return self._fiber_reachable(moves, position)

    def improvements(self, actor: int, position: int) -> Ints:
        """R_i⁺(s): the reachable positions that `actor` prefers to `position`."""
        targets = self.reachable(actor, position)
        return targets[self.ranks[actor][targets] > self.ranks[actor][position]]

    def arcs(self, actor: int) -> Iterator[tuple[int, int]]:
        """Every unilateral move of `actor`, for literal forms and small models."""
        for source in self.states():
            for target in self.reachable(actor, int(source)):
                yield int(source), int(target)

    def _fiber_reachable(self, moves: FiberMoves, position: int) -> Ints:
        lane = position % moves.stride
        block, member = divmod(position // moves.stride, moves.size)
        targets = (block * moves.size + np.arange(moves.size)) * moves.stride + lane
        open_ = self.feasible[targets] & _allowed_row(moves, member)
        open_[member] = False
        for pair in moves.forbidden:
            if pair.source[position]:
                open_ &= ~pair.target[targets]
        return targets[open_]


def _allowed_row(moves: FiberMoves, member: int) -> Bools:
    digits = []
    for radix in reversed(moves.levels):
        member, digit = divmod(member, radix)
        digits.append(digit)
    row = np.ones(1, dtype=np.bool_)
    for table, digit in zip(moves.allowed, reversed(digits), strict=True):
        row = np.kron(row, table[digit]).astype(np.bool_)
    return row
