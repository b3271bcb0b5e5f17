"""Decision diagrams with room to grow: sets of states that combine like Booleans.

Wraps the kernels: unused nodes are collected when room runs out, room grows up to a limit, and long
operations pause to look at the clock.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from detente.analysis.symbolic.clock import Deadline
from detente.kernels import diagrams as kernel

FALSE = kernel.FALSE
FIRST_ROOM = 1 << 16
MOST_ROOM = 1 << 23  # nodes; about 240 MB with hash table and cache
STEPS = 1 << 20  # of an operation before it looks at the clock


class TooLargeError(Exception):
    """The diagrams do not fit into the room there is."""


class Diagram:
    """A set, as an edge of its owner's graph. Sets of one owner combine by & | ^ ~ and compare by ==."""

    __slots__ = ("__weakref__", "edge", "owner")

    def __init__(self, owner: Diagrams, edge: int) -> None:
        self.owner, self.edge = owner, edge
        owner.living.add(self)

    def __and__(self, other: Diagram) -> Diagram:
        return self.owner.both(self, other)

    def __or__(self, other: Diagram) -> Diagram:
        return ~(~self & ~other)

    def __xor__(self, other: Diagram) -> Diagram:
        return self.owner.differ(self, other)

    def __invert__(self) -> Diagram:
        return Diagram(self.owner, self.edge ^ 1)

    def same(self, other: Diagram) -> bool:
        """Is it the same set?"""
        return self.edge == other.edge

    @property
    def empty(self) -> bool:
        """Is nothing in it?"""
        return self.edge == kernel.FALSE

    @property
    def all(self) -> bool:
        """Is everything in it?"""
        return self.edge == kernel.TRUE


class Diagrams:
    """Diagrams over levels 0 … levels - 1, tested in this order."""

    def __init__(self, levels: int, deadline: Deadline, *, most: int = MOST_ROOM) -> None:
        self.levels, self.deadline = levels, deadline
        self._most = most = 1 << (most.bit_length() - 1)  # hashing needs a power of two
        self.living: weakref.WeakSet[Diagram] = weakref.WeakSet()
        self._meta = np.array([1, 0], dtype=np.int64)
        self._nodes = _array(min(FIRST_ROOM, most), 3)
        self._nodes[0, 0] = kernel.END_LEVEL
        self._table = np.zeros(2 * len(self._nodes), dtype=np.int32)
        self._cache = _cache(len(self._nodes))
        self._tags: dict[bytes, int] = {}
        self.true, self.false = Diagram(self, kernel.TRUE), Diagram(self, kernel.FALSE)

    def level(self, level: int) -> Diagram:
        """The test of one level."""
        return self._run(
            lambda: kernel.make(self._nodes, self._table, self._meta, level, kernel.FALSE, kernel.TRUE)
        )

    def both(self, f: Diagram, g: Diagram) -> Diagram:
        """f and g."""
        return self._run(lambda: kernel.both(*self._arrays(), f.edge, g.edge))

    def differ(self, f: Diagram, g: Diagram) -> Diagram:
        """Exactly one of f and g."""
        return self._run(lambda: kernel.differ(*self._arrays(), f.edge, g.edge))

    def union(self, parts: Iterable[Diagram]) -> Diagram:
        """Some of the parts."""
        result = self.false
        for part in parts:
            result = result | part
        return result

    def intersection(self, parts: Iterable[Diagram]) -> Diagram:
        """All of the parts."""
        result = self.true
        for part in parts:
            result = result & part
        return result

    def exists(self, f: Diagram, levels: Iterable[int], also: Diagram | None = None) -> Diagram:
        """f (and `also`) for some values of these levels."""
        chosen = np.zeros(self.levels + 1, dtype=np.bool_)
        chosen[list(levels)] = True
        if not chosen.any():
            return f if also is None else f & also
        last, tag = int(np.flatnonzero(chosen)[-1]), self._tag(b"e" + chosen.tobytes())
        if also is None:
            return self._run(lambda: kernel.exists(*self._arrays(), f.edge, chosen, last, tag))
        return self._run(lambda: kernel.both_exists(*self._arrays(), f.edge, also.edge, chosen, last, tag))

    def rename(self, f: Diagram, to: Mapping[int, int]) -> Diagram:
        """f with levels replaced; the order of those it tests must stay."""
        table = np.arange(self.levels + 1, dtype=np.int32)
        for source, target in to.items():
            table[source] = target
        tag = self._tag(b"r" + table.tobytes())
        return self._run(lambda: kernel.rename(*self._arrays(), f.edge, table, tag))

    def parts(self, f: Diagram) -> tuple[Any, Any]:
        """(numbers, rows): the nodes below f in ascending order, children first, with level, low, high."""
        used = int(self._meta[0])
        live = kernel.mark(self._nodes, used, np.array([f.edge], dtype=np.int32))
        numbers = np.flatnonzero(live)
        return numbers, self._nodes[numbers]

    def size(self, f: Diagram) -> int:
        """How many nodes f has."""
        return len(self.parts(f)[0]) - 1

    def _arrays(self) -> tuple[Any, Any, Any, Any]:
        return self._nodes, self._table, self._cache, self._meta

    def _tag(self, key: bytes) -> int:
        return self._tags.setdefault(key, len(self._tags) + 1)

    def _run(self, operation: Callable[[], int]) -> Diagram:
        steps, full = STEPS, False
        while True:
            self._meta[1] = steps
            edge = int(operation())
            if edge >= 0:
                return Diagram(self, edge)
            self.deadline.check()
            if edge == kernel.PAUSE:
                steps = min(2 * steps, 1 << 40)  # so that work the cache forgot is overtaken in the end
            elif full and len(self._nodes) >= self._most:
                raise TooLargeError
            else:
                self._make_room(more=full)
                full = True

    def _make_room(self, *, more: bool) -> None:
        """Collect what nothing holds; grow if more than half of the room is held, or at any rate."""
        held = list(self.living)
        used = int(self._meta[0])
        roots = np.array([one.edge for one in held], dtype=np.int32)
        live = kernel.mark(self._nodes, used, roots)
        room, count = len(self._nodes), int(np.count_nonzero(live))
        if more or 2 * count > room:
            room = min(2 * room, self._most)
        nodes, table = _array(room, 3), np.zeros(2 * room, dtype=np.int32)
        moved = kernel.compact(self._nodes, live, nodes, table)
        for one in held:
            one.edge = int(2 * moved[one.edge >> 1] + (one.edge & 1))
        self._nodes, self._table, self._cache = nodes, table, _cache(room)
        self._meta[0] = count


def _array(rows: int, columns: int) -> Any:
    return np.zeros((rows, columns), dtype=np.int32)


def _cache(room: int) -> Any:
    cache = _array(max(1 << 16, room // 2), 4)
    cache[:, 0] = -1
    return cache
