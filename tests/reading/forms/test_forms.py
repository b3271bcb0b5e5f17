"""Documents of a fixed form: who decides, who undertakes, who says, what a dated row announces.

The texts are ours, each written after the manner of its kind, and coded by hand; most were coded with the rules at hand.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from detente.evidence.claims import Claim
from detente.evidence.dates import parse
from detente.evidence.documents import document_from
from detente.reading.document import read_document
from detente.reading.marks import Reading


def reading(text: str, date: str = "") -> Reading:
    document = document_from(text, name="d1")
    return read_document(replace(document, date=parse(date)) if date else document)


def told(claim: Claim) -> tuple[str, str, str, str]:
    return claim.kind, "+".join(claim.who), "+".join(claim.to), claim.status


RESOLUTION = """The Lake Commission,

Recalling its decision 12 of 4 May 2030,

{preamble}

{clauses}
"""
OPERATIVE = {
    "Calls upon Varania to withdraw its barges;": [("ask", "Lake Commission", "Varania", "done")],
    "Calls on the two sides to resume talks;": [("ask", "Lake Commission", "two sides", "done")],
    "Demands that Varania and Norland lift the ban;": [("ask", "Lake Commission", "Varania+Norland", "done")],
    "Strongly urges all armed groups to lay down their arms;": [
        ("ask", "Lake Commission", "all armed groups", "done")
    ],
    "Requests the Secretary-General to report by 1 June 2031;": [
        ("ask", "Lake Commission", "Secretary-General", "done")
    ],
    "Invites Member States to give help, and encourages Norland to accept it;": [
        ("ask", "Lake Commission", "Member States", "done"), ("ask", "Lake Commission", "Norland", "done"),
    ],
    "Decides to renew the mandate of the Survey until 30 April 2031;": [
        ("measure", "Lake Commission", "", "scheduled")
    ],
    "Decides to establish a panel of five experts;": [("measure", "Lake Commission", "", "done")],
    "Imposes a ban on the sale of dredgers, and requests Norland to report on it;": [
        ("measure", "Lake Commission", "", "done"), ("ask", "Lake Commission", "Norland", "done"),
    ],
    "Condemns the attack on the Vel station;": [("position", "Lake Commission", "", "done")],
    "Further demands that all parties respect the truce;": [("ask", "Lake Commission", "all parties", "done")],
    "*Urges* Norland to pay its dues;": [("ask", "Lake Commission", "Norland", "done")],
    "Calls upon the Government of Norland and the Lake Front to talk;": [
        ("ask", "Lake Commission", "Government of Norland+Lake Front", "done")
    ],
    "Takes note of the report of the Survey;": [],
    "Welcomes the return of forty families;": [],
    "Decides to remain actively seized of the matter.": [],
}  # fmt: skip


@pytest.mark.parametrize("clause", OPERATIVE)
def test_the_holder_of_every_operative_clause_is_the_body(clause: str) -> None:
    text = RESOLUTION.format(
        preamble="Gravely concerned that Norland refuses to open the lock,",
        clauses=f"1. {clause}\n\n2. Notes the calm on the lake.\n\n3. Recalls its rules.",
    )
    found = reading(text)
    assert [told(claim) for claim in found.claims] == OPERATIVE[clause]
    assert not any(actor.name.startswith(("Requests", "Urges", "Calls")) for actor in found.actors)


@pytest.mark.parametrize(
    "preamble",
    [
        "Noting that Varania has agreed to release the crew,", "Welcoming the offer of Norland to mediate,",
        "Recalling that Norland demanded the closure of the lock in May 2030,", "Expressing its deep concern,",
        "Reaffirming that the parties shall settle their disputes by peaceful means,",
    ],
)  # fmt: skip
def test_preambular_clauses_are_no_acts(preamble: str) -> None:
    text = RESOLUTION.format(preamble=preamble, clauses="1. Notes the calm.\n\n2. Takes note of the report.")
    assert reading(text).claims == ()


def test_parts_of_an_operative_clause_are_asked_of_whom_it_names() -> None:
    text = RESOLUTION.format(
        preamble="Alarmed,",
        clauses="1. Requests Norland:\n\n(a) To open the lock;\n\n(b) To pay its dues;\n\n2. Notes the calm.",
    )
    assert [(claim.text, *told(claim)) for claim in reading(text).claims] == [
        ("To open the lock", "ask", "Lake Commission", "Norland", "done"),
        ("To pay its dues", "ask", "Lake Commission", "Norland", "done"),
    ]


def test_a_text_that_merely_numbers_its_lines_is_no_resolution() -> None:
    found = reading("The Lake Commission met.\n\n1. Norland demands an apology.\n\n2. Varania refuses.")
    assert all(claim.origin.split(":")[1].split("-")[0] != "resolution" for claim in found.claims)


JOINT = (
    "# Joint Statement of Varania and Norland\n\n3 May 2031\n\nVaranian and Norland ministers met.\n\n{}\n"
)
UNDERTAKEN = {
    "- Varania will lift the duty on rye.": [("commitment", "Varania", "Norland", "scheduled")],
    "- Norland shall open the lock by 1 June 2031.": [("commitment", "Norland", "Varania", "scheduled")],
    "- Norland commits to buy forty barges.": [("commitment", "Norland", "Varania", "scheduled")],
    "- Varania will lift the duty on rye, and will pay for the dredging.": [
        ("commitment", "Varania", "Norland", "scheduled"), ("commitment", "Varania", "Norland", "scheduled"),
    ],
    "- The Parties shall exchange data every week.": [("commitment", "Varania+Norland", "", "scheduled")],
    "- Both sides will withdraw their boats.": [("commitment", "Varania+Norland", "", "scheduled")],
    "- Varania and Norland will meet every spring.": [("commitment", "Varania+Norland", "", "scheduled")],
    "- Neither side shall impose new duties.": [("commitment", "Varania+Norland", "", "negated")],
    "- Neither Party will send boats to the lake.": [("commitment", "Varania+Norland", "", "negated")],
    "- Norland will not raise the fee.": [("commitment", "Norland", "Varania", "negated")],
    "- Each side shall refrain from new drills.": [("commitment", "Varania+Norland", "", "negated")],
    "- Varania will, subject to approval, buy the rye.": [("commitment", "Varania", "Norland", "hypothetical")],
    "- Norland will open the lock if the dredging is done.": [("commitment", "Norland", "Varania", "hypothetical")],
    "- Norland intends to lower the fee.": [("interest", "Norland", "Varania", "unknown")],
    "- Varania will consider the request for barges.": [("interest", "Varania", "Norland", "unknown")],
    "- The two sides intend to meet again.": [("interest", "Varania+Norland", "", "unknown")],
    "- The Parties commit to: (i) suspend the duties; (ii) set up a hotline.": [
        ("commitment", "Varania+Norland", "", "scheduled"), ("commitment", "Varania+Norland", "", "scheduled"),
    ],
    "The Parties undertake to:\n- suspend the duties;\n- set up a hotline.": [
        ("commitment", "Varania+Norland", "", "scheduled"), ("commitment", "Varania+Norland", "", "scheduled"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("item", UNDERTAKEN)
def test_who_undertakes_what_in_a_joint_statement(item: str) -> None:
    claims = reading(JOINT.format(item)).claims
    own = [claim for claim in claims if claim.origin.startswith("rule:joint")]
    assert [told(claim) for claim in own] == UNDERTAKEN[item]
    assert not any(claim.origin == "rule:listed-item" for claim in claims)


def test_the_side_of_a_state_is_the_state() -> None:
    text = "# Joint Statement of Kenya and Tanzania\n\n1. The Kenyan side will send a team.\n"
    own = [told(claim) for claim in reading(text).claims if claim.origin.startswith("rule:joint")]
    assert own == [("commitment", "Kenya", "Tanzania", "scheduled")]


def test_the_day_by_which_something_is_undertaken() -> None:
    text = JOINT.format("- Norland shall suspend by 1 June 2031 the fees of 2 March 2030.")
    own = [claim for claim in reading(text).claims if claim.origin.startswith("rule:joint")]
    assert [claim.date.value for claim in own if claim.date] == ["2031-06-01"]


def test_an_article_about_two_states_is_no_joint_statement() -> None:
    found = reading("# Norland and Varania trade barbs\n\nNorland will raise the fee, Varania said.")
    assert not any(claim.origin.startswith("rule:joint") for claim in found.claims)


BRIEFING = "PRESS BRIEFING\n\nMS. HALE: {}\n\nQ: Do they lie?\n\nMS. HALE: Thank you.\n"
SAID = {
    "We will close the port on Monday.": [("commitment", "scheduled")],
    "We’re going to send a mission.": [("commitment", "scheduled")],
    "We will close the port if they board another ship.": [("causal", "hypothetical")],
    "If they lift the ban, we will open the port.": [("causal", "hypothetical")],
    "We are ready to talk when they pull back.": [("causal", "hypothetical")],
    "We will not talk while ships are moving.": [("position", "negated")],
    "We won’t pay that fee.": [("position", "negated")],
    "We are not prepared to accept that.": [("position", "negated")],
    "We refuse to be lectured.": [("position", "negated")],
    "We urge Norland to release the crew.": [("ask", "done")],
    "We have called on both sides to show restraint.": [("ask", "done")],
    "We intend to raise it in June.": [("interest", "unknown")],
    "We have not sent any boats.": [("reported", "negated")],
    "I haven’t seen that letter.": [("reported", "negated")],
    "There is no agreement on fees.": [("reported", "negated")],
    "Only when they withdraw their boats.": [("causal", "hypothetical")],
    "The crew is in good health.": [("reported", "unknown")],
    "I’m not going to speculate about that.": [("reported", "negated")],
    "I’ll take a few of your questions.": [("reported", "unknown")],
    "We will close the port, and we are prepared to go further if they board another ship.": [
        ("commitment", "scheduled"), ("causal", "hypothetical"),
    ],
    "Good afternoon, everybody in the room.": [],
    "Who would say a thing like that?": [],
}  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_what_a_turn_says_is_its_speakers(words: str) -> None:
    claims = [c for c in reading(BRIEFING.format(words)).claims if c.origin.startswith("rule:turn")]
    assert [(claim.kind, claim.status) for claim in claims] == SAID[words]
    assert all(claim.who == ("Hale",) for claim in claims)
    assert not any(claim.text.startswith("MS.") for claim in claims)


@pytest.mark.parametrize(
    "label", ["Q", "Q:", "QUESTION:", "Question (Lake Post):", "**Q (Lake Post):**", "Reporter:"]
)
def test_a_question_claims_nothing(label: str) -> None:
    text = (
        f"PRESS BRIEFING\n\nMS. HALE: Good afternoon.\n\n{label} Norland said on Friday that it demands an "
        "apology. Will you give one?\n\nMS. HALE: Next question.\n"
    )
    assert reading(text).claims == ()


SHOW = """MARTA OKON, WORLD HOUR ANCHOR: Good evening. Are the talks over?

