"""Every benchmark still runs, at toy size."""

from __future__ import annotations

import pytest

from benchmarks.stability import BENCHMARKS


@pytest.mark.parametrize("name", [name for name in BENCHMARKS if name != "memory"])
def test_stability_benchmark_runs(name: str) -> None:
    assert all(measure.result for measure in BENCHMARKS[name](True))


@pytest.mark.long
def test_memory_benchmark_runs() -> None:
    assert all(measure.met for measure in BENCHMARKS["memory"](True))
