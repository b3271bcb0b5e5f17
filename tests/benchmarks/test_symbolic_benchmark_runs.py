"""The symbolic benchmark still runs, at toy size."""

from __future__ import annotations

import pytest
from benchmarks.symbolic import FAMILIES, line, measure


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("count", [False, True])
def test_symbolic_benchmark_runs(name: str, count: bool) -> None:
    for row in measure(FAMILIES[name], range(2), smoke=True, count=count, seconds=30):
        assert all(one.proven for one in row[2].findings) and line(*row)
