"""Each command on a small situation: answers, JSON shapes, and wrong input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run

FREEZE = """\
detente: 1
title: A freeze
actors: {DPRK: {name: North Korea}, USA: {name: United States}}
options:
  DPRK.programme:
    levels: [expanding, frozen]
    acts: {expanding: restart its programme, frozen: freeze its programme}
  USA.offer:
    acts: {yes: offer relief, no: withdraw its offer}
preferences:
  DPRK: {statements: [USA.offer, DPRK.programme == expanding]}
  USA: {statements: [DPRK.programme == frozen, not USA.offer]}
status_quo: {DPRK.programme: frozen, USA.offer: yes}
"""

GRAPH = """\
detente: 1
actors: {US: {}, UK: {}}
states: {1: peace, 2: war}
arcs: {US: [[1, 2]], UK: [[2, 1]]}
preferences: {US: {ranking: [2, 1]}, UK: {ranking: [1, 2]}}
status_quo: 1
"""


@pytest.fixture
def freeze(tmp_path: Path) -> str:
    path = tmp_path / "freeze.yaml"
    path.write_text(FREEZE)
    return str(path)


def test_stability_as_json(freeze: str) -> None:
    code, out, _ = run("stability", freeze, "--json")
    answer = json.loads(out)
    assert (code, answer["states"], answer["actors"]) == (0, 4, ["DPRK", "USA"])
    assert list(answer["concepts"]) == ["nash", "gmr", "smr", "seq", "sseq"]
    held = {"DPRK.programme": "frozen", "USA.offer": "yes"}
    assert held in answer["concepts"]["seq"]["equilibria"]
    assert held not in answer["concepts"]["nash"]["equilibria"]
    assert held in answer["concepts"]["seq"]["stable"]["DPRK"]
    assert answer["stamp"]["analysis"] == "stability"


def test_stability_of_chosen_concepts(freeze: str) -> None:
    code, out, _ = run(
        "stability", freeze, "--concept", "seq", "--concept", "nash", "--sequences", "one-step", "--json"
    )
    assert code == 0 and list(json.loads(out)["concepts"]) == ["nash", "seq"]
    code, out, _ = run("stability", freeze)
    assert code == 0 and "Sequential stability" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--concept", "nashh"], "concept must be one of"),
        (["--sequences", "legall"], "sequences must be one of"),
    ],
)
def test_wrong_usage_exits_with_two(freeze: str, arguments: list[str], words: str) -> None:
    code, _, err = run("stability", freeze, *arguments)
    assert code == 2 and words in err


def test_why_tells_the_story_of_deterrence(freeze: str) -> None:
    code, out, _ = run("why", freeze, "--actor", "DPRK", "--concept", "seq")
    told = " ".join(out.replace("│", " ").split())
    assert code == 0
    assert "North Korea would not leave this outcome" in told
    assert "restart its programme" in told
    assert "the United States would then withdraw its offer" in told
    assert "leaves North Korea worse off than staying" in told


def test_why_as_json_carries_the_witness(freeze: str) -> None:
    code, out, _ = run(
        "why", freeze, "--state", "DPRK.programme USA.offer", "--actor", "DPRK", "--concept", "seq", "--json"
    )
    answer = json.loads(out)
    assert code == 0 and answer["verdict"] is True
    improvement = answer["improvements"][0]
    assert improvement["to"] == {"DPRK.programme": "expanding", "USA.offer": "yes"}
    assert improvement["sanction"][0]["actor"] == "USA" and improvement["escape"] is None


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("DPRK.programme == frozen", "true in 2 feasible states"),
        ("DPRK.programme == froze", "did you mean 'frozen'"),
        ("DPRK.programme and", "too early"),
        ("USA.offer and not USA.offer", "true in no feasible state"),
    ],
)
def test_why_needs_one_state(freeze: str, state: str, words: str) -> None:
    code, _, err = run("why", freeze, "--state", state, "--actor", "DPRK")
    assert code == 2 and words in err


def test_why_needs_an_actor_there_is(freeze: str) -> None:
    code, _, err = run("why", freeze, "--actor", "PRC")
    assert code == 2 and "the actors are DPRK, USA" in err


def test_graph_form_by_key(tmp_path: Path) -> None:
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH)
    code, out, _ = run("why", str(path), "--state", "1", "--actor", "US", "--concept", "seq", "--json")
    answer = json.loads(out)
    assert code == 0 and answer["verdict"] is True
    assert answer["improvements"][0]["sanction"] == [{"actor": "UK", "from": "2", "to": "1"}]
    code, out, _ = run("why", str(path), "--state", "1", "--actor", "US")
    assert "move to 2 (war)" in out
    code, _, err = run("why", str(path), "--state", "9", "--actor", "US")
    assert code == 2 and "no state '9'" in err


def test_paths_as_json(freeze: str) -> None:
    code, out, _ = run("paths", freeze, "--to", "not USA.offer", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["from"] == {"DPRK.programme": "frozen", "USA.offer": "yes"}
    assert answer["improvements"][0]["first_movers"] == ["USA"]
    assert run("paths", freeze)[0] == 0
    code, _, err = run("paths", freeze, "--to", "not USA.ofer")
    assert code == 2 and "did you mean" in err


def test_check_passes_and_finds(freeze: str, tmp_path: Path) -> None:
    code, out, _ = run("check", freeze)
    assert code == 0 and "2 actors that choose, 2 options, 4 combinations" in out
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        FREEZE.replace("USA.offer, DPRK", "USA.ofer, DPRK").replace("not USA.offer", "not USA.offer and")
    )
    code, _, err = run("check", str(broken))
    assert code == 1 and "broken.yaml:11:23: there is no option 'USA.ofer'" in err
    assert "2 findings" in err
    code, out, _ = run("check", str(broken), "--json")
    assert code == 1 and [fault["where"]["line"] for fault in json.loads(out)["faults"]] == [11, 12]


@pytest.mark.parametrize("command", ["stability", "why", "paths", "brief"])
def test_faults_of_the_input_go_to_stderr_with_exit_one(command: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("")
    actor = ["--actor", "A"] if command == "why" else []
    code, out, err = run(command, str(path), *actor)
    assert (code, out) == (1, "") and "an empty file" in err
    code, _, err = run(command, str(tmp_path / "none.yaml"), *actor)
    assert code == 1 and "none.yaml: there is no such file" in err
    assert [file.name for file in tmp_path.iterdir()] == ["empty.yaml"]


def test_errors_as_json(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(FREEZE.replace("levels: [expanding, frozen]", "levels: [expanding]"))
    code, out, err = run("stability", str(path), "--json")
    error = json.loads(err)["error"]
    assert (code, out) == (1, "")
    assert set(error) >= {"kind", "message", "where"} and error["where"]["line"] == 6


def test_too_many_states_are_refused(tmp_path: Path) -> None:
    options = "\n".join(f"  USA.o{index}: {{}}" for index in range(30))
    path = tmp_path / "large.yaml"
    path.write_text(FREEZE.replace("  USA.offer:\n", f"{options}\n  USA.offer:\n"))
    code, _, err = run("stability", str(path), "--engine", "explicit", "--json")
    error = json.loads(err)["error"]
    assert code == 1 and error["kind"] == "limit" and "Ways out" in error["message"]


def test_brief_writes_and_says_where(freeze: str, tmp_path: Path) -> None:
    code, out, _ = run("brief", freeze, "-o", str(tmp_path / "out"))
    assert code == 0 and "brief.html" in out and "Today’s outcome would hold" in out
    page = (tmp_path / "out" / "brief.html").read_text()
    assert "http://" not in page.replace("http://www.w3.org", "") and "<script" not in page


def test_help_and_version() -> None:
    code, out, _ = run("--help")
    assert code == 0 and all(word in out for word in ("brief", "check", "stability", "why", "paths", "cases"))
    code, out, _ = run("--version")
    assert code == 0 and out.startswith("detente 0.")
    assert run("nonsense")[0] == 2


@pytest.mark.parametrize("command", ["stability", "paths", "brief", "why"])
def test_what_only_shows_when_compiled_has_its_line_too(command: str, tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        FREEZE.replace("status_quo:", "constraints:\n  - USA.offer\n  - not USA.offer\nstatus_quo:")
    )
    code, _, err = run(command, str(path), *(["--actor", "USA"] if command == "why" else []))
    assert code == 1 and "s.yaml:14:5: no state is feasible: constraint no. 1, no. 2 together" in err


JOINT = FREEZE.replace("programme: frozen, USA.offer: yes", "programme: expanding, USA.offer: no") + (
    "joint:\n"
    "- {name: Deal, actors: [DPRK, USA], from: not USA.offer, set: {DPRK.programme: frozen, USA.offer: yes}}\n"
    "- {name: Gift, actors: [DPRK, USA], from: not USA.offer, set: {USA.offer: yes}}\n"
    "- {name: Return, actors: [DPRK, USA], from: USA.offer, set: {USA.offer: no}}\n"
)


@pytest.mark.parametrize(
    "asked",
    [
        ("stability",),
        ("stability", "--engine", "symbolic", "--enumerate", "9"),
        ("paths", "--concept", "gmr"),
    ],
)
def test_outcomes_are_told_in_words_beside_their_ids(freeze: str, asked: tuple[str, ...]) -> None:
    command, *options = asked
    told = " ".join(run(command, freeze, *options)[1].split())
    assert "as today [DPRK.programme=frozen USA.offer]" in told
    alone = " ".join(run(command, freeze, *options, "--ids")[1].split())
    assert "DPRK.programme=frozen USA.offer" in alone and "as today" not in alone


def test_another_outcome_is_told_by_what_is_other_than_today(freeze: str) -> None:
    told = " ".join(run("stability", freeze, "--concept", "nash")[1].split())
    assert "North Korea — programme: expanding. United States — offer: no [(all" in told


def test_an_outcome_of_graph_form_is_told_by_its_label_beside_its_key(tmp_path: Path) -> None:
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH.replace("{US: [[1, 2]], UK: [[2, 1]]}", "{US: [[1, 2]], UK: [[1, 2]]}"))
    assert "war [2]" in run("stability", str(path))[1]
    assert "war" not in run("stability", str(path), "--ids")[1]


def test_joint_moves_lead_to_outcomes_in_words(tmp_path: Path) -> None:
    path = tmp_path / "joint.yaml"
    path.write_text(JOINT)
    told = " ".join(run("paths", str(path), "--to", "DPRK.programme == frozen and USA.offer")[1].split())
    assert "North Korea — programme: frozen. United States — offer: yes" in told


def test_paths_tell_what_joint_moves_open(tmp_path: Path) -> None:
    path = tmp_path / "joint.yaml"
    path.write_text(JOINT)
    asked = ("paths", str(path), "--to", "DPRK.programme == frozen and USA.offer")
    code, out, _ = run(*asked, "--ids")
    told = " ".join(out.split())
    assert code == 0 and "Joint moves are not counted here." in told
    assert "DPRK.programme=frozen USA.offer Deal DPRK, USA 0" in told
    assert "“Gift” is not to the advantage of USA." in told
    assert "“Return” cannot be made from the status quo." in told
    code, out, _ = run("paths", str(path), "--to", "DPRK.programme == frozen and USA.offer", "--json")
    deal, gift = json.loads(out)["joint"]
    assert (deal["name"], deal["gains"]) == ("Deal", ["DPRK", "USA"])
    assert [(way["to"]["DPRK.programme"], way["steps"]) for way in deal["then"]] == [("frozen", [])]
    assert (gift["gains"], gift["then"]) == (["DPRK"], [])


def test_paths_without_joint_moves_do_not_speak_of_them(freeze: str) -> None:
    assert "oint move" not in run("paths", freeze)[1]
