"""What happened and what is scheduled, with sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.brief.dissent import dissent
from detente.brief.names import said_by, unsaid
from detente.evidence.claims import Claim
from detente.exhibits import Event, Exhibit, Paragraph, Table, Text, Timeline
from detente.situation.english import counted, listed
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
    first = Text(
        f"The dossier holds {counted(len(claims), 'claim')} from {counted(len(documents), 'source')}: "
        f"{_proposed(claims)}; {accepted} {'is' if accepted == 1 else 'are'} accepted in review."
        f"{_left_out(claims)}"
    )
    interests = [Text(f"{one}: {one.interest}") for one in documents if one.interest]
    yield Paragraph((first,))
    if interests:
        yield Paragraph(tuple(interests), bullets=True)
    unchecked = _unchecked(study)
    if unchecked:
        yield Paragraph(unchecked)


def _proposed(claims: Sequence[Claim]) -> str:
    """Who put the claims forward: the rules, language models by name, people. Single rules are `review`'s."""
    proposers = Counter(_proposer(claim.origin) for claim in claims)
    by_hand = proposers.pop("people", 0)
    if not proposers:
        return "all were written by hand"
    told = listed(f"{who} ({count})" for who, count in proposers.items())
    return f"proposed by {told}" + (f", {by_hand} written by hand" if by_hand else "")


def _proposer(origin: str) -> str:
    kind, _, name = origin.partition(":")
    return {"human": "people", "rule": "rules"}.get(kind, name or kind)


def _left_out(claims: Sequence[Claim]) -> str:
    waiting = sum(map(_waiting, claims))
    if not waiting:
        return ""
    return f" {waiting} proposed by machine {'is' if waiting == 1 else 'are'} not decided on, and left out."


def _unchecked(study: Study) -> tuple[Text, ...]:
    """Which quotations nobody could hold against their document, because it is not in the study."""
    quoted = {
        place.document for claim in study.dossier.claims for place in claim.attestations if place.passage
    }
    names = [str(study.dossier.document(name)) for name in study.unchecked if name in quoted]
    if not names:
        return ()
    if study.originals:
        return (Text(f"Quotations are given as recorded in the dossier: {study.originals}"),)
    original = "its original" if len(names) == 1 else "their originals"
    lacks = "which is not in this study" if len(names) == 1 else "which are not in this study"
    return (Text(f"Quotations of {listed(names)} could not be checked against {original}, {lacks}."),)


def _cited(study: Study) -> set[str]:
    return {name for claim in study.dossier.claims for name in claim.documents}


def _timeline(claims: Sequence[Claim]) -> Iterator[Exhibit]:
    happened = [_event(claim) for claim in claims if claim.kind in _EVENTS]
    # One sentence may be an event and a commitment: on the calendar it is one entry, unless one is denied.
    single: dict[tuple[str, str, bool], Event[str]] = {}
    for event in happened:
        single.setdefault((event.date, event.text.text, event.status == "negated"), event)
    events = sorted(single.values(), key=lambda event: (not event.date, event.date))
    if events:
        yield Timeline("Events and calendar", tuple(events))


def _event(claim: Claim) -> Event[str]:
    """An event with its date as far as the sources give one; undated ones stand last."""
    date = claim.date
    words = claim.text
    if date is not None and not date.value:
        words = f"{words.rstrip('.')} (no date given; {date})."
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


_ASKED = {"negated": "not asked", "hypothetical": "not asked so far", "scheduled": "to be asked"}


def _asks(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """Who asks what; whether it was asked has a column as soon as something was not."""
    asks = [claim for claim in claims if claim.kind == "ask"]
    doubtful = any(claim.status in _ASKED for claim in asks)
    rows = tuple(
        (
            Text(said_by(study, claim.who)),
            Text(said_by(study, claim.to) or "—"),
            Text(claim.text, (claim.id,)),
            *((Text(_ASKED.get(claim.status, "asked")),) if doubtful else ()),
        )
        for claim in asks
    )
    if rows:
        standing = ("standing in the source",) if doubtful else ()
        yield Table("Who asks what of whom", ("who", "of whom", "what", *standing), rows)


_STATUS = {
    ("measure", "unknown"): "listed; whether done or proposed is not said",
    ("measure", "done"): "done",
    ("proposal", "done"): "put forward",
    ("proposal", "unknown"): "put forward",
    ("proposal", "negated"): "not put forward",
}


def _standing(claim: Claim) -> str:
    """How far a measure or proposal has got, by what the source says of it."""
    plain = {"hypothetical": "proposed", "negated": "not done"}.get(claim.status, claim.status)
    return _STATUS.get((claim.kind, claim.status), plain)


def _steps(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    rows = [
        (
            Text(said_by(study, claim.who)),
            Text(claim.text, (claim.id,)),
            Text(_standing(claim)),
        )
        for claim in claims
        if claim.kind in {"measure", "proposal"}
    ]
    if rows:
        yield Table("Measures and proposals", ("who", "what", "standing in the source"), tuple(rows))


def _rest(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """What stands in none of the lists above."""
    rows = [
        (Text(said_by(study, claim.who) or "—"), Text(_kind(claim)), Text(claim.text, (claim.id,)))
        for claim in claims
        if claim.kind not in _LISTED
    ]
    if rows:
        yield Table("What else the documents say", ("who", "kind", "what"), tuple(rows))


def _unshown(study: Study, claims: Sequence[Claim]) -> Iterator[Exhibit]:
    """How many claims a brief with a model leaves out: no list is of their kind, no part cites them."""
    cited = {claim for _, grounds in grounded_parts(study.situation) for claim in grounds.because}
    kinds = Counter(claim.kind for claim in claims if claim.kind not in _LISTED and claim.id not in cited)
    if kinds:
        count = kinds.total()
        told = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
        yield Paragraph(
            (
                Text(
                    f"{counted(count, 'claim')} more that count{'s' if count == 1 else ''} "
                    f"{'is' if count == 1 else 'are'} not shown here, because no part of the situation cites "
                    f"{'it' if count == 1 else 'them'} ({told})."
                ),
            )
        )


def _kind(claim: Claim) -> str:
    return "quote, told as not said" if unsaid(claim) else claim.kind
