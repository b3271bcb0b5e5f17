"""How each actor stands to an outcome: content, tempted but deterred, or about to leave."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.explain import Verdict, judge
from detente.messages import Words


def standing(found: Outcomes, position: int) -> tuple[Verdict, ...]:
    """Each actor's verdict on an outcome, under the notion of stability the brief uses."""
    concept = found.selection.concept
    return tuple(
        judge(found.compiled, position, actor=actor, concept=concept) for actor in found.compiled.actors
    )


def content(verdicts: Sequence[Verdict]) -> bool:
    """Nobody has an improvement."""
    return not any(verdict.answers for verdict in verdicts)


def concept_name(found: Outcomes) -> Words:
    """The notion of stability the brief uses, by name."""
    return next(one.name for one in CONCEPTS if one.id == found.selection.concept)
