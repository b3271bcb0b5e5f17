"""Sets of states and relations between them as diagrams.

Every axis takes as many bits as its levels need; each bit has a level of the diagram for where a state
stands (*here*) and, just below it, one for where a move of the axis' owner leads (*there*). A set speaks of
`here` only; a player's move relates all axes here with the player's own axes there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.analysis.symbolic.clock import Deadline
from detente.analysis.symbolic.diagrams.diagram import Diagram, Diagrams
from detente.analysis.symbolic.diagrams.ordering import axis_order
from detente.analysis.symbolic.form import Condition, Digits, Form, Listed, Ordered, Summed
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

Term = tuple[int, Diagram]
Made = dict[tuple[int, int], Diagram]


class Sets:
    """The states of a form, its wishes and moves, as diagrams."""

    def __init__(self, form: Form, deadline: Deadline, *, order: Sequence[int] | None = None) -> None:
        self.form = form
        self._where = {option.id: axis for axis, option in enumerate(form.axes)}
        self.order = tuple(order) if order is not None else axis_order(form)
        self.bits: list[tuple[int, ...]] = [()] * len(form.axes)
        levels = 0
        for axis in self.order:
            count = (form.shape[axis] - 1).bit_length()
            self.bits[axis] = tuple(range(levels, levels + 2 * count, 2))
            levels += 2 * count
        self.diagrams = Diagrams(levels, deadline)
        self._read: dict[tuple[int, frozenset[int]], Diagram] = {}
        self._levels: dict[tuple[int, int, bool], Diagram] = {}
        self.states = self.feasible()

    # -- conditions ----------------------------------------------------------------------------

    def standing(self, axis: int, digit: int, *, there: bool = False) -> Diagram:
        """Where an axis stands at a level."""
        key = axis, digit, there
        if key not in self._levels:
            result, bits = self.diagrams.true, self.bits[axis]
            for place, bit in enumerate(bits):
                test = self.diagrams.level(bit + there)
                result = result & (test if digit >> (len(bits) - 1 - place) & 1 else ~test)
            self._levels[key] = result
        return self._levels[key]

    def truth(self, condition: Condition, moved: frozenset[int] = frozenset()) -> Diagram:
        """Where the condition holds; the moved axes are read there, the others here."""
        key = id(condition), moved & frozenset(condition.axes)
        if key not in self._read:
            self._read[key] = self._truth(condition.expression, moved)
        return self._read[key]

    def known(self, moved: frozenset[int] = frozenset()) -> Diagram:
        """Codes of levels that exist."""
        result = self.diagrams.true
        for axis, count in enumerate(self.form.shape):
            if count & (count - 1):
                digits = (self.standing(axis, digit, there=axis in moved) for digit in range(count))
                result = result & self.diagrams.union(digits)
        return result

    def feasible(self, moved: frozenset[int] = frozenset()) -> Diagram:
        """Every constraint holds, among codes of levels that exist."""
        truths = (self.truth(one, moved) for one in self.form.constraints)
        return self.known(moved) & self.diagrams.intersection(truths)

    def _truth(self, expression: Expression, moved: frozenset[int]) -> Diagram:
        sets = self.diagrams
        match expression:
            case Mention(option):
                axis = self._where[option]
                return ~self.standing(axis, 0, there=axis in moved)
            case Compare(option, operator, level):
                return self._compare(self._where[option], operator, level, moved)
            case Not(part):
                return ~self._truth(part, moved)
            case And(parts):
                return sets.intersection(self._truth(part, moved) for part in parts)
            case Or(parts):
                return sets.union(self._truth(part, moved) for part in parts)
            case Implies(first, second):
                return ~self._truth(first, moved) | self._truth(second, moved)
            case Iff(left, right):
                return ~(self._truth(left, moved) ^ self._truth(right, moved))
            case Count(kind, number, parts):
                return self._count(kind, number, [self._truth(part, moved) for part in parts])

    def _compare(self, axis: int, operator: str, level: str, moved: frozenset[int]) -> Diagram:
        option = self.form.axes[axis]
        digits = levels_where(operator, option.levels.index(level), len(option.levels))
        return self.diagrams.union(self.standing(axis, digit, there=axis in moved) for digit in digits)

    def _count(self, kind: str, number: int, parts: Sequence[Diagram]) -> Diagram:
        enough = self._at_least(number, parts)
        if kind == "at_least":
            return enough
        more = self._at_least(number + 1, parts)
        return ~more if kind == "at_most" else enough & ~more

    def _at_least(self, number: int, parts: Sequence[Diagram]) -> Diagram:
        ways = [self.diagrams.true] + [self.diagrams.false] * max(0, number)
        for part in parts:
            ways = [ways[0]] + [ways[k] | (part & ways[k - 1]) for k in range(1, len(ways))]
        return ways[max(0, number)]

    # -- moves ---------------------------------------------------------------------------------

    def own(self, player: int) -> frozenset[int]:
        """The player's axes."""
        return frozenset(self.form.players[player].own)

    def there(self, player: int) -> Iterator[int]:
        """The levels that say where the player's move leads."""
        return (bit + 1 for bit in self.here(player))

    def here(self, player: int) -> Iterator[int]:
        """The levels that say where the player's axes stand."""
        return (bit for axis in self.form.players[player].own for bit in self.bits[axis])

    def unshifted(self, target: Diagram, player: int) -> Diagram:
        """The set of where the player's move leads, read as a set of states."""
        return self.diagrams.rename(target, {bit + 1: bit for bit in self.here(player)})

    def shifted(self, target: Diagram, player: int) -> Diagram:
        """The set read where the player's move leads."""
        return self.diagrams.rename(target, {bit: bit + 1 for bit in self.here(player)})

    def moves(self, player: int) -> Diagram:
        """The player's moves between feasible states (here need not be feasible); staying is none."""
        actor, own = self.form.players[player], self.own(player)
        result = self.feasible(own) & ~self.diagrams.intersection(self._stays(axis) for axis in actor.own)
        for axis in actor.own:
            result = result & self._may_change(axis)
        for ban in actor.bans:
            result = result & ~(self.truth(ban.source) & self.truth(ban.target, own))
        return result

    def _stays(self, axis: int) -> Diagram:
        tests = [(self.diagrams.level(bit), self.diagrams.level(bit + 1)) for bit in self.bits[axis]]
        return self.diagrams.intersection(~(here ^ there) for here, there in tests)

    def _may_change(self, axis: int) -> Diagram:
        table = self.form.allowed[axis]
        if table.all():
            return self.diagrams.true
        return self.diagrams.union(
            self.standing(axis, a) & self.standing(axis, b, there=True)
            for a in range(len(table))
            for b in range(len(table))
            if table[a, b]
        )

    # -- wishes --------------------------------------------------------------------------------

    def prefers_there(self, player: int) -> Diagram:
        """Where the player would rather be there than here."""
        own = self.own(player)
        match self.form.players[player].wish:
            case Ordered(conditions):
                result = self.diagrams.false
                for one in reversed(conditions):
                    there, here = self.truth(one, own), self.truth(one)
                    result = (there & ~here) | ((there | ~here) & result)
                return result
            case Summed(conditions, weights):
                gains = [(w, self.truth(c, own)) for c, w in zip(conditions, weights, strict=True)]
                losses = [(-w, self.truth(c)) for c, w in zip(conditions, weights, strict=True)]
                return self._sums([*gains, *losses])
            case Listed(groups):
                return self._ranked(player, groups)

    def more_than(self, conditions: Sequence[Condition], weights: Sequence[int], total: int) -> Diagram:
        """Where the weights of the conditions that hold sum to more than `total`."""
        terms = [(w, self.truth(c)) for c, w in zip(conditions, weights, strict=True)]
        return self._sums([*terms, (-total, self.diagrams.true)])

    def _sums(self, terms: Sequence[Term]) -> Diagram:
        """Where the weights of what is true sum to more than nothing."""
        terms = sorted((term for term in terms if term[0]), key=lambda term: -abs(term[0]))
        return self._sum_from(terms, 0, 0, {})

    def _sum_from(self, terms: Sequence[Term], place: int, total: int, made: Made) -> Diagram:
        rest = [weight for weight, _ in terms[place:]]
        if total + sum(w for w in rest if w < 0) > 0:
            return self.diagrams.true
        if total + sum(w for w in rest if w > 0) <= 0:
            return self.diagrams.false
        key = place, total
        if key not in made:
            weight, test = terms[place]
            yes = self._sum_from(terms, place + 1, total + weight, made)
            no = self._sum_from(terms, place + 1, total, made)
            made[key] = (test & yes) | (~test & no)
        return made[key]

    def _ranked(self, player: int, groups: Sequence[Sequence[Digits]]) -> Diagram:
        """Some group bounds them: there stands in it or above, here below."""
        above, result = self.diagrams.false, self.diagrams.false
        for group in groups:
            above = above | self.diagrams.union(self.state(digits) for digits in group)
            result = result | (self.shifted(above, player) & ~above)
        return result

    def state(self, digits: Digits) -> Diagram:
        """The set of one state."""
        return self.diagrams.intersection(self.standing(axis, digit) for axis, digit in enumerate(digits))


def levels_where(operator: str, bound: int, count: int) -> list[int]:
    """The levels that compare so with `bound`."""
    from detente.analysis.symbolic.satisfiability.encoder import COMPARE

    return [digit for digit in range(count) if COMPARE[operator](digit, bound)]
