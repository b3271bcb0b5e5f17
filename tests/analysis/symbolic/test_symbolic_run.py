"""What is asked, answered and admitted by the symbolic engine."""

from __future__ import annotations

import pytest
from tests.saying import english

from detente.analysis.symbolic import run as module
from detente.analysis.symbolic.diagrams import diagram as diagrams
from detente.analysis.symbolic.diagrams.diagram import TooLargeError
from detente.analysis.symbolic.run import symbolic
from detente.analysis.symbolic.size import beyond_the_limit
from detente.errors import ArgumentError, SenseError
from detente.notebook import html
from detente.situation.file.read import read
from detente.situation.model import Situation


def chase(wishes_of_b: str = "not (A.o0 iff B.o0)", constraints: tuple[str, ...] = ()) -> Situation:
    """Sixty options; A wants to be where B is, and B not: no state holds under Nash."""
    actors = {actor: {"name": actor} for actor in "ABC"}
    return read(
        {
            "detente": 1,
            "title": "chase",
            "actors": actors,
            "options": {f"{actor}.o{n}": {} for actor in actors for n in range(20)},
            "constraints": list(constraints),
            "preferences": {
                "A": {"statements": ["A.o0 iff B.o0", "C.o1"]},
                "B": {"statements": [wishes_of_b, "A.o3 or C.o2"]},
                "C": {"weights": {"C.o1": 0.5, "not C.o1 and A.o4": 0.5}},
            },
            "status_quo": {},
        }
    )


def test_absence_is_proven_and_counts_are_exact() -> None:
    result = symbolic(chase(), count=True)
    assert result.combinations == result.states == 1 << 60
    nash = result.finding("nash")
    assert (
        nash.absent and nash.proven and nash.count == 0 and english(nash.verdict()) == "none exists (proven)"
    )
    # A and B always undo each other; C cannot be held by anybody.
    held = result.finding("gmr").count
    assert held is not None and held > 0 and result.finding("gmr").proven
    assert result.finding("seq").count is not None


def test_some_are_listed_when_some_are_asked_for() -> None:
    result = symbolic(chase("A.o0 iff B.o0"), concepts=["seq", "nash"], enumerate_=5)
    assert [one.concept for one in result.findings] == ["nash", "seq"]
    for one in result.findings:
        assert len(set(one.equilibria)) == 5 and one.proven and one.at_least > 5
    assert result.equilibria("seq") == result.finding("seq").equilibria
    assert result.finding("seq").at_most is None and "at least" in english(result.finding("seq").verdict())
    rows = list(result.records())
    assert [row["concept"] for row in rows] == ["nash", "seq"] and len(result.exhibits()) == 2
    assert "<table>" in html(result)


def test_results_are_stamped_and_the_same_twice() -> None:
    first, second = (symbolic(chase(), concepts=["nash", "gmr"], enumerate_=3) for _ in range(2))
    assert first.findings == second.findings and first.stamp == second.stamp
    assert first.stamp.analysis == "stability" and dict(first.stamp.parameters)["engine"] == "symbolic"


def test_what_does_not_fit_is_searched_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ortools")

    def full(*_: object, **__: object) -> None:
        raise TooLargeError

    monkeypatch.setattr(module, "Sets", full)
    none = symbolic(chase(), concepts=["nash", "seq"])
    assert none.states is None and none.finding("nash").absent
    assert not none.finding("seq").proven and "not proven" in english(none.finding("seq").verdict())
    some = symbolic(chase("A.o0 iff B.o0"), enumerate_=4)
    assert all(one.method == "search" and len(set(one.equilibria)) == 4 for one in some.findings)


def test_out_of_time_is_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagrams, "STEPS", 1)
    result = symbolic(chase(), limit_seconds=1e-6)
    assert not any(one.proven for one in result.findings)


def test_faults_are_those_of_the_compiled_form() -> None:
    with pytest.raises(SenseError, match=r"no\. 1, no\. 3 together exclude every state"):
        symbolic(chase(constraints=("A.o1", "A.o2", "not A.o1")))
    with pytest.raises(ArgumentError, match="concept must be one of"):
        symbolic(chase(), concepts=["guess"])
    with pytest.raises(ArgumentError):
        symbolic(chase(), limit_seconds=0)
    assert beyond_the_limit(chase())
