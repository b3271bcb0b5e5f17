"""Exchange-model CSV: read, and made into scoring sheets by the documented rules."""

import pytest

from detente.errors import ParseError
from detente.readers.exchange import exchange_tree, is_exchange, read_exchange
from detente.situation.issues.read import read_terms

SMALL = """#O;Two issues;;;
#A;A;Arland;
#A;B;Borland;
#P;fish;fishing;
#P;fee;the fee;
#M;fish;0;none
#M;fish;50;half
#M;fish;100;all
#D;A;fish;100;0.75;1
#D;A;fee;0;0.25;1
#D;B;fish;0;0,5;0.5
"""


def test_points_are_salience_times_nearness():
    tree = exchange_tree(read_exchange(SMALL), margin=2, instruments=5)
    assert tree["issues"]["fish"]["levels"] == ["p50", "p100"]
    assert tree["parties"]["A"]["points"] == {
        "fish": {"parked": 0.0, "p50": 37.5, "p100": 75.0},
        "fee": {"parked": 25.0, "p100": 0.0},
    }
    assert tree["parties"]["A"]["reservation"] == 25.0
    assert tree["parties"]["B"]["points"] == {"fish": {"parked": 100.0, "p50": 50.0, "p100": 0.0}}
    assert tree["agreement"]["instruments"]["offer_B"] == {
        "cost": 2.5, "adds": {"B": 5}, "label": "an offer to Borland",
    }  # fmt: skip
    terms, faults = read_terms(tree, {})
    assert terms is not None
    assert [fault.warning for fault in faults] == [True]  # B has all it wants already, and cannot gain 2


def test_another_state_of_things_today():
    tree = exchange_tree(read_exchange(SMALL), reference={"fish": 100})
    assert tree["issues"]["fish"]["levels"] == ["p0", "p50"]
    assert tree["issues"]["fish"]["meanings"]["parked"] == "as it stands: all"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (SMALL + "#D;C;fish;1;1;1\n", 12, "known actor"),
        (SMALL + "#D;B;fee;far;1;1\n", 12, "must be a number"),
        (SMALL + "#D;B;fee;101;1;1\n", 12, "between 0 and 100"),
        (SMALL + "#M;boat;1;x\n", 12, "no issue 'boat'"),
        ("a,b\n", 1, "no data"),
    ],
)
def test_faulty_lines_are_named(text, line, words):
    with pytest.raises(ParseError) as caught:
        read_exchange(text, file="x.csv")
    assert any(words in fault.message and fault.line == line for fault in caught.value.faults)


def test_paris(shared):
    text = (shared / "cases/exchange/CoP21.csv").read_text("utf-8", errors="replace")
    assert is_exchange(text)
    data = read_exchange(text)
    assert (len(data.actors), len(data.issues)) == (15, 13)
    terms, faults = read_terms(exchange_tree(data, reference={"differentiation": 100}), {})
    assert terms is not None and not faults
    assert all(abs(sum(max(h for _, h in row) for row in p.points) - 100) < 30 for p in terms.parties)
