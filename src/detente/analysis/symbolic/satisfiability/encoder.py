"""Conditions, moves and wishes as literals: the one place where expressions become clauses.

A *view* of a state gives every axis one literal per level: variables for the state looked for, TRUE and
FALSE where a level is fixed. Reading a statement in a view of which an actor's own axes are fixed leaves a
formula over the few axes of others it mentions, and equal formulas share their literals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType

from detente.analysis.symbolic.form import Condition, Digits, Form, Listed, Ordered, Summed
from detente.analysis.symbolic.satisfiability.clauses import FALSE, TRUE, Clauses, Literal
from detente.situation.language.expressions import (
    And,
    Compare,
    Count,
    Expression,
    Iff,
    Implies,
    Mention,
    Not,
    Or,
)

Binding = tuple[Literal, ...]
View = tuple[Binding, ...]


def fixed(levels: int, digit: int) -> Binding:
    """The binding of an axis that stands at a level."""
    return tuple(TRUE if level == digit else FALSE for level in range(levels))


class Encoder:
    """Literals of one form in one set of clauses."""

    def __init__(self, form: Form, clauses: Clauses) -> None:
        self.form, self.clauses = form, clauses
        self._where = {option.id: axis for axis, option in enumerate(form.axes)}
        self._read: dict[tuple[int, View], Literal] = {}

    # -- views ---------------------------------------------------------------------------------

    def free(self) -> View:
        """A state to be found: one level per axis."""
        return tuple(self._levels(count) for count in self.form.shape)

    def constant(self, digits: Digits) -> View:
        """A state that is known."""
        return tuple(fixed(count, digit) for count, digit in zip(self.form.shape, digits, strict=True))

    def moved(self, view: View, axes: Sequence[int], digits: Digits) -> View:
        """The view with these axes standing at these levels."""
        changed = list(view)
        for axis, digit in zip(axes, digits, strict=True):
            changed[axis] = fixed(self.form.shape[axis], digit)
        return tuple(changed)

    def replaced(self, view: View, axes: Iterable[int]) -> View:
        """The view with these axes free again, by variables of their own."""
        changed = list(view)
        for axis in axes:
            changed[axis] = self._levels(self.form.shape[axis])
        return tuple(changed)

    def _levels(self, count: int) -> Binding:
        if count == 1:
            return (TRUE,)
        if count == 2:
            variable = self.clauses.variable()
            return (-variable, variable)
        binding = tuple(self.clauses.variable() for _ in range(count))
        self.clauses.require(binding)
        for level in range(count):
            for other in range(level):
                self.clauses.require((-binding[level], -binding[other]))
        return binding

    # -- conditions ----------------------------------------------------------------------------

    def truth(self, condition: Condition, view: View) -> Literal:
        """The condition in the view."""
        key = id(condition), tuple(view[axis] for axis in condition.axes)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._truth(condition.expression, view)
        return found

    def feasible(self, view: View) -> Literal:
        """Every constraint holds in the view."""
        return self.clauses.both(self.truth(one, view) for one in self.form.constraints)

    def is_state(self, view: View, digits: Digits) -> Literal:
        """The view stands exactly there."""
        return self.clauses.both(binding[digit] for binding, digit in zip(view, digits, strict=True))

    def _truth(self, expression: Expression, view: View) -> Literal:
        clauses = self.clauses
        match expression:
            case Mention(option):
                return -view[self._where[option]][0]
            case Compare(option, operator, level):
                return self._compare(self._where[option], operator, level, view)
            case Not(part):
                return -self._truth(part, view)
            case And(parts):
                return clauses.both([self._truth(part, view) for part in parts])
            case Or(parts):
                return clauses.either([self._truth(part, view) for part in parts])
            case Implies(first, second):
                return clauses.either((-self._truth(first, view), self._truth(second, view)))
            case Iff(left, right):
                return clauses.same(self._truth(left, view), self._truth(right, view))
            case Count(kind, number, parts):
                return self._count(kind, number, [self._truth(part, view) for part in parts])

    def _compare(self, axis: int, operator: str, level: str, view: View) -> Literal:
        bound = self.form.axes[axis].levels.index(level)
        return self.clauses.either(
            view[axis][digit] for digit in levels_where(operator, bound, len(view[axis]))
        )

    def _count(self, kind: str, number: int, parts: Sequence[Literal]) -> Literal:
        enough = self.clauses.at_least(number, parts)
        if kind == "at_least":
            return enough
        more = self.clauses.at_least(number + 1, parts)
        return -more if kind == "at_most" else self.clauses.both((enough, -more))

    # -- moves ---------------------------------------------------------------------------------

    def may_move(self, player: int, source: View, target: View) -> tuple[Literal, ...]:
        """Literals all true exactly if the rules let the player go from source to target.

        The two views agree on the axes of others. Feasibility of the target is a matter of its own; staying
        is allowed here, and is never an improvement.
        """
        actor = self.form.players[player]
        steps = [self._may_change(axis, source[axis], target[axis]) for axis in actor.own]
        for ban in actor.bans:
            steps.append(-self.clauses.both((self.truth(ban.source, source), self.truth(ban.target, target))))
        return tuple(literal for literal in dict.fromkeys(steps) if literal != TRUE)

    def _may_change(self, axis: int, source: Binding, target: Binding) -> Literal:
        table = self.form.allowed[axis]
        if table.all():
            return TRUE
        barred = [
            self.clauses.both((source[a], target[b]))
            for a in range(len(source))
            for b in range(len(target))
            if not table[a, b]
        ]
        return -self.clauses.either(barred)

    # -- wishes --------------------------------------------------------------------------------

    def prefers(self, player: int, better: View, worse: View) -> Literal:
        """The player prefers the one view to the other."""
        match self.form.players[player].wish:
            case Ordered(conditions):
                pairs = [(self.truth(one, better), self.truth(one, worse)) for one in conditions]
                return self._lexicographic(pairs)
            case Summed(conditions, weights):
                gained = [(w, self.truth(c, better)) for c, w in zip(conditions, weights, strict=True)]
                lost = [(-w, self.truth(c, worse)) for c, w in zip(conditions, weights, strict=True)]
                return self.clauses.positive(gained + lost)
            case Listed(groups):
                return self._ranked(groups, better, worse)

    def _lexicographic(self, pairs: Sequence[tuple[Literal, Literal]]) -> Literal:
        """The first pair that differs has its first member true."""
        clauses, greater = self.clauses, FALSE
        for here, there in reversed(pairs):
            if here != there:
                open_ = clauses.both((clauses.either((here, -there)), greater))
                greater = clauses.either((clauses.both((here, -there)), open_))
        return greater

    def _ranked(self, groups: Sequence[Sequence[Digits]], better: View, worse: View) -> Literal:
        """Some group bounds them: the one stands in it or above, the other below."""
        upper: list[Literal] = []
        lower: list[Literal] = []
        apart: list[Literal] = []
        for group in groups:
            upper.extend(self.is_state(better, state) for state in group)
            lower.extend(self.is_state(worse, state) for state in group)
            apart.append(self.clauses.both((self.clauses.either(upper), -self.clauses.either(lower))))
        return self.clauses.either(apart)


def levels_where(operator: str, bound: int, count: int) -> list[int]:
    holds: Callable[[int, int], bool] = COMPARE[operator]
    return [digit for digit in range(count) if holds(digit, bound)]


COMPARE: Mapping[str, Callable[[int, int], bool]] = MappingProxyType(
    {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
)
