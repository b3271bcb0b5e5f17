"""The symbolic engine at scale: what the registry's benchmarks beyond enumeration do.

Seeded situations of 60 binary options and 6 actors; each actor has 8 to 12 statements over 2 to 4 options.
Families differ in how much statements speak of the actor's own options, in constraints, and in whether two
actors chase each other, so that no state holds under Nash. Twenty seeds of each; at toy size, two small ones.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.measure import Measure

from detente.analysis.symbolic.result import SymbolicResult
from detente.analysis.symbolic.run import symbolic
from detente.situation.file.read import read
from detente.situation.model import Situation

SECONDS = 60.0


@dataclass(frozen=True)
class Family:
    """own: chance that an option mentioned is the actor's own; chase: two actors undo each other's wish."""

    own: float
    constraints: int = 0
    chase: bool = False


FAMILIES = {
    "mixed": Family(0.5),
    "others": Family(0.0),
    "own": Family(0.8),
    "constrained": Family(0.5, constraints=20),
    "chase": Family(0.5, chase=True),
    "chase-constrained": Family(0.3, constraints=20, chase=True),
}


def random_sparse(seed: int, family: Family, *, actors: int = 6, options: int = 10) -> Situation:
    """A situation of the family; the same seed gives the same one."""
    generator = random.Random(seed)
    names = [f"A{number}" for number in range(actors)]
    every = [f"{name}.o{number}" for name in names for number in range(options)]
    constraints = [
        f"not ({' and '.join(generator.sample(every, generator.randint(2, 3)))})"
        for _ in range(family.constraints)
    ]
    wishes = {name: _wishes(generator, name, every, family.own) for name in names}
    if family.chase:
        one, two = generator.sample(names, 2)
        meet = f"{one}.o{generator.randrange(options)} iff {two}.o{generator.randrange(options)}"
        place = generator.randint(0, 1)
        wishes[one].insert(place, meet)
        wishes[two].insert(place, f"not ({meet})")
    return read(
        {
            "detente": 1,
            "title": f"sparse {seed}",
            "actors": {name: {"name": name} for name in names},
            "options": {option: {} for option in every},
            "constraints": constraints,
            "preferences": {name: {"statements": statements} for name, statements in wishes.items()},
        }
    )


def _wishes(generator: random.Random, name: str, every: Sequence[str], own: float) -> list[str]:
    wanted = generator.randint(8, 12)
    found: dict[str, None] = {}
    while len(found) < wanted:
        found[_statement(generator, name, every, own)] = None
    return list(found)


def _statement(generator: random.Random, name: str, every: Sequence[str], own: float) -> str:
    mine = [option for option in every if option.startswith(f"{name}.")]
    size, chosen = generator.randint(2, 4), dict[str, None]()
    while len(chosen) < size:
        chosen[generator.choice(mine if generator.random() < own else every)] = None
    parts = [("not " if generator.random() < 0.5 else "") + option for option in chosen]
    word = generator.choice(["and", "or", "iff", "implies"])
    if word in ("and", "or"):
        return f" {word} ".join(parts)
    half = max(1, size // 2)
    return f"({' and '.join(parts[:half])}) {word} ({' or '.join(parts[half:])})"


def measure(
    family: Family, seeds: Sequence[int], *, smoke: bool, count: bool, seconds: float
) -> Iterator[tuple[int, float, SymbolicResult]]:
    """(seed, seconds, result): first equilibria under Nash and SEQ, or how many hold under Nash, GMR, SEQ."""
    for seed in seeds:
        situation = random_sparse(seed, family, actors=3 if smoke else 6, options=3 if smoke else 10)
        concepts = ["nash", "gmr", "seq"] if count else ["nash", "seq"]
        start = time.perf_counter()
        result = symbolic(situation, concepts=concepts, limit_seconds=seconds, count=count)
        yield seed, time.perf_counter() - start, result


def line(seed: int, seconds: float, result: SymbolicResult) -> str:
    """One situation in one line."""
    told = "; ".join(f"{one.concept}: {one.verdict()} in {one.seconds:.1f} s" for one in result.findings)
    return f"{seed:3d}  {seconds:6.1f} s  {told}"


def first(family: str, smoke: bool) -> Iterator[Measure]:
    """First equilibria under Nash and SEQ, or the proof that there are none, in a minute each."""
    return _measures(family, smoke, count=False)


def numbers(family: str, smoke: bool) -> Iterator[Measure]:
    """How many equilibria there are under Nash, GMR and SEQ, within a minute."""
    return _measures(family, smoke, count=True)


def _measures(family: str, smoke: bool, *, count: bool) -> Iterator[Measure]:
    seeds = range(2 if smoke else 20)
    for row in measure(FAMILIES[family], seeds, smoke=smoke, count=count, seconds=SECONDS):
        proven = all(one.proven for one in row[2].findings)
        yield Measure(f"{family}, seed {row[0]}", line(*row), f"≤ {SECONDS:.0f} s", proven)
