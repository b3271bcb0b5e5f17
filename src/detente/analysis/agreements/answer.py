"""`agreements`: every question about one negotiation, asked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from detente.analysis.agreements.adjusted_winner import Division, adjusted_winner, items_of
from detente.analysis.agreements.blocking import blocking
from detente.analysis.agreements.common_ground import common_ground
from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.engines.engine import Best, Engine, Written
from detente.analysis.agreements.improve import improve
from detente.analysis.agreements.ledger import ledger
from detente.analysis.agreements.mediator import Mediation, mediation
from detente.analysis.agreements.objectives.objective import Objective
from detente.analysis.agreements.objectives.registry import in_turn, objective
from detente.analysis.agreements.params import OBJECTIVES_ASKED, AgreementsParams
from detente.analysis.agreements.prices import Price, prices, standing
from detente.analysis.agreements.ranges import ranges
from detente.analysis.agreements.result import AgreementResult
from detente.analysis.agreements.side_payments import side_payments
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.frontier import Frontier, frontier
from detente.analysis.agreements.solving.rows import Package
from detente.analysis.agreements.trades import trades
from detente.analysis.agreements.without import without as take_out
from detente.analysis.protocol import Progress, stamp, unheard
from detente.errors import ArgumentError, Fault, SenseError
from detente.messages import message
from detente.situation.issues.compile import Bargain, compile_terms
from detente.situation.issues.terms import AgreementTerms
from detente.situation.model import Situation

STEPS = 6
# Shares of the time for what a solver is asked; the rest goes to prices and ranges.
BLOCKING, GROUND, CHOICE, MEDIATION, PRICES, FRONTIER = 0.3, 0.3, 0.3, 0.06, 0.05, 0.1


def agreements(
    situation: Situation,
    *,
    objectives: Sequence[str] = OBJECTIVES_ASKED,
    without: Sequence[str] = (),
    budget: Fraction | int | None = None,
    draft: Mapping[str, str] | None = None,
    seconds: float = 60.0,
    progress: Progress = unheard,
) -> AgreementResult:
    """Which packages can be signed now, what is set aside, who blocks, and what each demand costs?

    objectives: ids, each answered on its own; "breadth,max-min" lets the second break the first's ties.
    without: issues, parties or asks taken out first. budget: instead of the file's. draft: issue to level,
    to be improved. seconds: for the whole, where the packages are too many to write out; what is not
    proven by then says so. Raises ArgumentError when a name is unknown, and
    SenseError when the situation has no issues.
    """
    params = AgreementsParams.of(
        objective=tuple(objectives),
        without=tuple(without),
        budget=budget,
        draft=None if draft is None else tuple(draft.items()),
        seconds=seconds,
    )
    return run(situation, params, progress)


def run(situation: Situation, params: AgreementsParams, tell: Progress) -> AgreementResult:
    """Every question about the negotiation in turn, within the time allowed."""
    seconds, draft = params.seconds, None if params.draft is None else dict(params.draft)
    terms = _terms(situation, params.without, params.budget)
    asked_for = tuple((name, in_turn(name)) for name in params.objective)
    deadline = Deadline(seconds)
    bargain = compile_terms(terms)
    asked = engine(bargain, deadline=deadline)
    tell(message("progress.agreements_writing"), 0, STEPS)
    packages = asked.count()
    asked.allow(BLOCKING)
    blocked = blocking(asked) if packages == 0 else None
    tell(message("progress.agreements_ground"), 1, STEPS)
    asked.allow(GROUND)
    ground = common_ground(asked)
    tell(message("progress.agreements_choosing"), 2, STEPS)
    written = asked.grid if isinstance(asked, Written) else None
    front = frontier(bargain, written, seconds=FRONTIER * seconds)
    asked.allow(CHOICE)
    best = tuple((name, _best(asked, front, several)) for name, several in asked_for)
    tell(message("progress.agreements_mediator"), 3, STEPS)
    plain = _plain(bargain, asked_for)
    asked.allow(PRICES)
    now = standing(asked, plain)
    aside = Deadline(min(deadline.left, MEDIATION * seconds))
    mediated = mediation(bargain, now, plain, aside) if bargain.levers else None
    paid = side_payments(bargain, aside)
    tell(message("progress.agreements_pricing"), 4, STEPS)
    priced, all_priced = _priced(asked, plain, deadline)
    tell(message("progress.agreements_ledger"), 5, STEPS)
    proposal, signs = _proposal(asked, best, mediated)
    return AgreementResult(
        bargain=bargain,
        packages=packages,
        ground=ground,
        trades=trades(asked),
        best=best,
        front=front,
        blocking=blocked,
        prices=priced,
        all_priced=all_priced,
        mediation=mediated,
        side_payments=paid,
        ranges=ranges(asked, deadline),
        proposal=proposal,
        accounts=ledger(bargain, proposal, signs) if proposal is not None else (),
        division=_division(terms),
        improvement=improve(terms, draft, seconds=deadline.left) if draft is not None else None,
        drafted=draft is not None,
        stamp=stamp(situation, "agreements", params),
    )


def _terms(situation: Situation, without: Sequence[str], budget: Fraction | int | None) -> AgreementTerms:
    if situation.terms is None:
        message = "this puts nothing on the table: agreements need `issues:` and `parties:`"
        raise SenseError([Fault(message, "sense", ("issues",))])
    terms = take_out(situation.terms, without)
    if budget is not None:
        if budget < 0:
            raise ArgumentError(f"agreements(): budget must not be negative; got {budget}")
        terms = replace(terms, budget=Fraction(budget))
    return terms


def _plain(bargain: Bargain, asked_for: Sequence[tuple[str, tuple[Objective, ...]]]) -> tuple[Objective, ...]:
    """The objectives in which prices are told: breadth, and the first asked one that speaks of points."""
    asked = [several[0] for _, several in asked_for if several[0].needs_scores and several[0].linear]
    in_points = (asked or [objective("max-min")])[:1] if bargain.scored else []
    return (objective("breadth"), *in_points)


def _best(asked: Engine, front: Frontier | None, several: Sequence[Objective]) -> Best:
    """The best packages; a large additive problem with an objective that is not linear asks the frontier."""
    if asked.exact or all(one.linear for one in several) or front is None:
        return asked.best(several)
    if len(several) > 1:
        return Best((), (None,), proven=False)
    places, value = several[0].best(front.rows)
    packages: list[Package] = []
    for place in places:
        packages += front.packages_at(int(place))
    ties = int(front.ways[places].sum()) if several[0].id != "kalai-smorodinsky" else None
    return Best(tuple(packages), (value,), ties=ties)


def _priced(asked: Engine, plain: Sequence[Objective], deadline: Deadline) -> tuple[tuple[Price, ...], bool]:
    """Prices; where not everything is written out, in one objective only, and in a share of the time."""
    if isinstance(asked, Written):
        return prices(asked, plain, deadline)
    asked.allow(PRICES)
    return prices(asked, plain[-1:], Deadline(min(deadline.left, PRICES * deadline.left)))


def _proposal(
    asked: Engine, best: Sequence[tuple[str, Best]], mediated: Mediation | None
) -> tuple[Package | None, tuple[bool, ...]]:
    """The package to put on the table: the first best one, or else the cheapest with a mediator."""
    found = next((one.packages[0] for _, one in best if one.packages), None)
    if found is None and mediated is not None:
        found = mediated.package
    return found, _signs(asked.bargain, found) if found is not None else ()


def _signs(bargain: Bargain, package: Package) -> tuple[bool, ...]:
    """Who signs a package: every demand of the party is met by it."""
    from detente.analysis.agreements.solving.enumeration import Grid

    pinned = Grid(bargain)
    pinned.pin(package)
    active = range(len(bargain.demands))
    return tuple(bool(pinned.signs(party, active).all()) for party in range(len(bargain.terms.parties)))


def _division(terms: AgreementTerms) -> Division | None:
    items = items_of(terms)
    if items is None:
        return None
    first, second, mine, yours = items
    return adjusted_winner(mine, yours, sides=(first.id, second.id))
