"""One measured line, and the clock behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One line: what was done, how it came out, the bar it is held to, and whether it is met."""

    work: str
    result: str
    bar: str
    met: bool


def best(action: Callable[[], object], repeats: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the quickest of several runs: what the work costs when nobody disturbs it."""
    times = []
    for _ in range(repeats):
        start = clock()
        action()
        times.append(clock() - start)
    return min(times)
