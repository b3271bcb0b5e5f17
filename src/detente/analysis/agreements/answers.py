"""Every answer about one negotiation, before anything is shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.analysis.agreements.adjusted_winner import Division
from detente.analysis.agreements.blocking import Blocking
from detente.analysis.agreements.common_ground import CommonGround
from detente.analysis.agreements.engines.engine import Best
from detente.analysis.agreements.improve import Improvement
from detente.analysis.agreements.ledger import Account
from detente.analysis.agreements.mediator import Mediation
from detente.analysis.agreements.prices import Price
from detente.analysis.agreements.ranges import RangeAnswers
from detente.analysis.agreements.side_payments import SidePayments
from detente.analysis.agreements.solving.frontier import Frontier
from detente.analysis.agreements.solving.rows import Package
from detente.analysis.agreements.trades import Tie
from detente.analysis.protocol import Stamp
from detente.situation.issues.compile import Bargain
from detente.situation.issues.terms import AgreementTerms


@dataclass(frozen=True, slots=True)
class AgreementAnswers:
    """Answers about one negotiation.

    packages: acceptable packages without instruments or payments (None: too many to count); ground: what
    they share; trades: levels that come only together; best: per objective; front: efficient packages (None:
    no scores, or no exact method fits);
    blocking: only when nothing is acceptable; prices: of demands and asks (`all_priced`: time sufficed);
    proposal: the package to put on the table, `accounts` its ledger; division: adjusted winner, where the
    issues are items; improvement: of the draft, if one was given (`drafted`).
    """

    bargain: Bargain
    packages: int | None
    ground: CommonGround
    trades: tuple[Tie, ...]
    best: tuple[tuple[str, Best], ...]
    front: Frontier | None
    blocking: Blocking | None
    prices: tuple[Price, ...]
    all_priced: bool
    mediation: Mediation | None
    side_payments: SidePayments | None
    ranges: RangeAnswers | None
    proposal: Package | None
    accounts: tuple[Account, ...]
    division: Division | None
    improvement: Improvement | None
    drafted: bool
    stamp: Stamp

    @property
    def terms(self) -> AgreementTerms:
        """What was negotiated (after anything was taken out)."""
        return self.bargain.terms

    @property
    def core(self) -> dict[str, str]:
        """Issue to the level that every agreement gives it."""
        return dict(self.ground.core)

    @property
    def parked(self) -> tuple[str, ...]:
        """Issues that every agreement sets aside."""
        return self.ground.parked

    @property
    def in_trade(self) -> dict[str, tuple[str, ...]]:
        """Issue to the levels that occur in some agreement, more than one."""
        return dict(self.ground.in_trade)

    @property
    def offer(self) -> dict[str, str] | None:
        """The package to put on the table, issue to level."""
        return None if self.proposal is None else self.bargain.named(self.proposal)

    def best_packages(self, objective: str = "breadth") -> tuple[dict[str, str], ...]:
        """The best packages for an objective that was asked for, every tie. Raises KeyError otherwise."""
        return tuple(self.bargain.named(package) for package in dict(self.best)[objective].packages)

    def points(self, package: Package) -> dict[str, Fraction]:
        """Points of a package, per party that keeps score."""
        found = {
            self.terms.parties[party].id: self.bargain.points(party, package) for party in self.bargain.scored
        }
        return {party: points for party, points in found.items() if points is not None}
