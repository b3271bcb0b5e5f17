"""Who does what to whom, how it stands and when, in sentences of varied construction.

Each case is a text and what its last lines must hold: (kind, who, to, status, date); a kind may name an event
type ("event:REJECT"); `NONE` after a kind says that no claim of it may be made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from detente.evidence.claims import Claim
from detente.evidence.dates import parse
from detente.evidence.documents import document_from
from detente.reading.document import read_document

INTRODUCED = (
    "South Korean Foreign Minister Han Ji-woo and Japanese Foreign Minister Kenji Morita met in Jeju. "
    "Ellen Price, a United States envoy, was there, too.\n\n"
)
HAN, MORITA, PRICE = ("Han Ji-woo",), ("Kenji Morita",), ("Ellen Price",)
KOREA, JAPAN, CHINA, AMERICA = ("South Korea",), ("Japan",), ("China",), ("United States",)
BOTH = ("Japan", "South Korea")
KOREA_FIRST = ("South Korea", "Japan")
NOBODY: tuple[str, ...] = ()
NONE = None

Row = tuple[str, tuple[str, ...] | None, tuple[str, ...], str, str | None]


def no(kind: str) -> Row:
    return kind, NONE, NOBODY, "", None


CASES: list[tuple[str, list[Row]]] = [
    # speech told by another
    ("Han said that South Korea would keep the ban.", [("reported", HAN, NOBODY, "done", None), no("event")]),
    ("Han told the National Assembly on March 5 that Japan had broken the accord.",
     [("reported", HAN, ("National Assembly",), "done", "2026-03-05")]),
    ("Han, who met Morita in Jeju, said on Monday that Seoul was ready, adding that the ban could end in May.",
     [("reported", HAN, NOBODY, "done", "2026-03-09"), no("event")]),
    ("Japan, South Korea said, had violated the accord.", [("reported", KOREA, NOBODY, "done", None)]),
    ("The two sides were close, Morita told Han.", [("reported", MORITA, HAN, "done", None)]),
    ("South Korea's foreign minister, Han Ji-woo, said the talks had failed.",
     [("reported", HAN, NOBODY, "done", None)]),
    ("Kenji Morita, Japan's foreign minister, declined to say whether Japan would retaliate.", [no("reported")]),
    ("Asked about the ban, Morita said that he knew nothing.", [("reported", MORITA, NOBODY, "done", None)]),
    ("Not China but Japan demanded a fee.", [("ask", JAPAN, NOBODY, "done", None)]),
    ("Not China but Japan and South Korea demanded a fee.", [("ask", JAPAN + KOREA, NOBODY, "done", None)]),
    ("According to Han, Japan has agreed to the plan.",
     [("reported", HAN, NOBODY, "done", None), ("commitment", JAPAN, NOBODY, "done", None)]),
    ("Morita was told by Han that the ban would stay.", [("reported", HAN, MORITA, "done", None)]),
    ("“We will wait,” Han told reporters. She added: “Tokyo knows what it has to do.”",
     [("quote", HAN, NOBODY, "done", None), no("reported"), no("ask")]),
    ("Morita said that Japan “expects the ban to be lifted in parallel.”",
     [("reported", MORITA, NOBODY, "done", None), ("quote", MORITA, NOBODY, "done", None)]),
    ("Morita denied that Japan had threatened South Korea.",
     [("reported", MORITA, NOBODY, "done", None), no("event")]),
    ("Han did not say when the ban would end.", [no("reported")]),
    ("On Tuesday, Han Ji-woo said Japan would lift the ban on March 17.",
     [("reported", HAN, NOBODY, "done", "2026-03-10"), no("event"), no("scheduled")]),
    # asks
    ("Morita spoke to reporters. He demanded that Seoul lift the ban without delay.",
     [("ask", MORITA, KOREA, "done", None)]),
    ("Morita said that Japan had asked South Korea for an apology.",
     [("reported", MORITA, NOBODY, "done", None), ("ask", JAPAN, KOREA, "done", None)]),
    ("South Korea asked the United States to mediate.", [("ask", KOREA, AMERICA, "done", None)]),
    ("Japan was asked by South Korea to share its data.", [("ask", KOREA, JAPAN, "done", None)]),
    ("Japan was urged to share its data.", [("ask", NOBODY, JAPAN, "done", None)]),
    ("Morita called on South Korea to lift the ban and promised to share the data.",
     [("ask", MORITA, KOREA, "done", None), ("commitment", MORITA, NOBODY, "done", None)]),
    ("South Korea rejected a Japanese demand for an apology.",
     [("ask", JAPAN, NOBODY, "done", None), ("event:REJECT", KOREA, JAPAN, "done", None)]),
    ("Han on Tuesday again rejected a Japanese demand that Seoul lift its ban, saying the measure was not up "
     "for negotiation.",
     [("ask", JAPAN, KOREA, "done", None), ("event:REJECT", HAN, JAPAN, "done", "2026-03-10"),
      ("reported", HAN, NOBODY, "done", "2026-03-10")]),
    ("South Korea, which had suspended imports in January, urged Japan to share its data.",
     [("ask", KOREA, JAPAN, "done", None)]),
    ("Japan has not asked South Korea to lift the ban.", [("ask", JAPAN, KOREA, "negated", None)]),
    ("The South Korean government said on Monday it had asked Tokyo to explain.",
     [("reported", ("South Korean government",), NOBODY, "done", "2026-03-09"),
      ("ask", ("South Korean government",), JAPAN, "done", None)]),
    ("If Japan demands an apology, South Korea will walk out.",
     [no("ask"), ("causal", KOREA, NOBODY, "hypothetical", None)]),
    ("Seoul pressed Tokyo for an answer but Tokyo declined to comment.", [("ask", KOREA, JAPAN, "done", None)]),
    ("Han urged restraint.", [("ask", HAN, NOBODY, "done", None)]),
    ("Neither Japan nor South Korea asked for mediation.", [("ask", BOTH, NOBODY, "negated", None)]),
    ("Morita plans to ask South Korea for an apology.", [("ask", MORITA, KOREA, "scheduled", None)]),
    ("Han and Morita will ask the United States to mediate.",
     [("ask", (*HAN, *MORITA), AMERICA, "scheduled", None)]),
    ("The United States, which has bases in both countries, urged the allies to keep talking, Ellen Price said.",
     [("ask", AMERICA, NOBODY, "done", None), ("reported", PRICE, NOBODY, "done", None)]),
    ("Han handed Morita a letter demanding an apology.", [no("ask")]),
    ("Seoul again demanded an apology from Tokyo.", [("ask", KOREA, JAPAN, "done", None)]),
    ("Seoul appealed to Tokyo for patience.", [("ask", KOREA, JAPAN, "done", None)]),
    ("It was Japan that asked for the meeting.", [("ask", JAPAN, NOBODY, "done", None)]),
    ("Japan's request for an inspection surprised Han.", [("ask", JAPAN, NOBODY, "done", None)]),
    ("Japan may ask the United States to mediate.", [("ask", JAPAN, AMERICA, "hypothetical", None)]),
    ("Japan insisted that South Korea pay for the sampling.", [("ask", JAPAN, KOREA, "done", None)]),
    ("Han did not rule out asking Japan for help.", [no("ask")]),
    ("Han criticised Japan for asking too much.", [no("ask")]),
    ("Han refused to ask Japan for help.", [("ask", HAN, JAPAN, "negated", None)]),
    ("Morita, who had asked South Korea for an apology, said the matter was closed.",
     [("reported", MORITA, NOBODY, "done", None), ("ask", MORITA, KOREA, "done", None)]),
    ("Han met Morita, who demanded an apology.",
     [("ask", MORITA, NOBODY, "done", None), ("event:CONSULT", HAN, MORITA, "done", None)]),
    ("Kenji Morita, the Japanese minister who negotiated the accord, urged South Korea to keep it.",
     [("ask", MORITA, KOREA, "done", None)]),
    ("Han, a former envoy to the United States, called for calm.", [("ask", HAN, NOBODY, "done", None)]),
    ("Han Ji-woo, speaking for the government, asked Japan, its biggest market, to wait.",
     [("ask", HAN, JAPAN, "done", None)]),
    ("In a letter to Han, Morita asked for an apology by April 30.", [("ask", MORITA, NOBODY, "done", None)]),
    ("Han said that Seoul had lost patience, calling on Tokyo to answer.",
     [("reported", HAN, NOBODY, "done", None), ("ask", HAN, JAPAN, "done", None)]),
    ("The ban is wrong, and Japan demands that it be lifted.", [("ask", JAPAN, NOBODY, "done", None)]),
    ("South Korea demands an independent sampling of the shelf, with Chinese laboratories.",
     [("ask", KOREA, NOBODY, "done", None)]),
    ("Japan insists that the ban be lifted before any sampling.", [("ask", JAPAN, NOBODY, "done", None)]),
    ("Beijing took note of the dispute and called on both sides to exercise restraint.",
     [("ask", CHINA, NOBODY, "done", None)]),
    # commitments
    ("Japan promised South Korea to share its data.", [("commitment", JAPAN, KOREA, "done", None)]),
    ("South Korea and Japan agreed to meet again on March 20.",
     [("commitment", KOREA_FIRST, NOBODY, "done", None)]),
    ("Japan refused to promise compensation.", [("commitment", JAPAN, NOBODY, "negated", None)]),
    ("Han vowed never to accept the deal.", [("commitment", HAN, NOBODY, "done", None)]),
    ("Japan did not promise compensation.", [("commitment", JAPAN, NOBODY, "negated", None)]),
    ("Han said that Japan had agreed on March 3 to share its data.",
     [("reported", HAN, NOBODY, "done", None), ("commitment", JAPAN, NOBODY, "done", "2026-03-03")]),
    ("The United States asked Japan to wait, and Japan agreed to do so.",
     [("ask", AMERICA, JAPAN, "done", None), ("commitment", JAPAN, NOBODY, "done", None)]),
    ("South Korea and Japan agreed on Wednesday to a joint sampling of seaweed, but failed to settle the ban.",
     [("event:AGREE", KOREA_FIRST, NOBODY, "done", "2026-03-11"),
      ("commitment", KOREA_FIRST, NOBODY, "done", "2026-03-11")]),
    ("Han does not agree with Morita.", [no("commitment")]),
    # proposals
    ("Japan proposed a fund for fishermen and asked South Korea to end the ban by May 15.",
     [("proposal", JAPAN, NOBODY, "done", None), ("ask", JAPAN, KOREA, "done", None)]),
    ("China offers to host talks in Qingdao on 12 April.", [("proposal", CHINA, NOBODY, "done", None)]),
    ("The plan proposed by Japan would end the ban.", [("proposal", JAPAN, NOBODY, "done", None)]),
    ("South Korea rejected the plan that Japan had proposed.",
     [("proposal", JAPAN, NOBODY, "done", None), ("event:REJECT", KOREA, NOBODY, "done", None)]),
    ("Japan has denied that it proposed a deadline.", [("proposal", JAPAN, NOBODY, "negated", None)]),
    # events
    ("South Korea suspended imports of seaweed from three Japanese prefectures on January 9.",
     [("event:SANCTION", KOREA, JAPAN, "done", "2026-01-09")]),
    ("Japan lifted the ban on March 3.", [("event:CONCEDE", JAPAN, NOBODY, "done", "2026-03-03")]),
    ("The ban was lifted by South Korea.", [("event:CONCEDE", KOREA, NOBODY, "done", None)]),
    ("South Korea will lift the ban on June 1.",
     [("scheduled", KOREA, NOBODY, "scheduled", "2026-06-01"), no("event")]),
    ("South Korea will lift the ban on June 1 without conditions.",
     [("scheduled", KOREA, NOBODY, "scheduled", "2026-06-01")]),
    ("Japan will ease inspections.", [("scheduled:CONCEDE", JAPAN, NOBODY, "scheduled", None)]),
    ("Japan will ease inspections if South Korea lifts the ban.",
     [no("event"), no("scheduled"), ("causal", JAPAN, NOBODY, "hypothetical", None)]),
    ("Japan threatened to recall its ambassador.", [("event:THREATEN", JAPAN, NOBODY, "done", None)]),
    ("Japan did not threaten to recall its ambassador, contrary to earlier reports.", [no("event")]),
    ("Han met Morita in Jeju on March 7.", [("event:CONSULT", HAN, MORITA, "done", "2026-03-07")]),
    ("South Korea expelled a Japanese diplomat.", [("event:COERCE", KOREA, JAPAN, "done", None)]),
    ("The Japanese parliament ratified the treaty.",
     [("event:COOPERATE", ("Japanese parliament",), NOBODY, "done", None)]),
    ("Two Japanese trawlers were seized by South Korea near the island.",
     [("event:COERCE", KOREA, JAPAN, "done", None)]),
    ("Two Japanese trawlers were seized near the island.", [("event:COERCE", NOBODY, JAPAN, "done", None)]),
    ("Japan and South Korea held talks in Oslo on Monday.",
     [("event:CONSULT", BOTH, NOBODY, "done", "2026-03-09")]),
    ("Talks between Japan and South Korea were held on Monday.",
     [("event:CONSULT", BOTH, NOBODY, "done", "2026-03-09")]),
    ("South Korea's foreign ministry welcomed the proposal but said it did not replace a sampling.",
     [("reported", ("South Korea's foreign ministry",), NOBODY, "done", None), no("proposal")]),
    # relations
    ("Ties between Japan and South Korea have improved since February.",
     [("relation", JAPAN, KOREA, "done", "2026-02")]),
    ("Ties have improved since February.", [("relation", NOBODY, NOBODY, "done", "2026-02")]),
    # a second batch, read after the rules were made
    ("Tokyo wants talks, but it has asked Seoul for guarantees first.",
     [("ask", JAPAN, KOREA, "done", None)]),
    ("Morita flew to Busan on Monday and pressed Han for an early answer.",
     [("ask", MORITA, HAN, "done", "2026-03-09")]),
    ("Han, whom Morita had asked for patience, promised nothing.",
     [("commitment", HAN, NOBODY, "negated", None)]),
    ("The ministry in Tokyo was accused by South Korea of hiding data.",
     [("event:ACCUSE", KOREA, NOBODY, "done", None)]),
    ("On March 2, the United States urged both Japan and South Korea to return to the table.",
     [("ask", AMERICA, BOTH, "done", "2026-03-02")]),
    ("Seoul has never promised Tokyo access to the shelf.", [("commitment", KOREA, JAPAN, "negated", None)]),
    ("“No,” said Han when reporters asked whether South Korea would lift the ban.",
     [no("ask"), no("event"), no("scheduled")]),
    ("Although Japan had demanded an apology, Han declined to apologise.",
     [("ask", JAPAN, NOBODY, "done", None)]),
    ("Price warned Japan that the United States would not mediate again.",
     [("reported", PRICE, JAPAN, "done", None)]),
    ("Japan, Morita told the National Assembly, was asking South Korea for a date.",
     [("reported", MORITA, ("National Assembly",), "done", None), ("ask", JAPAN, KOREA, "done", None)]),
    ("South Korea, not Japan, proposed the joint sampling.", [("proposal", KOREA, NOBODY, "done", None)]),
    ("South Korea and the United States signed a fisheries pact on February 20.",
     [("event:COOPERATE", ("South Korea", "United States"), NOBODY, "done", "2026-02-20")]),
    ("The ban, which South Korea imposed on January 9, angered Morita.", [no("ask"), no("commitment")]),
    ("Japan vowed to retaliate unless South Korea lifted the ban.",
     [("commitment", JAPAN, NOBODY, "done", None)]),
    ("Han's deputy said the ban would be lifted in June.", [no("event"), no("scheduled")]),
    ("Morita will visit Seoul on March 20.",
     [("scheduled:CONSULT", MORITA, KOREA, "scheduled", "2026-03-20")]),
    ("Neither side has agreed to a date.", [no("event")]),
    ("Japan recalled its ambassador to South Korea on March 1 in protest.",
     [("event:SANCTION", JAPAN, KOREA, "done", "2026-03-01")]),
    ("It is not true that Japan asked for compensation, Morita said.",
     [("reported", MORITA, NOBODY, "done", None)]),
    ("Morita, speaking after talks with Han, insisted on an apology.",
     [("ask", MORITA, NOBODY, "done", None)]),
    ("Han again refused on Tuesday to lift the ban.", [("event:REJECT", HAN, NOBODY, "done", "2026-03-10")]),
    ("Seoul's promise to share data pleased Morita.", [no("ask")]),
    ("Japan offered South Korea a fund for fishermen.", [("proposal", JAPAN, KOREA, "done", None)]),
    ("Talks collapsed after South Korea accused Japan of lying.", [no("ask")]),
    ("While Japan called for calm, South Korea deployed two ships to the shelf.",
     [("ask", JAPAN, NOBODY, "done", None), ("event:MOBILIZE", KOREA, NOBODY, "done", None)]),
    ("Japanese officials said they had asked their South Korean counterparts for samples.",
     [("reported", ("Japanese officials",), NOBODY, "done", None)]),
    ("Ties between the United States and Japan are strained.", [("relation", AMERICA, JAPAN, "done", None)]),
    ("Has Japan asked South Korea for an apology?", [no("ask"), no("event")]),
    ("The two ministers recalled the accord of 2018 and exchanged views.", [no("event")]),
    ("Japan released eleven fishermen on March 3.",
     [("event:RETREAT", JAPAN, NOBODY, "done", "2026-03-03")]),
    ("Japan released a list of names and struck a softer tone.", [no("event")]),
    ("Han and Morita exchanged letters.", [("event:COOPERATE", (*HAN, *MORITA), NOBODY, "done", None)]),
    ("Second, Japan will ask South Korea for samples.", [("ask", JAPAN, KOREA, "scheduled", None)]),
    ("JEJU, March 9 (Wire) — Japan asked South Korea about the samples.", [no("ask")]),
    ("South Korea is expected to demand an apology from Japan.", [("ask", KOREA, JAPAN, "scheduled", None)]),
]  # fmt: skip


def claims_of(text: str) -> list[Claim]:
    document = replace(document_from(INTRODUCED + text, name="d1"), date=parse("2026-03-12"))
    start = len(INTRODUCED) - 2
    return [
        claim
        for claim in read_document(document).claims
        if any(a.passage is not None and a.passage.start >= start for a in claim.attestations)
    ]


def wrong(text: str, rows: list[Row]) -> Iterator[str]:
    """What is told of each row that no claim fits."""
    claims = claims_of(text)
    for kind, who, to, status, date in rows:
        name, _, event = kind.partition(":")
        found = [
            (claim.who, claim.to, claim.status, claim.date.value if claim.date else None, claim.event)
            for claim in claims
            if claim.kind == name
        ]
        if who is None and found:
            yield f"{text}\n  {kind}: none expected, got {found}"
        elif who is not None and not any(
            given[:4] == (who, to, status, date) and (not event or given[4] == event) for given in found
        ):
            yield f"{text}\n  {kind}: {(who, to, status, date)} expected, got {found}"


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_who_does_what(text: str, rows: list[Row]) -> None:
    assert list(wrong(text, rows)) == []


def test_ties_of_nobody_are_those_of_the_only_two_states() -> None:
    text = "Japan and South Korea met in Jeju. Ties have improved since February."
    found = [
        c.who + c.to for c in read_document(document_from(text, name="d1")).claims if c.kind == "relation"
    ]
    assert found == [BOTH]
