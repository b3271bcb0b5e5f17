"""What is exported comes back to the letter; what was changed on the way is named."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from tests.store.exports.dossiers import dossiers

from detente.errors import ParseError
from detente.evidence.claims import Attestation, Claim
from detente.evidence.dates import PartialDate
from detente.evidence.documents import Document
from detente.evidence.dossier import Dossier
from detente.evidence.passages import Passage
from detente.store.exports import annotations, plover, references, table

QUICK = settings(max_examples=60, suppress_health_check=list(HealthCheck))

DOCUMENT = Document(
    "d1", "ab" * 32, "Talks & {Vienna}", "The Paper", "Jané Roe", PartialDate("2026-01-07", "day"), "opinion", "en",
    "served there", "https://example.org/a_b", "a.txt",
)  # fmt: skip
CLAIMS = (
    Claim(
        "c1", "event", "=They met; 求同存異", ("ROK", "a;b\\"), ("PRC",), PartialDate("2026-01-05", "day"), "done",
        attestations=(
            Attestation("d1", Passage("d1", 5, 13, "They met")), Attestation("d1", where="p. 3", note="cooler"),
        ),
        event="CONSULT: Visit", origin="rule:events", confidence=0.5,
    ),
    Claim("c2", "assessment", "A thaw"),
)  # fmt: skip
DOSSIER = Dossier((DOCUMENT,), CLAIMS)


@QUICK
@given(dossiers())
def test_annotations_round_trip(dossier):
    assert annotations.parse(annotations.render(dossier)) == dossier


@QUICK
@given(dossiers())
def test_plover_round_trip(dossier):
    found = plover.parse(plover.render(dossier))
    assert found.documents == dossier.documents
    assert found.claims == tuple(claim for claim in dossier.claims if claim.event)


@QUICK
@given(dossiers())
def test_table_round_trip(dossier):
    text = table.render(dossier)
    assert table.parse(text.encode("utf-8").decode("utf-8")) == dossier.claims
    assert table.render(Dossier(dossier.documents, table.parse(text))) == text


@QUICK
@given(dossiers())
def test_references_round_trip(dossier):
    for write, read in (
        (references.csl, references.from_csl),
        (references.bibtex, references.from_bibtex),
        (references.ris, references.from_ris),
    ):
        assert read(write(dossier.documents)) == dossier.documents


def test_an_annotation_has_the_standards_parts():
    body = json.loads(annotations.render(DOSSIER))
    assert body["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    item = body["first"]["items"][0]
    assert item["type"] == "Annotation"
    assert item["target"][0]["source"] == "https://example.org/a_b"
    assert item["target"][0]["selector"] == [
        {"type": "TextPositionSelector", "start": 5, "end": 13},
        {"type": "TextQuoteSelector", "exact": "They met"},
    ]
    assert item["prov:wasQuotedFrom"] == ["https://example.org/a_b"]
    assert item["prov:wasAttributedTo"] == ["ROK", "a;b\\"]


def test_an_event_in_the_manner_of_plover():
    (event,) = json.loads(plover.render(DOSSIER))["events"]
    assert (event["event_type"], event["event_mode"], event["quad_class"]) == (
        "CONSULT",
        "Visit",
        "verbal cooperation",
    )
    assert (event["source"], event["event_date"], event["reviewed"]) == (
        ["ROK", "a;b\\"],
        "2026-01-05",
        False,
    )
    assert len(plover.QUAD_CLASSES) == 16


def test_a_spreadsheet_shows_cells_and_runs_nothing():
    text = table.render(DOSSIER)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == ["c1", "c1", "c2"]
    assert rows[0]["text"] == "'=They met; 求同存異"
    assert rows[0]["who"] == "ROK; a\\;b\\\\"
    assert rows[1]["passage.where"] == "p. 3"


def test_references_as_their_readers_expect_them():
    (item,) = json.loads(references.csl([DOCUMENT]))
    assert item["issued"] == {"date-parts": [[2026, 1, 7]]}
    assert item["author"] == [{"literal": "Jané Roe"}]
    entry = references.bibtex([DOCUMENT])
    assert entry.startswith(
        "@article{d1,\n  title = {{Talks \\& \\textbraceleft{}Vienna\\textbraceright{}}},\n"
    )
    assert "  date = {2026-01-07},\n" in entry
    lines = references.ris([DOCUMENT]).split("\r\n")
    assert lines[0] == "TY  - NEWS" and lines[-3] == "ER  - "
    assert "DA  - 2026/01/07/" in lines and "UR  - https://example.org/a_b" in lines


@pytest.mark.parametrize(
    ("render", "parse", "old", "new"),
    [
        (annotations.render, annotations.parse, '"value": "A thaw"', '"value": "A chill"'),
        (annotations.render, annotations.parse, '"start": 5,\n', '"start": 6,\n'),
        (plover.render, plover.parse, '"event_type": "CONSULT"', '"event_type": "ASSAULT"'),
        (lambda d: references.csl(d.documents), references.from_csl, '"title": "Talks', '"title": "Walks'),
        (lambda d: references.bibtex(d.documents), references.from_bibtex, "{{Talks", "{{Walks"),
        (lambda d: references.ris(d.documents), references.from_ris, "TI  - Talks", "TI  - Walks"),
    ],
)
def test_a_change_made_elsewhere_is_named(render, parse, old, new):
    text = render(DOSSIER)
    assert old in text
    with pytest.raises(ParseError, match=r"changed outside|must|code points"):
        parse(text.replace(old, new, 1))


@pytest.mark.parametrize(
    "parse",
    [
        annotations.parse, plover.parse, table.parse, references.from_csl, references.from_bibtex, references.from_ris,
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    ["{", "[1]", '{"a": 1}', "@article{x,\n  title = {y},\n}\n", "TY  - NEWS\r\nER  - \r\n", "a,b\n1,2\n"],
)
def test_what_we_did_not_write_is_refused(parse, text):
    with pytest.raises(ParseError):
        parse(text)


def test_rows_of_a_claim_must_agree():
    text = table.render(DOSSIER).replace("They met; 求同存異", "They parted", 1)
    with pytest.raises(ParseError, match="rows that differ in text"):
        table.parse(text)
