"""Egalitarian and leximin: which packages leave the least satisfied signatory best off?

Maximises the smallest gain over reservation, in points (Kalai 1977); leximin goes on to the second
smallest, and so on (Imai 1983).
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from detente.analysis.agreements.objectives.objective import Choice, Objective, largest, signatories
from detente.analysis.agreements.solving.rows import Rows
from detente.messages import term


def best(rows: Rows) -> Choice:
    """Largest smallest gain of those who sign; value in points."""
    if not len(rows) or not rows.gains.shape[1]:
        return np.arange(0), None
    smallest = signatories(rows).min(axis=1)
    smallest[~rows.counted.any(axis=1)] = np.iinfo(np.int64).min
    places = largest(smallest)
    if not rows.counted[places[0]].any():
        return np.arange(0), None
    return places, Fraction(int(smallest[places[0]]), rows.unit)


def leximin(rows: Rows) -> Choice:
    """Largest smallest gain, then second smallest, …; value: the smallest, in points."""
    places, value = best(rows)
    if value is None:
        return places, value
    ranked = np.sort(signatories(rows)[places], axis=1)
    for column in range(ranked.shape[1]):
        keep = largest(ranked[:, column])
        places, ranked = places[keep], ranked[keep]
    return places, value


MAX_MIN = Objective(
    "max-min",
    term("best for the least satisfied", ko="가장 덜 만족한 쪽에 가장 좋음"),
    "Which packages leave the least satisfied signatory best off?",
    "Kalai 1977",
    best,
    linear=True,
)
LEXIMIN = Objective(
    "leximin",
    term("best for the least satisfied, then the next", ko="가장 덜 만족한 쪽부터 차례로"),
    "Which packages leave the least satisfied best off, then the second least, and so on?",
    "Imai 1983",
    leximin,
)
