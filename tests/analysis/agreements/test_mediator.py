"""What a mediator is needed for, and what it is not."""

from __future__ import annotations

from detente.analysis.agreements.answer import agreements
from detente.situation.file.read import read


def test_where_parties_agree_alone_the_mediator_needs_nothing_not_even_what_is_free() -> None:
    situation = read(
        {
            "detente": 1,
            "issues": {"road": {"levels": ["narrow", "wide"]}},
            "parties": {"A": {"points": {"road": {"narrow": 0, "wide": 1}}, "reservation": 0, "margin": 1}},
            "agreement": {"budget": 0, "instruments": {"visit": {"cost": 0, "adds": {"A": 1}}}},
        }
    )
    found = agreements(situation).mediation
    assert found is not None and found.alone.packages == 1
    assert found.least_budget == 0 and found.instruments == ()
    assert found.within_budget is not None and found.within_budget.packages == 2
