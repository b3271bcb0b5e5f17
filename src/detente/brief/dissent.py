"""Where the sources differ: claims that contradict each other or differ in tone, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from detente.brief.names import said_by, unsaid
from detente.evidence.claims import Claim
from detente.evidence.contrasts import contrasts
from detente.exhibits import Exhibit, Table, Text
from detente.study.model import Study


def dissent(study: Study) -> Iterator[Exhibit]:
    """The table, if any claims that count differ."""
    rows = tuple(
        (
            Text("at odds" if one.kind == "contradiction" else "difference of tone"),
            *(Text(_told(study, claim), (claim.id,)) for claim in (one.first, one.second)),
        )
        for one in contrasts(claim for claim in study.dossier.claims if claim.counts)
    )
    if rows:
        yield Table("Where the sources differ", ("", "one source", "another"), rows)


def _told(study: Study, claim: Claim) -> str:
    if not claim.who:
        return claim.text
    who = said_by(study, claim.who)
    return f"told as not said by {who}: {claim.text}" if unsaid(claim) else f"{who}: {claim.text}"
