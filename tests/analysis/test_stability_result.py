"""The labelled answer: states by label, reasons by label, the ways out, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from tests.saying import english

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.result import StabilityResult
from detente.analysis.stability.run import stability
from detente.errors import ArgumentError
from detente.notebook import html
from detente.situation.file.read import read
from detente.situation.model import Situation
from detente.situation.states import option_state

DILEMMA = {
    "detente": 1,
    "title": "Two who could cooperate",
    "actors": {"A": {"name": "Ann"}, "B": {"name": "Ben"}},
    "options": {"A.gives": {}, "B.gives": {}},
    "preferences": {
        "A": {"statements": ["B.gives", "not A.gives"]},
        "B": {"statements": ["A.gives", "not B.gives"]},
    },
    "status_quo": {},
}


@pytest.fixture(scope="module")
def dilemma() -> Situation:
    return read(DILEMMA)


@pytest.fixture(scope="module")
def result(dilemma: Situation) -> StabilityResult:
    return stability(dilemma)


def texts(states: tuple) -> set[str]:
    return {str(state) for state in states}


def test_equilibria_are_labelled_states(result: StabilityResult) -> None:
    assert texts(result.equilibria("nash")) == {"(all at their first level)"}
    assert texts(result.equilibria("seq")) == {"(all at their first level)", "A.gives B.gives"}
    (both,) = (state for state in result.equilibria("seq") if str(state) == "A.gives B.gives")
    assert both.levels == {"A.gives": "yes", "B.gives": "yes"}
    assert result.holding(both) == ("gmr", "smr", "seq", "sseq")


def test_stable_states_of_one_actor(result: StabilityResult) -> None:
    assert texts(result.stable("nash", actor="A")) == {"(all at their first level)", "B.gives"}
    assert result.count("nash", "A") == 2


def test_why_speaks_in_labels(result: StabilityResult) -> None:
    judgement = result.why("A.gives and B.gives", actor="A", concept="seq")
    assert judgement
    (answer,) = judgement.answers
    assert str(answer.to) == "B.gives"
    (step,) = answer.sanction
    assert (step.actor, str(step.source), str(step.target)) == ("B", "B.gives", "(all at their first level)")
    assert not result.why("A.gives and B.gives", actor="A", concept="nash")


def test_a_state_is_found_as_it_is_printed(result: StabilityResult, dilemma: Situation) -> None:
    for state in dilemma.states():
        for concept in CONCEPTS:
            assert (concept.id in result.holding(str(state))) == (state in result.equilibria(concept.id))
    assert result.why("status-quo", actor="A", concept="nash").state.levels == {
        "A.gives": "no",
        "B.gives": "no",
    }


def test_a_state_with_a_level_of_several_words_is_found_as_it_is_printed() -> None:
    levels = ["open", "informal ban", "full ban"]
    bans = stability(read({**DILEMMA, "options": {"A.coal": {"levels": levels}, **DILEMMA["options"]}}))
    for state in bans.compiled.situation.states():
        assert bans.compiled.state(bans.compiled.find(str(state))) == state
    with pytest.raises(ArgumentError, match=r"A\.coal has no level 'informal bann'"):
        bans.compiled.find("A.coal=informal bann B.gives")


def test_a_state_that_breaks_a_constraint_is_refused_however_it_is_named() -> None:
    bound = stability(read({**DILEMMA, "constraints": ["not A.gives"]}))
    for state in ("A.gives", option_state(bound.compiled.situation.options, {"A.gives": "yes"})):
        with pytest.raises(ArgumentError, match=r"'A\.gives' breaks the constraint “not A\.gives”"):
            bound.why(state, actor="A", concept="nash")


def test_verdict_and_reason_agree_everywhere(result: StabilityResult, dilemma: Situation) -> None:
    for concept in CONCEPTS:
        for state in dilemma.states():
            for actor in result.actors:
                why = result.why(state, actor=actor, concept=concept.id)
                assert bool(why) == (state in result.stable(concept.id, actor=actor))


def test_records_are_one_row_per_state_concept_and_actor(result: StabilityResult) -> None:
    rows = list(result.records())
    assert len(rows) == 4 * 5 * 2
    assert sum(bool(row["stable"]) for row in rows if row["concept"] == "nash") == 4


def test_exhibits_count_and_name(result: StabilityResult) -> None:
    counts, grid = result.by_ids()
    assert tuple(map(english, counts.columns)) == ("concept", "A", "B", "for everyone")
    assert [row.text for row in grid.rows] == ["(all at their first level)", "A.gives B.gives"]
    assert grid.cells[1] == ("no", "yes", "yes", "yes", "yes")
    assert "<table>" in html(result)


def test_the_result_is_stamped_and_frozen(result: StabilityResult, dilemma: Situation) -> None:
    assert result.stamp.situation == dilemma.digest
    assert dict(result.stamp.parameters).items() >= {"concept": None, "sequences": "legal"}.items()
    with pytest.raises(ValueError, match="read-only"):
        result.masks["nash"][0, 0] = True
    with pytest.raises(TypeError):
        result.masks["nash"] = np.zeros(1)


def test_asking_for_some_concepts_only(dilemma: Situation) -> None:
    some = stability(dilemma, concepts=["seq", "nash"], sequences="once-each")
    assert [c.id for c in some.concepts] == ["nash", "seq"]
    with pytest.raises(ArgumentError, match="nash, seq; got 'gmr'"):
        some.equilibria("gmr")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda s: stability(s, concepts=["nahs"]), "concept must be one of nash"),
        (lambda s: stability(s, sequences="twice"), "sequences must be one of legal"),
        (lambda s: stability(s).stable("nash", actor="C"), "there is no actor 'C'"),
        (
            lambda s: stability(s).why("A.gives == yes", actor="A", concept="nash"),
            "true in 2 feasible states",
        ),
    ],
)
def test_wrong_calls_say_the_way_out(dilemma: Situation, call, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        call(dilemma)


def test_progress_counts_up_to_the_end(dilemma: Situation) -> None:
    seen: list[tuple[int, int]] = []
    stability(dilemma, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (10, 10)
