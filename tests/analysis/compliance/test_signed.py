"""Packages as states: which would hold once signed, and who would walk away."""

from dataclasses import replace

from tests.saying import english

from detente.analysis.agreements.answer import agreements
from detente.analysis.compliance.exhibits import figure, sentences
from detente.analysis.compliance.signed import signed
from detente.analysis.stability.run import stability
from detente.situation.file.read import read

TREE = {
    "detente": 1,
    "title": "Two who could disarm",
    "actors": {"A": {"name": "Arland"}, "B": {"name": "Borland"}},
    "options": {"A.disarm": {}, "B.disarm": {}},
    "preferences": {
        "A": {"statements": ["B.disarm", "not A.disarm"]},
        "B": {"statements": ["A.disarm", "not B.disarm"]},
    },
    "status_quo": {},
    "issues": {
        "a": {"levels": ["no", "yes"], "option": "A.disarm", "label": "Arland's arms"},
        "b": {"levels": ["no", "yes"], "option": "B.disarm", "label": "Borland's arms"},
        "flag": {"levels": ["hoist"], "park": True},
    },
    "parties": {
        "A": {"marks": {"a": {"no": "acceptable", "yes": "only if paid for"}, "b": {"no": "acceptable", "yes": "wanted"}}},
        "B": {"marks": {"b": {"no": "acceptable", "yes": "only if paid for"}, "a": {"no": "acceptable", "yes": "wanted"}}},
    },
}  # fmt: skip


def test_packages_meet_the_graph_model():
    tree = {**TREE, "parties": {p: {"marks": {**s["marks"], "flag": {"hoist": "acceptable", "parked": "acceptable"}}} for p, s in TREE["parties"].items()}}  # fmt: skip
    situation = read(tree)
    accords = agreements(situation, objectives=["wants"])
    result = signed(accords, stability(situation))
    # Nothing, or both disarm: one concession each, paid for by the other. The flag changes no state.
    assert sorted(dict(one.settings)["A.disarm"] for one in result.states) == ["no", "yes"]
    assert [one.packages for one in result.states] == [2, 2]
    once = replace(result, states=tuple(replace(one, packages=1) for one in result.states))
    assert all(english(row.text).endswith("(1 package)") for row in figure(once).rows)
    both = next(one for one in result.states if dict(one.settings)["A.disarm"] == "yes")
    # Each would rather keep its arms, but the other answers in kind: it holds by deterrence, not by Nash.
    assert "nash" not in both.holds and "seq" in both.holds and not both.leavers
    alone = signed(accords, stability(situation), concept="nash")
    leaving = next(one for one in alone.states if dict(one.settings)["A.disarm"] == "yes")
    assert [actor for actor, _ in leaving.leavers] == ["A", "B"]
    drawn = figure(alone)
    assert {"leaves", "stays"} == {mark for row in drawn.cells for mark in row}
    assert any(one.offered for one in alone.states) and sentences(alone)


def test_issues_without_options_show_nothing():
    tree = {k: v for k, v in TREE.items() if k != "issues"}
    tree["issues"] = {k: {"levels": v["levels"]} for k, v in TREE["issues"].items() if k != "flag"}
    situation = read(tree)
    found = signed(agreements(situation), stability(situation))
    assert not found.states and sentences(found) == ()
