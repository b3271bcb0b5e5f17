"""Adds up what the signs weigh: who speaks a quotation, how sure that is, and whether it is speech.

Both are logistic models over named signs, fitted by `tools/fit_reading.py` on the gold texts
(docs/reference/reading.md says how well they do on texts they have not seen). The weights are tables one
can read: `speaker_weights.py` and `quote_weights.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from detente.reading.context import Speaker
from detente.reading.quotations.candidates import Standing
from detente.reading.quotations.speaker_weights import WEIGHTS as SPEAKERS
from detente.reading.quotations.speech_weights import WEIGHTS as KINDS

_ALL_BUT_SURE = 0.8
_LIKELY = 0.6
_RULES = (
    ("tail beside saying", "speaker-tail"),
    ("aside", "speaker-aside"),
    ("told in the body", "speaker-told-in-body"),
    ("clause", "speaker-of-clause"),
    ("tail", "speaker-of-tail"),
    ("inverted", "speaker-after-verb"),
    ("signed", "speaker-signed"),
    ("agent", "speaker-agent"),
    ("owner", "speaker-owner"),
    ("owner of subject", "speaker-owner"),
    ("document", "speaker-document"),
    ("referred", "speaker-referred"),
    ("last", "speaker-last"),
    ("before 0", "speaker-above"),
    ("before 1", "speaker-above"),
    ("above", "speaker-above"),
    ("turn", "speaker-turn"),
    ("only speaker", "speaker-single"),
)


@dataclass(frozen=True, slots=True)
class Shares:
    """The probability of every candidate by name ("" is nobody), in the order they were found."""

    found: Standing
    of: Mapping[str, float]

    def likeliest(self) -> str:
        """The name of the likeliest candidate, nobody included."""
        return max(self.of, key=self.of.__getitem__)

    def signs(self, name: str) -> frozenset[str]:
        """The signs of a candidate."""
        return frozenset(self.found.people[name][1])

    def speaker(self, *, speech: bool) -> Speaker | None:
        """Who speaks, with his probability as confidence; nobody only when that is all but sure: words are
        somebody's, and a doubtful name can be put right where a missing one is overlooked."""
        best = self.likeliest()
        named = [name for name in self.of if name]
        owners = [name for name in named if "owner" in self.found.people[name][1]]
        if not speech and owners and "nobody unowned" not in self.found.people[""][1]:
            best = max(owners, key=self.of.__getitem__)  # "its “Two Ports” policy"
        if not best and named and self.of[best] < (_ALL_BUT_SURE if speech else _LIKELY):
            best = max(named, key=self.of.__getitem__)
        speaker, signs = self.found.people[best]
        if speaker is None:
            return None
        rule = speaker.rule if "rule" in signs and speaker.rule else _rule_of(signs)
        return replace(speaker, rule=rule, confidence=round(self.of[best], 3))


def weigh_speakers(found: Standing) -> Shares:
    """How likely each candidate speaks the quotation."""
    totals = {name: _sum(signs, SPEAKERS) for name, (_, signs) in found.people.items()}
    most = max(totals.values())
    odds = {name: math.exp(total - most) for name, total in totals.items()}
    every = math.fsum(odds.values())
    return Shares(found, {name: share / every for name, share in odds.items()})


def speech_probability(signs: Iterable[str]) -> float:
    """How likely a quotation with these signs holds somebody's words."""
    return 1.0 / (1.0 + math.exp(-KINDS["always"] - _sum(signs, KINDS)))


def _sum(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights.get(sign, 0.0) for sign in signs)


def _rule_of(signs: set[str]) -> str:
    return next((name for sign, name in _RULES if sign in signs), "speaker-named")
