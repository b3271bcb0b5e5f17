"""A growing set of clauses and linear rows over Boolean variables, written for no solver in particular.

Literals are non-zero integers, a negative one the opposite of its variable; TRUE and FALSE are literals too,
and every builder simplifies with them. Definitions are shared: the same conjunction is the same literal.
Every defined literal is tied in both directions, so that a solution is fixed by its free variables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Literal = int
TRUE: Literal = 1
FALSE: Literal = -1


@dataclass(frozen=True, slots=True)
class Row:
    """Σ weight × literal ≥ least, wherever `when` is true."""

    terms: tuple[tuple[int, Literal], ...]
    least: int
    when: Literal


@dataclass(slots=True)
class Clauses:
    """variables: how many, numbered from 1; variable 1 is true."""

    variables: int = 1
    clauses: list[tuple[Literal, ...]] = field(default_factory=lambda: [(TRUE,)])
    rows: list[Row] = field(default_factory=list)
    _defined: dict[tuple[Literal, ...], Literal] = field(default_factory=dict)
    _sums: dict[tuple[tuple[int, Literal], ...], Literal] = field(default_factory=dict)

    def variable(self) -> Literal:
        """A new variable."""
        self.variables += 1
        return self.variables

    def require(self, literals: Iterable[Literal]) -> None:
        """Some literal is true."""
        kept = set(literals) - {FALSE}
        if TRUE in kept or any(-literal in kept for literal in kept):
            return
        self.clauses.append(tuple(sorted(kept)))

    def both(self, literals: Iterable[Literal]) -> Literal:
        """A literal that is true exactly if all these are."""
        kept = tuple(sorted(set(literals) - {TRUE}))
        if FALSE in kept or any(-literal in kept for literal in kept):
            return FALSE
        if len(kept) < 2:
            return kept[0] if kept else TRUE
        found = self._defined.get(kept)
        if found is None:
            found = self._defined[kept] = self.variable()
            self.clauses.extend((-found, literal) for literal in kept)
            self.clauses.append((found, *(-literal for literal in kept)))
        return found

    def either(self, literals: Iterable[Literal]) -> Literal:
        """A literal that is true exactly if some of these is."""
        return -self.both(-literal for literal in literals)

    def same(self, left: Literal, right: Literal) -> Literal:
        """A literal that is true exactly if both are true or both are false."""
        if left == right:
            return TRUE
        if left == -right:
            return FALSE
        return self.both((self.either((-left, right)), self.either((left, -right))))

    def at_least(self, number: int, literals: Sequence[Literal]) -> Literal:
        """A literal that is true exactly if `number` of these are true (repetitions count)."""
        if number <= 0:
            return TRUE
        if number > len(literals):
            return FALSE
        # Counting from the end: ways[k] says that k of the literals seen so far are true.
        ways = [TRUE] + [FALSE] * number
        for literal in reversed(literals):
            ways = [TRUE] + [
                self.either((self.both((literal, ways[k - 1])), ways[k])) for k in range(1, number + 1)
            ]
        return ways[number]

    def positive(self, terms: Iterable[tuple[int, Literal]]) -> Literal:
        """A literal that is true exactly if Σ weight × literal > 0."""
        kept, constant = _collected(terms)
        low = constant + sum(weight for weight, _ in kept if weight < 0)
        high = constant + sum(weight for weight, _ in kept if weight > 0)
        if low > 0:
            return TRUE
        if high <= 0:
            return FALSE
        key = (*kept, (constant, TRUE))
        found = self._sums.get(key)
        if found is None:
            found = self._sums[key] = self.variable()
            self.rows.append(Row(kept, 1 - constant, found))
            self.rows.append(Row(tuple((-weight, literal) for weight, literal in kept), constant, -found))
        return found


def _collected(terms: Iterable[tuple[int, Literal]]) -> tuple[tuple[tuple[int, Literal], ...], int]:
    """Terms over variables, each once, and what is constant."""
    weights: dict[Literal, int] = {}
    constant = 0
    for weight, literal in terms:
        if abs(literal) == TRUE:
            constant += weight if literal == TRUE else 0
        elif literal > 0:
            weights[literal] = weights.get(literal, 0) + weight
        else:
            weights[-literal] = weights.get(-literal, 0) - weight
            constant += weight
    return tuple(sorted((w, v) for v, w in weights.items() if w)), constant
