"""The objectives there are, in the order in which they break ties, and choice by several in turn."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from detente.analysis.agreements.objectives.breadth import BREADTH
from detente.analysis.agreements.objectives.egalitarian import LEXIMIN, MAX_MIN
from detente.analysis.agreements.objectives.kalai_smorodinsky import KALAI_SMORODINSKY
from detente.analysis.agreements.objectives.least_cost import LEAST_COST
from detente.analysis.agreements.objectives.nash import NASH
from detente.analysis.agreements.objectives.objective import Objective, Places
from detente.analysis.agreements.objectives.utilitarian import TOTAL
from detente.analysis.agreements.objectives.wants import WANTS
from detente.analysis.agreements.solving.rows import Rows
from detente.errors import ArgumentError
from detente.situation.language.expressions import nearest

OBJECTIVES: tuple[Objective, ...] = (
    BREADTH,
    MAX_MIN,
    LEXIMIN,
    WANTS,
    KALAI_SMORODINSKY,
    NASH,
    TOTAL,
    LEAST_COST,
)


def objective(name: str) -> Objective:
    """The objective of that id. Raises ArgumentError with the nearest one there is."""
    found = {one.id: one for one in OBJECTIVES}
    if name not in found:
        known = ", ".join(found)
        raise ArgumentError(f"there is no objective {name!r}{nearest(name, found)}; there are: {known}")
    return found[name]


def in_turn(names: str) -> tuple[Objective, ...]:
    """ "breadth,max-min": the first decides, the next breaks its ties."""
    return tuple(objective(name.strip()) for name in names.split(","))


def best(rows: Rows, objectives: Sequence[Objective]) -> tuple[Places, tuple[Fraction | None, ...]]:
    """Places of the lexicographically best rows, every tie, and the value of each objective."""
    places: Places = np.arange(len(rows))
    values: list[Fraction | None] = []
    for one in objectives:
        chosen, value = one.best(rows.take(places))
        places = places[chosen]
        values.append(value)
    return places, tuple(values)
