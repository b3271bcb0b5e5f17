"""The brief of the bundled study, and of situations at the edges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.saying import told

from detente.evidence.claims import Claim, Review, ReviewState
from detente.evidence.dossier import Dossier
from detente.exhibits import Argument, Graph, Grid, Report, Table, Timeline
from detente.situation.file.read import read
from detente.store.study_folder import bundled_study, load_study
from detente.study.model import Study


@pytest.fixture(scope="module")
def report() -> Report:
    return told(load_study(bundled_study()))


def _texts(value: object) -> list[Any]:
    from detente.exhibits import Text

    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    slots = getattr(value, "__slots__", ())
    return [text for slot in slots for text in _texts(getattr(value, slot))]


def test_the_sections_stand_in_their_order(report: Report) -> None:
    titles = [section.title for section in report.sections]
    assert titles[0].startswith("What happened")
    assert titles[1].startswith("Who wants what")
    assert titles[-1] == "What the answers hang on"


def test_it_holds_every_kind_of_exhibit(report: Report) -> None:
    kinds = {type(block) for section in report.sections for block in section.blocks}
    assert {Table, Grid, Graph, Timeline, Argument} <= kinds


def test_every_citation_has_its_footnote(report: Report) -> None:
    cited = {claim for text in _texts(report.sections) for claim in text.claims}
    assert cited and cited <= set(report.notes)
    assert all(note.sources for name, note in report.notes.items() if name in cited)


def test_assumed_judgements_are_visible(report: Report) -> None:
    assert any(text.assumed for text in _texts(report.sections[1].blocks))
    assert any("assumed" in text.text for text in _texts(report.sections[-1].blocks))


RIVER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "shared-river.yaml"


def test_the_same_study_gives_the_same_brief() -> None:
    assert told(load_study(RIVER)) == told(load_study(RIVER))


BASE: dict[str, Any] = {
    "detente": 1,
    "title": "안보 — 安全 <b>& | *",
    "actors": {"A": {"name": "대한민국"}, "B": {"name": "中国"}},
    "options": {"A.x": {}, "B.z": {}},
    "preferences": {"A": {"statements": ["B.z"]}, "B": {"statements": ["A.x"]}},
}


def _brief(**changes: Any) -> Report:
    situation = read({**BASE, **changes})
    return told(Study("test", situation.title, situation, dossier=Dossier()))


def test_without_a_dossier_there_are_no_facts() -> None:
    assert [section.title[:9] for section in _brief().sections] == ["Who wants", "Which out", "What the "]


@pytest.mark.parametrize(
    "preferences",
    [
        {"A": {"weights": {"B.z": 2, "A.x": -1}}, "B": {"statements": ["A.x"]}},
        {"A": {"ranking": [[{"A.x": "yes"}, {}], [{"B.z": "yes"}, {"A.x": "yes", "B.z": "yes"}]]}},
        {},
    ],
)
def test_every_way_to_write_wishes(preferences: dict[str, Any]) -> None:
    assert _brief(preferences=preferences).bottom_line


def test_graph_form_without_status_quo() -> None:
    situation = read(
        {
            "detente": 1,
            "actors": {"A": {}, "B": {}},
            "states": {"1": "peace", "2": ""},
            "arcs": {"A": [["1", "2"]]},
            "preferences": {"A": {"ranking": ["2", "1"]}},
        }
    )
    assert told(Study("g", "", situation)).sections


def test_a_situation_nobody_leaves() -> None:
    report = _brief(preferences={"A": {"statements": ["not A.x"]}, "B": {"statements": ["not B.z"]}})
    assert "would hold" in report.bottom_line[0].text
    assert "No other outcome" in report.bottom_line[1].text


def test_a_study_may_ask_for_less() -> None:
    study = replace(load_study(RIVER), analyses=("facts", "outcomes"))
    assert [section.title[:5] for section in told(study).sections] == ["Which"]


def test_only_accepted_claims_are_grounds() -> None:
    """A wish that cites an open, a rejected or a missing claim rests on nothing yet, and the brief says so."""
    states: tuple[ReviewState, ...] = ("accepted", "open", "rejected")
    claims = [
        Claim(state, "event", f"It is {state}.", origin="rule:test", review=Review(state)) for state in states
    ]
    wishes = [
        {"say": "B.z", "because": ["accepted"]},
        *(
            {"say": f"A.x {sign} yes", "because": [claim]}
            for sign, claim in (("==", "open"), ("!=", "rejected"))
        ),
    ]
    situation = read(
        {
            **BASE,
            "preferences": {
                "A": {"statements": wishes},
                "B": {"statements": [{"say": "A.x", "because": "none"}]},
            },
        }
    )
    report = told(Study("test", "", situation, dossier=Dossier((), tuple(claims))))
    texts = [text for section in report.sections[1:] for text in _texts(section.blocks)]
    assert {claim for text in texts for claim in text.claims} == {"accepted"}
    words = " ".join(text.text for text in texts)
    assert "claim open is not yet decided on" in words and "claim rejected is rejected in review" in words
    assert "claim none is not in the dossier" in words


def test_a_shock_may_make_today_impossible_or_leave_nothing() -> None:
    shocks = {"law": {"require": ["A.x"]}, "end": {"require": ["A.x and not A.x"]}}
    report = _brief(shocks=shocks)
    words = [
        text.text
        for section in report.sections
        if "shock" in section.title
        for text in _texts(section.blocks)
    ]
    assert words.count("no longer possible") == 2
