"""A brief of facts says who proposed and what, once each: no rule names, no repeated words, no folder name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.saying import english, told

from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.dates import parse
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.present.pages.markdown import markdown
from detente.situation.file.lint import grounded_parts
from detente.situation.model import Situation
from detente.store.dossier_file import save_dossier
from detente.store.study_folder import load_study
from detente.study.model import Study

TEXT = "Japan and South Korea agreed on 5 March 2026 to meet. “No,” said Han."
DOCUMENT = document_from(TEXT, name="d1", title="Talks")
WORDS = "Japan and South Korea agreed on 5 March 2026 to meet."


def claim(name: str, kind: str, text: str = WORDS, origin: str = "rule:a", status: str = "done") -> Claim:
    place = Attestation("d1", passage("d1", TEXT, 0, len(WORDS)))
    fields = {"origin": origin, "review": Review("accepted", "ann"), "status": status}
    return Claim(name, kind, text, ("JPN",), date=parse("2026-03-05"), attestations=(place,), **fields)  # type: ignore[arg-type]


def said(*claims: Claim) -> str:
    dossier = Dossier((DOCUMENT,), claims)
    return markdown(told(Study("s", "S", Situation("S"), dossier=dossier)), say=english)


def test_proposers_are_summed_and_rules_not_listed() -> None:
    text = said(
        claim("c1", "event"), claim("c2", "ask", origin="rule:b"), claim("c3", "position", origin="llm:m")
    )
    assert "The dossier holds 3 claims from 1 source: proposed by rules (2) and m (1); 3 are accepted" in text
    assert "rule:" not in text
    by_hand = said(claim("c1", "event"), claim("c2", "ask", origin="human"))
    assert "proposed by rules (1), 1 written by hand; 2 are accepted" in by_hand
    assert "all were written by hand; 1 is accepted" in said(claim("c1", "event", origin="human"))


def test_a_footnote_gives_the_documents_own_words_once() -> None:
    text = said(claim("c1", "event"))
    (note,) = (line for line in text.split("\n") if line.startswith("[^c1]:"))
    assert note.count("agreed on 5 March") == 1 and note.startswith(f"[^c1]: “{WORDS}” *“Talks”")
    (edited,) = (
        line
        for line in said(claim("c1", "event", "They will meet.")).split("\n")
        if line.startswith("[^c1]:")
    )
    assert edited.startswith(f"[^c1]: They will meet. *“{WORDS}” — “Talks”")


def test_a_sentence_that_is_event_and_commitment_is_one_entry_of_the_calendar() -> None:
    text = said(claim("c1", "event"), claim("c2", "commitment"))
    assert text.count(f"| {WORDS}[^") == 1


def test_a_dossier_without_a_name_is_titled_by_what_it_is(tmp_path: Path) -> None:
    save_dossier(tmp_path / "dossier.jsonl", Dossier((DOCUMENT.without_text(),), ()))
    assert english(load_study(tmp_path).title) == "What the document says"
    (tmp_path / "study.yaml").write_text("title: The talks\n", encoding="utf-8")
    assert load_study(tmp_path).title == "The talks"


def row(text: str, words: str) -> str:
    (line,) = (line for line in text.split("\n") if line.startswith("|") and words in line)
    return " ".join(line.split())


def test_the_calendar_says_of_what_did_not_happen_that_it_did_not() -> None:
    text = said(
        claim("c1", "event", "China has not agreed to a date.", status="negated"),
        claim("c2", "commitment", "Japan would lend if asked.", status="hypothetical"),
        claim("c3", "event", "A talk on the levy.", status="unknown"),
        claim("c4", "event", "They met."),
        claim("c5", "event", "They quarrelled.", status="historical"),
    )
    assert row(text, "has not agreed").endswith("| not done |")
    assert row(text, "would lend").endswith("| hypothetical |")
    assert row(text, "A talk").endswith("| whether done is not said |")
    assert row(text, "They met").endswith("| done |") and row(text, "quarrelled").endswith("| done |")


def test_a_sentence_told_as_done_and_as_not_done_stands_twice_on_the_calendar() -> None:
    text = said(claim("c1", "event"), claim("c2", "event", status="negated"))
    assert text.count(f"| {WORDS}[^") == 2


def test_what_was_not_asked_is_marked_among_the_asks() -> None:
    asked = claim("c1", "ask", "Japan asks for a delay.")
    text = said(asked, claim("c2", "ask", "Russia did not demand a fee.", status="negated"))
    assert row(text, "did not demand").endswith("| not asked |")
    assert row(text, "for a delay").endswith("| asked |")
    assert "standing in the source" not in said(asked)


def test_a_measure_not_taken_and_a_proposal_not_made_are_marked() -> None:
    text = said(
        claim("c1", "measure", "China did not raise the fee.", status="negated"),
        claim("c2", "proposal", "Seoul never offered to pay.", status="negated"),
    )
    assert row(text, "did not raise").endswith("| not done |")
    assert row(text, "never offered").endswith("| not put forward |")


def test_beside_a_model_it_is_said_how_many_claims_no_part_cites() -> None:
    place = Path(__file__).resolve().parents[2] / "docs/how-to/crossings/situation.yaml"
    situation = load_study(place.parent).situation
    cited = next(name for _, grounds in grounded_parts(situation) for name in grounds.because)
    claims = (claim("x1", "quote"), claim("x2", "ask"), claim("x3", "position"), claim(cited, "quote", "No."))
    words = markdown(told(Study("s", "S", situation, dossier=Dossier((DOCUMENT,), claims))), say=english)
    assert "2 claims more that count are not shown here" in words and "(quote 1, position 1)" in words
    assert "not shown here" not in said(*claims)


@pytest.mark.parametrize(("pages", "place"), [((0,), "p. 1"), ((0, 10), "pp. 1–2"), ((), "characters 0–53")])
def test_a_footnote_tells_pages_where_there_are_some(pages: tuple[int, ...], place: str) -> None:
    dossier = Dossier((DOCUMENT,), (claim("c1", "event"),))
    study = Study("s", "S", Situation("S"), dossier=dossier, pages={"d1": pages})
    assert f"“Talks”, {place}.*" in markdown(told(study), say=english)
