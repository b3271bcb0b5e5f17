"""Stability against its yardsticks: what the registry's benchmarks of all five concepts do.

Every measure is a ratio or a bar, from one run on one machine.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from benchmarks.measure import Measure, best
from benchmarks.registry import situation
from benchmarks.sized import arc_graph, option_graph, statement
from tests.referees import dense_numpy, gmcrplus_like

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.deterrence.closure import reranked
from detente.analysis.stability.profiles import solve_profiles
from detente.analysis.stability.run import stability
from detente.analysis.stability.solve import solve
from detente.kernels import preferences
from detente.situation import ranks as situation_ranks
from detente.situation.compile import compile_situation
from detente.situation.graph import ConflictGraph
from detente.situation.preferences import Prioritised

IDS = tuple(concept.id for concept in CONCEPTS)


def solve_afresh(graph: ConflictGraph, threads: int | None = None) -> None:
    """All five concepts for all actors, nothing kept from before."""
    graph.derived.clear()
    solve(graph, CONCEPTS, threads=threads)


def matrices(graph: ConflictGraph) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """The graph as dense bool matrices over its feasible states, and ranks."""
    states = graph.states()
    place = np.full(graph.positions, -1)
    place[states] = np.arange(states.size)
    moves = []
    for actor in range(graph.actors):
        dense = np.zeros((states.size, states.size), bool)
        which, targets = graph.moves_from(actor, states)
        dense[which, place[targets]] = True
        moves.append(dense)
    return moves, [rank[states].astype(np.int64) for rank in graph.ranks]


def small(smoke: bool) -> Iterable[Measure]:
    """1,024 states × 4 actors against matrices, and against the other tool's algorithm."""
    graph = situation("2^10 x 4, all feasible", smoke)
    moves, ranks = matrices(graph)
    solve_afresh(graph)
    ours = best(lambda: solve_afresh(graph), 3 if smoke else 300)
    plain = best(lambda: dense_numpy.solve(moves, ranks, IDS), 1 if smoke else 3)
    yield ratio(f"{graph.positions} states × 4, five concepts, over plain numpy", plain, ours, 10_000)
    tool = gmcrplus_like.Tool(moves, ranks)
    sample = np.random.default_rng(0).choice(graph.positions, 2 if smoke else 24, replace=False).tolist()
    start = time.perf_counter()
    for state in sample:
        for concept in IDS:
            for actor in range(4):
                tool.stable(concept, actor, state)
    whole = (time.perf_counter() - start) * graph.positions / len(sample)
    yield ratio(
        f"the same over GMCR+'s algorithm ({len(sample)} states timed, scaled up)", whole, ours, 50_000
    )


def ratio(work: str, yardstick: float, ours: float, bar: int) -> Measure:
    """How many times quicker."""
    times = yardstick / ours
    result = f"{times:,.0f} × ({yardstick:.3g} s / {ours * 1e3:.3g} ms)"
    return Measure(work, result, f"≥ {bar:,} ×", times >= bar)


def large(smoke: bool) -> Iterable[Measure]:
    """2^20 states × 4 actors, and how cost grows from 2^16 to 2^24.

    Growth is measured in processor time, which other work on the machine disturbs less.
    """
    sizes = (8, 10, 12) if smoke else (16, 20, 24)
    seconds, busy = {}, {}
    for bits, named in zip(sizes, ("2^16 x 4", "2^20 x 4", "2^24 x 4"), strict=True):
        graph = situation(named, smoke)
        solve_afresh(graph)
        repeats = {16: 20, 20: 7}.get(bits, 3)
        seconds[bits] = best(lambda graph=graph: solve_afresh(graph), repeats)
        busy[bits] = best(lambda graph=graph: solve_afresh(graph), repeats, time.process_time)
        del graph
    first, middle, last = sizes
    yield Measure(
        f"2^{middle} states × 4, 30 % infeasible, 10 % irreversible",
        f"{seconds[middle]:.3f} s ({busy[middle]:.3f} s of processor time)",
        "≤ 0.4 s",
        seconds[middle] <= 0.4,
    )
    growth = busy[last] / busy[first] / 2 ** (last - first)
    yield Measure(f"cost growth 2^{first} → 2^{last}", f"{growth:.2f} × linear", "≤ 1.5", growth <= 1.5)
    copy = copying(last)
    times = seconds[last] / copy
    spent = f"{seconds[last]:.2f} s, {busy[last]:.2f} s of processor time; copy {copy * 1e3:.2f} ms"
    yield Measure(
        f"2^{last} states × 4, over one copy of the rank array",
        f"{times:,.0f} × ({spent})",
        "≤ 1,000 ×",
        times <= 1000,
    )


def copying(bits: int) -> float:
    """Seconds of one numpy copy of a 16-bit rank array."""
    ranks = np.random.default_rng(0).integers(0, 4096, 1 << bits).astype(np.uint16)
    return best(ranks.copy, 9)


