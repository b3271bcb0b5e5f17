"""The answer about compliance, with its stamp and its ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.agreements import AGREEMENTS
from detente.analysis.compliance.exhibits import figure, sentences
from detente.analysis.compliance.params import ComplianceParams
from detente.analysis.compliance.signed import Signed, SignedState, signed
from detente.analysis.inquiry import Inquiry
from detente.analysis.outcomes import OUTCOMES
from detente.analysis.protocol import KeyJudgement, Progress, Result, Stamp, answer, stamp
from detente.exhibits import Exhibit, Paragraph


@dataclass(frozen=True, slots=True)
class ComplianceResult(Signed, Result):
    """The states that packages lead to, and who would leave them."""

    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per state that packages lead to."""
        for one in self.states:
            walkers = " ".join(actor for actor, _ in one.leavers)
            yield _plain(one) | {"holds": " ".join(one.holds), "walk_away": walkers}

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Whether the offer would hold once signed; who would keep to it and who would walk away."""
        said = sentences(self)
        told = (Paragraph(said, bullets=True),) if said else ()
        return (*told, *((figure(self),) if self.states else ()))

    def judgements(self) -> tuple[KeyJudgement, ...]:
        """Would the offer hold once signed, and if not, who leaves and why?"""
        offer = next((one for one in self.states if one.offered), None)
        kept = offer is not None and offer.state is not None and not offer.leavers
        return tuple(
            KeyJudgement("kept" if place == 0 else "offered", "", kept, says)
            for place, says in enumerate(sentences(self))
        )

    def as_json(self) -> dict[str, object]:
        """Each state with its packages, the concepts under which it holds, and who leaves why."""
        states = [
            _plain(one)
            | {
                "state": None if one.state is None else one.state.as_json(),
                "holds": list(one.holds),
                "walk_away": dict(one.leavers),
            }
            for one in self.states
        ]
        return {"concept": self.concept, "signed": states, "stamp": self.stamp.as_dict()}


def _plain(one: SignedState) -> dict[str, object]:
    return {"settings": dict(one.settings), "packages": one.packages, "offer": one.offered}


def run(inquiry: Inquiry, params: ComplianceParams, progress: Progress) -> ComplianceResult:
    """Which packages would hold once signed, and who would walk away from which?"""
    accords = answer(inquiry, AGREEMENTS, params.agreements(), progress)
    found = answer(inquiry, OUTCOMES, params.outcomes(), progress)
    made = signed(accords, found.stability, concept=found.selection.concept)
    return ComplianceResult(
        made.held, made.concept, made.states, made.unlinked, stamp(inquiry.situation, "compliance", params)
    )
