"""Who is known in a study, and who is not."""

from __future__ import annotations

import pytest

from detente.evidence.claims import Attestation, Claim
from detente.evidence.passages import Passage
from detente.study.reviewing.parties import Parties

WORDS = "Envoys of the Harbour Guild met in Riga; 항만조합도 참석했다."
CLAIMS = (
    Claim(
        "c1", "event", "They met", who=("Norland",), to=("Varania",),
        attestations=(Attestation("d1", Passage("d1", 0, len(WORDS), WORDS), said_by="Amina Rai"),),
    ),
)  # fmt: skip


def unknown(changes: dict[str, str], *actors: str) -> list[tuple[str, str, str]]:
    found = Parties(CLAIMS, actors).unknown("c1", changes)
    return [(one.field, one.name, one.nearest) for one in found]


@pytest.mark.parametrize(
    "name",
    [
        "Norland",
        "Varania",
        "Amina Rai",
        "Harbour Guild",
        "항만조합",
        "France",
        "USA",
        "KOR",
        "European Union",
        "중국",
        "ORV",
    ],
)
def test_a_party_of_the_study_a_state_or_a_body_is_known(name: str) -> None:
    assert unknown({"who": name}, "ORV", "Orvale") == []


def test_an_unknown_party_is_named_with_the_nearest_known() -> None:
    assert unknown({"who": "Norlnd, Varania", "to": "Orvle", "kind": "ask"}, "ORV", "Orvale") == [
        ("who", "Norlnd", "; did you mean 'Norland'?"),
        ("to", "Orvle", "; did you mean 'Orvale'?"),
    ]
    assert unknown({"said_by": "Zq"}) == [("said_by", "Zq", ".")]


def test_a_name_once_given_is_told_once() -> None:
    parties = Parties(CLAIMS)
    assert len(parties.unknown("c1", {"who": ("Norlnd",)})) == 1
    assert parties.unknown("c2", {"to": ("Norlnd",)}) == ()


def test_no_name_is_no_party() -> None:
    assert unknown({"who": "", "said_by": ""}) == []


def test_part_of_a_word_is_not_a_name_in_it() -> None:
    assert [name for _, name, _ in unknown({"who": "Har"})] == ["Har"]
