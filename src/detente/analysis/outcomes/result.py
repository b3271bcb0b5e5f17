"""The answer about outcomes, with its stamp and its ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.outcomes.exhibits import blocks
from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.judgements import judgements
from detente.analysis.protocol import KeyJudgement, Result, Stamp
from detente.exhibits import Exhibit


@dataclass(frozen=True, slots=True)
class OutcomesResult(Outcomes, Result):
    """The outcomes that hold, and how they are reached."""

    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per outcome told of: its family, the concepts it satisfies, the single steps it takes."""
        for family in self.selection.families:
            for outcome in family.outcomes:
                yield {
                    "family": family.letter,
                    "state": str(outcome.state),
                    "concepts": " ".join(outcome.concepts),
                    "by_itself": outcome.by_itself,
                    "steps": None if outcome.route is None else len(outcome.route.steps),
                }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """How many hold, whether today does, the families, the ways to them, and why nobody would leave."""
        return tuple(blocks(self))

    def judgements(self) -> tuple[KeyJudgement, ...]:
        """Today, the ways from it, and what stays out of reach."""
        return judgements(self)
