"""The grades of a wish over a set: its states by how much they are worth, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.symbolic.diagrams.diagram import Diagram
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.form import Condition, Digits, Listed, Ordered, Summed


@dataclass(frozen=True, slots=True)
class Grade:
    """equal: the states of the set asked about that are worth this much; at_most: all worth no more."""

    equal: Diagram
    at_most: Diagram


def grades(sets: Sets, player: int, within: Diagram) -> Iterator[Grade]:
    """Every grade that occurs in `within`, worst first; `at_most` speaks of all states, possible or not."""
    match sets.form.players[player].wish:
        case Ordered(conditions):
            yield from _ordered(sets, conditions, within)
        case Summed(conditions, weights):
            yield from _summed(sets, conditions, weights, within)
        case Listed(groups):
            yield from _listed(sets, groups, within)


def _ordered(sets: Sets, conditions: Sequence[Condition], within: Diagram) -> Iterator[Grade]:
    def descend(place: int, equal: Diagram, region: Diagram, worse: Diagram) -> Iterator[Grade]:
        if equal.empty:
            return
        if place == len(conditions):
            yield Grade(equal, worse | region)
            return
        test = sets.truth(conditions[place])
        yield from descend(place + 1, equal & ~test, region & ~test, worse)
        yield from descend(place + 1, equal & test, region & test, worse | (region & ~test))

    yield from descend(0, within, sets.diagrams.true, sets.diagrams.false)


def _summed(
    sets: Sets, conditions: Sequence[Condition], weights: Sequence[int], within: Diagram
) -> Iterator[Grade]:
    found = {0: within}
    for condition, weight in zip(conditions, weights, strict=True):
        test, after = sets.truth(condition), dict[int, Diagram]()
        for total, part in found.items():
            for value, some in ((total + weight, part & test), (total, part & ~test)):
                if not some.empty:
                    after[value] = after[value] | some if value in after else some
        found = after
    for total in sorted(found):
        if not found[total].empty:
            yield Grade(found[total], ~sets.more_than(conditions, weights, total))


def _listed(sets: Sets, groups: Sequence[Sequence[Digits]], within: Diagram) -> Iterator[Grade]:
    at_most = sets.diagrams.false
    for group in reversed(groups):
        same = sets.diagrams.union(sets.state(digits) for digits in group)
        at_most = at_most | same
        if not (same & within).empty:
            yield Grade(same & within, at_most)
