"""Ranges: what holds whatever the points turn out to be, and what holds for some of them?

Every range is read at its low end (a package acceptable then is acceptable in every completion) and at its
high end (acceptable in some completion). The agreements of any completion lie between the two, and the two
are themselves completions; so what every *possible* agreement shares is core in every completion.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.agreements.common_ground import CommonGround, common_ground
from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.engines.engine import Engine
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.situation.issues.compile import compile_terms


@dataclass(frozen=True, slots=True)
class RangeAnswers:
    """Counts of packages acceptable in every and in some completion.

    certain: common ground in every completion that allows an agreement; possible: what may occur if every
    range turns out low.
    """

    robust_packages: int | None
    possible_packages: int | None
    certain: CommonGround
    possible: CommonGround


def ranges(low: Engine, deadline: Deadline) -> RangeAnswers | None:
    """Robust and possible answers; None when every score is certain."""
    if not low.bargain.terms.ranged:
        return None
    high = engine(compile_terms(low.bargain.terms, end="high"), deadline=deadline)
    return RangeAnswers(low.count(), high.count(), common_ground(high), common_ground(low))
