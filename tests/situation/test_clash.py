"""What cannot hold together is cut down to what is needed for it, and named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from detente.situation.contradictions import each_needed, nothing_feasible

# Conditions as sets of the worlds in which they hold.
WORLDS = ({1, 2, 3}, {1, 2}, {3}, {1, 2, 3, 4})


def possible(chosen: Sequence[int]) -> bool:
    return bool(set.intersection({1, 2, 3, 4}, *(WORLDS[place] for place in chosen)))


def test_none_is_to_spare() -> None:
    needed = each_needed(len(WORLDS), possible)
    assert needed == (1, 2) and not possible(needed)
    assert all(possible([other for other in needed if other != place]) for place in needed)


@pytest.mark.parametrize(
    ("needed", "words"),
    [
        ((2,), "constraint no. 3 alone excludes every state"),
        ((0, 2), "constraint no. 1, no. 3 together exclude every state"),
    ],
)
def test_the_fault_names_them_and_stands_at_the_first(needed: tuple[int, ...], words: str) -> None:
    fault = nothing_feasible(needed)
    assert words in fault.message and fault.path == ("constraints", needed[0])
