"""Improve a draft: is there a package that is worse for nobody and better for somebody?

For a party with points, worse means fewer points; for one without, a lower mark on any issue. The answer is
an efficient package among those, or None when the draft cannot be improved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.objectives.registry import objective
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.rows import Package
from detente.errors import ArgumentError
from detente.situation.issues.compile import Bargain, compile_terms
from detente.situation.issues.terms import AgreementTerms, Mark, Party
from detente.situation.language.expressions import nearest

_RANK = {Mark.NEVER: 0, Mark.PAID: 1, Mark.ACCEPTABLE: 2, Mark.WANTED: 3}


@dataclass(frozen=True, slots=True)
class Improvement:
    """draft and better package; per party the points (or marks climbed) that it gains, never negative."""

    draft: Package
    package: Package
    gains: tuple[tuple[str, Fraction], ...]
    proven: bool


def improve(terms: AgreementTerms, draft: Mapping[str, str], *, seconds: float = 30.0) -> Improvement | None:
    """A package that hurts nobody and helps somebody, with the most gained in all; None if there is none.

    The result keeps every demand of the terms, except that a party that the draft leaves below its
    reservation need not be lifted above it. Raises ArgumentError when the draft is not a package.
    """
    package = checked(terms, draft)
    bargain = compile_terms(terms)
    held = compile_terms(_held(bargain, package))
    best = engine(held, deadline=Deadline(seconds)).best([objective("total")])
    if not best.packages:
        return None
    gains = tuple(
        (party.id, _worth(held, place, best.packages[0]) - _worth(held, place, package))
        for place, party in enumerate(held.terms.parties)
    )
    if not any(gain for _, gain in gains):
        return None
    return Improvement(package, best.packages[0], gains, best.proven)


def checked(terms: AgreementTerms, draft: Mapping[str, str]) -> Package:
    """The draft in indices; unnamed issues are parked. Raises ArgumentError where that is no package."""
    levels = terms.levels
    for issue, level in draft.items():
        if issue not in levels:
            raise ArgumentError(f"there is no issue {issue!r}{nearest(issue, levels)}")
        if level not in levels[issue]:
            raise ArgumentError(f"{issue} has no level {level!r}{nearest(level, levels[issue])}")
    missing = [issue.id for issue in terms.issues if issue.id not in draft and not issue.park]
    if missing:
        raise ArgumentError(f"the draft says nothing of {', '.join(missing)}, which cannot be parked")
    return tuple(issue.levels.index(draft.get(issue.id, issue.levels[-1])) for issue in terms.issues)


def _worth(bargain: Bargain, party: int, package: Package) -> Fraction:
    return bargain.points(party, package) or Fraction(0)


def _held(bargain: Bargain, package: Package) -> AgreementTerms:
    """The terms with every party held to what the draft gives it, at the least."""
    parties = tuple(
        _hold(party, bargain.points(place, package), package)
        for place, party in enumerate(bargain.terms.parties)
    )
    return replace(bargain.terms, parties=parties, quota=0)


def _hold(party: Party, points: Fraction | None, package: Package) -> Party:
    """The party as one that must sign, on no worse terms than the draft's."""
    marks = party.marks and tuple(
        tuple(_held_mark(mark, row[level]) for mark in row)
        for row, level in zip(party.marks, package, strict=True)
    )
    held = replace(party, required=True, marks=marks, never=party.never if party.required else ())
    if points is not None:
        return replace(held, reservation=points, margin=Fraction(0))
    if party.marks is None:
        return held
    ranks = tuple(
        tuple((Fraction(_RANK[mark]) if mark else Fraction(0),) * 2 for mark in row) for row in party.marks
    )
    return replace(held, points=ranks, reservation=Fraction(0))


def _held_mark(mark: Mark | None, drafted: Mark | None) -> Mark | None:
    if mark is None or drafted is None:
        return mark
    if _RANK[mark] < _RANK[drafted]:
        return Mark.NEVER
    return Mark.ACCEPTABLE if mark is Mark.NEVER else mark
