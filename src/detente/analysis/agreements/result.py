"""What `agreements` returns: every answer about one negotiation, with the ways out of it (HOUSE §6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.as_json import as_json
from detente.analysis.agreements.exhibits import exhibits
from detente.analysis.agreements.wording import sentences
from detente.analysis.protocol import KeyJudgement, Result
from detente.exhibits import Exhibit, Paragraph

_TOLD_FIRST = 2  # the room for agreement and what every package contains; the rest belongs to the annex


@dataclass(frozen=True, slots=True)
class AgreementResult(AgreementAnswers, Result):
    """Answers about one negotiation, stamped."""

    def records(self) -> Iterator[Mapping[str, object]]:
        """Tidy rows: one per party and issue of the proposal."""
        for account in self.accounts:
            for line in account.lines:
                yield {
                    "party": account.party,
                    "signs": account.signs,
                    "issue": line.issue,
                    "level": line.level,
                    "side": line.side,
                    "points": line.points,
                    "against_parking": line.against_parking,
                }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What can be agreed, what is set aside, who gives and gets what, who blocks, what demands cost."""
        return exhibits(self)

    def judgements(self) -> tuple[KeyJudgement, ...]:
        """What can be signed, what is settled, set aside or in trade; or who blocks."""
        verdict = "unknown" if self.packages is None else self.packages
        return tuple(
            KeyJudgement(
                "agreed" if place < _TOLD_FIRST else "offered", "", verdict, says, witness=self.offer
            )
            for place, says in enumerate(sentences(self))
        )

    def annex(self) -> tuple[Exhibit, ...]:
        """The answer in sentences, then the exhibits (the first of which repeats the sentences)."""
        return (Paragraph(sentences(self), bullets=True), *self.exhibits()[1:])

    def as_json(self) -> dict[str, object]:
        """The answers as plain values (FILES §4)."""
        return as_json(self)
