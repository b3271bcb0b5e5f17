"""How many states a set has, and which: exact counts, and members one after another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from detente.analysis.symbolic.diagrams.diagram import FALSE, Diagram
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.form import Digits


class _Counts:
    """Members below every edge of a set."""

    def __init__(self, sets: Sets, members: Diagram) -> None:
        numbers, rows = sets.diagrams.parts(members)
        self.bits = sets.diagrams.levels // 2
        self._rows = {0: (self.bits, 0, 0)}
        self._below = {0: 1}  # node -> members among the bits from its own on; the end holds one
        for node, (level, low, high) in zip(numbers.tolist()[1:], rows.tolist()[1:], strict=True):
            bit = level // 2
            self._rows[node] = bit, low, high
            self._below[node] = self.of(low, bit + 1) + self.of(high, bit + 1)

    def of(self, edge: int, bit: int) -> int:
        """Members below an edge, among the bits from this one on."""
        at, below = self._rows[edge >> 1][0], self._below[edge >> 1]
        inner = (1 << (self.bits - at)) - below if edge & 1 else below
        return inner << (at - bit)

    def children(self, edge: int, bit: int) -> tuple[int, int]:
        """Where the edge goes when this bit is 0 and 1."""
        at, low, high = self._rows[edge >> 1]
        return (low ^ (edge & 1), high ^ (edge & 1)) if at == bit else (edge, edge)


def count(sets: Sets, members: Diagram) -> int:
    """The number of states in a set of possible states."""
    return _Counts(sets, members).of(members.edge, 0)


def members_in_order(sets: Sets, members: Diagram) -> Iterator[Digits]:
    """The states of a set of possible states, each once."""
    table = _Counts(sets, members)

    def walk(edge: int, bit: int, path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if edge == FALSE:
            return
        if bit == table.bits:
            yield path
            return
        low, high = table.children(edge, bit)
        yield from walk(low, bit + 1, (*path, 0))
        yield from walk(high, bit + 1, (*path, 1))

    for path in walk(members.edge, 0, ()):
        yield _digits(sets, path)


def sample(sets: Sets, members: Diagram, generator: random.Random) -> Digits | None:
    """A member, each equally likely; None if there is none."""
    table = _Counts(sets, members)
    if not table.of(members.edge, 0):
        return None
    edge, path = members.edge, tuple[int, ...]()
    for bit in range(table.bits):
        low, high = table.children(edge, bit)
        zero, one = table.of(low, bit + 1), table.of(high, bit + 1)
        taken = generator.randrange(zero + one) >= zero
        edge, path = (high if taken else low), (*path, int(taken))
    return _digits(sets, path)


def _digits(sets: Sets, path: tuple[int, ...]) -> Digits:
    digits = []
    for bits in sets.bits:
        digit = 0
        for bit in bits:
            digit = 2 * digit + path[bit // 2]
        digits.append(digit)
    return tuple(digits)
