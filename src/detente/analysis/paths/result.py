"""The answer of a paths analysis: routes from the status quo, labelled when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.analysis.protocol import Result, Stamp
from detente.analysis.stability.concept import Step
from detente.errors import ArgumentError
from detente.exhibits import Edge, Exhibit, Graph, Node, Table, Text
from detente.messages import Words, joined, message
from detente.situation.compile import Compiled
from detente.situation.graph import Bools, Ints
from detente.situation.states import State
from detente.situation.words import outcome_words

By = Literal["improvements", "moves"]
BY: tuple[By, ...] = ("improvements", "moves")
_SHOWN_ROWS = 20
_SHOWN_ROUTES = 6


@dataclass(frozen=True, slots=True)
class Tree:
    """Shortest legal sequences from one position (see `kernels.search`).

    parent: int32 [positions * actors]; reached: int32 [positions]; first: bool [actors, positions], true
    where some shortest legal sequence begins with this actor.
    """

    parent: NDArray[np.int32]
    reached: NDArray[np.int32]
    first: Bools

    def __post_init__(self) -> None:
        for array in (self.parent, self.reached, self.first):
            array.setflags(write=False)


@dataclass(frozen=True, slots=True)
class Route:
    """A shortest legal sequence to `to`. first_movers: who makes the first move of *some* sequence as short;
    if it is one actor, that actor has to move first or the way is longer."""

    to: State
    by: By
    steps: tuple[Step[str, State], ...]
    first_movers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathsResult(Result):
    """Routes from the status quo to the states of `targets` (bool [positions])."""

    compiled: Compiled
    start: int
    targets: Bools
    trees: Mapping[By, Tree]
    wanted: Words
    stamp: Stamp

    def __post_init__(self) -> None:
        self.targets.setflags(write=False)
        object.__setattr__(self, "trees", MappingProxyType(dict(self.trees)))

    @property
    def status_quo(self) -> State:
        """Where every route starts."""
        return self.compiled.state(self.start)

    def reachable(self, by: By = "improvements") -> tuple[State, ...]:
        """The targets that can be reached, nearest first; the status quo itself if it is one."""
        return tuple(self.compiled.state(int(position)) for position in self._nearest(by))

    def count(self, by: By) -> int:
        """How many targets can be reached."""
        return int(self._nearest(by).size)

    def route(self, state: State, *, by: By = "improvements") -> Route | None:
        """A shortest legal sequence to any state, or None if no legal sequence leads there."""
        return self._route(self.compiled.position(state), by)

    def steps(self, position: int, *, by: By = "improvements") -> int | None:
        """How many moves a shortest legal sequence to a position takes, or None if none leads there."""
        tree = self._tree(by)
        reached = position == self.start or bool(tree.reached[position] >= 0)
        return len(self._nodes(position, tree)) if reached else None

    def routes(self, by: By = "improvements", limit: int | None = None) -> tuple[Route, ...]:
        """Routes to the reachable targets, nearest first."""
        found = (self._route(int(position), by) for position in self._nearest(by)[:limit])
        return tuple(route for route in found if route is not None)

    def records(self) -> Iterator[dict[str, object]]:
        """One row per target and kind of step: state, by, reachable, steps, first_movers."""
        for position in np.flatnonzero(self.targets).tolist():
            for by in self.trees:
                route = self._route(position, by)
                yield {
                    "state": str(self.compiled.state(position)),
                    "by": by,
                    "reachable": route is not None,
                    "steps": None if route is None else len(route.steps),
                    "first_movers": None if route is None else " ".join(route.first_movers),
                }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What can be reached, how far it is and who moves first; and the shortest routes as a graph."""
        return (self._table(partial(outcome_words, self.compiled.situation)), self._graph())

    def by_ids(self) -> tuple[Exhibit, ...]:
        """The same, outcomes by their ids alone."""
        return (self._table(str), self._graph())

    def _tree(self, by: By) -> Tree:
        if by not in self.trees:
            raise ArgumentError(f"by must be one of {', '.join(self.trees)}; got {by!r}")
        return self.trees[by]

    def _nearest(self, by: By) -> Ints:
        """Reachable targets by number of steps, then by position."""
        tree = self._tree(by)
        found = np.flatnonzero(self.targets & (tree.reached >= 0))
        found = np.union1d(found, [self.start] if self.targets[self.start] else []).astype(np.int64)
        lengths = np.array([len(self._nodes(int(position), tree)) for position in found], dtype=np.int64)
        return np.asarray(found[np.argsort(lengths, kind="stable")])

    def _nodes(self, position: int, tree: Tree) -> list[int]:
        if position == self.start:
            return []
        nodes, node = [], int(tree.reached[position])
        while node >= 0:
            nodes.append(node)
            node = int(tree.parent[node])
        return nodes[::-1]

    def _route(self, position: int, by: By) -> Route | None:
        tree = self._tree(by)
        if position != self.start and tree.reached[position] < 0:
            return None
        actors, here = self.compiled.actors, self.start
        steps = []
        for node in self._nodes(position, tree):
            there, mover = divmod(node, len(actors))
            steps.append(Step(actors[mover], self.compiled.state(here), self.compiled.state(there)))
            here = there
        firsts = (
            () if not steps else tuple(a for a, f in zip(actors, tree.first[:, position], strict=True) if f)
        )
        return Route(self.compiled.state(position), by, tuple(steps), firsts)

    def _table(self, named: Callable[[State], Words]) -> Table:
        rows = []
        for by in self.trees:
            for route in self.routes(by, _SHOWN_ROWS):
                rows.append(
                    (
                        Text(named(route.to)),
                        Text(_BY[by]),
                        Text(str(len(route.steps))),
                        Text(_movers(route)),
                    )
                )
        columns = (
            message("paths.table.outcome"),
            message("paths.table.by"),
            message("paths.table.steps"),
            message("paths.table.first"),
        )
        title = message("paths.table.title", wanted=self.wanted)
        return Table(title=title, columns=columns, rows=tuple(rows), numeric=(2,), note=Text(self._note()))

    def _note(self) -> Words:
        """How many of the targets are reached, by which steps."""
        total = int(np.count_nonzero(self.targets))
        counts = joined(message("paths.count_by", count=self.count(by), by=_BY[by]) for by in self.trees)
        if self.compiled.situation.joint:
            return message("paths.table.note_joint", total=total, counts=counts)
        return message("paths.table.note", total=total, counts=counts)

    def _graph(self) -> Graph:
        routes = self.routes("improvements", _SHOWN_ROUTES)
        kinds = {str(self.status_quo): "start"}
        edges: dict[tuple[str, str, str], Edge] = {}
        for route in routes:
            for step in route.steps:
                source, target = str(step.source), str(step.target)
                kinds.setdefault(target, "state")
                edges.setdefault(
                    (source, target, step.actor), Edge(source, target, step.actor, "improvement")
                )
            if route.steps:
                kinds[str(route.to)] = "equilibrium"
        return Graph(
            title=message("paths.graph.title"),
            nodes=tuple(Node(name, name, kind) for name, kind in kinds.items()),
            edges=tuple(edges.values()),
            alt=_in_words(routes),
        )


_BY: dict[By, Words] = {"improvements": message("paths.by_improvements"), "moves": message("paths.by_moves")}


def _movers(route: Route) -> Words:
    return joined(route.first_movers, "comma") if route.first_movers else message("paths.already_there")


def _in_words(routes: tuple[Route, ...]) -> Words:
    if not any(route.steps for route in routes):
        return message("paths.graph.none")
    told = joined((_told(route) for route in routes if route.steps), "stop")
    return message("paths.graph.alt", routes=told)


def _told(route: Route) -> Words:
    steps = joined(
        (message("paths.graph.step", actor=step.actor, target=str(step.target)) for step in route.steps),
        "then",
    )
    return message("paths.graph.route", to=str(route.to), steps=steps)
