"""Nash as clauses: for every combination of an actor's own levels, moving there is barred or no gain.

    ∀ i, g:  allowed(s_i → g) ∧ feasible(g, s_−i)  ⇒  not (g, s_−i) ≻_i s

Clauses are added for the combinations that refute a proposed state, the most tempting first: with sparse
statements a few dozen of the thousands decide (docs/decisions/0008-symbolic-engine.md).
"""

from __future__ import annotations

import numpy as np

from detente.analysis.symbolic.form import Digits
from detente.analysis.symbolic.local import as_row
from detente.analysis.symbolic.search import Board

LESSONS = 3  # moves learned per actor and proposal


class NashSearch:
    """Examines proposals by trying every own move of every actor."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def examine(self, digits: Digits) -> bool:
        """True if nobody has an improvement; otherwise the most tempting ones are learned."""
        tempted = [self._learn(player, digits) for player in range(len(self._board.form.players))]
        return not any(tempted)

    def _learn(self, player: int, digits: Digits) -> bool:
        local = self._board.local
        _, targets = local.moves(player, as_row(digits), improving=True)
        if not len(targets):
            return False
        order = np.argsort(-local.values(player, targets), kind="stable")
        own = self._board.form.players[player].own
        for row in targets[order[:LESSONS]]:
            self._bar(player, tuple(int(row[axis]) for axis in own))
        return True

    def _bar(self, player: int, choice: Digits) -> None:
        """Moving to this combination must not pay."""
        board, encoder = self._board, self._board.encoder
        target = encoder.moved(board.state, board.form.players[player].own, choice)
        paid = (encoder.feasible(target), encoder.prefers(player, target, board.state))
        board.clauses.require(-one for one in (*encoder.may_move(player, board.state, target), *paid))
