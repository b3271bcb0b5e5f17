"""Everything written out = CP-SAT = HiGHS, on random bargains; and blocking sets are what they claim."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.agreements.strategies_bargains import bargains_from, trees, with_transfers

from detente.analysis.agreements.blocking import blocking, each_is_needed
from detente.analysis.agreements.common_ground import common_ground
from detente.analysis.agreements.engines.engine import Asked, Written
from detente.analysis.agreements.objectives.registry import objective
from detente.analysis.agreements.solving.deadline_solver import Deadline, solve_cpsat, solve_highs
from detente.analysis.agreements.solving.programme import build


@settings(max_examples=60)
@given(bargains_from(st.builds(with_transfers, trees(), st.booleans())), st.booleans())
def test_solvers_agree_with_what_is_written_out(bargain, assisted):
    pytest.importorskip("ortools")
    written = Written(bargain, assisted=assisted)
    for name in ("breadth", "max-min", "total", "least-cost"):
        one = objective(name)
        if one.needs_scores and not bargain.scored:
            continue
        if assisted and bargain.terms.transfers and name in {"max-min", "total"}:
            continue  # what side payments add to points is the solver's alone
        value = written.best([one]).value
        for solve in (solve_cpsat, solve_highs):
            if value is None and len(written.grid.found):
                continue  # nobody who keeps score signs anything
            programme = build(bargain, assisted=assisted)
            solved = solve(programme, programme.objective(name), extra=programme.needed(name))
            assert (solved.status == "impossible") == (not len(written.grid.found)), (name, solve)
            if solved.value is not None:
                scaled = solved.value if name == "breadth" else solved.value / bargain.unit
                assert scaled == (-value if name == "least-cost" else value), (name, solve)


@settings(max_examples=40)
@given(bargains_from(trees()), st.data())
def test_dropping_demands_means_the_same_to_both(bargain, data):
    pytest.importorskip("ortools")
    active = data.draw(st.sets(st.integers(0, max(0, len(bargain.demands) - 1))))
    asked = Asked(bargain, assisted=False, deadline=Deadline(60))
    assert asked.feasible(active) == Written(bargain).feasible(active)
    assert common_ground(asked) == common_ground(Written(bargain))


@settings(max_examples=150)
@given(bargains_from(trees()))
def test_a_blocking_set_blocks_and_each_member_is_needed(bargain):
    written = Written(bargain)
    found = blocking(written)
    assert (found is None) == (written.count() > 0)
    if found is not None:
        places = [bargain.demands.index(demand) for demand in found.demands]
        assert written.feasible(places) is False
        assert each_is_needed(written, found)
        assert found.smallest
