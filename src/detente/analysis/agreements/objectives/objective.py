"""What "best" can mean: the shape of an objective, and exact comparison of products and ratios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from detente.analysis.agreements.solving.rows import Rows
from detente.messages import Label

Places = NDArray[np.int64]
Choice = tuple[Places, Fraction | None]


@dataclass(frozen=True, slots=True)
class Objective:
    """One meaning of "best".

    best(rows): places of all the best rows (every tie) and their value, None where no row qualifies;
    linear: can the solver optimise it directly; needs_scores: does it speak of points.
    """

    id: str
    name: Label
    question: str
    reference: str
    best: Callable[[Rows], Choice]
    linear: bool = False
    needs_scores: bool = True


def largest(values: NDArray[np.int64], among: Places | None = None) -> Places:
    """Places of the largest value, every tie."""
    places = np.arange(len(values)) if among is None else among
    if not len(places):
        return places
    chosen = values[places]
    return places[chosen == chosen.max()]


def largest_exactly(guess: NDArray[np.float64], exact: Callable[[int], Fraction], among: Places) -> Choice:
    """Places of the largest exact value: floating point only narrows the field, fractions decide."""
    if not len(among):
        return among, None
    top = guess[among].max()
    margin = 1e-9 * max(1.0, abs(top)) if np.isfinite(top) else 0.0
    near = among[guess[among] >= top - margin]
    values = [exact(int(place)) for place in near]
    best = max(values)
    return near[[value == best for value in values]], best


def signatories(rows: Rows) -> NDArray[np.int64]:
    """Gains with everybody who does not sign set aside (as the largest integer)."""
    return np.where(rows.counted, rows.gains, np.iinfo(np.int64).max)
