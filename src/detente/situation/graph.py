"""The compiled form of a situation: arrays that algorithms use (GRAPH_MODEL §12, HOUSE §3).

Only `situation.compile` makes one from a labelled situation. Moves are implicit (option form: the
sub-cube of an actor's own options) or explicit (graph form: CSR arcs); callers ask `reachable` and
need not know which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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
        return _allowed_rows(self, np.arange(self.size))


@dataclass(frozen=True, slots=True)
class ArcMoves:
    """Moves in graph form: from state s to indices[indptr[s]:indptr[s+1]], sorted, none to itself."""

    indptr: Ints
    indices: NDArray[np.int32]


Moves = FiberMoves | ArcMoves


def _transitive(table: Bools) -> bool:
    if len(table) <= 2 or table.all():  # nothing to compose
        return True
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
    derived: what analyses have worked out from these arrays and may use again (prepared moves, closures);
        never part of the meaning, safe to lose.
    """

    positions: int
    feasible: Bools
    ranks: tuple[Ranks, ...]
    moves: tuple[Moves, ...]
    # Not an argument, so that `replace` starts afresh: what was worked out holds for these arrays only.
    derived: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        return self.moves_from(actor, np.array([position]))[1]

    def improvements(self, actor: int, position: int) -> Ints:
        """R_i⁺(s): the reachable positions that `actor` prefers to `position`."""
        targets = self.reachable(actor, position)
        better: Bools = self.ranks[actor][targets] > self.ranks[actor][position]
        return targets[better]

    def moves_from(self, actor: int, positions: Ints) -> tuple[Ints, Ints]:
        """All moves of `actor` from several positions at once: (index into `positions`, target) pairs.

        The same moves as `reachable`, pair by pair, for searches that widen by whole layers.
        """
        moves = self.moves[actor]
        if isinstance(moves, ArcMoves):
            return _arcs_from(moves, positions)
        member = positions // moves.stride % moves.size
        base = positions - member * moves.stride
        targets = base[:, None] + np.arange(moves.size) * moves.stride
        open_ = self.feasible[targets] & _allowed_rows(moves, member)
        for pair in moves.forbidden:
            open_ &= ~(pair.source[positions][:, None] & pair.target[targets])
        open_[np.arange(positions.size), member] = False
        which, column = np.nonzero(open_)
        return which, targets[which, column]

    def differences(self, positions: Ints, origin: int) -> Ints:
        """How many options stand elsewhere than at `origin`, per position; all 0 in graph form."""
        count = np.zeros(len(positions), dtype=np.int64)
        for moves in self.moves:
            if isinstance(moves, FiberMoves):
                theirs, ours = positions // moves.stride, origin // moves.stride
                for radix in reversed(moves.levels):
                    count += theirs % radix != ours % radix
                    theirs, ours = theirs // radix, ours // radix
        return count

    def arcs(self, actor: int) -> Iterator[tuple[int, int]]:
        """Every unilateral move of `actor`, for literal forms and small models."""
        for source in self.states():
            for target in self.reachable(actor, int(source)):
                yield int(source), int(target)


def _arcs_from(moves: ArcMoves, positions: Ints) -> tuple[Ints, Ints]:
    first, counts = moves.indptr[positions], moves.indptr[positions + 1] - moves.indptr[positions]
    which = np.repeat(np.arange(positions.size), counts)
    within = np.arange(which.size) - np.repeat(np.cumsum(counts) - counts, counts)
    return which, moves.indices[first[which] + within].astype(np.int64)


def _allowed_rows(moves: FiberMoves, members: Ints) -> Bools:
    """[members, size] bool: which changes the per-option rules allow from each of `members`."""
    rows = np.ones((members.size, 1), dtype=np.bool_)
    weight = moves.size
    for radix, table in zip(moves.levels, moves.allowed, strict=True):
        weight //= radix
        step = table[members // weight % radix]
        rows = (rows[:, :, None] & step[:, None, :]).reshape(members.size, rows.shape[1] * radix)
    return rows
