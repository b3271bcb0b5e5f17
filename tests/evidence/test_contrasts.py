"""What sources tell as so and as not so is set side by side; few false alarms, by design."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.evidence.claims import Claim, Review
from detente.evidence.contrasts import contrasts
from detente.evidence.dates import parse
from detente.evidence.senses import sense

REFERRED = Claim("c1", "event", "Japan referred the dispute to the WTO on Monday.", ("Japan",), status="done")


def kinds(*claims: Claim) -> list[str]:
    return [one.kind for one in contrasts(claims)]


@pytest.mark.parametrize(
    ("kind", "text", "who"),
    [
        ("relation", "Japan did not refer the dispute to the WTO.", ("Japan",)),
        ("reported", "Japan has not referred the dispute to the WTO, Tokyo said.", ("Tokyo",)),
        ("reported", "Tokyo said that Japan hadn’t referred the dispute to the WTO.", ("Tokyo",)),
        ("event", "Japan never referred its dispute to the WTO", ("Japan",)),
        ("reported", "Japan denied having referred the dispute to the WTO.", ("Japan",)),
        ("event", "Japan failed to refer the dispute to the WTO.", ("Japan",)),
    ],
)
def test_the_same_told_as_not_so(kind: str, text: str, who: tuple[str, ...]) -> None:
    other = Claim("c2", kind, text, who, status="negated")  # type: ignore[arg-type]
    assert kinds(REFERRED, other) == ["contradiction"]
    assert kinds(REFERRED, replace(other, review=Review("rejected", "ann"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Japan did not refer the fisheries dispute to the WTO.",
        "South Korea did not refer the dispute to the WTO.",
        "Japan was not referred to the WTO over the dispute.",
        "Japan did not refer the dispute to the WTO on Tuesday.",
        "Japan will not refer the dispute to the WTO.",
        "Japan did not deny that it referred the dispute to the WTO.",
        "Japan did not refer.",
        "日本は紛争をWTOに付託していない。",
    ],
)
def test_something_else_is_no_contrast(text: str) -> None:
    assert kinds(REFERRED, Claim("c2", "event", text, ("Japan",), status="negated")) == []


def test_dates_apart_are_no_contrast() -> None:
    here = replace(REFERRED, date=parse("2026-03-09"))
    other = Claim("c2", "event", "Japan did not refer the dispute to the WTO.", ("Japan",), status="negated")
    assert kinds(here, replace(other, date=parse("2026-02"))) == []
    assert kinds(here, replace(other, date=parse("2026-03"))) == ["contradiction"]


def test_a_subject_pointed_to_needs_the_same_holder() -> None:
    so = Claim("c1", "event", "It opened the bridge to traffic.", ("Arvenia",))
    not_so = Claim("c2", "event", "It did not open the bridge to traffic.", ("Belmora",))
    assert kinds(so, not_so) == []
    assert kinds(so, replace(not_so, who=("Arvenia",))) == ["contradiction"]


def test_quotations_by_their_speaker() -> None:
    so = Claim("c1", "quote", "We shall wait no longer.", ("Han Ji-woo",), status="done")
    not_so = Claim("c2", "quote", "We shall wait longer", ("Han",), status="done")
    assert kinds(so, not_so) == []  # "no longer" ends a wait; "longer" prolongs it
    told = Claim("c3", "quote", "we shall wait no longer", ("Han",), status="negated")
    assert kinds(so, told) == ["contradiction"]
    assert kinds(so, replace(told, who=("Morita",))) == []


def test_a_sentence_made_into_several_claims_is_told_once() -> None:
    text = "Japan has not referred the dispute to the WTO, Tokyo said."
    others = (
        Claim("c2", "relation", text, ("Japan",), status="negated"),
        Claim("c3", "reported", text, ("Tokyo",)),
    )
    assert [(one.first.id, one.second.id) for one in contrasts((REFERRED, *others))] == [("c1", "c2")]


def test_what_denies_by_its_verb_alone_is_no_contrast_with_itself() -> None:
    event = Claim("c1", "event", "Seoul rejected the plan for the bridge.", ("Seoul",), status="done")
    position = Claim("c2", "position", event.text, ("Seoul",), status="negated")
    assert kinds(event, position) == []


@pytest.mark.parametrize(
    "forms",
    [
        "agree agrees agreed agreeing", "disagree disagreed", "free frees freed freeing", "guarantee guaranteed",
        "proceed proceeds proceeded proceeding", "exceed exceeded", "speed speeds", "need needs needed",
        "fee fees", "committee committees", "process processes processed", "focus focuses focused",
        "close closes closed closing", "refer refers referred", "lie lied lying", "carry carries carried",
        "pass passes passed", "tie ties tied", "impose imposed imposing",
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    (stem,) = {sense(f"Japan {form} steel", negated=False, spoken=True).words for form in forms.split()}
    assert len(stem) == 3


def test_a_pledge_and_its_denial_contradict() -> None:
    so = Claim("c1", "commitment", "Mongolia agreed to suspend the coal levy.", ("Mongolia",), status="done")
    text = "Mongolia did not agree to suspend the coal levy."
    assert kinds(so, Claim("c2", "commitment", text, ("Mongolia",), status="negated")) == ["contradiction"]
    text = "Mongolia freed the trucks on the bridge."
    assert kinds(so, Claim("c2", "event", text, ("Mongolia",), status="done")) == []
