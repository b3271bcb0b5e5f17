"""How many states a set has, and which: exact counts, and members one after another."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.symbolic.diagrams import Diagram
from detente.analysis.symbolic.form import Digits
from detente.analysis.symbolic.sets import Sets


def count(sets: Sets, members: Diagram) -> int:
    """The number of states in a set of possible states."""
    bits = sets.diagrams.levels // 2
    numbers, rows = sets.diagrams.parts(members)
    below: dict[int, int] = {0: 1}  # node -> members among the bits from its own on; the end holds one
    at: dict[int, int] = {0: bits}

    def members_of(edge: int, bit: int) -> int:
        node = edge >> 1
        inner = (1 << (bits - at[node])) - below[node] if edge & 1 else below[node]
        return inner << (at[node] - bit)

    for node, (level, low, high) in zip(numbers.tolist()[1:], rows.tolist()[1:], strict=True):
        at[node] = level // 2
        below[node] = members_of(low, at[node] + 1) + members_of(high, at[node] + 1)
    return members_of(members.edge, 0)


def members_in_order(sets: Sets, members: Diagram) -> Iterator[Digits]:
    """The states of a set of possible states, each once."""
    numbers, rows = sets.diagrams.parts(members)
    table = dict(zip(numbers.tolist(), rows.tolist(), strict=True))
    bits = sets.diagrams.levels // 2

    def walk(edge: int, bit: int, path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if edge == 1:
            return
        if bit == bits:
            yield path
            return
        level, low, high = table[edge >> 1]
        if edge >> 1 == 0 or level // 2 != bit:
            low = high = edge
        else:
            low, high = low ^ (edge & 1), high ^ (edge & 1)
        yield from walk(low, bit + 1, (*path, 0))
        yield from walk(high, bit + 1, (*path, 1))

    for path in walk(members.edge, 0, ()):
        yield _digits(sets, path)


def _digits(sets: Sets, path: tuple[int, ...]) -> Digits:
    digits = []
    for bits in sets.bits:
        digit = 0
        for bit in bits:
            digit = 2 * digit + path[bit // 2]
        digits.append(digit)
    return tuple(digits)
