"""Dossiers of every shape, for the round trips."""

from hypothesis import strategies as st

from detente.evidence.claims import (
    DIRECTIONS,
    KINDS,
    REVIEW_STATES,
    STANCES,
    STATUSES,
    Attestation,
    Claim,
    Review,
)
from detente.evidence.dates import PartialDate
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.evidence.passages import Passage

WORDS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("=+-@'\";\\{}%$#&_~^\r\n\t\u2028求同存異이 ,"),
    ),
    max_size=12,
)
SOME = WORDS.filter(bool)
INSTANTS = st.sampled_from(["", "2026-01-08", "2026-01-08T09:00:00+00:00"])
LISTS = st.lists(WORDS, max_size=3).map(tuple)
DATES = st.one_of(
    st.none(),
    st.sampled_from(
        [
            PartialDate(), PartialDate("2026-01-05", "day"), PartialDate("2026-01", "month", "inferred", "2026-01-07"),
            PartialDate(latest="2026-01-05"), PartialDate("2025-11-03/2025-11-05", "interval"),
            PartialDate("2026", "year"), PartialDate(earliest="2025", latest="2026-02"),
        ]
    ),
)  # fmt: skip


def passages(document: str) -> st.SearchStrategy[Passage]:
    """Passages of a document."""
    return st.builds(
        lambda start, text: Passage(document, start, start + len(text), text), st.integers(0, 10**6), WORDS
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of up to three documents and four claims."""
    names = draw(st.lists(SOME, max_size=3, unique=True))
    documents = tuple(
        Document(
            name, draw(st.text("0123456789abcdef", min_size=8, max_size=8)), *(draw(WORDS) for _ in range(3)),
            draw(DATES), draw(st.sampled_from(["", "report", "speech", "communiqué"])), *(draw(WORDS) for _ in range(4)),
            withheld=draw(st.booleans()),
        )
        for name in names
    )  # fmt: skip
    ids = draw(st.lists(SOME, max_size=4, unique=True))
    return Dossier(documents, tuple(draw(claims(name, names)) for name in ids))


@st.composite
def claims(draw: st.DrawFn, name: str, documents: list[str]) -> Claim:
    """A claim with any of its fields set, attested in some of the documents."""
    places = []
    for document in draw(st.lists(st.sampled_from(documents), max_size=3)) if documents else []:
        place = draw(st.one_of(st.none(), passages(document)))
        places.append(Attestation(document, place, draw(WORDS), draw(WORDS), draw(WORDS)))
    return Claim(
        name, draw(st.sampled_from(KINDS)), draw(SOME), draw(LISTS), draw(LISTS), draw(DATES),
        draw(st.sampled_from(STATUSES)), draw(WORDS), draw(st.sampled_from((None, *STANCES))),
        draw(st.sampled_from((None, *DIRECTIONS))), tuple(places),
        draw(st.sampled_from(["", "CONSULT", "CONSULT: Visit"])), draw(LISTS), (),
        draw(st.sampled_from(["human", "rule:a", "llm:x:y"])), draw(st.one_of(st.none(), st.floats(0, 1))),
        draw(st.builds(Review, st.sampled_from(REVIEW_STATES), WORDS, INSTANTS, WORDS)),
    )  # fmt: skip
