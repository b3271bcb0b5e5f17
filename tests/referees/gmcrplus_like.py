"""The other tool: how GMCR+ (gmcr-py 0.4.1, Petersons 2013-) decides stability, described and rewritten.

From reading that program (github.com/onp/gmcr-py, commit 502a12c; no code taken):

* one dense int64 matrix of moves and one of payoff differences per actor, states × states;
* a verdict is one Python loop per actor, state and concept; improvements are rows multiplied and searched;
* a sanction is looked for by recursion over the opponents: after one has moved it is struck from the list, so
  **each opponent moves at most once** (GRAPH_MODEL §4 lets opponents move again, not twice in a row);
* SEQ asks every step to improve its mover; SMR asks that the actor has no improvement from the sanction that
  ends above where it started (the same as GRAPH_MODEL §6, because a sanction is never better than the start);
* a perceived-states filter removes moves from and to states an actor does not see;
* SIM: all opponents' improvements *from the starting state* are added to the actor's improvement, as option
  changes. The combinations come from an iterator made once per state, so those tried for a first
  improvement are not tried again for a second one.

Serves as a yardstick of speed and to say where the tool and the definitions part.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.int64]


class Tool:
    """Matrices as the tool keeps them: `moves[i]`, `ranks[i]` (higher is better), `codes` in decimal."""

    def __init__(self, moves: Sequence[Matrix], ranks: Sequence[Matrix], codes: Sequence[int] = ()) -> None:
        self.moves = [np.asarray(m, dtype=np.int64) for m in moves]
        self.gains = [np.asarray(r, dtype=np.int64)[None, :] - np.asarray(r)[:, None] for r in ranks]
        self.codes = list(codes)

    def _moves(self, actor: int, state: int) -> list[int]:
        return np.nonzero(self.moves[actor][state])[0].tolist()

    def _improvements(self, actor: int, state: int) -> list[int]:
        return np.nonzero(self.moves[actor][state] * self.gains[actor][state] > 0)[0].tolist()

    def _sanctioned(
        self, focal: int, others: list[int], start: int, at: int, rule: tuple[bool, bool]
    ) -> bool:
        credible, symmetric = rule
        for other in others:
            rest = [j for j in others if j != other]
            for end in self._improvements(other, at) if credible else self._moves(other, at):
                if self.gains[focal][start, end] <= 0 and not (
                    symmetric and self._escapes(focal, start, end)
                ):
                    return True
                if self._sanctioned(focal, rest, start, end, rule):
                    return True
        return False

    def _escapes(self, focal: int, start: int, at: int) -> bool:
        return any(self.gains[focal][start, end] > 0 for end in self._improvements(focal, at))

    def stable(self, concept: str, actor: int, state: int) -> bool:
        """The verdict for one actor and state: nash, gmr, smr, seq, sseq (the tool lacks it) or sim."""
        gains = self._improvements(actor, state)
        if concept == "nash":
            return not gains
        if concept == "sim":
            return self._simultaneous(actor, state, gains)
        others = [j for j in range(len(self.moves)) if j != actor]
        rule = (concept in ("seq", "sseq"), concept in ("smr", "sseq"))
        return all(self._sanctioned(actor, others, state, s1, rule) for s1 in gains)

    def _simultaneous(self, actor: int, state: int, gains: list[int]) -> bool:
        code, index = self.codes, {c: n for n, c in enumerate(self.codes)}
        shifts = [
            [0] + [code[t] - code[state] for t in self._improvements(j, state)]
            for j in range(len(self.moves))
            if j != actor
        ]
        together = itertools.product(*shifts)
        return all(
            any(
                (end := index.get(code[s1] + sum(shift))) is not None and self.gains[actor][state, end] <= 0
                for shift in together
            )
            for s1 in gains
        )

    def solve(self, concept: str) -> list[list[int]]:
        """Per actor, the stable states (positions)."""
        return [[s for s in range(len(m)) if self.stable(concept, i, s)] for i, m in enumerate(self.moves)]
