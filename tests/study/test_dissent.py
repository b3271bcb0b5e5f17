"""A brief of facts shows where its sources differ, and never words told as not said as somebody's."""

from __future__ import annotations

from tests.saying import english, told

from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.documents import document_from
from detente.evidence.dossier import Dossier
from detente.evidence.passages import passage
from detente.present.pages.markdown import markdown
from detente.situation.model import Situation
from detente.study.model import Study

SAID, DENIED = "Morita replied: “You shall.”", "Morita denied having said “You shall.”"


def claim(name: str, document: str, text: str, status: str, state: str = "accepted") -> Claim:
    start = text.index("You")
    place = Attestation(document, passage(document, text, start, start + 10), said_by="Morita")
    review = Review(state, "ann")  # type: ignore[arg-type]
    fields = {"origin": "rule:x", "review": review, "status": status}
    return Claim(name, "quote", "You shall.", ("Morita",), attestations=(place,), **fields)  # type: ignore[arg-type]


def words(*claims: Claim) -> str:
    documents = tuple(
        document_from(text, name=f"d{n}", title=f"T{n}") for n, text in enumerate((SAID, DENIED), 1)
    )
    dossier = Dossier(documents, claims)
    text = markdown(told(Study("s", "S", Situation("S"), dossier=dossier)), say=english)
    return " ".join(text.split())  # whatever the width of the columns


def test_said_and_told_as_not_said() -> None:
    text = words(claim("c1", "d1", SAID, "done"), claim("c2", "d2", DENIED, "negated"))
    assert "Where the sources differ" in text
    assert "| Morita: You shall.[^c1] | told as not said by Morita: You shall.[^c2] |" in text
    assert "quote, told as not said" in text and "told as not said by Morita, in “T2”" in text


def test_what_does_not_count_is_no_dissent() -> None:
    for state in ("open", "rejected"):
        text = words(claim("c1", "d1", SAID, "done"), claim("c2", "d2", DENIED, "negated", state))
        assert "Where the sources differ" not in text
