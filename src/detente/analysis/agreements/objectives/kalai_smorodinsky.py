"""Kalai–Smorodinsky: which packages give everyone the largest equal share of what it could hope for?

Kalai & Smorodinsky 1975. On a finite set of packages: maximise the smallest gain measured as a share of
the party's ideal gain, the most it gets in any acceptable package.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest_exactly
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """Largest smallest normalised gain, over parties that can gain at all; value is a share (0 to 1)."""
    if not len(rows) or not rows.gains.shape[1]:
        return np.arange(0), None
    ideal = rows.gains.max(axis=0)
    hopeful = np.flatnonzero(ideal > 0)
    above = np.flatnonzero((rows.gains >= 0).all(axis=1))
    if not len(hopeful):
        return above, Fraction(0) if len(above) else None
    shares = (rows.gains[:, hopeful] / ideal[hopeful]).min(axis=1)

    def share(place: int) -> Fraction:
        return min(Fraction(int(rows.gains[place, party]), int(ideal[party])) for party in hopeful)

    return largest_exactly(shares, share, above)


KALAI_SMORODINSKY = Objective(
    "kalai-smorodinsky",
    term("largest equal share of hopes", ko="기대의 몫을 가장 고르게"),
    "Which packages give everyone the largest equal share of the most it could get?",
    "Kalai & Smorodinsky 1975",
    best,
)
