"""Reading `issues:`, `parties:` and `agreement:`: what is meant, and every fault at once."""

import copy
from fractions import Fraction

import pytest
from tests.negotiation import negotiation

from detente.situation.issues.read import read_terms
from detente.situation.issues.terms import PARKED, Mark, outside_order
from detente.situation.language.expressions import evaluate

OPTIONS = {"ROK.one_china": ("restate", "deepen")}
CONTRACT = negotiation(reservation=15)
CONTRACT["issues"]["wording"]["option"] = "ROK.one_china"


def changed(*path_and_value):
    """The contract's example with one entry replaced (or removed, for None)."""
    *path, value = path_and_value
    tree = copy.deepcopy(CONTRACT)
    place = tree
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return tree


def faults_of(tree):
    return read_terms(tree, OPTIONS)[1]


def test_the_example_of_the_contract_reads():
    terms, faults = read_terms(CONTRACT, OPTIONS)
    assert [str(fault) for fault in faults] == []
    assert terms.issue("wording").levels == ("restate", "deepen", PARKED)
    assert terms.issue("wording").option_levels == ("restate", "deepen", None)
    rok = terms.party("ROK")
    assert rok.name == "South Korea" and rok.needs == 20
    assert rok.points[1][1] == (Fraction(20), Fraction(30))
    assert terms.party("PRC").marks[0] == (Mark.PAID, Mark.WANTED, Mark.NEVER)
    assert terms.quota == 0 and terms.budget == 3 and terms.ranged


def test_a_file_without_the_keys_has_no_terms():
    assert read_terms({"title": "x"}, {}) == (None, [])


def test_the_contracts_reservation_that_cannot_be_reached_is_a_warning():
    terms, faults = read_terms(changed("parties", "ROK", "reservation", 40), OPTIONS)
    assert terms is not None
    assert [fault.warning for fault in faults] == [True]
    assert "never be satisfied" in faults[0].message


BAD = [
    (("issues", {}), "nothing is on the table"),
    (("parties", {}), "nobody is at the table"),
    (("issues", "railway", "levels", []), "nothing to choose"),
    (("issues", "railway", {"levels": ["build"]}), "nothing to choose"),
    (("issues", "railway", "levels", ["study", "study"]), "named twice: study"),
    (("issues", "railway", "levels", ["study", "build", "parked"]), "`park: true`"),
    (("issues", "railway", "colour", "red"), "unknown key 'colour'"),
    (("issues", "wording", "option", "ROK.one_chine"), "did you mean 'ROK.one_china'"),
    (("issues", "wording", "raised_by", ["PRCC"]), "did you mean 'PRC'"),
    (("parties", "ROK", "reservation", None), "no reservation"),
    (("parties", "ROK", "reservation", "many"), "must be a number"),
    (("parties", "ROK", "total", 100), "best levels add to 32 to 42"),
    (("parties", "ROK", "points", "railway", "study", None), "no points for study of railway"),
    (("parties", "ROK", "points", "railway", "study", -1), "must not be negative"),
    (("parties", "ROK", "points", "railway", "build", [30, 20]), "write [20, 30]"),
    (("parties", "ROK", "points", "railway", "build", float("nan")), "finite"),
    (("parties", "ROK", "points", "railway", "build", "lots"), "a number or a range"),
    (("parties", "ROK", "points", "railway", "rebuild", 3), "did you mean 'build'"),
    (("parties", "ROK", "points", "railways", {"build": 3}), "did you mean 'railway'"),
    (("parties", "PRC", "marks", "railway", "build", "loved"), "must be 'wanted', 'acceptable'"),
    (("parties", "PRC", {}), "nothing of what it could sign"),
    (("parties", "ROK", "never", ["wording = deepen"]), "write =="),
    (("parties", "ROK", "never", ["wording >= parked"]), "neither above nor below"),
    (("parties", "ROK", "never", ["tunnel == built"]), "no issue 'tunnel'"),
    (("agreement", "quota", 3), "cannot be met"),
    (("agreement", "budget", -1), "must not be negative"),
    (("agreement", "instruments", "visit", "adds", {"RoK": 5}), "did you mean 'ROK'"),
    (("agreement", "require", ["railway", "not railway"]), "contradict each other"),
    (("agreement", "require", ["railway == build and railway == study"]), "can never hold"),
]


