"""The bundled study's ways out and shocks: what each opens or breaks, pinned as reviewed facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from detente.analysis.paths.paths import paths
from detente.analysis.stability.run import stability
from detente.situation.compile import compile_situation
from detente.situation.model import Situation
from detente.situation.states import State, option_state
from detente.situation.vary import vary
from detente.store.study_folder import bundled_study, load_study


@cache
def situation() -> Situation:
    return load_study(bundled_study()).situation


def moved(settings: Mapping[str, str]) -> State:
    today = situation().status_quo
    assert today is not None
    return option_state(situation().options, {**today.levels, **settings})


def in_reach(of: Situation) -> dict[str, tuple[str, ...]]:
    """Outcomes that hold and can be reached by improvements: what is other than today -> who moves, in turn."""
    today = of.status_quo
    assert today is not None
    return {
        " ".join(f"{o}={v}" for o, v in route.to.levels.items() if v != today.levels[o]): tuple(
            step.actor for step in route.steps
        )
        for route in paths(of, concept="sseq").routes("improvements")
    }


RELAPSE = "ROK.trilateral=deepen PRC.restore=frozen USA.burden=no"


def test_single_steps_lead_down_only() -> None:
    """Seoul deepens, Beijing freezes, Washington stops pressing: the step Seoul is deterred from is the only
    one anybody would take."""
    assert in_reach(situation()) == {"": (), RELAPSE: ("ROK", "PRC", "USA")}


@pytest.mark.parametrize(
    ("name", "today_holds", "frozen", "reach"),
    [
        # Han's reading opens the way up, and Beijing makes the first move.
        (
            "beijing_for_itself",
            False,
            8,
            {
                RELAPSE: ("ROK", "PRC", "USA"),
                "ROK.easing=full ROK.projects=funded PRC.bridge=yes DPRK.talks=yes DPRK.south=contact "
                "USA.offer=talks": ("PRC", "USA", "DPRK", "ROK"),
            },
        ),
        # An American offer alone is made and stays unanswered.
        (
            "offer_in_april",
            False,
            9,
            {
                "USA.offer=talks": ("USA",),
                "ROK.trilateral=deepen PRC.restore=frozen USA.offer=talks USA.burden=no": (
                    "ROK",
                    "PRC",
                    "USA",
                ),
            },
        ),
        # Talks come, and Seoul is no part of them.
        (
            "bargain_over_tokyo",
            False,
            8,
            {
                "ROK.trilateral=deepen PRC.bridge=yes DPRK.talks=yes USA.offer=talks USA.burden=no "
                "USA.china_deal=yes": ("ROK", "USA", "PRC", "DPRK"),
            },
        ),
        ("alliance_first", False, 2, {RELAPSE: ("ROK", "PRC", "USA")}),
        ("missile_defence_again", False, 9, {"PRC.restore=frozen USA.burden=no": ("PRC", "USA")}),
        ("tougher_beijing", False, 9, {RELAPSE: ("ROK", "PRC", "USA")}),
        # No price buys a freeze, or none is paid: today is as it was, and no freeze holds.
        ("lesson_of_caracas", True, 0, {"": (), RELAPSE: ("ROK", "PRC", "USA")}),
        ("relief_revoked", True, 0, {"": (), RELAPSE: ("ROK", "PRC", "USA")}),
        (
            "drone_incident",
            False,
            9,
            {
                "ROK.easing=none": ("ROK",),
                f"ROK.easing=none {RELAPSE}": ("ROK", "PRC", "USA"),
            },
        ),
    ],
)
def test_what_a_shock_breaks(
    name: str, today_holds: bool, frozen: int, reach: dict[str, tuple[str, ...]]
) -> None:
    changed = vary(situation(), next(one for one in situation().variations if one.name == name))
    held = stability(changed, concepts=["sseq"]).equilibria("sseq")
    assert (changed.status_quo in held) == today_holds
    assert sum(state.levels["DPRK.programme"] == "frozen" for state in held) == frozen
    assert in_reach(changed) == reach


def test_all_shocks_are_reviewed() -> None:
    marks = test_what_a_shock_breaks.pytestmark  # type: ignore[attr-defined]
    reviewed = {case[0] for case in marks[0].args[1]}
    assert {one.name for one in situation().variations} == reviewed


def test_the_two_first_bargains_make_each_member_better_off_today() -> None:
    """Support for a bridge and calm over Taiwan need two keys each: no single step does it, both gain."""
    compiled = compile_situation(situation())
    here = compiled.position(moved({}))
    for joint in situation().joint[:2]:
        there = compiled.position(moved(joint.settings))
        for actor in joint.actors:
            ranks = compiled.graph.ranks[compiled.actor_index(actor)]
            assert ranks[there] > ranks[here], (joint.name, actor)


def test_after_support_for_a_bridge_talks_are_single_steps_away() -> None:
    changed = replace(situation(), status_quo=moved(situation().joint[0].settings))
    talks = [path for outcome, path in in_reach(changed).items() if "DPRK.talks=yes" in outcome]
    assert sorted(talks, key=len)[0] == ("USA", "DPRK", "ROK")
