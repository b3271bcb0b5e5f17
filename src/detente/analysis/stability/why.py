"""Why an actor would or would not leave a state: the verdict with its witness, as an answer of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.protocol import Result, Stamp, stamp
from detente.analysis.stability.concept import Answer, Step
from detente.analysis.stability.explain import Verdict, explain, judge
from detente.analysis.stability.params import WhyParams
from detente.exhibits import Exhibit
from detente.situation.compile import Compiled
from detente.situation.states import State


@dataclass(frozen=True, slots=True)
class WhyResult(Result):
    """A verdict on one state for one actor, and its witness."""

    compiled: Compiled
    verdict: Verdict
    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per improvement: where it leads, whether it is deterred, by how many moves."""
        for answer in self.verdict.answers:
            sanction = None if answer.sanction is None else len(answer.sanction)
            yield {"to": str(answer.to), "deterred": answer.deterred, "sanction_moves": sanction}

    def exhibits(self) -> tuple[Exhibit, ...]:
        """The verdict in words, and each improvement with its answer."""
        return (explain(self.compiled, self.verdict),)

    def as_json(self) -> dict[str, object]:
        """The verdict and its witness as plain values (FILES §4)."""
        return {
            "verdict": bool(self.verdict),
            "concept": self.verdict.concept,
            "actor": self.verdict.actor,
            "state": self.verdict.state.as_json(),
            "improvements": [_improvement(answer) for answer in self.verdict.answers],
            "stamp": self.stamp.as_dict(),
        }


def why(compiled: Compiled, params: WhyParams) -> WhyResult:
    """Why would or would not the actor leave the state? Raises ArgumentError for names that are not there."""
    verdict = judge(compiled, compiled.find(params.state), actor=params.actor, concept=params.concept)
    return WhyResult(compiled, verdict, stamp(compiled.situation, "why", params))


def _improvement(answer: Answer[str, State]) -> dict[str, object]:
    return {
        "to": answer.to.as_json(),
        "sanction": None if answer.sanction is None else [_step(step) for step in answer.sanction],
        "escape": None if answer.escape is None else answer.escape.as_json(),
    }


def _step(step: Step[str, State]) -> dict[str, object]:
    return {"actor": step.actor, "from": step.source.as_json(), "to": step.target.as_json()}
