"""From the status quo: which outcomes can be reached, by which shortest legal sequence, who moves first?

GRAPH_MODEL §8. "Nobody twice in a row" makes the last mover part of the search: an ordinary shortest path
may be illegal, and the shortest legal one longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.analysis.paths.packing import pack
from detente.analysis.paths.result import BY, By, PathsResult, Tree
from detente.analysis.protocol import Stamp
from detente.analysis.stability.run import stability
from detente.errors import ArgumentError, SenseError
from detente.messages import message
from detente.situation.compile import Compiled, compile_situation
from detente.situation.graph import Bools, ConflictGraph
from detente.situation.model import Situation
from detente.situation.states import State
from detente.version import VERSION


def paths(
    situation: Situation | Compiled,
    *,
    to: str | None = None,
    concept: str = "seq",
    start: int | None = None,
    by: Sequence[By] = BY,
) -> PathsResult:
    """Routes from the status quo to the states where `to` is true, or to the equilibria under `concept`.

    start: another position to set out from, instead of the status quo. by: which kinds of step to search.

    Both by any moves and by improvements only (each step betters its mover). Raises SenseError if there is
    no feasible status quo, ArgumentError for an expression or concept that is not there.
    """
    compiled = situation if isinstance(situation, Compiled) else compile_situation(situation)
    start = status_quo_position(compiled) if start is None else start
    wanted = message("paths.equilibria", concept=concept) if to is None else to
    parameters = (("to", to), ("concept", concept if to is None else None), ("start", start))
    return PathsResult(
        compiled=compiled,
        start=start,
        targets=_targets(compiled, to, concept),
        trees={one: tree(compiled.graph, start, improving=one == "improvements") for one in by},
        wanted=wanted,
        stamp=Stamp(compiled.situation.digest, "paths", parameters, VERSION),
    )


def onward(found: PathsResult, start: int, *, by: Sequence[By] = ("improvements",)) -> PathsResult:
    """Routes to the same targets from another position."""
    parameters = tuple((name, start if name == "start" else value) for name, value in found.stamp.parameters)
    graph = found.compiled.graph
    return replace(
        found,
        start=start,
        trees={one: tree(graph, start, improving=one == "improvements") for one in by},
        stamp=replace(found.stamp, parameters=parameters),
    )


def status_quo_position(compiled: Compiled) -> int:
    """Where things stand. Raises SenseError if the situation does not say, or says what is infeasible."""
    state = compiled.situation.status_quo
    if state is None:
        raise SenseError("the situation has no status quo, so no path can start; add `status_quo`")
    position = compiled.position(state)
    if not compiled.graph.feasible[position]:
        raise SenseError(f"the status quo {state} breaks a constraint, so no path can start there")
    return position


def tree(graph: ConflictGraph, start: int, *, improving: bool) -> Tree:
    """Shortest legal sequences of all actors from one position, and who begins them."""
    from detente.kernels.search import legal_tree

    packed = pack(graph)
    ranks = np.stack([rank.astype(np.int32) for rank in graph.ranks])
    return Tree(*legal_tree(start, improving, packed, graph.feasible, ranks))


def _targets(compiled: Compiled, to: str | None, concept: str) -> Bools:
    if to is None:
        return stability(compiled, concepts=[concept]).mask(concept)
    if compiled.space is not None:
        found = compiled.select(to)
        if not found.any():
            raise ArgumentError(f"{to!r} is true in no feasible state")
        return found
    target = np.zeros(compiled.graph.positions, dtype=np.bool_)
    target[compiled.position(State(key=to))] = True
    return target
