"""Adjusted winner: who gets which item, so that both sides get the same and neither envies?

Brams & Taylor 1996, chapter 4. Each side spreads its points over the items. Every item first goes to the side
that values it more; then items (or one part of one item) pass from the richer side to the poorer, those with
the smallest ratio of the two values first, until both have the same number of points. Exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from detente.errors import ArgumentError
from detente.situation.issues.terms import AgreementTerms, Party


@dataclass(frozen=True, slots=True)
class Division:
    """shares: (item, part that goes to the first side); scores of the two sides, equal if it can be."""

    sides: tuple[str, str]
    shares: tuple[tuple[str, Fraction], ...]
    scores: tuple[Fraction, Fraction]

    @property
    def split(self) -> tuple[str, ...]:
        """Items that are shared (at most one)."""
        return tuple(item for item, share in self.shares if 0 < share < 1)


def adjusted_winner(
    first: Mapping[str, Fraction | int],
    second: Mapping[str, Fraction | int],
    *,
    sides: tuple[str, str] = ("first", "second"),
) -> Division:
    """Divide items between two sides. Both must value the same items, none negatively.

    Items valued alike go to the first side at the start, and are the first to be passed on. Raises
    ArgumentError when the items differ or a side values nothing.
    """
    if set(first) != set(second):
        odd = ", ".join(sorted(set(first) ^ set(second)))
        raise ArgumentError(f"adjusted_winner(): both sides must value the same items; one lacks {odd}")
    a = {item: Fraction(value) for item, value in first.items()}
    b = {item: Fraction(second[item]) for item in a}
    for side, values in zip(sides, (a, b), strict=True):
        if min(values.values(), default=0) < 0 or not sum(values.values()):
            raise ArgumentError(f"adjusted_winner(): {side} needs values that are not negative and not all 0")
    share = {item: Fraction(a[item] >= b[item]) for item in a}
    _even_out(a, b, share)
    scores = _scores(a, b, share)
    return Division(sides, tuple(share.items()), scores)


def _scores(
    a: Mapping[str, Fraction], b: Mapping[str, Fraction], share: Mapping[str, Fraction]
) -> tuple[Fraction, Fraction]:
    mine = sum((a[item] * part for item, part in share.items()), Fraction(0))
    yours = sum((b[item] * (1 - part) for item, part in share.items()), Fraction(0))
    return mine, yours


def _even_out(a: dict[str, Fraction], b: dict[str, Fraction], share: dict[str, Fraction]) -> None:
    """Pass items from the richer side, in the order of their ratios, until the scores meet."""
    mine, yours = _scores(a, b, share)
    from_first = mine >= yours
    richer, poorer = (a, b) if from_first else (b, a)
    held = [item for item in a if share[item] == Fraction(from_first)]
    held.sort(key=lambda item: richer[item] / poorer[item] if poorer[item] else Fraction(10**18))
    for item in held:
        mine, yours = _scores(a, b, share)
        gap = abs(mine - yours)
        if gap == 0 or (mine > yours) != from_first:
            return
        # Passing the part x closes the gap by x times what both sides give the item.
        both = richer[item] + poorer[item]
        part = min(Fraction(1), gap / both) if both else Fraction(0)
        share[item] = 1 - part if from_first else part


def items_of(terms: AgreementTerms) -> tuple[Party, Party, dict[str, Fraction], dict[str, Fraction]] | None:
    """The terms as a division of items, if they are one.

    They are when two parties keep score, every issue has two levels, and each party has points at one level
    and none at the other, not the same level for both.
    """
    scored = [party for party in terms.parties if party.points is not None]
    if len(scored) != 2 or len(terms.parties) != 2:
        return None
    first, second = scored
    values: tuple[dict[str, Fraction], dict[str, Fraction]] = ({}, {})
    for place, issue in enumerate(terms.issues):
        rows = [party.points[place] for party in scored if party.points is not None]
        lows = [[low for low, _ in row] for row in rows]
        wins = [row.index(max(row)) for row in lows]
        nothing = any(min(row) != 0 or len(row) != 2 for row in lows)
        if nothing or (wins[0] == wins[1] and all(max(row) for row in lows)):
            return None
        for mine, row in zip(values, lows, strict=True):
            mine[issue.id] = max(row)
    return first, second, *values