{}

OKON: Are you sure?
"""
LABELS = {
    "JON SY, CHIEF ENVOY OF VARANIA (ph):": "Jon Sy",
    "JON SY (voice-over):": "Jon Sy",
    "LIN (through translator):": "Lin",
    "DR. AMINA RAI, PROFESSOR, LAKE UNIVERSITY (on camera):": "Amina Rai",
    "[20:14:05] JON SY, ENVOY:": "Jon Sy",
    "RAI:": "Rai",
    "SEN. PAULA VENN (D-LAKE):": "Paula Venn",
}


@pytest.mark.parametrize("label", LABELS)
def test_the_name_of_a_label(label: str) -> None:
    claims = reading(SHOW.format(f"{label} The envoys left the hall at noon.")).claims
    assert [claim.who for claim in claims if claim.origin.startswith("rule:turn")] == [(LABELS[label],)]


def test_a_short_later_label_is_the_same_person() -> None:
    text = SHOW.format("JON SY, ENVOY: The port is closed for good.\n\nSY: We will open it in May.")
    assert {claim.who for claim in reading(text).claims} == {("Jon Sy",)}


def test_somebody_unidentified_is_nobody() -> None:
    text = SHOW.format("UNIDENTIFIED FEMALE: We will open it in May.\n\nSY: The port is closed for good.")
    turns = [claim for claim in reading(text).claims if claim.origin.startswith("rule:turn")]
    assert {claim.who for claim in turns} == {("Sy",)}


TABLE = "The ministers met in Riga.\n\nDate\tStep\n1 May 2031\tCrossing reopened\n15 June 2031\tReview meeting in Oslo\n"


@pytest.mark.parametrize(
    ("date", "kinds"), [("2031-03-06", ["scheduled", "scheduled"]), ("2031-05-20", ["event", "scheduled"])]
)
def test_a_dated_row_tells_an_event_and_one_to_come_a_scheduled_event(date: str, kinds: list[str]) -> None:
    rows = [claim for claim in reading(TABLE, date).claims if claim.origin == "rule:table-row"]
    assert [claim.kind for claim in rows] == kinds
    assert [claim.date.value for claim in rows if claim.date] == ["2031-05-01", "2031-06-15"]
    assert [claim.text for claim in rows] == ["Crossing reopened", "Review meeting in Oslo"]


def test_a_venue_is_no_actor() -> None:
    assert not {actor.name for actor in reading(TABLE).actors} & {"Latvia", "Norway"}
    acting = reading("Oslo demanded an apology. The ministers met in Riga.")
    assert [actor.name for actor in acting.actors] == ["Norway"]


TRIALS = {
    "01-transcript.txt": [("Jon Sy", "causal"), ("Lin", "reported"), ("Amina Rai", "reported")],
    "08-joint-statement.md": [
        ("Varania", "commitment"), ("Norland", "commitment"), ("Norland", "interest"),
        ("Varania+Norland", "commitment"),
    ],
    "09-resolution.txt": [("Regional Council", "ask"), ("Regional Council", "measure")],
    "10-briefing.txt": [
        ("Hale", "commitment"), ("Hale", "causal"), ("Hale", "ask"), ("Hale", "position"), ("magazine", "quote"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", TRIALS)
def test_reports_from_outside(name: str, shared: Path) -> None:
    claims = reading((shared / "trials" / name).read_text(), "2026-03-01").claims
    held = {("+".join(claim.who), claim.kind) for claim in claims}
    assert set(TRIALS[name]) <= held
