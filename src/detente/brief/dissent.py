"""Where the sources differ: claims that contradict each other or differ in tone, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from detente.brief.names import said_by, unsaid
from detente.evidence.claims import Claim
from detente.evidence.contrasts import contrasts
from detente.exhibits import Exhibit, Table, Text
from detente.messages import Words, message
from detente.study.model import Study

_CONTRAST = (message("brief.dissent.tone"), message("brief.dissent.at_odds"))


def dissent(study: Study) -> Iterator[Exhibit]:
    """The table, if any claims that count differ."""
    rows = tuple(
        (
            Text(_CONTRAST[one.kind == "contradiction"]),
            *(Text(_told(study, claim), (claim.id,)) for claim in (one.first, one.second)),
        )
        for one in contrasts(claim for claim in study.dossier.claims if claim.counts)
    )
    if rows:
        columns = ("", message("brief.dissent.one"), message("brief.dissent.another"))
        yield Table(message("brief.dissent.title"), columns, rows)


def _told(study: Study, claim: Claim) -> Words:
    who = said_by(study, claim.who)
    if who is None:
        return claim.text
    if unsaid(claim):
        return message("brief.dissent.not_said_by", who=who, claim=claim.text)
    return message("brief.dissent.said_by", who=who, claim=claim.text)
