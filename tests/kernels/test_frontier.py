"""The frontier kernel against a plain reading of dominance."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.kernels.frontier import frontier_of_sums, maxima


def plain(points):
    """Counts of the points that nothing dominates, by comparing each with each."""
    counts = {}
    for point in points:
        counts[point] = counts.get(point, 0) + 1
    return {
        p: n
        for p, n in counts.items()
        if not any(q != p and all(b >= a for a, b in zip(p, q, strict=True)) for q in counts)
    }


tables = st.integers(1, 5).flatmap(
    lambda d: st.lists(
        st.lists(st.lists(st.integers(0, 9), min_size=d, max_size=d), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=60, deadline=None)
@given(tables, st.integers(-5, 12))
def test_frontier_of_sums_is_the_plain_one(rows, least):
    d = len(rows[0][0])
    sums = [tuple(map(sum, zip(*choice, strict=True))) for choice in product(*rows)]
    expected = {p: n for p, n in plain(sums).items() if min(p) >= least}
    arrays = tuple(np.array(table, dtype=np.int64) for table in rows)
    points, ways = frontier_of_sums(arrays, np.full(d, least, dtype=np.int64))
    assert {tuple(map(int, p)): int(n) for p, n in zip(points[-1], ways[-1], strict=True)} == expected
    assert [tuple(p) for p in points[-1]] == sorted(map(tuple, points[-1]), reverse=True)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32), st.integers(1, 400))
def test_maxima_are_the_plain_ones(d, seed, n):
    points = np.unique(np.random.default_rng(seed).integers(0, 12, size=(n, d)), axis=0)
    kept = [tuple(map(int, points[place])) for place in maxima(points)]
    assert sorted(kept) == sorted(plain([tuple(map(int, point)) for point in points]))


def test_large_sets_take_the_dividing_path():
    points = np.unique(np.random.default_rng(1).integers(0, 40, size=(4000, 4)), axis=0)
    assert set(map(tuple, points[maxima(points)])) == set(plain(list(map(tuple, points.tolist()))))
