"""The bundled study: every citation stands, nothing in it is idle, and its headline verdicts are facts reviewed.

The verdicts pinned here are what the brief says in words; each names the reason. A change of the situation
that moves one of them is a change of the brief's message and has to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from detente.analysis.stability.result import StabilityResult
from detente.analysis.stability.run import stability
from detente.evidence.dossier import Dossier
from detente.evidence.passages import Passage
from detente.situation.file.lint import grounded_parts
from detente.situation.model import Situation
from detente.situation.preferences import statements
from detente.situation.states import State
from detente.store.study_folder import bundled_study, check_file, load_study
from detente.study.model import Study

LONGEST_QUOTATION = 14  # words of a single passage
LARGEST_SHARE = 0.34  # of an article's characters that all passages together may hold
TODAY = "ROK.easing=partial PRC.restore=partial PRC.pressure_japan USA.burden JPN.taiwan=assertive"
RELAPSE = "ROK.easing=partial ROK.trilateral=deepen PRC.pressure_japan JPN.taiwan=assertive"
SETTLED_OVER_SEOUL = (
    "ROK.easing=partial ROK.trilateral=deepen PRC.bridge PRC.restore=partial DPRK.talks "
    "USA.offer=talks USA.china_deal"
)


@cache
def study() -> Study:
    return load_study(bundled_study())


@cache
def solved() -> StabilityResult:
    return stability(study().situation)


def situation() -> Situation:
    return study().situation


def dossier() -> Dossier:
    return study().dossier


# -- sources -----------------------------------------------------------------------------------


def test_nothing_to_find_fault_with() -> None:
    assert check_file(bundled_study()) == ()


def test_every_passage_stands_in_the_given_texts(shared: Path) -> None:
    texts = {
        document.id: next(shared.glob(f"*/{document.file}")).read_bytes().decode("utf-8")
        for document in dossier().documents
    }
    assert dossier().verify(texts) == ()
    quoted = sum(a.passage is not None for claim in dossier().claims for a in claim.attestations)
    assert quoted >= 70


def test_the_package_holds_short_quotations_only(shared: Path) -> None:
    for document in dossier().documents:
        if document.genre == "data":
            continue
        held: set[int] = set()
        for passage in _passages(document.id):
            assert len(passage.text.split()) <= LONGEST_QUOTATION
            held.update(range(passage.start, passage.end))
        text = next(shared.glob(f"*/{document.file}")).read_text(encoding="utf-8")
        assert len(held) / len(text) <= LARGEST_SHARE


def _passages(document: str) -> Iterator[Passage]:
    for claim in dossier().in_document(document):
        for attestation in claim.attestations:
            if attestation.document == document and attestation.passage is not None:
                yield attestation.passage


def test_the_author_who_served_a_party_is_marked() -> None:
    assert "Ministry of Unification" in dossier().document("han-2026").interest


def test_imputed_motives_are_no_stated_positions() -> None:
    imputed = {claim.id for claim in dossier().claims if claim.stance == "imputed"}
    assert {"support-motive", "timing-motive", "china-influence", "china-tougher"} <= imputed
    assert dossier().claim("patience").kind == "quote"  # neither an ask granted nor one refused


def test_the_two_tones_stand_side_by_side() -> None:
    pairs = {frozenset((c.first.id, c.second.id)) for c in dossier().contrasts()}
    assert frozenset(("chill-ending", "thaw-temporary")) in pairs
    assert frozenset(("china-influence", "support-motive")) in pairs


def test_years_taken_from_elsewhere_are_inferred() -> None:
    beijing, gyeongju = dossier().claim("beijing").date, dossier().claim("gyeongju").date
    assert beijing is not None and (beijing.value, beijing.basis) == ("2026-01-05", "inferred")
    assert gyeongju is not None and (gyeongju.value, gyeongju.basis) == ("2025-11-01", "stated")


@pytest.mark.parametrize(
    "found",
    [
        {"loudspeakers", "leaflets", "contact-rules", "reunions", "media-access"},
        {"railway", "health", "tourism"},
        {"ask-one-china", "ask-constructive", "ask-mediation", "us-demands"},
        {"gyeongju", "beijing", "april-summit", "caracas", "drones", "thaad-2017"},
    ],
)
def test_what_the_articles_list_is_there(found: set[str]) -> None:
    assert found <= {claim.id for claim in dossier().claims}


def test_every_claim_is_used_or_shown() -> None:
    """A claim that no part cites still has its place: in the calendar, or in a contrast, or as background."""
    cited = {name for _, grounds in grounded_parts(situation()) for name in grounds.because}
    shown = {claim.id for claim in dossier().of_kind("event", "scheduled", "quote", "reported", "assessment")}
    contrasted = {claim.id for pair in dossier().contrasts() for claim in (pair.first, pair.second)}
    background = {"asia-pacific", "security-economy", "bridge-vision", "disruption"}
    assert {claim.id for claim in dossier().claims} <= cited | shown | contrasted | background


# -- the model ---------------------------------------------------------------------------------


def test_size_and_cast() -> None:
    assert [actor.id for actor in situation().players] == ["ROK", "PRC", "DPRK", "USA", "JPN"]
    assert {actor.id for actor in situation().actors if actor.context} == {"RUS", "TWN", "VEN"}
    assert solved().states == 36_000


def test_every_part_says_what_it_rests_on() -> None:
    silent = [
        path for path, grounds in grounded_parts(situation()) if not grounds.because and not grounds.assumed
    ]
    assert silent == []


def test_every_wish_and_every_move_has_words() -> None:
    for actor in situation().players:
        wishes = statements(situation().preference(actor.id))
        assert 8 <= len(wishes) <= 14
        assert all(wish.label for wish in wishes)
    for option in situation().options:
        assert set(option.acts) == set(option.meanings) == set(option.levels)


# -- headline verdicts -------------------------------------------------------------------------


def equilibria(concept: str) -> dict[str, State]:
    return {str(state): state for state in solved().equilibria(concept)}


def any_holds(concept: str, expression: str) -> bool:
    return bool((solved().mask(concept) & solved().compiled.select(expression)).any())


def test_how_many_hold() -> None:
    """Two without any deterrence; fourteen by a deterrence nobody can get out of. The 250 that sequential
    stability adds hold only while an actor overlooks that it could afterwards put things right."""
    counts = {concept: solved().count(concept) for concept in ("nash", "sseq", "smr", "seq", "gmr")}
    assert counts == {"nash": 2, "sseq": 14, "smr": 17, "seq": 264, "gmr": 2954}


def test_today_holds_by_deterrence_not_by_contentment() -> None:
    """Seoul alone is tempted: it would deepen the trilateral to be rid of American pressure, and does not
    because China would freeze ties, which Seoul minds more. The others have nothing better in their hands."""
    today = equilibria("sseq")[TODAY]
    assert today == situation().status_quo
    assert set(solved().holding(today)) == {"gmr", "smr", "seq", "sseq"}
    for actor in ("PRC", "DPRK", "USA", "JPN"):
        assert solved().why(today, actor=actor, concept="nash")
    (answer,) = solved().why(today, actor="ROK", concept="sseq").answers
    assert answer.to.levels["ROK.trilateral"] == "deepen"
    assert answer.sanction is not None and [step.actor for step in answer.sanction] == ["PRC"]
    assert answer.sanction[0].target.levels["PRC.restore"] == "frozen"
    assert answer.escape is None


def test_the_relapse_needs_no_deterrence() -> None:
    """Once Seoul has deepened and Beijing has frozen, neither gains by stepping back alone; the other outcome
    of this kind is the great powers' bargain over Seoul's and Tokyo's heads."""
    assert set(equilibria("nash")) == {RELAPSE, SETTLED_OVER_SEOUL}


