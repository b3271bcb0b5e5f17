"""Laws of agreements on random bargains: what may only grow, what may never hurt, what must come to the same."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.agreements.strategies_bargains import terms_from, trees, with_transfers

from detente.analysis.agreements.common_ground import common_ground
from detente.analysis.agreements.engines.engine import Written
from detente.analysis.agreements.improve import improve
from detente.analysis.agreements.ledger import ledger
from detente.analysis.agreements.mediator import mediation
from detente.analysis.agreements.objectives.registry import OBJECTIVES, objective
from detente.analysis.agreements.prices import prices, standing
from detente.analysis.agreements.ranges import ranges
from detente.analysis.agreements.side_payments import side_payments
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.enumeration import Grid
from detente.analysis.agreements.trades import trades
from detente.analysis.agreements.without import known, without
from detente.situation.issues.compile import compile_terms


def written(terms):
    return Written(compile_terms(terms))


@settings(max_examples=60)
@given(terms_from(trees(instruments=False)))
def test_dropping_a_demand_never_loses_an_agreement(terms):
    asked = written(terms)
    told, complete = prices(asked, [objective("breadth")], Deadline(60))
    assert complete
    for price in told:
        if price.kind == "demand":
            assert price.without.packages >= price.with_it.packages
            assert (price.price("breadth") or 0) <= 0
        else:
            assert price.without.packages <= price.with_it.packages
    assert [p.id for p in told if p.kind == "demand"] == [d.id for d in asked.bargain.demands]


@settings(max_examples=60)
@given(terms_from(trees()), st.data())
def test_counting_unmet_demands_is_judging_party_by_party(terms, data):
    """The short way through a grid gives what the definition gives, whichever demands stand."""
    grid = Grid(compile_terms(terms), assisted=data.draw(st.booleans()))
    active = frozenset(place for place, _ in enumerate(grid.bargain.demands) if data.draw(st.booleans()))
    short = grid._all_met(active)
    if short is not None:
        assert np.array_equal(np.broadcast_to(short, grid.shape), grid._judged(active))


@settings(max_examples=60)
@given(terms_from(trees(instruments=False)))
def test_taking_something_out_is_solving_the_changed_file(terms):
    whole = written(terms)
    places = {demand.id: place for place, demand in enumerate(whole.bargain.demands)}
    for name in known(terms):
        if name in places:
            rest = [place for other, place in places.items() if other != name]
            assert written(without(terms, [name])).count() == whole.count(rest), name


@settings(max_examples=60)
@given(terms_from(trees(instruments=False)))
def test_common_ground_is_what_all_agreements_share(terms):
    asked = written(terms)
    packages = [asked.bargain.named(asked.grid.package(int(place))) for place in asked.grid.found]
    ground = common_ground(asked)
    assert all(package[issue] == level for package in packages for issue, level in ground.core)
    assert all(package[issue] == "parked" for package in packages for issue in ground.parked)
    for issue, levels in ground.in_trade:
        assert {package[issue] for package in packages} == set(levels)
    for tie in trades(asked):
        with_it = [package for package in packages if package[tie.issue] == tie.level]
        for issue, levels in tie.only_with:
            assert {package[issue] for package in with_it} == set(levels)
            assert set(levels) < {package[issue] for package in packages}


@settings(max_examples=60)
@given(terms_from(trees(instruments=False)))
def test_an_improvement_hurts_nobody_and_helps_somebody(terms):
    asked = written(terms)
    for place in asked.grid.found[:3]:
        draft = asked.bargain.named(asked.grid.package(int(place)))
        better = improve(terms, draft)
        if better is None:
            continue
        assert all(gain >= 0 for _, gain in better.gains) and any(gain for _, gain in better.gains)
        for party in asked.bargain.scored:
            before = asked.bargain.points(party, better.draft)
            assert asked.bargain.points(party, better.package) >= before
        again = improve(terms, asked.bargain.named(better.package))
        assert again is None, "the improvement was not efficient"


@settings(max_examples=60)
@given(terms_from(trees()))
def test_instruments_and_side_payments_only_open_doors(terms):
    bargain = compile_terms(terms)
    alone = standing(Written(bargain), [objective("breadth")])
    if bargain.levers:
        found = mediation(bargain, alone, [objective("breadth")], Deadline(60))
        assert all(effect.standing.packages >= alone.packages for effect in found.effects)
        assert found.within_budget.packages >= alone.packages
        if alone.packages:
            assert found.least_budget == 0 and not found.instruments
        if found.package is not None:
            assert found.least_budget == sum(
                instrument.cost for instrument in terms.instruments if instrument.id in found.instruments
            )


@settings(max_examples=40)
@given(terms_from(trees(instruments=False).map(with_transfers)))
def test_side_payments_cover_what_they_promise(terms):
    bargain = compile_terms(terms)
    found = side_payments(bargain, Deadline(60))
    assert found.packages >= Written(bargain).count()
    if found.package is None or any(not party.required for party in terms.parties):
        return
    assert sum(amount for _, amount in found.payments) == 0
    paid = dict(found.payments)
    for place in bargain.scored:
        party = terms.parties[place]
        assert bargain.points(place, found.package) + paid.get(party.id, 0) >= party.needs


def with_ranges(tree):
    """The tree, with points in doubt for the first level of every issue."""
    for party in tree["parties"].values():
        for row in party["points"].values():
            level = next(iter(row))
            row[level] = [row[level], row[level] + 3]
    return tree


@settings(max_examples=40)
@given(terms_from(trees(instruments=False, scored_only=True).map(with_ranges)))
def test_what_is_certain_holds_in_every_completion(terms):
    low = Written(compile_terms(terms))
    found = ranges(low, Deadline(60))
    high = Written(compile_terms(terms, end="high"))
    if all(party.required for party in terms.parties):
        assert set(low.grid.found) <= set(high.grid.found)
        assert found.robust_packages <= found.possible_packages
        assert set(found.certain.core) <= set(found.possible.core) or not low.count()


@settings(max_examples=40)
@given(terms_from(trees(instruments=False)))
def test_every_objective_keeps_all_ties_and_the_ledger_adds_up(terms):
    asked = written(terms)
    for one in OBJECTIVES:
        found = asked.best([one])
        assert found.ties == len(found.packages) or found.ties > 1000
        assert (found.value is None) == (not found.packages)
    for place in asked.grid.found[:2]:
        package = asked.grid.package(int(place))
        for account in ledger(asked.bargain, package, (True,) * len(terms.parties)):
            if account.points is not None:
                assert account.points == sum((line.points for line in account.lines), Fraction(0))
