"""The explicit reading of a few states: what is possible, what is wished, where one move leads.

States are rows of level indices ([count, axes] int8), so that nothing as large as the product space is made;
an actor's moves are tried as a block [count, combinations of its own levels].
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.analysis.symbolic.form import Condition, Form, Listed, Ordered, Summed, combinations
from detente.errors import LimitError
from detente.situation.graph import Bools, Ints
from detente.situation.language.expressions import evaluate

Rows = NDArray[np.int8]
Values = NDArray[np.integer]

MOST_CHOICES = 1 << 20  # combinations of an actor's own levels that are tried one by one
CELLS = 1 << 20  # entries of a block of moves made at once
WORD = 62  # statements whose truths fit one 64-bit value


class Local:
    """Explicit questions about rows of one form."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._levels = {option.id: option.levels for option in form.axes}
        self._axis = {option.id: axis for axis, option in enumerate(form.axes)}
        self._choices = [_choices(form, player) for player in range(len(form.players))]
        self._listed = [_listing(player.wish) for player in form.players]

    def choices(self, player: int) -> Rows:
        """[combinations, own axes]: every combination of the player's own levels."""
        return self._choices[player]

    def feasible(self, rows: Rows) -> Bools:
        """[count] bool: every constraint holds."""
        return self._feasible(self._leaves(rows, None), (len(rows), 1))[:, 0]

    def values(self, player: int, rows: Rows) -> Values:
        """[count]: what the player makes of the rows, higher is better; comparable with each other only."""
        return self._values(player, self._leaves(rows, None), rows[:, None, :])[:, 0]

    def moves(self, player: int, rows: Rows, *, improving: bool) -> tuple[Ints, Rows]:
        """All moves of the player from the rows: (index into rows, target row), in order of both."""
        step = max(1, CELLS // max(1, len(self._choices[player])))
        parts = [
            self._block(player, rows[begin : begin + step], begin, improving)
            for begin in range(0, len(rows), step)
        ]
        if not parts:
            return np.zeros(0, dtype=np.int64), rows
        return np.concatenate([which for which, _ in parts]), np.concatenate([rows for _, rows in parts])

    def _block(self, player: int, rows: Rows, begin: int, improving: bool) -> tuple[Ints, Rows]:
        leaves = self._leaves(rows, player)
        shape = len(rows), len(self._choices[player])
        open_ = self._may_move(player, rows, leaves) & self._feasible(leaves, shape)
        if improving and open_.any():
            now = self.values(player, rows)
            open_ &= self._values(player, leaves, self._spread(player, rows)) > now[:, None]
        which, column = np.nonzero(open_)
        targets = rows[which]
        targets[:, list(self.form.players[player].own)] = self._choices[player][column]
        return which + begin, targets

    def _may_move(self, player: int, rows: Rows, leaves: Sequence[NDArray[np.int8]]) -> Bools:
        actor, choices = self.form.players[player], self._choices[player]
        open_ = np.zeros((len(rows), len(choices)), dtype=np.bool_)
        for column, axis in enumerate(actor.own):
            open_ |= rows[:, axis][:, None] != choices[:, column][None, :]
        for column, axis in enumerate(actor.own):
            table = self.form.allowed[axis]
            if not table.all():
                open_ &= table[rows[:, axis][:, None], choices[:, column][None, :]]
        here = self._leaves(rows, None)
        for ban in actor.bans:
            open_ &= ~(self._truth(ban.source, here) & self._truth(ban.target, leaves))
        return open_

    def _spread(self, player: int, rows: Rows) -> Rows:
        """[count, combinations, axes]; made only where a ranking has to look states up."""
        if self._listed[player] is None:
            return rows[:, None, :]
        choices = self._choices[player]
        spread = np.repeat(rows[:, None, :], len(choices), axis=1)
        spread[:, :, list(self.form.players[player].own)] = choices
        return spread

    def _leaves(self, rows: Rows, player: int | None) -> list[NDArray[np.int8]]:
        """Per axis a column over the rows, or, for the player's own axes, a line over its combinations."""
        leaves = [rows[:, axis][:, None] for axis in range(rows.shape[1])]
        if player is not None:
            for column, axis in enumerate(self.form.players[player].own):
                leaves[axis] = self._choices[player][:, column][None, :]
        return leaves

    def _truth(self, condition: Condition, leaves: Sequence[NDArray[np.int8]]) -> Bools:
        return evaluate(condition.expression, lambda option: leaves[self._axis[option]], self._levels)

    def _feasible(self, leaves: Sequence[NDArray[np.int8]], shape: tuple[int, int]) -> Bools:
        result = np.ones(shape, dtype=np.bool_)
        for condition in self.form.constraints:
            result &= self._truth(condition, leaves)
        return result

    def _values(self, player: int, leaves: Sequence[NDArray[np.int8]], rows: Rows) -> Values:
        match self.form.players[player].wish:
            case Ordered(conditions):
                weights = tuple(1 << power for power in reversed(range(len(conditions))))
                return self._sum(conditions, weights, leaves)
            case Summed(conditions, weights):
                return self._sum(conditions, weights, leaves)
            case _:
                return self._look_up(player, rows)

    def _sum(
        self, conditions: Sequence[Condition], weights: Sequence[int], leaves: Sequence[NDArray[np.int8]]
    ) -> Values:
        wide = sum(map(abs, weights)).bit_length() > WORD
        total: Values = np.zeros((len(leaves[0]) if leaves else 1, 1), dtype=object if wide else np.int64)
        for condition, weight in zip(conditions, weights, strict=True):
            total = total + self._truth(condition, leaves) * (
                np.array(weight, dtype=object) if wide else np.int64(weight)
            )
        return total

    def _look_up(self, player: int, rows: Rows) -> Values:
        listed = self._listed[player] or {}
        flat = [listed.get(tuple(row), -1) for row in rows.reshape(-1, rows.shape[-1]).tolist()]
        return np.array(flat, dtype=np.int64).reshape(rows.shape[:-1])


def _choices(form: Form, player: int) -> Rows:
    own = form.players[player].own
    count = math.prod(form.shape[axis] for axis in own)
    if count > MOST_CHOICES:
        raise LimitError(
            f"{form.players[player].id} has {count:,} combinations of its own levels; the limit is "
            f"{MOST_CHOICES:,}: leave out an option, or divide the actor's options between two situations"
        )
    return np.array(list(combinations(form, own)), dtype=np.int8).reshape(count, len(own))


def _listing(wish: object) -> dict[tuple[int, ...], int] | None:
    """State -> its place from below; states that a ranking leaves out are refused beforehand."""
    if not isinstance(wish, Listed):
        return None
    return {state: len(wish.groups) - place for place, group in enumerate(wish.groups) for state in group}


def as_row(digits: Sequence[int]) -> Rows:
    """One state as a block of one row."""
    return np.array([digits], dtype=np.int8)