def memory(smoke: bool) -> Iterable[Measure]:
    """Peak memory at the largest size, for four and six actors, each in a process of its own."""
    for actors in (4, 6):
        bits = 12 if smoke else 24
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, peak = pool.apply(peak_of, (f"2^24 x {actors}", smoke))
        yield Measure(
            f"2^{bits} states × {actors}, peak memory",
            f"{peak:.2f} GiB, {seconds:.2f} s",
            "≤ 2 GiB" if actors == 4 else "completes",
            peak <= 2 or actors > 4,
        )


def peak_of(named: str, smoke: bool) -> tuple[float, float]:
    """Seconds, and GiB at the highest point of a process that does this and nothing else."""
    graph = situation(named, smoke)
    seconds = best(lambda: solve_afresh(graph), 1)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def profiles(smoke: bool) -> Iterable[Measure]:
    """Many profiles of wishes on one situation."""
    graph = situation("2^10 x 4", smoke)
    some = np.stack([np.stack(option_graph(10, 4, seed=seed).ranks) for seed in range(4 if smoke else 64)])
    count = 8 if smoke else 100_000
    chosen = np.random.default_rng(0).integers(0, len(some), (count, 4))
    every = some[chosen, np.arange(4)]  # each actor's wishes drawn on their own
    seconds = best(lambda: solve_profiles(graph, every), 1)
    yield Measure(f"{count:,} profiles × 1,024 states × 4", f"{seconds:.1f} s", "≤ 60 s", seconds <= 60)


def arcs(smoke: bool) -> Iterable[Measure]:
    """Graph form."""
    states = 1_000 if smoke else 1_000_000
    graph = situation("10^6 states, 10^7 arcs", smoke)
    solve_afresh(arc_graph(100, 500, 4, seed=1))
    seconds = best(lambda: solve_afresh(graph), 1)
    yield Measure(
        f"graph form, {states:,} states, {10 * states:,} arcs", f"{seconds:.1f} s", "≤ 30 s", seconds <= 30
    )


def edit(smoke: bool) -> Iterable[Measure]:
    """The bundled study: one wish moved, new verdicts for everybody."""
    dispute = situation("bundled study", smoke)
    compiled = compile_situation(dispute)
    stability(compiled)
    actor, wishes = next(
        (actor, wishes) for actor, wishes in dispute.preferences.items() if isinstance(wishes, Prioritised)
    )
    turned = Prioritised((*wishes.statements[1:], wishes.statements[0]))
    edited = replace(dispute, preferences={**dispute.preferences, actor: turned})

    def again() -> None:
        new = compile_situation(edited)
        index = compiled.actor_index(actor)
        solve(reranked(compiled.graph, index, new.graph.ranks[index]), CONCEPTS)

    afresh = best(lambda: stability(compile_situation(edited)), 1 if smoke else 20)
    seconds = best(again, 1 if smoke else 20)
    yield Measure(
        "bundled study, one wish edited → new verdicts",
        f"{seconds * 1e3:.0f} ms ({afresh * 1e3:.0f} ms with nothing kept)",
        "≤ 0.1 s",
        seconds <= 0.1,
    )


def ranks(smoke: bool) -> Iterable[Measure]:
    """Twelve statements over the whole space to dense ranks, beside the plain form."""
    bits = 10 if smoke else 20
    rng, shape, count = np.random.default_rng(0), (2,) * bits, 1 << bits
    tables = [statement(rng, bits) for _ in range(12)]
    feasible = rng.random(count) < 0.7
    preferences.lexicographic(tables, shape, feasible)
    quick = best(lambda: preferences.lexicographic(tables, shape, feasible), 9)
    plain = best(lambda: situation_ranks.lexicographic(tables, shape, feasible), 2)
    result = f"{quick / count * 1e9:.2f} ns a state and actor, {plain / quick:.0f} × the plain form"
    yield Measure(f"12 statements over 2^{bits} states", result, "–", True)


def start(smoke: bool) -> Iterable[Measure]:
    """What compiling costs: the first start on a machine, and every later one."""
    bits = 6 if smoke else 14
    code = (
        "import time; t = time.process_time()\n"
        "from benchmarks.sized import option_graph\n"
        "from detente.analysis.stability import CONCEPTS, solve\n"
        f"solve(option_graph({bits}, 4, seed=1), CONCEPTS, threads=1)\n"
        "print(time.process_time() - t)"
    )
    with tempfile.TemporaryDirectory() as folder:
        around = {**os.environ, "NUMBA_CACHE_DIR": folder, "PYTHONPATH": os.pathsep.join(sys.path)}
        first, later = (
            float(
                subprocess.run(
                    [sys.executable, "-c", code], env=around, check=True, capture_output=True
                ).stdout
            )
            for _ in range(2)
        )
    yield Measure(
        "compiling: first start, later starts (processor time, imports included)",
        f"{first:.1f} s, {later:.2f} s",
        "–",
        later < 2,
    )
