"""The example in the file-format contract loads and answers, with everything it uses at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run
from tests.negotiation import PROMISED

import detente as dt

EXAMPLE = """\
detente: 1                                  # file format version
title: South Korea and China, January 2026
as_of: 2026-01-05
actors:
  ROK: {name: South Korea, names: {ko: 대한민국, zh-Hans: 韩国}}
  DPRK: {name: North Korea}
  USA: {name: United States}
  PRC: {name: China}
options:                                    # owner.option; no levels given = [no, yes]
  ROK.easing: {levels: [none, partial, full], label: Tension-reducing measures, because: [c12, c13]}
  USA.offer: {levels: [none, talks, relief]}
  DPRK.talks: {}
  DPRK.programme: {levels: [expanding, frozen, reduced, dismantled], moves: {up: one, down: any}}
  USA.strike: {moves: {up: any, down: never}}         # up/down: any | one | never; default any
  ROK.one_china: {levels: [restate, deepen]}
constraints:                                # every feasible state satisfies all of them
  - DPRK.programme >= frozen implies DPRK.talks
  - not (USA.strike and USA.offer > none)
forbid:                                     # irreversibility that belongs to a state
  - {actor: DPRK, from: DPRK.programme == dismantled, to: DPRK.programme < reduced}
joint:                                      # named moves made together (a bridge, a deal): each member must gain
  - {name: freeze for relief, actors: [DPRK, USA], from: DPRK.talks, set: {DPRK.programme: frozen, USA.offer: relief}, when: DPRK.talks}
preferences:
  ROK:
    statements:                             # most important first; a string, or a mapping with its grounds
      - DPRK.programme >= frozen
      - {say: not USA.strike, because: [c7]}
      - {say: ROK.easing == full, assumed: a reading of the five measures}
  DPRK: {weights: {DPRK.talks: -2, USA.offer >= relief: 10}}      # option weighting
  USA: {statements: [not USA.strike]}
status_quo: {ROK.easing: partial}           # unnamed options stand at their first level
issues:                                     # see AGREEMENTS.md; may stand in a file without options or preferences
  wording: {levels: [restate, deepen], park: true, label: Taiwan wording, raised_by: [PRC], option: ROK.one_china}
  railway: {levels: [study, build], park: true}
parties:
  ROK: {signs: required, reservation: 40, margin: 5,           # signs: required | optional (default required)
        points: {wording: {restate: 12, deepen: 0, parked: 8}, railway: {study: 10, build: [20, 30], parked: 0}},
        never: [wording == deepen]}                            # red lines, as expressions over issues
  PRC: {marks: {wording: {restate: only if paid for, deepen: wanted, parked: never}, railway: {study: acceptable, build: wanted}}}
agreement:
  require: [railway == build implies wording != parked]        # linkages, exclusions, precedence
  quota: 2                                                     # signatories needed, beside the required ones
  instruments: {visit: {cost: 1, adds: {ROK: 5}}, guarantee: {cost: 3, adds: {PRC: 4}, with: railway == build}}
  budget: 3
  transfers: false                                             # side payments allowed?
claims: dossier.jsonl                       # optional: where `because` points
"""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    (tmp_path / "dossier.jsonl").write_text("")
    path = tmp_path / "situation.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def test_check_has_findings_and_no_fault_that_stops(example: Path) -> None:
    code, _, err = run("check", example)
    assert code == 1 and "none of which stops an analysis" in err
    assert "there is no claim 'c12'" in err and "ROK can never be satisfied" in err


def test_commands_answer(example: Path) -> None:
    code, out, _ = run("stability", example, "--json")
    answer = json.loads(out)
    assert code == 0 and set(answer) >= {"states", "actors", "concepts", "stamp"}
    state = answer["concepts"]["seq"]["equilibria"][0]
    assert list(state) == [
        "ROK.easing", "USA.offer", "DPRK.talks", "DPRK.programme", "USA.strike", "ROK.one_china",
    ]  # fmt: skip
    code, out, _ = run("agreements", example, "--json")
    answer = json.loads(out)
    assert code == 0 and answer["packages"] == 0 and answer["blocking"]
    assert set(answer) >= PROMISED
    assert run("paths", example, "--to", "DPRK.talks", "--json")[0] == 0
    assert run("why", example, "--actor", "DPRK", "--concept", "gmr", "--json")[0] == 0


def test_python(example: Path) -> None:
    situation = dt.load(str(example))
    result = dt.stability(situation)
    held = result.equilibria("seq")
    assert held[0].levels["DPRK.talks"] in {"no", "yes"} and held[0].key is None
    assert set(held) <= set(result.stable("seq", actor="DPRK"))
    assert all(result.why(held[0], actor=actor, concept="seq") for actor in result.actors)
    assert sum(1 for _ in situation.states()) == result.states == 120
    assert next(iter(result.records()))["concept"] == "nash"
