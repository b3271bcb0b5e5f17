"""Utilitarian: which packages have the most points in all? (Comparing points across parties.)"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """Largest sum of all scored parties' points; value in points."""
    if not len(rows) or not rows.gains.shape[1]:
        return np.arange(0), None
    totals = rows.gains.sum(axis=1)
    places = largest(totals)
    return places, Fraction(int(totals[places[0]] + rows.reservations.sum()), rows.unit)


TOTAL = Objective(
    "total",
    term("most points in all", ko="점수 합이 가장 큼"),
    "Which packages have the most points in all?",
    "AGREEMENTS §3",
    best,
    linear=True,
)
