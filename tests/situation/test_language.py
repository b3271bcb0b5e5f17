"""Reading a file's tree: what it becomes, and every fault at once with its path."""

from typing import Any

import pytest

from detente.errors import InputError, ParseError, SenseError
from detente.situation.file.read import read
from detente.situation.preferences import Prioritised, Ranked, Weighted


def tree(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "detente": 1,
        "title": "Test",
        "actors": {"ROK": {"name": "South Korea"}, "DPRK": {}, "RUS": {"context": True}},
        "options": {
            "ROK.easing": {"levels": ["none", "partial", "full"], "because": "c12"},
            "DPRK.talks": None,
            "DPRK.programme": {"levels": ["expanding", "frozen"], "moves": {"up": "one", "down": "never"}},
        },
        "constraints": ["DPRK.programme >= frozen implies DPRK.talks"],
        "preferences": {
            "ROK": {"statements": ["DPRK.talks", {"say": "not ROK.easing", "assumed": True}]},
            "DPRK": {"weights": {"DPRK.talks": -2, "ROK.easing >= full": 10}},
        },
        "status_quo": {"ROK.easing": "partial", "because": "c1"},
    }
    return {**base, **changes}


def faults(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read(tree(**changes))
    return [("/".join(map(str, fault.path)), fault.message) for fault in caught.value.faults]


def test_a_sound_file_becomes_a_situation() -> None:
    situation = read(tree())
    assert [actor.name for actor in situation.players] == ["South Korea", "DPRK"]
    assert situation.levels["DPRK.talks"] == ("no", "yes")
    assert situation.option("ROK.easing").grounds.because == ("c12",)
    assert isinstance(situation.preference("ROK"), Prioritised)
    assert isinstance(situation.preference("DPRK"), Weighted)
    assert str(situation.status_quo) == "ROK.easing=partial"
    assert situation.status_quo_grounds.because == ("c1",)


def test_every_fault_is_reported_at_once() -> None:
    found = faults(
        constraints=["DPRK.program >= frozen", "DPRK.talks and"],
        preferences={"ROC": {"statements": ["DPRK.talks == maybe"]}},
        status_quo={"ROK.easing": "partly"},
    )
    assert [path for path, _ in found] == [
        "constraints/0",
        "constraints/1",
        "preferences/ROC",
        "preferences/ROC/statements/0",
        "status_quo/ROK.easing",
    ]
    assert "did you mean 'DPRK.programme'" in found[0][1]
    assert "did you mean 'ROK'" in found[2][1]
    assert "did you mean 'partial'" in found[4][1]


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"optoins": {}}, "optoins", "did you mean 'options'"),
        ({"actors": ["ROK"]}, "actors", "must be a mapping"),
        ({"actors": {"ROK": {"nam": "x"}}}, "actors/ROK/nam", "did you mean 'name'"),
        ({"options": {"ROK.easing": {"levels": ["no", True]}}}, "options/ROK.easing/levels/1", "yes or no"),
        ({"options": {"ROK.x": {"moves": {"up": "two"}}}}, "options/ROK.x/moves/up", "'any', 'one' or 'never'"),
        ({"detente": 2}, "detente", "format version 2"),
        ({"preferences": {"DPRK": {"weights": {"DPRK.talks": "much"}}}}, "preferences/DPRK/weights/DPRK.talks", "number"),
        ({"preferences": {"DPRK": {"weights": {"DPRK.talks": float("nan")}}}}, "preferences/DPRK/weights/DPRK.talks", "finite"),
        ({"parties": {"ROK": {"reservation": "many"}}}, "parties/ROK/reservation", "must be a number; got 'many'"),
        ({"parties": {"ROK": {"points": {"pay": {"low": {}}}}}}, "parties/ROK/points/pay/low", "a range [low, high]"),
        ({"parties": {"ROK": {"never": [3]}}}, "parties/ROK/never/0", "an expression, or a mapping with `say:`"),
        ({"agreement": {"quota": {"besides": 1}}}, "agreement/quota/besides", "did you mean 'beside'"),
        ({"issues": {1.5: {"levels": 3}}}, "issues/1.5/levels", "must be a list"),
    ],
)  # fmt: skip
def test_faults_of_shape(changes: dict[str, Any], path: str, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(tree(**changes))
    (fault,) = caught.value.faults
    assert ("/".join(map(str, fault.path)), words in fault.message) == (path, True), fault


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": {"easing": {}}}, "owner.option"),
        ({"options": {"ROK.easing": {"levels": ["none"]}}}, "two or more levels"),
        ({"options": {"ROK.easing": {"levels": ["none", "none"]}}}, "twice"),
        ({"options": {"ROK.easing": {"acts": {"yess": "ease"}}}}, "did you mean 'yes'"),
        ({"forbid": [{"actor": "DPRQ", "from": "DPRK.talks", "to": "DPRK.talk"}]}, "did you mean 'DPRK'"),
        ({"joint": [{"name": "deal", "actors": ["ROK"], "set": {"DPRK.talks": "yes"}}]}, "belongs to DPRK"),
        ({"preferences": {"ROK": {}}}, "found none"),
        ({"preferences": {"ROK": {"statements": [], "weights": {}}}}, "statements and weights"),
        ({"status_quo": "1"}, "mapping of options"),
        ({"shocks": {"s": {"set": {"DPRK.talks": "on"}}}}, "no level 'on'"),
        ({"shocks": {"s": {"drop": {"ROK": ["DPRK.talk"]}}}}, "no statement 'DPRK.talk'"),
    ],
)
def test_faults_of_sense(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(SenseError) as caught:
        read(tree(**changes))
    assert words in str(caught.value)


@pytest.mark.parametrize("given", [None, {}, [], "text", 5])
def test_what_is_no_mapping_is_no_situation(given: object) -> None:
    with pytest.raises(ParseError, match="a situation file is a mapping"):
        read(given)


def test_graph_form() -> None:
    base = {
        "detente": 1,
        "actors": {"US": {}, "UK": {}},
        "states": {"1": "peace", "2": "war"},
        "arcs": {"US": [["1", "2"], ["2", "1"]]},
        "preferences": {"US": {"ranking": ["1", "2"]}, "UK": {"ranking": [["1", "2"]]}},
        "status_quo": "1",
    }
    situation = read(base)
    assert isinstance(situation.preference("UK"), Ranked)
    assert str(situation.status_quo) == "1"
    broken = {
        **base,
        "arcs": {"US": [["1", "3"], ["2", "2"]]},
        "preferences": {"US": {"ranking": ["1", "1"]}},
    }
    with pytest.raises(SenseError) as caught:
        read(broken)
    assert ["no state '3'" in str(caught.value), "itself" in str(caught.value)] == [True, True]
    assert "ranked twice" in str(caught.value)


def test_names_in_any_script() -> None:
    situation = read(
        {
            "detente": 1,
            "actors": {"한국": {"name": "대한민국 🇰🇷"}, "中国": {}},
            "options": {"한국.완화": {"levels": ["없음", "전면"]}, "中国.斡旋": {}},
            "preferences": {"한국": {"statements": ["中国.斡旋 and 한국.완화 == 전면"]}},
        }
    )
    assert str(situation.status_quo) == "(all at their first level)"
    assert len(list(situation.states())) == 4


def test_the_digest_changes_with_the_content_and_only_then() -> None:
    assert read(tree()).digest == read(tree()).digest
    assert read(tree()).digest != read(tree(title="Other")).digest
