"""Problems too large to write out: time limits hold, and what is not proven says how far it may be off."""

import random
import time
from dataclasses import replace

import pytest

from detente.analysis.agreements.answer import agreements
from detente.analysis.agreements.as_json import as_json
from detente.analysis.agreements.engines import engine as engines
from detente.analysis.agreements.solving.deadline_solver import solve_highs
from detente.readers.exchange import exchange_tree, read_exchange
from detente.situation.file.read import read


def forty_by_twenty(reservation, seed=1, parties=15, issues=40, levels=20):
    draw = random.Random(seed)
    names = {f"I{i}": [f"l{n}" for n in range(levels)] for i in range(issues)}
    tree = {
        "detente": 1,
        "issues": {i: {"levels": row, "park": True} for i, row in names.items()},
        "parties": {},
    }
    for party in range(parties):
        weights = [draw.random() for _ in range(issues)]
        points = {}
        for issue, weight in zip(names, weights, strict=True):
            scale, falling = weight / sum(weights) * 100, draw.random() < 0.5
            row = sorted((round(draw.random() * scale, 2) for _ in range(levels)), reverse=falling)
            points[issue] = dict(zip([*names[issue], "parked"], [*row, round(scale / 4, 2)], strict=True))
        tree["parties"][f"P{party}"] = {
            "points": points,
            "reservation": reservation,
            "never": [f"I{party} == l{party}"],
        }
    tree["agreement"] = {
        "require": ["I1 == l1 implies I2 != l3", "at_least(2, I3 >= l5, I4 >= l5, I5 >= l5)"]
    }
    return read(tree)


@pytest.mark.long
@pytest.mark.parametrize("reservation", [40, 56, 70])
def test_forty_issues_twenty_levels_fifteen_parties(reservation):
    started = time.monotonic()
    result = agreements(forty_by_twenty(reservation), objectives=["breadth", "max-min", "total"], seconds=10)
    assert time.monotonic() - started < 25
    answer = as_json(result)
    for best in answer["best"].values():
        if best["proven"] is not True:
            assert best["proven"]["bound"] is not None
            assert best["value"] is None or best["proven"]["bound"] >= best["value"]
    if result.packages == 0:
        assert answer["blocking"]


@pytest.mark.long
def test_plain_sheets_of_that_size_too():
    terms = forty_by_twenty(62).terms
    plain = tuple(replace(party, never=()) for party in terms.parties)
    situation = replace(forty_by_twenty(62), terms=replace(terms, parties=plain, require=()))
    started = time.monotonic()
    result = agreements(situation, seconds=10)
    assert time.monotonic() - started < 25
    assert result.packages == 0 and result.blocking.demands


def paris(shared, margin):
    text = (shared / "cases/exchange/CoP21.csv").read_text("utf-8", errors="replace")
    data = read_exchange(text)
    return read(exchange_tree(data, reference={"differentiation": 100}, margin=margin, instruments=5))


def test_paris_with_a_margin_that_two_parties_rule_out(shared):
    started = time.monotonic()
    result = agreements(paris(shared, 10), seconds=30)
    assert time.monotonic() - started < 30
    assert result.packages == 0
    assert [demand.id for demand in result.blocking.demands] == [
        "Arabstates.reservation",
        "Russia.reservation",
    ]
    assert result.blocking.smallest and result.blocking.needed
    assert result.mediation.least_budget == 18 and result.mediation.proven


@pytest.mark.long
def test_paris_end_to_end_in_ten_seconds(shared):
    situation = paris(shared, 5)
    started = time.monotonic()
    result = agreements(situation)
    assert time.monotonic() - started <= 10
    assert result.core == {"adaptlegal": "p80", "adaptfinance": "p50"}
    assert result.parked == ("mrv", "adaptinst", "financewho", "progress", "eaa")
    assert result.ground.complete and result.mediation.least_budget == 0
    assert dict(result.best)["breadth"].value == 8 and dict(result.best)["breadth"].proven


@pytest.mark.long
def test_without_or_tools_highs_answers(shared, monkeypatch):
    monkeypatch.setattr(engines, "solver", lambda: solve_highs)
    monkeypatch.setattr("detente.analysis.agreements.solving.deadline_solver.find_spec", lambda name: None)
    result = agreements(paris(shared, 5))
    assert result.core == {"adaptlegal": "p80", "adaptfinance": "p50"}
    assert float(dict(result.best)["max-min"].value) == 5.75