@pytest.mark.parametrize(("change", "words"), BAD, ids=[words for _, words in BAD])
def test_bad_input_is_named(change, words):
    terms, faults = read_terms(changed(*change), OPTIONS)
    assert terms is None
    assert any(words in fault.message and not fault.warning for fault in faults), [str(f) for f in faults]


def test_contradictory_linkages_are_those_that_are_needed():
    require = ["wording != deepen", "railway == build", "railway == build implies wording == deepen"]
    (fault,) = faults_of(changed("agreement", "require", ["wording == restate or railway", *require]))
    assert "`wording == restate or railway`" not in fault.message
    assert all(f"`{text}`" in fault.message for text in require)


def test_a_level_nobody_scores_is_named():
    tree = changed("parties", "PRC", "marks", "railway", None)
    tree["parties"]["ROK"]["points"].pop("railway")
    assert any("no party scores or marks this issue" in fault.message for fault in faults_of(tree))


def test_all_faults_of_sense_come_at_once():
    tree = changed("parties", "ROK", "reservation", None)
    tree["parties"]["ROK"]["never"] = ["tunnel"]
    tree["issues"]["wording"]["option"] = "ROK.two_chinas"
    tree["agreement"]["budget"] = -1
    assert len(faults_of(tree)) == 4


def test_all_faults_of_shape_come_at_once_and_alone():
    tree = changed("parties", "ROK", "reservation", None)  # of sense: it waits
    tree["issues"]["railway"]["colour"] = "red"
    tree["parties"]["ROK"]["points"]["railway"] = {"study": 10, "build": [20, "many"], "parked": 0}
    tree["agreement"]["budget"] = "plenty"
    assert [(fault.path, fault.message) for fault in faults_of(tree)] == [
        (("issues", "railway", "colour"), "unknown key 'colour'"),
        (("parties", "ROK", "points", "railway", "build", 1), "must be a number; got 'many'"),
        (("agreement", "budget"), "must be a number; got 'plenty'"),
    ]


def test_numbers_as_level_names_are_words():
    tree = {
        "issues": {"pay": {"levels": [0, 200]}},
        "parties": {"A": {"points": {"pay": {0: 0, 200: 0.457}}, "reservation": 0}},
    }
    terms, faults = read_terms(tree, {})
    assert not faults
    assert terms.parties[0].points == (((0, 0), (Fraction(457, 1000),) * 2),)


def quota_of(quota, required, optional):
    sheet = {"points": {"pay": {"low": 0, "high": 1}}, "reservation": 0}
    parties = {f"R{n}": sheet for n in range(required)}
    parties |= {f"O{n}": {**sheet, "signs": "optional"} for n in range(optional)}
    tree = {"issues": {"pay": {"levels": ["low", "high"]}}, "parties": parties, "agreement": {"quota": quota}}
    terms, _ = read_terms(tree, {})
    return terms and terms.quota


@pytest.mark.parametrize(
    ("quota", "required", "optional", "beside"),
    [
        (3, 2, 4, 3),
        (5, 2, 4, 3),  # five of all six
        (2, 2, 0, 0),
        (None, 1, 3, 0),
        (7, 2, 4, None),
        ({"of_all": 3}, 2, 4, 1),
        ({"beside": 3}, 2, 4, 3),
        ({}, 2, 4, None),
    ],
)
def test_quota_counts_beside_the_required(quota, required, optional, beside):
    assert quota_of(quota, required, optional) == beside


def test_parked_is_outside_the_order():
    import numpy as np

    from detente.situation.language.expressions import parse

    levels = {"railway": ("study", "build", PARKED)}

    def truth(text):
        expression = outside_order(parse(text), levels)
        return evaluate(expression, lambda _: np.arange(3), levels).tolist()

    assert truth("railway") == [False, True, False]
    assert truth("railway >= study") == [True, True, False]
    assert truth("railway < build") == [True, False, False]
    assert truth("not railway >= build") == [True, False, True]
    assert truth("railway != parked") == [True, True, False]
