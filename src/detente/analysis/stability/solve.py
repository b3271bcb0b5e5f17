"""All concepts for all actors, on as many threads as pay: the verdicts never depend on how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

import numpy as np

from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.deterrence.closure import prepare
from detente.analysis.stability.deterrence.limits import MEMORY_LIMIT, estimate, refuse_beyond
from detente.analysis.stability.sequences import Sequences
from detente.situation.graph import Bools, ConflictGraph, FiberMoves

Progress = Callable[[int, int], None]
Task = tuple[StabilityConcept, int]

_WORTH_THREADS = 1 << 14  # positions below which starting threads costs more than it saves


def solve(
    graph: ConflictGraph,
    concepts: Sequence[StabilityConcept],
    sequences: Sequences = "legal",
    progress: Progress | None = None,
    *,
    threads: int | None = None,
    memory: int = MEMORY_LIMIT,
) -> dict[str, Bools]:
    """Concept id -> bool [actors, positions], stable for the actor.

    progress(done, total) is called in this thread. threads: by default one per core for large graphs. Can be
    interrupted: running work then ends within a fraction of a second. Raises LimitError before anything is
    allocated if more than `memory` bytes would be needed.
    """
    threads = threads or (cores() if graph.positions >= _WORTH_THREADS else 1)
    in_turn = not all(isinstance(moves, FiberMoves) and moves.transitive for moves in graph.moves)
    needed = estimate(graph.positions, graph.actors, len(concepts), threads, in_turn=in_turn)
    refuse_beyond(needed, memory, f"stability over {graph.positions:,} positions")
    masks = {c.id: np.zeros((graph.actors, graph.positions), dtype=np.bool_) for c in concepts}
    tasks = [(concept, actor) for concept in reversed(concepts) for actor in range(graph.actors)]
    for done, (concept, actor, stable) in enumerate(_results(graph, tasks, sequences, threads)):
        masks[concept.id][actor] = stable
        if progress is not None:
            progress(done + 1, len(tasks))
    return masks


def _results(
    graph: ConflictGraph, tasks: Sequence[Task], sequences: Sequences, threads: int
) -> Iterator[tuple[StabilityConcept, int, Bools]]:
    if threads == 1:
        for concept, actor in tasks:
            yield concept, actor, concept.stable(graph, actor, sequences)
        return
    engine = prepare(graph, sequences)  # before the threads start, which then only read it
    with ThreadPoolExecutor(threads) as pool:
        futures = {pool.submit(c.stable, graph, actor, sequences): (c, actor) for c, actor in tasks}
        try:
            for future in as_completed(futures):
                yield *futures.pop(future), future.result()
        except BaseException:
            engine.stop.set()
            pool.shutdown(cancel_futures=True)
            engine.stop.clear()
            raise


def cores() -> int:
    """How many threads pay on this machine."""
    from numba import get_num_threads

    return int(get_num_threads())
