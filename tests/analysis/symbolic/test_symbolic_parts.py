"""Parts of the symbolic engine, each against listing on small situations."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from tests.referees.random_situations import option_form

from detente.analysis.stability.run import stability
from detente.analysis.symbolic.answer import Task, from_search
from detente.analysis.symbolic.clock import Deadline
from detente.analysis.symbolic.diagrams.ordering import axis_order, span
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.exact import Exact
from detente.analysis.symbolic.examine import holds
from detente.analysis.symbolic.form import read_form, whole
from detente.analysis.symbolic.hunt import hunt
from detente.analysis.symbolic.members import count, members_in_order, sample
from detente.situation.compile import compile_situation
from detente.situation.file.read import read
from detente.situation.model import Situation

SEEDS = range(25)


def small(seed: int) -> Situation:
    return read(option_form(random.Random(40_000 + seed), 32))


@pytest.mark.parametrize("seed", SEEDS)
def test_members_are_the_states_and_are_counted(seed: int) -> None:
    situation = small(seed)
    sets = Sets(read_form(situation), Deadline(60))
    states = {sets.form.state(digits) for digits in members_in_order(sets, sets.states)}
    assert states == set(situation.states()) and count(sets, sets.states) == len(states)
    drawn = sample(sets, sets.states, random.Random(seed))
    assert drawn is not None and sets.form.state(drawn) in states
    assert sample(sets, sets.diagrams.false, random.Random(seed)) is None


def test_every_member_is_drawn_equally_often() -> None:
    sets = Sets(read_form(small(3)), Deadline(60))
    generator = random.Random(1)
    drawn = Counter(sample(sets, sets.states, generator) for _ in range(3000))
    states = count(sets, sets.states)
    assert len(drawn) == states
    assert max(drawn.values()) < 2 * 3000 / states and min(drawn.values()) > 3000 / states / 2


@pytest.mark.parametrize("seed", SEEDS)
def test_examining_one_state_gives_the_verdict_of_the_definition(seed: int) -> None:
    situation = small(seed)
    exact, result = Exact(Sets(read_form(situation), Deadline(60))), stability(situation)
    exact.nash(Deadline(60))
    compiled = result.compiled
    for concept in ("gmr", "smr", "seq", "sseq"):
        for index, actor in enumerate(result.actors):
            mask = result.mask(concept, actor)
            for position in compiled.graph.states().tolist():
                digits = exact.sets.form.digits(compiled.state(position))
                assert holds(exact.stable, concept, index, digits) == mask[position], (concept, actor)


@pytest.mark.parametrize("seed", range(10))
def test_the_hunt_brings_home_equilibria_only(seed: int) -> None:
    situation = small(seed)
    exact, result = Exact(Sets(read_form(situation), Deadline(60))), stability(situation)
    exact.nash(Deadline(60))
    found = set(hunt(exact.stable, "seq", Deadline(60)))
    equilibria = {exact.sets.form.digits(state) for state in result.equilibria("seq")}
    assert found <= equilibria


@pytest.mark.parametrize("seed", SEEDS)
def test_the_search_by_clauses_finds_every_nash_equilibrium(seed: int) -> None:
    pytest.importorskip("ortools")
    situation = small(seed)
    finding = from_search(read_form(situation), "nash", Task(1000, True), Deadline(60))
    assert set(finding.equilibria) == set(stability(situation, concepts=["nash"]).equilibria("nash"))
    assert finding.proven and finding.complete and finding.method == "search"


def test_sums_and_positions_mean_what_the_compiled_form_means() -> None:
    assert whole([0.1, 0.2, -3]) == (1, 2, -30)
    situation = small(1)
    form, compiled = read_form(situation), compile_situation(situation)
    assert compiled.space is not None and form.shape == compiled.space.shape
    for position in compiled.graph.states().tolist():
        assert form.digits(compiled.state(position)) == compiled.space.digits(position)


def test_the_order_brings_conditions_together() -> None:
    form = read_form(read(PAIRS))
    order = axis_order(form)
    groups = [condition.axes for condition in form.conditions()]
    assert sorted(order) == list(range(8)) and span(order, groups) == 4


PAIRS = {
    "detente": 1,
    "title": "pairs",
    "actors": {"A": {"name": "A"}, "B": {"name": "B"}},
    "options": {f"{actor}.o{n}": {} for actor in "AB" for n in range(4)},
    "preferences": {"A": {"statements": [f"A.o{n} iff B.o{n}" for n in range(4)]}},
}
