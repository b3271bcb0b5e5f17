"""Many profiles of wishes on one situation: moves and constraints are prepared once (SCALE, issue of doubt).

Profiles lie side by side as one more axis of the product space, an axis nobody moves along, so that the
kernels meet longer rows instead of more calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.concept import StabilityConcept
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.closure import explicit
from detente.analysis.stability.deterrence.fibers import PackedFibers, fits, pack_fibers
from detente.analysis.stability.solve import cores
from detente.errors import ArgumentError
from detente.situation.graph import Bools, ConflictGraph, Ranks

_TOGETHER = 1 << 17  # positions times profiles handled in one go
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ProfileVerdicts:
    """Equilibria per concept and profile. packed: concept id -> bits [profiles, bytes], one per position."""

    positions: int
    packed: Mapping[str, NDArray[np.uint8]]

    def equilibria(self, concept: str, profile: int) -> Bools:
        """Bool [positions]: the equilibria in one profile."""
        return np.unpackbits(self.packed[concept][profile], count=self.positions).astype(np.bool_)

    def share(self, concept: str) -> NDArray[np.float64]:
        """[positions]: in which share of the profiles each state is an equilibrium."""
        table = self.packed[concept]
        count = np.zeros(self.positions, dtype=np.int64)
        for row in table:
            count += np.unpackbits(row, count=self.positions)
        return count / max(1, len(table))


def solve_profiles(
    graph: ConflictGraph,
    profiles: Ranks,
    concepts: Sequence[StabilityConcept] = CONCEPTS,
    *,
    threads: int | None = None,
    progress: Progress | None = None,
) -> ProfileVerdicts:
    """Equilibria for each of many profiles of ranks over the states of `graph`, under legal sequences.

    profiles: unsigned [profiles, actors, positions]; `graph.ranks` is not looked at. The number of threads
    changes nothing but the time.
    """
    expected = (graph.actors, graph.positions)
    if profiles.ndim != 3 or profiles.shape[1:] != expected:
        raise ArgumentError(
            f"profiles must have the shape (profiles, {expected[0]}, {expected[1]}); got {profiles.shape}"
        )
    width = max(1, _TOGETHER // graph.positions) if fits(graph) else 1
    starts = range(0, len(profiles), width)
    packed = {c.id: np.zeros((len(profiles), (graph.positions + 7) // 8), dtype=np.uint8) for c in concepts}
    decide = _in_lanes(graph, concepts) if fits(graph) else _one_by_one(graph, concepts)
    for start, found in _each(decide, profiles, starts, width, threads or cores()):
        for concept in concepts:
            packed[concept.id][start : start + width] = np.packbits(found[concept.id], axis=1)
        if progress is not None:
            progress(min(start + width, len(profiles)), len(profiles))
    return ProfileVerdicts(graph.positions, packed)


Decide = Callable[[Ranks], dict[str, Bools]]


def _each(
    decide: Decide, profiles: Ranks, starts: range, width: int, threads: int
) -> Iterator[tuple[int, dict[str, Bools]]]:
    chunks = (profiles[start : start + width] for start in starts)
    if threads == 1 or len(starts) == 1:
        yield from zip(starts, map(decide, chunks), strict=True)
        return
    with ThreadPoolExecutor(threads) as pool:
        try:
            yield from zip(starts, pool.map(decide, chunks), strict=True)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _in_lanes(graph: ConflictGraph, concepts: Sequence[StabilityConcept]) -> Decide:
    from detente.analysis.stability.deterrence.implicit import Implicit, prepared_ranks
    from detente.analysis.stability.deterrence.together import widened

    packed = pack_fibers(graph)

    def decide(profiles: Ranks) -> dict[str, Bools]:
        lanes = len(profiles)
        wide = PackedFibers(widened(packed.arrays, lanes), packed.sizes, packed.transitive)
        feasible = np.repeat(graph.feasible, lanes)
        engine = Implicit(wide, prepared_ranks(feasible, [_side_by_side(profiles, i) for i in actors]))
        shell = ConflictGraph(feasible.size, feasible, graph.ranks, graph.moves)
        shell.derived["implicit"] = engine
        return {c.id: _equilibria(c, shell).reshape(-1, lanes).T for c in concepts}

    actors = range(graph.actors)
    return decide


def _side_by_side(profiles: Ranks, actor: int) -> Ranks:
    return np.ascontiguousarray(profiles[:, actor].T).reshape(-1)


def _one_by_one(graph: ConflictGraph, concepts: Sequence[StabilityConcept]) -> Decide:
    engine = explicit(graph)

    def decide(profiles: Ranks) -> dict[str, Bools]:
        shells = [replace(graph, ranks=tuple(ranks)) for ranks in profiles]
        for shell, ranks in zip(shells, profiles, strict=True):
            shell.derived["explicit"] = engine.reranked(graph.feasible, ranks)
        return {c.id: np.stack([_equilibria(c, shell) for shell in shells]) for c in concepts}

    return decide


def _equilibria(concept: StabilityConcept, graph: ConflictGraph) -> Bools:
    found = graph.feasible.copy()
    for actor in range(graph.actors):
        found &= concept.stable(graph, actor)
    return found
