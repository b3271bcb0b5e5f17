"""The frontier by merging = the frontier of everything written out = the plain reading; and the speed bars."""

import time
from itertools import product

import numpy as np
import pytest
from benchmarks.packages import BARS, fine, merged, plain, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.agreements.strategies_bargains import bargains_from, trees

from detente.analysis.agreements.common_ground import common_ground
from detente.analysis.agreements.engines.engine import Written
from detente.analysis.agreements.engines.listing import Listed, listable
from detente.analysis.agreements.objectives.registry import OBJECTIVES
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.enumeration import Grid
from detente.analysis.agreements.solving.frontier import _merged, frontier, mergeable
from detente.analysis.agreements.trades import trades
from detente.kernels.packages import count_reaching, list_reaching


@st.composite
def tables_and_needs(draw):
    parties = draw(st.integers(1, 4))
    points = st.lists(st.integers(0, 9), min_size=parties, max_size=parties)
    tables = draw(st.lists(st.lists(points, min_size=1, max_size=4), min_size=1, max_size=5))
    return tables, draw(st.lists(st.integers(-3, 25), min_size=parties, max_size=parties))


def by_hand(bargain):
    """Point -> packages, among acceptable packages that nothing acceptable dominates."""
    grid = Grid(bargain)
    accepted = {grid.package(int(place)) for place in grid.found}
    points = {}
    for package in product(*map(range, bargain.sizes)):
        if package in accepted:
            worth = tuple(int(bargain.points(p, package) * bargain.unit) for p in bargain.scored)
            points.setdefault(worth, set()).add(package)

    def beaten(point):
        return any(
            other != point and all(b >= a for a, b in zip(point, other, strict=True)) for other in points
        )

    return {point: packages for point, packages in points.items() if not beaten(point)}


def named(bargain, found):
    start = [bargain.reservations[party] for party in bargain.scored]
    return {
        tuple(int(n) for n in gain + start): (int(found.ways[place]), set(found.packages_at(place)))
        for place, gain in enumerate(found.gains)
    }


@settings(max_examples=80)
@given(bargains_from(trees(scored_only=True, instruments=False)))
def test_both_ways_are_the_plain_one(bargain):
    expected = {point: (len(packages), packages) for point, packages in by_hand(bargain).items()}
    assert named(bargain, frontier(bargain)) == expected
    if mergeable(bargain):
        assert named(bargain, _merged(bargain)) == expected


@settings(max_examples=40)
@given(bargains_from(trees(scored_only=True, instruments=False)))
def test_points_of_solution_theory_lie_on_the_frontier(bargain):
    rows, found = Grid(bargain).rows, frontier(bargain)
    for one in OBJECTIVES:
        if one.id in {"leximin", "total", "nash"} and len(rows):
            places, value = one.best(rows)
            if value is None or (one.id == "nash" and value == 0):
                continue
            if one.id == "leximin" and not rows.counted.all():
                continue  # a party that does not sign does not count
            for gain in rows.gains[places]:
                assert (found.gains == gain).all(axis=1).any(), one.id


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_ten_billion_packages_in_time(parties):
    merged(sheets(parties, 3, 3, seed=0))  # compile first
    seconds, points, ways = merged(sheets(parties, 10, 10, seed=1))
    assert seconds <= BARS[parties] and len(points) == len(ways)


@pytest.mark.long
def test_six_digit_points_in_time():
    merged(fine(4, 3, 3, seed=0))
    assert merged(fine(4, 10, 10, seed=1))[0] <= BARS[4]


@pytest.mark.long
def test_two_hundred_times_faster_than_a_plain_enumeration():
    tables = sheets(4, 6, 10, seed=1)
    merged(tables)
    ours, points, ways = min((merged(tables) for _ in range(3)), key=lambda run: run[0])
    theirs, counts = plain(tables)
    assert {tuple(map(int, p)): int(w) for p, w in zip(points, ways, strict=True)} == counts
    assert theirs >= 200 * ours


def test_memory_follows_the_frontier():
    import tracemalloc

    tables = sheets(3, 12, 12, seed=2)
    merged(tables)
    tracemalloc.start()
    started = time.perf_counter()
    _, points, _ = merged(tables)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.perf_counter() - started < 5
    assert len(points) > 100 and peak < 50_000_000  # 12**12 packages would not fit anywhere


def all_required(tree):
    """The tree, where everybody has to sign."""
    for party in tree["parties"].values():
        party["signs"], party["veto"] = "required", False
    tree["agreement"].pop("quota")
    return tree


@settings(max_examples=80)
@given(bargains_from(trees(scored_only=True, instruments=False).map(all_required)))
def test_what_is_listed_is_what_is_written_out(bargain):
    if not listable(bargain):
        return
    ours, theirs = Listed(bargain, Deadline(60)), Written(bargain)
    actives = [None, *({*range(len(bargain.demands))} - {place} for place in range(len(bargain.demands)))]
    for active in actives:
        assert ours.count(active) == theirs.count(active)
        assert ours.feasible(active) == theirs.feasible(active)
        for one in OBJECTIVES:
            mine, yours = ours.best([one], active), theirs.best([one], active)
            assert (mine.values, set(mine.packages)) == (yours.values, set(yours.packages)), one.id
    assert common_ground(ours) == common_ground(theirs)
    assert trades(ours) == trades(theirs)
    for place, issue in enumerate(bargain.terms.issues):
        if issue.park:
            assert ours.aside(place).count() == theirs.aside(place).count()


@settings(max_examples=60)
@given(tables_and_needs())
def test_counting_cuts_off_nothing_that_counts(drawn):
    tables, needs = drawn
    expected = sum(
        all(sum(row[p] for row in choice) >= need for p, need in enumerate(needs))
        for choice in product(*tables)
    )
    arrays = tuple(np.array(table, dtype=np.int64) for table in tables)
    assert count_reaching(arrays, np.array(needs, dtype=np.int64), most=10**6) == expected
    found, complete = list_reaching(arrays, np.array(needs, dtype=np.int64), room=10**5, most=10**6)
    assert complete and len({tuple(row) for row in found.tolist()}) == len(found) == expected
