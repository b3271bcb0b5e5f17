"""Least cost: what is the least a mediator must put in, and for which packages? (AGREEMENTS §3.)"""

from __future__ import annotations

from fractions import Fraction

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """The packages whose instruments cost least; value in the units of `cost:`."""
    places = largest(-rows.cost)
    return places, Fraction(int(rows.cost[places[0]]), rows.unit) if len(places) else None


LEAST_COST = Objective(
    "least-cost",
    term("cheapest for the mediator", ko="중재자의 비용이 가장 적음"),
    "What is the least a mediator must put in?",
    "AGREEMENTS §3",
    best,
    linear=True,
    needs_scores=False,
)
