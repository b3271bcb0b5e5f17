"""What the other actors can make of a state, read literally: legal sequences searched layer by layer.

GRAPH_MODEL §4: any opponent may move, nobody twice in a row (Fang, Hipel & Kilgour 1993); in sequences of
improvements each step betters its own mover from the state it moves from. `once-each` lets every opponent
move at most once, `one-step` lets one opponent make one move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from detente.analysis.stability.concept import Step
from detente.analysis.stability.sequences import Sequences
from detente.situation.graph import Bools, ConflictGraph, Ints

_LAYER = 1 << 15  # positions expanded at once: bounds the memory of a wide layer


@dataclass(frozen=True, slots=True)
class Reply:
    """Where a sequence ends, and the sequence."""

    end: int
    steps: tuple[Step[int, int], ...]


class Replies:
    """The states the opponents of `focal` can bring about from `start`, nearest first, found as asked for.

    A node of the search is a position together with what the rule must remember: who moved last (legal), or
    who has moved already (once-each). Layers are kept, so that several questions share one search.
    """

    def __init__(
        self, graph: ConflictGraph, focal: int, start: int, sequences: Sequences, *, improving: bool
    ) -> None:
        self._graph, self._improving, self._sequences = graph, improving, sequences
        self._opponents = tuple(j for j in range(graph.actors) if j != focal)
        self._memories = 1 << graph.actors if sequences == "once-each" else graph.actors
        self._start = start
        self._parent = np.zeros(graph.positions * self._memories, dtype=np.int64)  # node + 1; 0 is unseen
        self._mover = np.zeros(graph.positions * self._memories, dtype=np.int16)
        self._layers: list[Ints] = []
        self._search = self._widen()

    def first(self, wanted: Callable[[Ints], Bools]) -> Reply | None:
        """The nearest reply whose end is `wanted` (asked of an array of positions), or None.

        Of several as near, the one that changes fewest options: a witness should show no idle change.
        """
        for nodes in self._each_layer():
            ends = nodes // self._memories
            fits = np.flatnonzero(wanted(ends))
            if fits.size:
                best = fits[np.argmin(self._graph.differences(ends[fits], self._start))]
                return Reply(int(ends[best]), self._steps(int(nodes[best])))
        return None

    def _each_layer(self) -> Iterator[Ints]:
        yield from self._layers
        for nodes in self._search:
            self._layers.append(nodes)
            yield nodes

    def _widen(self) -> Iterator[Ints]:
        """Layers of newly reached nodes: after one move, after two, …"""
        layer = self._first_moves()
        while layer.size:
            yield layer
            if self._sequences == "one-step":
                return
            layer = np.concatenate([self._moves(j, self._movable(j, layer)) for j in self._opponents])

    def _first_moves(self) -> Ints:
        found = []
        for j in self._opponents:
            _, targets = self._allowed_steps(j, np.array([self._start]))
            nodes = self._nodes(targets, np.zeros_like(targets), j)
            self._parent[nodes], self._mover[nodes] = -1, j
            found.append(nodes)
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def _movable(self, j: int, nodes: Ints) -> Ints:
        memory = nodes % self._memories
        free: Bools = (memory >> j & 1) == 0 if self._sequences == "once-each" else memory != j
        return nodes[free]

    def _moves(self, j: int, nodes: Ints) -> Ints:
        """Nodes that j's moves newly reach from `nodes`; remembers where each was reached from."""
        found = [np.zeros(0, dtype=np.int64)]
        for begin in range(0, nodes.size, _LAYER):
            part = nodes[begin : begin + _LAYER]
            which, targets = self._allowed_steps(j, part // self._memories)
            reached, first = np.unique(
                self._nodes(targets, part[which] % self._memories, j), return_index=True
            )
            new = self._parent[reached] == 0
            reached = reached[new]
            self._parent[reached], self._mover[reached] = part[which[first[new]]] + 1, j
            found.append(reached)
        return np.concatenate(found)

    def _nodes(self, positions: Ints, memory: Ints, j: int) -> Ints:
        after = memory | 1 << j if self._sequences == "once-each" else np.full_like(memory, j)
        return positions * self._memories + after

    def _allowed_steps(self, j: int, positions: Ints) -> tuple[Ints, Ints]:
        which, targets = self._graph.moves_from(j, positions)
        if self._improving:
            rank = self._graph.ranks[j]
            better = rank[targets] > rank[positions[which]]
            which, targets = which[better], targets[better]
        return which, targets

    def _steps(self, node: int) -> tuple[Step[int, int], ...]:
        steps: list[Step[int, int]] = []
        while node >= 0:
            before = int(self._parent[node]) - 1
            source = self._start if before < 0 else before // self._memories
            steps.append(Step(int(self._mover[node]), source, node // self._memories))
            node = before
        return tuple(reversed(steps))
