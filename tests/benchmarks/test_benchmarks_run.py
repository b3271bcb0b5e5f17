"""Every benchmark still runs, at toy size."""

from __future__ import annotations

import pytest
from benchmarks.stability import BENCHMARKS


@pytest.mark.parametrize("name", [name for name in BENCHMARKS if name not in ("memory", "start")])
def test_stability_benchmark_runs(name: str) -> None:
    assert all(measure.result for measure in BENCHMARKS[name](True))


@pytest.mark.long
@pytest.mark.parametrize("name", ["memory", "start"])
def test_slow_benchmark_runs(name: str) -> None:
    assert all(measure.met for measure in BENCHMARKS[name](True))
