"""Every benchmark still runs, at toy size."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.registry import BENCHMARKS, SITUATIONS, Benchmark
from benchmarks.symbolic import FAMILIES

ROOT = Path(__file__).resolve().parents[2]
SLOW = ("memory", "start")  # processes of their own
QUICK = [one for one in BENCHMARKS if one.name not in SLOW]


@pytest.mark.parametrize("benchmark", QUICK, ids=lambda one: one.name)
def test_benchmark_runs(benchmark: Benchmark) -> None:
    measures = list(benchmark.measures(True))
    assert measures and all(measure.result for measure in measures)
    if benchmark.name.startswith(("first-", "numbers-", "enumerated")):  # no matter of speed
        assert all(measure.met for measure in measures)


@pytest.mark.long
@pytest.mark.parametrize(
    "benchmark", [one for one in BENCHMARKS if one.name in SLOW], ids=lambda one: one.name
)
def test_slow_benchmark_runs(benchmark: Benchmark) -> None:
    assert all(measure.met for measure in benchmark.measures(True))


def test_names_are_told_apart_and_every_family_is_there() -> None:
    names = [one.name for one in BENCHMARKS]
    assert len(names) == len(set(names)) and len({one.name for one in SITUATIONS}) == len(SITUATIONS)
    assert {name.removeprefix("first-") for name in names if name.startswith("first-")} == set(FAMILIES)


def test_the_command_prints_a_table_and_names_what_there_is() -> None:
    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "benchmarks", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    done = start("--smoke", "enumerated")
    assert done.returncode == 0 and "| the same frontier | met |" in done.stdout
    done = start("smal")
    assert done.returncode == 2 and "there is no benchmark smal; there are: small, large" in done.stderr