def test_a_freeze_holds_only_by_mutual_deterrence() -> None:
    """In nine of the fourteen the programme is frozen. None is free of temptation: Pyongyang would resume and
    keep the relief, Washington would keep the freeze and take back the relief; each is held by the other."""
    frozen = [at for at in equilibria("sseq").values() if at.levels["DPRK.programme"] == "frozen"]
    assert len(frozen) == 9
    for at in frozen:
        assert at.levels["USA.offer"] == "relief"
        assert set(solved().holding(at)) == {"gmr", "smr", "seq", "sseq"}
        (resumed,) = solved().why(at, actor="DPRK", concept="sseq").answers
        assert resumed.to.levels["DPRK.programme"] == "expanding"
        assert resumed.sanction is not None and {step.actor for step in resumed.sanction} == {"USA"}
        (withdrawn,) = solved().why(at, actor="USA", concept="sseq").answers
        assert withdrawn.to.levels["USA.offer"] == "talks"
        assert withdrawn.sanction is not None and {step.actor for step in withdrawn.sanction} == {"DPRK"}


def test_no_outcome_beyond_a_freeze_holds() -> None:
    """Reduction and denuclearisation hold under no concept: Pyongyang would leave them and lose nothing."""
    for concept in ("nash", "gmr", "smr", "seq", "sseq"):
        assert not any_holds(concept, "DPRK.programme >= reduced")


def test_talks_without_a_freeze_hold_only_with_a_chinese_bridge() -> None:
    """Somebody has paid Beijing: Seoul with active support on Taiwan, or Washington with a bargain."""
    talks = [at.levels for at in equilibria("sseq").values() if at.levels["DPRK.talks"] == "yes"]
    without_freeze = [at for at in talks if at["DPRK.programme"] == "expanding"]
    assert len(without_freeze) == 3
    for at in without_freeze:
        assert at["PRC.bridge"] == "yes"
        assert at["ROK.one_china"] == "active" or at["USA.china_deal"] == "yes"


def test_japan_and_china_calm_down_together_or_not_at_all() -> None:
    for at in (state.levels for state in equilibria("sseq").values()):
        assert (at["JPN.taiwan"] == "assertive") == (at["PRC.pressure_japan"] == "yes")
        assert at["USA.china_deal"] == "no" or at["PRC.pressure_japan"] == "no"
