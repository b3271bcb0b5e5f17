"""An order of the axes in which conditions test neighbours: short diagrams depend on it.

Centres of gravity, repeated (FORCE; Aloul, Markov & Sakallah 2003): every condition pulls the axes it
mentions to their common middle. Several starts; the order with the smallest total span is kept.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from detente.analysis.symbolic.form import Form

STARTS = 24
ROUNDS = 60


def axis_order(form: Form, *, seed: int = 0) -> tuple[int, ...]:
    """The axes, first tested first."""
    groups = [tuple(dict.fromkeys(condition.axes)) for condition in form.conditions() if condition.axes]
    generator = random.Random(seed)
    best = list(range(len(form.axes)))
    least = span(best, groups)
    for _ in range(STARTS):
        order = list(range(len(form.axes)))
        generator.shuffle(order)
        order, width = _settled(order, groups)
        if width < least:
            best, least = order, width
    return tuple(best)


def span(order: Sequence[int], groups: Sequence[Sequence[int]]) -> int:
    """Σ over groups of the distance between their first and last axis."""
    place = {axis: number for number, axis in enumerate(order)}
    return sum(max(place[a] for a in group) - min(place[a] for a in group) for group in groups)


def _settled(order: list[int], groups: Sequence[Sequence[int]]) -> tuple[list[int], int]:
    best, least = order, span(order, groups)
    for _ in range(ROUNDS):
        order = _pulled(order, groups)
        width = span(order, groups)
        if width >= least:
            break
        best, least = order, width
    return best, least


def _pulled(order: Sequence[int], groups: Sequence[Sequence[int]]) -> list[int]:
    place = {axis: float(number) for number, axis in enumerate(order)}
    pulls: dict[int, list[float]] = {axis: [] for axis in order}
    for group in groups:
        centre = sum(place[axis] for axis in group) / len(group)
        for axis in group:
            pulls[axis].append(centre)
    middle = {axis: sum(p) / len(p) if p else place[axis] for axis, p in pulls.items()}
    return sorted(order, key=lambda axis: (middle[axis], place[axis]))
