"""Answers about a negotiation as plain values (FILES §4)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.engines.engine import Best
from detente.analysis.agreements.ledger import Account
from detente.analysis.agreements.mediator import Mediation
from detente.analysis.agreements.prices import Price, Standing
from detente.situation.issues.compile import Demand


def as_json(result: AgreementAnswers) -> dict[str, object]:
    """The result as plain values (FILES §4), with more beside what is promised there."""
    front = result.front
    answer: dict[str, object] = {
        "packages": result.packages,
        "on_paper": result.bargain.packages,
        "core": result.core,
        "parked": list(result.parked),
        "in_trade": {issue: list(levels) for issue, levels in result.in_trade.items()},
        "only_with": [
            {
                "issue": tie.issue,
                "level": tie.level,
                "with": {issue: list(levels) for issue, levels in tie.only_with},
            }
            for tie in result.trades
        ],
        "complete": result.ground.complete,
        "best": {name: _best(result, best) for name, best in result.best},
        "frontier": {
            "size": None if front is None else front.size,
            "packages": None if front is None else front.packages,
        },
        "blocking": None
        if result.blocking is None
        else [_demand(result, demand) for demand in result.blocking.demands],
        "blocking_proven": result.blocking
        and {"smallest": result.blocking.smallest, "each_needed": result.blocking.needed},
        "prices": [_price(price) for price in result.prices],
        "ledger": [_account(account) for account in result.accounts],
        "offer": result.offer,
        "mediator": None if result.mediation is None else _mediation(result, result.mediation),
    }
    answer.update(_sometimes(result))
    answer["stamp"] = result.stamp.as_dict()
    return answer


def _sometimes(result: AgreementAnswers) -> dict[str, object]:
    """Answers to questions that not every file asks."""
    more: dict[str, object] = {}
    if result.side_payments is not None:
        paid = result.side_payments
        package = None if paid.package is None else result.bargain.named(paid.package)
        payments = {party: plain(amount) for party, amount in paid.payments}
        more["side_payments"] = {"packages": paid.packages, "package": package, "payments": payments}
    if result.ranges is not None:
        certain = result.ranges.certain
        more["ranges"] = {
            "robust": result.ranges.robust_packages,
            "possible": result.ranges.possible_packages,
            "core_whatever_the_points": dict(certain.core),
            "parked_whatever_the_points": list(certain.parked),
        }
    if result.division is not None:
        division = result.division
        more["adjusted_winner"] = {
            "scores": {s: str(n) for s, n in zip(division.sides, division.scores, strict=True)},
            "shares": {
                item: {division.sides[0]: str(share), division.sides[1]: str(1 - share)}
                for item, share in division.shares
            },
        }
    if result.drafted:
        found = result.improvement
        more["improvement"] = found and {
            "package": result.bargain.named(found.package),
            "gains": {party: plain(gain) for party, gain in found.gains},
            "proven": found.proven,
        }
    return more


def plain(number: Fraction | None) -> int | float | None:
    """A fraction as a JSON number."""
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)


def _best(result: AgreementAnswers, best: Best) -> dict[str, object]:
    first = best.packages[0] if best.packages else None
    points = {} if first is None else result.points(first)
    proven: object = True
    if not best.proven:
        gap = None if best.bound is None or best.value is None else abs(best.bound - best.value)
        proven = {"bound": plain(best.bound), "gap": plain(gap)}
    return {
        "packages": [result.bargain.named(package) for package in best.packages],
        "ties": best.ties,
        "value": plain(best.value),
        "points": {party: plain(value) for party, value in points.items()},
        "proven": proven,
    }


def _demand(result: AgreementAnswers, demand: Demand) -> dict[str, object]:
    issue = None if demand.issue is None else result.terms.issues[demand.issue]
    return {
        "id": demand.id,
        "kind": demand.kind,
        "party": None if demand.party is None else result.terms.parties[demand.party].id,
        "issue": None if issue is None else issue.id,
        "level": None if issue is None or demand.level is None else issue.levels[demand.level],
        "says": demand.text,
    }


def _price(price: Price) -> dict[str, object]:
    names = [name for name, _, _ in price.with_it.optima]
    return {
        "kind": price.kind,
        "id": price.id,
        "party": price.party,
        "says": price.text,
        "with": _standing(price.with_it),
        "without": _standing(price.without),
        "price": {name: plain(price.price(name)) for name in names},
    }


def _standing(standing: Standing) -> dict[str, object]:
    values: dict[str, Any] = {name: plain(value) for name, value, _ in standing.optima}
    return {"packages": standing.packages, "possible": standing.possible, **values}


def _account(account: Account) -> dict[str, object]:
    return {
        "party": account.party,
        "signs": account.signs,
        "points": plain(account.points),
        "gain": plain(account.gain),
        "gets": list(account.issues("gets")),
        "gives": list(account.issues("gives")),
        "lines": [
            {
                "issue": line.issue,
                "level": line.level,
                "side": line.side,
                "points": plain(line.points),
                "against_parking": plain(line.against_parking),
                "short_of_best": plain(line.short_of_best),
                "mark": line.mark,
            }
            for line in account.lines
        ],
    }


def _mediation(result: AgreementAnswers, mediation: Mediation) -> dict[str, object]:
    package = None if mediation.package is None else result.bargain.named(mediation.package)
    within = None if mediation.within_budget is None else _standing(mediation.within_budget)
    return {
        "alone": _standing(mediation.alone),
        "instruments": {
            effect.instrument: {"cost": plain(effect.cost), **_standing(effect.standing)}
            for effect in mediation.effects
        },
        "budget": plain(mediation.budget),
        "within_budget": within,
        "least_budget": plain(mediation.least_budget),
        "proven": mediation.proven,
        "with": list(mediation.instruments),
        "package": package,
    }
