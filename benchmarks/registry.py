"""What is measured: one table of sized situations, one of benchmarks over them.

The command (`python -m benchmarks`), the smoke tests and the documentation read these tables and nothing
else. Nothing heavy is imported until a situation is made or a benchmark is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from benchmarks.measure import Measure


@dataclass(frozen=True)
class Sized:
    """A situation of known size, made by a seeded function of `benchmarks`; the same each time.

    make: module, function, then its arguments at full and at toy size.
    """

    name: str
    make: tuple[str, str]
    full: dict[str, Any]
    toy: dict[str, Any]


@dataclass(frozen=True)
class Benchmark:
    """Something measured. kernel: what runs; situation: on what; yardstick: beside what, or within what.

    run: the module of `benchmarks`, the function in it that gives the measures, and its first arguments.
    """

    name: str
    kernel: str
    situation: str
    yardstick: str
    run: tuple[str, ...]

    def measures(self, smoke: bool) -> Iterable[Measure]:
        """Run it; `smoke` at toy size, to show that it runs (its figures mean nothing then)."""
        module, function, *first = self.run
        found: Iterable[Measure] = _named(module, function)(*first, smoke)
        return found


def _named(module: str, function: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(f"benchmarks.{module}"), function)
    return found


def _options(name: str, full: int, toy: int, actors: int, **more: float) -> Sized:
    def sized(binary_options: int) -> dict[str, Any]:
        return {"binary_options": binary_options, "actors": actors, "seed": 1, **more}

    return Sized(name, ("sized", "option_graph"), sized(full), sized(toy))


SITUATIONS = (
    _options("2^10 x 4, all feasible", 10, 6, 4, infeasible=0.0),
    _options("2^10 x 4", 10, 10, 4),
    _options("2^16 x 4", 16, 8, 4),
    _options("2^20 x 4", 20, 10, 4),
    _options("2^24 x 4", 24, 12, 4),
    _options("2^24 x 6", 24, 12, 6),
    Sized(
        "10^6 states, 10^7 arcs",
        ("sized", "arc_graph"),
        {"states": 1_000_000, "arcs": 10_000_000, "actors": 4, "seed": 1},
        {"states": 1_000, "arcs": 10_000, "actors": 4, "seed": 1},
    ),
    Sized("bundled study", ("sized", "bundled"), {}, {}),
)


def situation(name: str, smoke: bool) -> Any:
    """The sized situation of that name, made afresh."""
    found = next(one for one in SITUATIONS if one.name == name)
    return partial(_named(*found.make), **(found.toy if smoke else found.full))()


_CONCEPTS = "all five concepts for all actors, legal sequences"
_SPARSE = "60 binary options, 6 actors, 20 seeds: "
_FAMILIES = {
    "mixed": "half of the options an actor's wishes mention are its own",
    "others": "none of the options mentioned are the actor's own",
    "own": "four fifths are the actor's own",
    "constrained": "20 constraints",
    "chase": "two actors undo each other's wish",
    "chase-constrained": "two actors undo each other's wish, 20 constraints",
}

BENCHMARKS = (
    Benchmark(
        "small", _CONCEPTS, "2^10 x 4, all feasible", "plain numpy; GMCR+'s algorithm", ("stability", "small")
    ),
    Benchmark(
        "large",
        _CONCEPTS,
        "2^16, 2^20 and 2^24 x 4",
        "linear growth; one copy of the ranks",
        ("stability", "large"),
    ),
    Benchmark("memory", _CONCEPTS, "2^24 x 4 and x 6", "≤ 2 GiB at four actors", ("stability", "memory")),
    Benchmark(
        "profiles",
        "all five concepts, 100,000 profiles of wishes",
        "2^10 x 4",
        "≤ 60 s",
        ("stability", "profiles"),
    ),
    Benchmark("arcs", _CONCEPTS, "10^6 states, 10^7 arcs", "≤ 30 s", ("stability", "arcs")),
    Benchmark("edit", "one wish edited, new verdicts", "bundled study", "≤ 0.1 s", ("stability", "edit")),
    Benchmark(
        "ranks", "12 statements to dense ranks", "2^20 states", "the plain form", ("stability", "ranks")
    ),
    Benchmark("start", "compiling, imports included", "2^14 x 4", "the second start", ("stability", "start")),
    *(
        Benchmark(
            f"first-{name}",
            "first equilibria, Nash and SEQ",
            _SPARSE + words,
            "≤ 60 s",
            ("symbolic", "first", name),
        )
        for name, words in _FAMILIES.items()
    ),
    *(
        Benchmark(
            f"numbers-{name}",
            "exact numbers of equilibria",
            _SPARSE + words,
            "≤ 60 s",
            ("symbolic", "numbers", name),
        )
        for name, words in _FAMILIES.items()
    ),
    Benchmark(
        "frontiers",
        "frontier by merging issues",
        "10^10 packages, 2 to 4 parties",
        "0.05 to 8 s",
        ("packages", "frontiers"),
    ),
    Benchmark(
        "enumerated",
        "frontier by merging issues",
        "10^6 packages, 4 parties",
        "plain enumeration",
        ("packages", "enumerated"),
    ),
)
