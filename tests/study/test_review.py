"""Decisions change what they say they change, can be undone to the letter, and never twice."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.deciding import decide

from detente.errors import ArgumentError, InputError
from detente.evidence.claims import Attestation, Claim
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.study.propose import propose
from detente.study.reviewing import review
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.decisions import snapshots
from detente.study.reviewing.review import caught_up, edited, queue

TEXT = "Roe offered talks. Doe wants relief. Ties improve. Roe offered talks again."
WHEN = "2026-01-08T09:00:00+00:00"


def claim(name: str, kind: str, start: int, end: int, **rest: object) -> Claim:
    place = passage("d1", TEXT, start, end)
    fields = {"origin": "rule:a", **rest}
    return Claim(name, kind, place.text, attestations=(Attestation("d1", place),), **fields)


DOSSIER = Dossier(
    (document_from(TEXT, name="d1"),),
    (
        claim("c1", "proposal", 0, 18),
        claim("c2", "ask", 19, 36, at_odds=("c4",)),
        claim("c3", "relation", 37, 50, origin="rule:b"),
        claim("c4", "proposal", 51, 75),
    ),
)


def run(*steps: dict[str, object], dossier: Dossier = DOSSIER):
    log = []
    for step in steps:
        dossier, entry = decide(dossier, log, **{"claim": "", "by": "ann", "when": WHEN, **step})
        log.append(entry)
    return dossier, log


def test_accept_and_reject_say_by_whom_and_when():
    after, _ = run({"action": "accept", "claim": "c1"}, {"action": "reject", "claim": "c2", "note": "no"})
    assert (after.claim("c1").review.state, after.claim("c1").review.by) == ("accepted", "ann")
    assert (after.claim("c2").review.state, after.claim("c2").review.note) == ("rejected", "no")
    assert [item.claim.id for item in queue(after)] == ["c4", "c3"]


def test_an_edit_changes_fields_and_keeps_the_passage():
    changes = {"kind": "commitment", "who": "ROK, PRC", "date": "2026-01", "stance": "stated"}
    after, log = run({"action": "edit", "claim": "c1", "changes": changes})
    held = after.claim("c1")
    assert (held.kind, held.who, str(held.date), held.stance) == (
        "commitment",
        ("ROK", "PRC"),
        "2026-01",
        "stated",
    )
    assert held.attestations == DOSSIER.claim("c1").attestations
    assert held.review.state == "edited"
    assert log[0].before == (DOSSIER.claim("c1"),)


SPOKEN = replace(
    DOSSIER.claim("c1"),
    kind="quote",
    who=("Han", "Roe"),
    attestations=tuple(
        replace(DOSSIER.claim("c1").attestations[0], said_by=name) for name in ("Han and Roe", "Roe", "Poe")
    ),
)


@pytest.mark.parametrize(
    ("changes", "speakers"),
    [
        ({"who": "Kim"}, ("Kim", "Kim", "Poe")),
        ({"who": ("Kim", "Lee")}, ("Kim and Lee", "Kim and Lee", "Poe")),
        ({"who": ""}, ("", "", "Poe")),
        ({"who": "ROK", "said_by": "Kim"}, ("Kim", "Kim", "Kim")),
        ({"said_by": None}, ("", "", "")),
        ({"to": "Doe"}, ("Han and Roe", "Roe", "Poe")),
    ],
)
def test_a_corrected_speaker_reaches_the_citations(changes, speakers):
    spoken = Dossier(DOSSIER.documents, (SPOKEN,))
    after, log = run({"action": "edit", "claim": "c1", "changes": changes}, dossier=spoken)
    assert tuple(place.said_by for place in after.claim("c1").attestations) == speakers
    assert caught_up(spoken, log) == after == caught_up(after, log)
    undone, log = run(
        {"action": "edit", "claim": "c1", "changes": changes}, {"action": "undo"}, dossier=spoken
    )
    assert undone == spoken == caught_up(after, log)


def test_who_speaks_cannot_be_said_of_a_claim_nobody_cites():
    with pytest.raises(ArgumentError, match="has no citation"):
        edited(Claim("c9", "quote", "Words."), {"said_by": "Kim"})


def test_a_merge_carries_all_citations_and_leads_references_on():
    after, _ = run({"action": "merge", "claim": "c4", "into": "c1"})
    assert len(after.claim("c1").attestations) == 2
    assert after.claim("c2").at_odds == ("c1",)
    with pytest.raises(InputError, match="no claim 'c4'"):
        after.claim("c4")


@pytest.mark.parametrize(
    "step",
    [
        {"action": "accept", "claim": "c1"},
        {"action": "reject", "claim": "c1"},
        {"action": "skip", "claim": "c1"},
        {"action": "edit", "claim": "c1", "changes": {"text": "Roe offered to talk"}},
        {"action": "merge", "claim": "c4", "into": "c1"},
        {"action": "accept", "claim": "c1", "opinion": True},
    ],
)
def test_undo_puts_everything_back(step):
    after, log = run(step, {"action": "undo"})
    assert after == DOSSIER
    assert log[-1].undoes == 1
    with pytest.raises(ArgumentError, match="no decision to undo"):
        decide(after, log, "undo", "", by="ann", when=WHEN)


def test_undo_stops_before_what_another_reviewer_built_on_it():
    after, log = run({"action": "accept", "claim": "c1"}, {"action": "reject", "claim": "c1", "by": "bob"})
    with pytest.raises(ArgumentError, match="bob has since decided on c1"):
        decide(after, log, "undo", "", by="ann", when=WHEN)


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ({"action": "edit", "claim": "c1"}, "takes changes"),
        ({"action": "accept", "claim": "c1", "changes": {"text": "x"}}, "only edit"),
        ({"action": "merge", "claim": "c1", "into": "c1"}, "another claim"),
        (
            {"action": "merge", "claim": "c1", "into": "c2", "cited": frozenset({"c1"})},
            "merge c2 into c1 instead",
        ),
        ({"action": "edit", "claim": "c1", "changes": {"origin": "human"}}, "cannot be edited"),
        ({"action": "edit", "claim": "c1", "changes": {"text": " "}}, "must not be empty"),
        ({"action": "edit", "claim": "c1", "changes": {"kind": "lie"}}, "kind must be one of"),
        ({"action": "edit", "claim": "c1", "changes": {"date": "Monday"}}, "is no date"),
        ({"action": "accept", "claim": "c1", "by": ""}, "must name the reviewer"),
        ({"action": "praise", "claim": "c1"}, "action must be one of"),
    ],
)
def test_decisions_without_sense_are_refused(step, message):
    with pytest.raises(ArgumentError, match=message):
        run(step)


def test_the_queue_runs_by_importance_and_doubt():
    assert [item.claim.id for item in queue(DOSSIER)] == ["c2", "c1", "c4", "c3"]
    sure = replace(DOSSIER.claim("c2"), confidence=0.99)
    certain = Dossier(DOSSIER.documents, (DOSSIER.claim("c1"), replace(sure, at_odds=())))
    assert [item.claim.id for item in queue(certain)] == ["c1", "c2"]
    assert (
        next(item.priority for item in queue(DOSSIER, cited=frozenset({"c3"})) if item.claim.id == "c3")
        == 1.0
    )


def test_skipped_claims_come_last_and_only_for_who_skipped():
    after, log = run({"action": "skip", "claim": "c2"})
    assert [item.claim.id for item in queue(after, log, reviewer="ann")][-1] == "c2"
    assert queue(after, log, reviewer="bob")[0].claim.id == "c2"


def test_what_reviewers_found_right_lowers_doubt():
    steps = [{"action": "accept", "claim": name} for name in ("c1", "c2")]
    after, log = run(*steps)
    doubts = {item.claim.id: item.doubt for item in queue(after, log)}
    assert doubts["c3"] == 1.0  # nothing is known of rule:b
    assert doubts["c4"] == pytest.approx(4 * (4 / 6) * (2 / 6))  # rule:a: (4 x 1/2 + 2) / (4 + 2)


def test_a_second_opinion_judges_the_claim_as_proposed_and_changes_nothing():
    after, log = run({"action": "edit", "claim": "c1", "changes": {"text": "Roe offered to talk"}})
    items = queue(after, log, reviewer="bob", opinion=True)
    assert [(item.claim.id, item.claim.text) for item in items] == [("c1", "Roe offered talks.")]
    again, entry = decide(after, log, "accept", "c1", by="bob", when=WHEN, opinion=True)
    assert again == after
    assert queue(after, [*log, entry], reviewer="bob", opinion=True) == ()


STEPS = st.one_of(
    st.builds(
        lambda action, name: {"action": action, "claim": name},
        st.sampled_from(["accept", "reject", "skip"]),
        st.sampled_from(["c1", "c2", "c3", "c4"]),
    ),
    st.just({"action": "undo"}),
    st.just({"action": "edit", "claim": "c3", "changes": {"direction": "improving"}}),
    st.just({"action": "merge", "claim": "c4", "into": "c1"}),
)


@given(st.lists(STEPS, max_size=12))
def test_any_session_undone_is_the_dossier_it_began_with(steps):
    dossier, log = DOSSIER, []
    for step in steps:
        try:
            dossier, entry = decide(dossier, log, **{"claim": "", "by": "ann", "when": WHEN, **step})
        except (ArgumentError, InputError):
            continue
        log.append(entry)
    while True:
        try:
            dossier, entry = decide(dossier, log, "undo", "", by="ann", when=WHEN)
        except ArgumentError:
            break
        log.append(entry)
    assert sorted(dossier.claims, key=lambda c: c.id) == list(DOSSIER.claims)


@given(st.lists(STEPS, min_size=1, max_size=8))
def test_a_session_that_stopped_between_log_and_dossier_is_caught_up(steps):
    dossier, log, stood = DOSSIER, [], [DOSSIER]
    for step in steps:
        try:
            dossier, entry = decide(dossier, log, **{"claim": "", "by": "ann", "when": WHEN, **step})
        except (ArgumentError, InputError):
            continue
        stood.append(dossier)
        log.append(entry)
    for earlier in stood:  # however many were logged at once
        assert caught_up(earlier, log) == dossier


def test_reading_again_offers_nothing_that_was_decided():
    once = propose(Dossier(), DOSSIER.documents, [replace(c, at_odds=()) for c in DOSSIER.claims])
    assert (len(once.documents), len(once.added)) == (1, 4)
    after, log = run(
        {"action": "edit", "claim": "c1", "changes": {"text": "Roe offered to talk"}},
        {"action": "merge", "claim": "c4", "into": "c1"},
        {"action": "reject", "claim": "c2"},
        dossier=once.dossier,
    )
    again = propose(
        after, DOSSIER.documents, [replace(c, at_odds=()) for c in DOSSIER.claims], snapshots(log)
    )
    assert again.dossier == after
    assert (again.documents, again.added, again.joined, again.decided) == ((), (), 2, 2)


def test_edited_takes_lists_as_text_or_lists():
    held = DOSSIER.claim("c1")
    assert edited(held, {"who": "a, b"}) == edited(held, {"who": ("a", "b")})
    assert edited(held, {"date": None}).date is None
    with pytest.raises(ArgumentError, match="about must be a text"):
        edited(held, {"about": ("a",)})


ACTIONS = st.fixed_dictionaries(
    {
        "action": st.sampled_from(("accept", "reject", "merge", "edit", "undo", "skip")),
        "claim": st.sampled_from(("c1", "c2", "c3", "c4", "c9")),
        "into": st.sampled_from(("", "c1", "c2")),
        "opinion": st.booleans(),
    }
)


@settings(deadline=None)
@given(st.lists(ACTIONS, max_size=8))
def test_many_decisions_in_hand_are_the_same_as_one_by_one(steps: list[dict[str, object]]) -> None:
    dossier, hand, log, other = DOSSIER, InHand(DOSSIER), [], []
    for step in steps:
        given_ = {**step, "changes": {"who": "Kim"} if step["action"] == "edit" else {}}
        told = {}
        for name, decided in (
            ("one", partial(decide, dossier, log)),
            ("hand", partial(review.decide, hand, other)),
        ):
            try:
                told[name] = decided(**given_, by="ann", when=WHEN)
            except (ArgumentError, InputError) as error:
                told[name] = str(error)
        if isinstance(told["one"], str):
            assert told["one"] == told["hand"]
            continue
        dossier, entry = told["one"]
        assert entry == told["hand"]
        log.append(entry)
        other.append(entry)
    assert hand.dossier() == dossier
