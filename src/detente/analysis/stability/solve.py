"""All concepts for all actors, on as many threads as pay: the verdicts never depend on how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

import numpy as np

from detente.analysis.stability.concept import Sequences, StabilityConcept
from detente.analysis.stability.deterrence import prepare
from detente.situation.graph import Bools, ConflictGraph

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
) -> dict[str, Bools]:
    """Concept id -> bool [actors, positions], stable for the actor.

    progress(done, total) is called in this thread. threads: by default one per core for large graphs. Can be
    interrupted: running work then ends within a fraction of a second.
    """
    masks = {c.id: np.zeros((graph.actors, graph.positions), dtype=np.bool_) for c in concepts}
    tasks = [(concept, actor) for concept in reversed(concepts) for actor in range(graph.actors)]
    for done, (concept, actor, stable) in enumerate(_results(graph, tasks, sequences, threads)):
        masks[concept.id][actor] = stable
        if progress is not None:
            progress(done + 1, len(tasks))
    return masks


def _results(
    graph: ConflictGraph, tasks: Sequence[Task], sequences: Sequences, threads: int | None
) -> Iterator[tuple[StabilityConcept, int, Bools]]:
    count = threads or (cores() if graph.positions >= _WORTH_THREADS else 1)
    if count == 1:
        for concept, actor in tasks:
            yield concept, actor, concept.stable(graph, actor, sequences)
        return
    engine = prepare(graph, sequences)  # before the threads start, which then only read it
    with ThreadPoolExecutor(count) as pool:
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
