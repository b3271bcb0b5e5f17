"""Which wishes of two actors go together, and which exclude each other?

Two wishes are *shared* if, over the feasible states, one implies the other: whoever gets the stronger
one gives the other side what it asked for. They are *opposed* if no feasible state satisfies both.
Everything else can be had together or apart. This reads the statements alone: how much each weighs is
their order.

A *rule of conduct* says what an actor does in its own hands given what the others do ("mediation if
Seoul pays for it"): an implication or equivalence over an option of its own. Rules are no hopes about
the outcome, and nearly any hope implies some rule, so rules are left out of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from detente.situation.compile import Compiled
from detente.situation.graph import Bools
from detente.situation.language.expressions import Iff, Implies, parse, references
from detente.situation.model import Situation
from detente.situation.preferences import Prioritised, Statement

Kind = Literal["shared", "opposed"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Statement no. `first_index` of `first` and no. `second_index` of `second` (from 0, by importance)."""

    first: str
    first_index: int
    second: str
    second_index: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class WishRelations:
    """Every shared or opposed pair of statements of two different actors, most important first."""

    compiled: Compiled
    meetings: tuple[Meeting, ...]

    @property
    def situation(self) -> Situation:
        """The situation asked about."""
        return self.compiled.situation

    def between(self, first: str, second: str, kind: Kind) -> tuple[Meeting, ...]:
        """The meetings of one kind between two actors, most important first."""
        pair = {first, second}
        return tuple(one for one in self.meetings if {one.first, one.second} == pair and one.kind == kind)

    def records(self) -> Iterator[dict[str, object]]:
        """One row per meeting."""
        for one in self.meetings:
            yield {
                "first": one.first,
                "first_statement": one.first_index + 1,
                "second": one.second,
                "second_statement": one.second_index + 1,
                "kind": one.kind,
            }


def is_rule(compiled: Compiled, actor: str, statement: Statement) -> bool:
    """Is the statement a rule of conduct of its actor?"""
    expression = parse(statement.text)
    own = {option.id for option in compiled.situation.options if option.owner == actor}
    return isinstance(expression, Implies | Iff) and bool(own & set(references(expression)))


def wish_relations(compiled: Compiled) -> WishRelations:
    """Compare every hope of every actor with every hope of every other."""
    truths = {actor: _truths(compiled, actor) for actor in compiled.actors}
    meetings = [
        meeting
        for first, second in combinations(compiled.actors, 2)
        for meeting in _meetings(first, truths[first], second, truths[second])
    ]
    meetings.sort(key=lambda one: one.first_index + one.second_index)
    return WishRelations(compiled, tuple(meetings))


def _truths(compiled: Compiled, actor: str) -> Bools:
    """[statements, feasible states]; no rows for actors whose wishes are not statements."""
    preference = compiled.situation.preference(actor)
    feasible = compiled.graph.feasible
    if compiled.space is None or not isinstance(preference, Prioritised) or not preference.statements:
        return np.zeros((0, int(feasible.sum())), dtype=np.bool_)
    space = compiled.space
    rows = [space.full(space.table(one.text))[feasible] for one in preference.statements]
    for row, one in zip(rows, preference.statements, strict=True):
        if is_rule(compiled, actor, one):
            row[:] = True  # true everywhere: says nothing about the outcome, and is compared with nothing
    return np.stack(rows)


def _meetings(first: str, ours: Bools, second: str, theirs: Bools) -> Iterator[Meeting]:
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            if _empty(mine) or _empty(other):
                continue
            both = bool((mine & other).any())
            implied = both and (not (mine & ~other).any() or not (other & ~mine).any())
            if implied or not both:
                yield Meeting(first, i, second, j, "shared" if implied else "opposed")


def _empty(truth: Bools) -> bool:
    """A statement true or false everywhere is shared by all or opposed to all, and says nothing."""
    return bool(truth.all()) or not truth.any()
