"""Every published negotiation that comes with the package gives what its source prints, and the given facts."""

import json
from fractions import Fraction

import pytest
from tests.saying import english

from detente.errors import ArgumentError
from detente.store.package_case_file import load_package_case, package_case_files
from detente.study.cases.packages import compare_packages, package_sections

GIVEN = {
    "harbour-sport-park": "base",
    "harbour-sport-park-seven": "base_7players",
    "harbour-sport-park-rewritten": "base_rewritten",
    "scorable-game-1": "game1",
    "scorable-game-2": "game2",
    "scorable-game-3": "game3",
}


@pytest.mark.parametrize("name", package_case_files())
def test_what_is_printed_comes_out(name):
    compared = compare_packages(load_package_case(name))
    assert compared
    for one in compared:
        assert one.agrees, (name, one.printed.ask, one.print_says, one.ours)


@pytest.mark.parametrize("name", GIVEN)
def test_the_files_hold_the_given_scores(shared, name):
    text = (shared / "cases/packages/scorable_games_abdelnabi2023.json").read_text("utf-8")
    game = json.loads(text)[GIVEN[name]]
    terms = load_package_case(name).situation.terms
    for party, (title, sheet) in zip(terms.parties, game["parties"].items(), strict=True):
        assert (party.name, party.reservation) == (title, sheet["threshold"])
        assert [[int(low) for low, _ in row] for row in party.points] == sheet["scores"]


def test_panama_to_the_fraction():
    (one,) = compare_packages(load_package_case("panama-canal"))
    assert one.ours == "Panama 66, US 66, 2/15 of land_and_water"
    assert one.printed.share == {"land_and_water": Fraction(2, 15)}


def test_a_case_shows_its_source_and_a_wrong_name_the_nearest():
    sections = package_sections(load_package_case("ampo-city"))
    assert "Raiffa" in english(sections[0].blocks[0].sentences[0].text)
    with pytest.raises(ArgumentError, match="did you mean 'panama-canal'"):
        load_package_case("panama-cannal")
