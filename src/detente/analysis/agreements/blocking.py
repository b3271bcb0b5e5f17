"""Who blocks? A smallest set of demands that together make agreement impossible, each of which is needed.

A smallest unsatisfiable subset, by the implicit hitting-set method (Ignatiev, Previti, Liffiton &
Marques-Silva 2015): guess the smallest set that touches every known way out; if the guess already makes
agreement impossible it is a smallest blocking set, otherwise grow the guess as far as agreement stays
possible: what is left over is another way out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from detente.analysis.agreements.engines.engine import Engine
from detente.situation.issues.compile import Demand


@dataclass(frozen=True, slots=True)
class Blocking:
    """Demands that cannot all be met: proven to be as few as can be (`smallest`), each of them `needed`."""

    demands: tuple[Demand, ...]
    smallest: bool
    needed: bool


def blocking(engine: Engine) -> Blocking | None:
    """The blocking set, or None if there is an agreement (or if no answer came in time)."""
    if engine.feasible() is not False:
        return None
    demands = engine.bargain.demands
    if engine.feasible(()) is False:
        return Blocking((), True, True)
    ways_out: list[frozenset[int]] = []
    for _ in range(10 * len(demands) + 100):
        guess = _hitting(ways_out, len(demands))
        possible = engine.feasible(guess)
        if possible is False:
            return Blocking(tuple(demands[place] for place in sorted(guess)), True, True)
        if possible is None:
            break
        grown = _grown(engine, guess)
        if grown is None:
            break
        ways_out.append(frozenset(range(len(demands))) - grown)
    return _by_deletion(engine)


def _grown(engine: Engine, start: Collection[int]) -> frozenset[int] | None:
    """A largest set of demands, containing `start`, under which agreement stays possible."""
    kept = set(start)
    for place in range(len(engine.bargain.demands)):
        if place not in kept:
            possible = engine.feasible(kept | {place})
            if possible is None:
                return None
            if possible:
                kept.add(place)
    return frozenset(kept)


def _by_deletion(engine: Engine) -> Blocking:
    """Drop demands one by one while agreement stays impossible: each left is needed, perhaps not smallest."""
    kept = list(range(len(engine.bargain.demands)))
    sure = True
    for place in list(kept):
        without = [other for other in kept if other != place]
        possible = engine.feasible(without)
        sure &= possible is not None
        if possible is False:
            kept = without
    return Blocking(tuple(engine.bargain.demands[place] for place in kept), False, sure)


def _hitting(sets: list[frozenset[int]], size: int) -> frozenset[int]:
    """A smallest set that meets every given set; those of one size in lexicographic order."""
    if not sets:
        return frozenset()
    places = sorted({place for one in sets for place in one if place < size})
    least = _disjoint(sets)
    for length in range(least, len(places) + 1):
        found = _hitting_of(sets, length)
        if found is not None:
            return found
    return frozenset(places)


def _disjoint(sets: list[frozenset[int]]) -> int:
    """Sets that share nothing need an element each."""
    taken: set[int] = set()
    count = 0
    for one in sorted(sets, key=len):
        if not taken & one:
            taken |= one
            count += 1
    return count


def _hitting_of(sets: list[frozenset[int]], length: int) -> frozenset[int] | None:
    """A hitting set of at most `length` elements: branch on the smallest set not met yet."""
    if not sets:
        return frozenset()
    if length == 0 or _disjoint(sets) > length:
        return None
    shortest = sorted(sets, key=len)[0]
    for place in sorted(shortest):
        rest = _hitting_of([one for one in sets if place not in one], length - 1)
        if rest is not None:
            return rest | {place}
    return None


def each_is_needed(engine: Engine, found: Blocking) -> bool:
    """Does agreement become possible when any one member is dropped (and the rest of the set stands)?"""
    places = [engine.bargain.demands.index(demand) for demand in found.demands]
    return all(engine.feasible(rest) for rest in combinations(places, len(places) - 1))
