"""Breadth: which packages settle the most issues?

Counts the issues that are not parked; needs no points. (AGREEMENTS §3.)
"""

from __future__ import annotations

from fractions import Fraction

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """The packages with the fewest parked issues; value: issues settled."""
    places = largest(rows.settled)
    return places, Fraction(int(rows.settled[places[0]])) if len(places) else None


BREADTH = Objective(
    "breadth",
    term("broadest", ko="가장 폭넓은 합의"),
    "Which packages settle the most issues?",
    "AGREEMENTS §3",
    best,
    linear=True,
    needs_scores=False,
)
