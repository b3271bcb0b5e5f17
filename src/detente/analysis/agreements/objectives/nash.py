"""The Nash point: which packages have the largest product of gains?

Nash 1950: maximise the product of gains over the disagreement point, among outcomes that leave nobody
below it. A package worse than a party's reservation is never a Nash point, even when two negative gains
make a large product.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod

import numpy as np

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest_exactly
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """Largest product of all scored parties' gains; value in points to the number of parties."""
    if not rows.gains.shape[1]:
        return np.arange(0), None
    above = np.flatnonzero((rows.gains >= 0).all(axis=1))
    with np.errstate(divide="ignore"):
        logs = np.log(np.maximum(rows.gains, 0).astype(np.float64)).sum(axis=1)

    def product(place: int) -> Fraction:
        gains = [int(gain) for gain in rows.gains[place]]
        return Fraction(prod(gains), rows.unit ** len(gains))

    return largest_exactly(logs, product, above)


NASH = Objective(
    "nash",
    term("largest product of gains", ko="이득의 곱이 가장 큼"),
    "Which packages have the largest product of gains?",
    "Nash 1950",
    best,
)
