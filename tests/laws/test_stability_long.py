"""The long run: 10^5 random situations against the brute-force referee, on all cores."""

from __future__ import annotations

import multiprocessing

import numpy as np
import pytest
from tests.referees.against_brute_force import disagreements
from tests.strategies import random_recipe

from detente.analysis.stability.sequences import SEQUENCES

SITUATIONS = 100_000
BLOCK = 500


def parted(first: int) -> list[str]:
    """Where the fast forms and the referee part, in a block of seeds; one kind of sequences per seed in ten."""
    return [
        f"seed {seed}: {place}"
        for seed in range(first, first + BLOCK)
        for place in disagreements(
            random_recipe(np.random.default_rng(seed), most=32),
            SEQUENCES[seed % 3] if seed % 10 == 0 else "legal",
        )
    ]


@pytest.mark.long
def test_a_hundred_thousand_situations() -> None:
    starts = range(10**6, 10**6 + SITUATIONS, BLOCK)
    with multiprocessing.get_context("spawn").Pool() as pool:
        found = [line for block in pool.imap_unordered(parted, starts) for line in block]
    assert found == []
