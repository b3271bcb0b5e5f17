"""Small bargains whose agreements can be counted by hand."""

from detente.analysis.agreements.solving.enumeration import Grid
from detente.situation.issues.compile import compile_terms
from detente.situation.issues.read import read_terms


def agreements(issues, parties, agreement=None, *, assisted=False):
    tree = {"issues": issues, "parties": parties, "agreement": agreement or {}}
    terms, faults = read_terms(tree, {})
    assert terms is not None, [str(fault) for fault in faults]
    grid = Grid(compile_terms(terms), assisted=assisted)
    return {grid.package(int(place)) for place in grid.found}


TWO = {"a": {"levels": ["no", "yes"]}, "b": {"levels": ["no", "yes"], "park": True}}
MARKS = {
    "marks": {
        "a": {"no": "acceptable", "yes": "only if paid for"},
        "b": {"no": "acceptable", "yes": "wanted", "parked": "acceptable"},
    }
}


def test_a_concession_needs_something_in_return():
    assert agreements(TWO, {"P": MARKS}) == {(0, 0), (0, 1), (0, 2), (1, 1)}


def test_one_return_for_each_concession_when_asked():
    issues = {**TWO, "c": {"levels": ["no", "yes"]}}
    marks = {"marks": {**MARKS["marks"], "c": {"no": "never", "yes": "only if paid for"}}}
    assert (1, 1, 1) in agreements(issues, {"P": marks})
    assert (1, 1, 1) not in agreements(issues, {"P": marks}, {"paid_for": "each"})
    assert (0, 1, 1) in agreements(issues, {"P": marks}, {"paid_for": "each"})


def test_an_instrument_pays_a_party_without_numbers():
    gift = {"gift": {"cost": 2, "adds": {"P": 1}, "with": "b == no"}}
    found = agreements(TWO, {"P": MARKS}, {"instruments": gift, "budget": 2}, assisted=True)
    assert {(1, 0, 1), (1, 1, 0), (1, 1, 1)} <= found
    assert (1, 2, 1) not in found  # the gift works only with b == no
    assert not any(
        package[2]
        for package in agreements(TWO, {"P": MARKS}, {"instruments": gift, "budget": 1}, assisted=True)
    )


def sheet(a, b, reservation, **more):
    points = {"a": dict(zip(["no", "yes"], a, strict=True))}
    points["b"] = dict(zip(["no", "yes", "parked"], b, strict=True))
    return {"points": points, "reservation": reservation, **more}


def test_reservation_and_margin_stand_in_the_way():
    assert agreements(TWO, {"P": sheet((0, 5), (0, 5, 2), 5)}) == {(0, 1), (1, 0), (1, 1), (1, 2)}
    assert agreements(TWO, {"P": sheet((0, 5), (0, 5, 2), 5, margin=2)}) == {(1, 1), (1, 2)}


def test_a_red_line_binds_who_signs_and_a_veto_binds_all():
    parties = {"P": sheet((0, 5), (0, 5, 2), 5), "Q": {"never": ["b == yes"], "signs": "optional"}}
    assert agreements(TWO, parties) == {(0, 1), (1, 0), (1, 1), (1, 2)}
    assert agreements(TWO, parties, {"quota": 1}) == {(1, 0), (1, 2)}
    parties["Q"]["veto"] = True
    assert agreements(TWO, parties) == {(1, 0), (1, 2)}


def test_side_payments_cover_a_shortfall_with_a_surplus():
    parties = {"P": sheet((0, 9), (0, 0, 0), 4), "Q": sheet((3, 0), (0, 0, 0), 2)}
    assert agreements(TWO, parties, {"transfers": True}) == set()
    paid = agreements(TWO, parties, {"transfers": True}, assisted=True)
    assert paid == {(1, 0), (1, 1), (1, 2)}


def test_a_linkage_rules_out_packages():
    parties = {"P": sheet((0, 0), (0, 0, 0), 0)}
    assert agreements(TWO, parties, {"require": ["a implies b"]}) == {(0, 0), (0, 1), (0, 2), (1, 1)}
