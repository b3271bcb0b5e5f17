"""What happened and what is scheduled, with sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.brief.dissent import dissent
from detente.brief.names import KIND, said_by, unsaid, when_words
from detente.evidence.claims import Claim
from detente.exhibits import Event, Exhibit, Paragraph, Table, Text, Timeline
from detente.messages import Words, joined, message
from detente.situation.file.lint import grounded_parts
from detente.study.model import Study

_EVENTS = ("event", "scheduled", "commitment")
_LISTED = frozenset({"ask", "measure", "proposal", *_EVENTS})
"""Kinds that have a list of their own."""


def blocks(study: Study) -> Iterator[Exhibit]:
    """What the dossier holds: its sources, the calendar, asks, measures and proposals.

    What a machine proposed and nobody has decided on does not count yet; without a model, what it would speak
    of (positions, quotations, judgements) stands here too.
    """
    if study.dossier.claims:
        claims = [claim for claim in study.dossier.claims if claim.counts]
        yield from (*_sources(study), *_timeline(claims), *_asks(study, claims), *_steps(study, claims))
        if study.modelled:
            yield from _unshown(study, claims)
        else:
            yield from (*_rest(study, claims), *dissent(study))


def _waiting(claim: Claim) -> bool:
    """Proposed by a machine and not decided on."""
    return claim.review.state == "open" and not claim.counts


def _sources(study: Study) -> Iterator[Exhibit]:
    cited = _cited(study)
    documents = [one for one in study.dossier.documents if one.id in cited]
    claims = study.dossier.claims
    accepted = sum(claim.review.state in {"accepted", "edited"} for claim in claims)
    held = message(
        "brief.facts.dossier",
        claims=message("brief.claims", n=len(claims)),
        sources=message("brief.sources", n=len(documents)),
        proposed=_proposed(claims),
        accepted=message("brief.facts.accepted", n=accepted),
    )
    interests = [
        Text(message("brief.facts.interest", document=str(one), interest=one.interest))
        for one in documents
        if one.interest
    ]
    yield Paragraph((Text(_left_out(held, claims)),))
    if interests:
        yield Paragraph(tuple(interests), bullets=True)
    unchecked = _unchecked(study)
    if unchecked:
        yield Paragraph(unchecked)


def _proposed(claims: Sequence[Claim]) -> Words:
    """Who put the claims forward: the rules, language models by name, people. Single rules are `review`'s."""
    proposers = Counter(claim.origin.partition(":")[::2] for claim in claims)
    by_hand = sum(proposers.pop(one) for one in list(proposers) if one[0] == "human")
    counts: Counter[tuple[str, str]] = Counter()
    for (kind, model), count in proposers.items():
        counts[(kind, "" if kind == "rule" else model)] += count
    if not counts:
        return message("brief.facts.by_hand")
    told = joined(
        message("brief.facts.proposer", who=_proposer(kind, model), count=count)
        for (kind, model), count in counts.items()
    )
    if by_hand:
        return message("brief.facts.proposed_and_written", proposers=told, written=by_hand)
    return message("brief.facts.proposed", proposers=told)


def _proposer(kind: str, model: str) -> Words:
    return message("brief.facts.rules") if kind == "rule" else model or kind


def _left_out(held: Words, claims: Sequence[Claim]) -> Words:
    waiting = sum(map(_waiting, claims))
    return message("brief.facts.left_out", held=held, n=waiting) if waiting else held


def _unchecked(study: Study) -> tuple[Text, ...]:
    """Which quotations nobody could hold against their document, because it is not in the study."""
    quoted = {
        place.document for claim in study.dossier.claims for place in claim.attestations if place.passage
    }
    names = [str(study.dossier.document(name)) for name in study.unchecked if name in quoted]
    if not names:
        return ()
    if study.originals:
        return (Text(message("brief.facts.as_recorded", originals=study.originals)),)
    return (Text(message("brief.facts.unchecked", n=len(names), documents=joined(names))),)


def _cited(study: Study) -> set[str]:
    return {name for claim in study.dossier.claims for name in claim.documents}


def _timeline(claims: Sequence[Claim]) -> Iterator[Exhibit]:
    happened = [_event(claim) for claim in claims if claim.kind in _EVENTS]
    # One sentence may be an event and a commitment: on the calendar it is one entry, unless one is denied.
    single: dict[tuple[str, Words, bool], Event] = {}
    for event in happened:
        single.setdefault((event.date, event.text.text, event.status == "negated"), event)
    events = sorted(single.values(), key=lambda event: (not event.date, event.date))
    if events:
        yield Timeline(message("brief.facts.calendar"), tuple(events))


