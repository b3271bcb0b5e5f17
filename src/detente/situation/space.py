"""The product space of options as an array: which axis is which option, and back (SCALE §1).

Options are grouped by their owner, owners in actor order, so that an actor's own options are
neighbouring axes and its unilateral moves stay inside a block of fixed stride.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.errors import LimitError, SenseError
from detente.situation.actors import Actor
from detente.situation.contradictions import each_needed, nothing_feasible
from detente.situation.language.expressions import Leaf, evaluate, parse
from detente.situation.options import Constraint, Option

# 2^26 positions need about 1 GB for four actors (2 bytes per rank, 1 per verdict): the engine stays
# inside the 2 GiB that issue and documentation promise.
LIMIT = 1 << 26


class OptionForm(Protocol):
    """What of a situation spans its space."""

    @property
    def players(self) -> Sequence[Actor]:
        """The actors that choose."""
        ...

    @property
    def options(self) -> Sequence[Option]:
        """Their options."""
        ...

    @property
    def constraints(self) -> Sequence[Constraint]:
        """What every feasible state satisfies."""
        ...


@dataclass(frozen=True, slots=True)
class Space:
    """axes: options in array order; shape: their numbers of levels; owners: axis ranges per player."""

    axes: tuple[Option, ...]
    shape: tuple[int, ...]
    owners: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """Positions in the product space, feasible or not."""
        return math.prod(self.shape)

    def leaf(self) -> Leaf:
        """Level indices of an option as an array that spans only its own axis."""
        where = {option.id: axis for axis, option in enumerate(self.axes)}

        def indices(option: str) -> NDArray[np.int16]:
            axis = where[option]
            shape = [1] * len(self.shape)
            shape[axis] = self.shape[axis]
            return np.arange(self.shape[axis], dtype=np.int16).reshape(shape)

        return indices

    def table(self, text: str) -> NDArray[np.bool_]:
        """Truth of an expression over the axes it mentions; the other axes have length one."""
        levels = {option.id: option.levels for option in self.axes}
        return evaluate(parse(text), self.leaf(), levels)

    def full(self, table: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A table spread over the whole space, flat."""
        return np.broadcast_to(table, self.shape).reshape(-1)

    def digits(self, position: int) -> tuple[int, ...]:
        """Level index per axis."""
        return tuple(int(digit) for digit in np.unravel_index(position, self.shape)) if self.shape else ()

    def levels(self, position: int) -> dict[str, str]:
        """Option to its level at a position."""
        pairs = zip(self.axes, self.digits(position), strict=True)
        return {option.id: option.levels[digit] for option, digit in pairs}

    def position(self, digits: Sequence[int]) -> int:
        """The position with these level indices."""
        return int(np.ravel_multi_index(tuple(digits), self.shape)) if self.shape else 0


def product_space(situation: OptionForm, *, limit: int = LIMIT) -> Space:
    """The space of a situation in option form. Raises LimitError before anything is allocated."""
    players = situation.players
    groups = [[option for option in situation.options if option.owner == actor.id] for actor in players]
    size = math.prod(len(option.levels) for group in groups for option in group)
    if size > limit:
        raise LimitError(_too_large(size, limit, [option for group in groups for option in group]))
    axes = tuple(option for group in groups for option in group)
    ends = np.cumsum([0, *(len(group) for group in groups)])
    return Space(
        axes,
        tuple(len(option.levels) for option in axes),
        tuple((int(start), int(end)) for start, end in itertools.pairwise(ends)),
    )


def feasible_mask(situation: OptionForm, space: Space) -> NDArray[np.bool_]:
    """Which positions satisfy every constraint. Raises SenseError naming constraints that exclude all."""
    feasible = np.ones(space.shape, dtype=np.bool_)
    for constraint in situation.constraints:
        np.logical_and(feasible, space.table(constraint.text), out=feasible)
    if not feasible.any():
        tables = [space.table(constraint.text) for constraint in situation.constraints]
        needed = each_needed(len(tables), lambda chosen: bool(_all_true(tables, chosen, space).any()))
        raise SenseError([nothing_feasible(needed)])
    return feasible.reshape(-1)


def _all_true(tables: Sequence[NDArray[np.bool_]], chosen: Iterable[int], space: Space) -> NDArray[np.bool_]:
    result = np.ones(space.shape, dtype=np.bool_)
    for index in chosen:
        np.logical_and(result, tables[index], out=result)
    return result


def _too_large(size: int, limit: int, options: list[Option]) -> str:
    largest = sorted(options, key=lambda option: -len(option.levels))[:3]
    names = ", ".join(f"{option.id} ({len(option.levels)} levels)" for option in largest)
    return (
        f"the options span {size:,} combinations of levels; the limit is {limit:,} "
        f"(about {limit * 16 / 2**30:.1f} GiB for four actors). "
        f"Ways out: leave out an option or merge levels (the largest: {names}), "
        "split the situation into two that share a status quo, or let the symbolic engine look for "
        "equilibria without listing states (`stability --engine symbolic`)"
    )
