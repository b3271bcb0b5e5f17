"""Everything written out = CP-SAT = HiGHS, on random bargains; and blocking sets are what they claim."""

import importlib.util
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.analysis.agreements.blocking import blocking, each_is_needed
from detente.analysis.agreements.common_ground import common_ground
from detente.analysis.agreements.engine import Asked, Written
from detente.analysis.agreements.objectives import objective
from detente.analysis.agreements.programme import build
from detente.analysis.agreements.solving import Deadline, solve_cpsat, solve_highs
from detente.situation.issues_compile import compile_terms
from detente.situation.issues_reading import read_terms

HERE = pathlib.Path(__file__).resolve().parent
_spec = importlib.util.spec_from_file_location(
    "strategies_bargains", HERE.parent / "analysis/agreements/strategies_bargains.py"
)
bargains = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bargains)


def compiled(tree):
    terms, _ = read_terms(tree, {})
    return terms and compile_terms(terms)


@settings(max_examples=60)
@given(bargains.trees(), st.booleans(), st.booleans())
def test_solvers_agree_with_what_is_written_out(tree, assisted, transfers):
    pytest.importorskip("ortools")
    tree["agreement"]["transfers"] = transfers
    bargain = compiled(tree)
    if bargain is None:
        return
    written = Written(bargain, assisted=assisted)
    for name in ("breadth", "max-min", "total", "least-cost"):
        one = objective(name)
        if one.needs_scores and not bargain.scored:
            continue
        if assisted and transfers and name in {"max-min", "total"}:
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
@given(bargains.trees(), st.data())
def test_dropping_demands_means_the_same_to_both(tree, data):
    pytest.importorskip("ortools")
    bargain = compiled(tree)
    if bargain is None:
        return
    active = data.draw(st.sets(st.integers(0, max(0, len(bargain.demands) - 1))))
    asked = Asked(bargain, assisted=False, deadline=Deadline(60))
    assert asked.feasible(active) == Written(bargain).feasible(active)
    assert common_ground(asked) == common_ground(Written(bargain))


@settings(max_examples=150)
@given(bargains.trees())
def test_a_blocking_set_blocks_and_each_member_is_needed(tree):
    bargain = compiled(tree)
    if bargain is None:
        return
    written = Written(bargain)
    found = blocking(written)
    assert (found is None) == (written.count() > 0)
    if found is not None:
        places = [bargain.demands.index(demand) for demand in found.demands]
        assert written.feasible(places) is False
        assert each_is_needed(written, found)
        assert found.smallest