def _event(claim: Claim) -> Event:
    """An event with its date as far as the sources give one; undated ones stand last."""
    date = claim.date
    words: Words = claim.text
    if date is not None and not date.value:
        words = message("brief.facts.no_date", event=claim.text.rstrip("."), when=when_words(date))
    return Event((date.value if date else None) or "", Text(words, (claim.id,)), _event_status(claim))


def _event_status(claim: Claim) -> str:
    """Whether it happened, as the source tells it; an inferred date is said only of what did."""
    if claim.status in ("negated", "hypothetical"):
        return claim.status
    if claim.kind == "scheduled" or claim.status == "scheduled":
        return "scheduled"
    if claim.status == "unknown":
        return "unknown"
    return "inferred" if claim.date is not None and claim.date.basis == "inferred" else "done"


_ASKED: dict[str, Words] = {
    "negated": message("brief.asked.negated"),
    "hypothetical": message("brief.asked.hypothetical"),
    "scheduled": message("brief.asked.scheduled"),
}


def _asks(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """Who asks what; whether it was asked has a column as soon as something was not."""
    asks = [claim for claim in claims if claim.kind == "ask"]
    doubtful = any(claim.status in _ASKED for claim in asks)
    rows = tuple(
        (
            Text(said_by(study, claim.who) or ""),
            Text(said_by(study, claim.to) or "—"),
            Text(claim.text, (claim.id,)),
            *((Text(_ASKED.get(claim.status, message("brief.asked.done"))),) if doubtful else ()),
        )
        for claim in asks
    )
    if rows:
        standing = (message("brief.table.standing"),) if doubtful else ()
        columns = (message("brief.table.who"), message("brief.table.whom"), message("brief.table.what"))
        yield Table(message("brief.facts.asks"), (*columns, *standing), rows)


_STATUS: dict[tuple[str, str], Words] = {
    ("measure", "unknown"): message("brief.status.listed"),
    ("proposal", "done"): message("brief.status.put_forward"),
    ("proposal", "unknown"): message("brief.status.put_forward"),
    ("proposal", "negated"): message("brief.status.not_put_forward"),
}
_PLAIN_STATUS: dict[str, Words] = {
    "done": message("brief.status.done"),
    "scheduled": message("brief.status.scheduled"),
    "hypothetical": message("brief.status.proposed"),
    "historical": message("brief.status.historical"),
    "negated": message("brief.status.not_done"),
    "trend": message("brief.status.trend"),
    "unknown": message("brief.status.unknown"),
}


def _standing(claim: Claim) -> Words:
    """How far a measure or proposal has got, by what the source says of it."""
    return _STATUS.get((claim.kind, claim.status), _PLAIN_STATUS[claim.status])


def _steps(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    rows = [
        (
            Text(said_by(study, claim.who) or ""),
            Text(claim.text, (claim.id,)),
            Text(_standing(claim)),
        )
        for claim in claims
        if claim.kind in {"measure", "proposal"}
    ]
    if rows:
        columns = (message("brief.table.who"), message("brief.table.what"), message("brief.table.standing"))
        yield Table(message("brief.facts.steps"), columns, tuple(rows))


def _rest(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """What stands in none of the lists above."""
    rows = [
        (Text(said_by(study, claim.who) or "—"), Text(_kind(claim)), Text(claim.text, (claim.id,)))
        for claim in claims
        if claim.kind not in _LISTED
    ]
    if rows:
        columns = (message("brief.table.who"), message("brief.table.kind"), message("brief.table.what"))
        yield Table(message("brief.facts.rest"), columns, tuple(rows))


def _unshown(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """How many claims a brief with a model leaves out: no list is of their kind, no part cites them."""
    cited = {claim for _, grounds in grounded_parts(study.situation) for claim in grounds.because}
    kinds = Counter(claim.kind for claim in claims if claim.kind not in _LISTED and claim.id not in cited)
    if kinds:
        told = joined(
            (
                message("brief.facts.kind_count", kind=KIND[kind], count=number)
                for kind, number in kinds.most_common()
            ),
            "comma",
        )
        yield Paragraph((Text(message("brief.facts.unshown", n=kinds.total(), kinds=told)),))


def _kind(claim: Claim) -> Words:
    return message("brief.kind.not_said") if unsaid(claim) else KIND[claim.kind]
