"""Wants: which packages give the party that gets least the most of what it wants? Needs no points.

For each party with marks: the levels it wants, less those it concedes only if paid for. The smallest of
these balances is maximised, then their sum: an ordinal stand-in for the egalitarian rule, which compares
counts of marks and claims no more than that.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """Largest smallest balance of wants over concessions, then the largest sum; value: the smallest."""
    if not len(rows) or not rows.wants.shape[1]:
        return np.arange(0), None
    smallest = rows.wants.min(axis=1)
    places = largest(smallest)
    places = largest(rows.wants.sum(axis=1), places)
    return places, Fraction(int(smallest[places[0]]))


WANTS = Objective(
    "wants",
    term("most of what each wants", ko="각자의 바람을 가장 많이"),
    "Which packages give the party that gets least the most of what it wants?",
    "AGREEMENTS §2",
    best,
    needs_scores=False,
)
