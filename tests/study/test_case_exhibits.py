"""How numbers of states are written for people, and how a comparison is worded."""

from __future__ import annotations

import pytest
from tests.saying import english

from detente.study.cases.comparison import Comparison
from detente.study.cases.exhibits import numbered
from detente.study.cases.published import Printed


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        (None, "—"),
        ((), "none"),
        (("1",), "1"),
        (("1", "2"), "1, 2"),
        (("1", "2", "3", "5", "7", "8", "9"), "1–3, 5, 7–9"),
        (("a", "b", "2", "3", "4"), "a, b, 2–4"),
    ],
)
def test_runs_are_shortened(numbers: tuple[str, ...] | None, written: str) -> None:
    assert english(numbered(numbers)) == written


def test_a_comparison_says_whether_and_why_it_differs() -> None:
    printed = Printed("gmr", "Table 1", ("1", "2"), by_definition=("1",), because="A slip.")
    assert english(Comparison(printed, ("2", "1")).verdict) == "the same"
    assert english(Comparison(printed, ("1",)).verdict) == "differs. A slip."
    assert english(Comparison(printed, None).verdict) == "not one of our concepts"
    assert english(Comparison(Printed("gmr", "Table 1", ("1",)), ()).verdict) == "differs, unexplained"
