"""A passage in its surroundings, and claims that resemble one another: what a reviewer needs to see."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier
from detente.evidence.passages import Passage

_BOUNDARY = re.compile(r"\n|(?<=[.!?。！？])[\"'”’」』»)]{0,3}\s")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text before, of and after a passage; `cut_before` and `cut_after` say that the document goes on."""

    before: str
    text: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def surroundings(text: str | None, passage: Passage, reach: int = 240) -> Surroundings:
    """What stands around a passage, up to `reach` code points on each side, cut at sentences where it can be.

    Without the text, or where it no longer reads so, the passage's own words alone.
    """
    if text is None or not passage.holds(text):
        return Surroundings("", passage.text, "")
    low, high = max(0, passage.start - reach), min(len(text), passage.end + reach)
    before, after = text[low : passage.start], text[passage.end : high]
    if low > 0 and (first := _BOUNDARY.search(before)):
        low += first.end()
    if high < len(text):
        last = [match.end() for match in _BOUNDARY.finditer(after)]
        high = passage.end + last[-1] if last else high
    return Surroundings(
        text[low : passage.start], passage.text, text[passage.end : high], low > 0, high < len(text)
    )


def alike(dossier: Dossier, claim: Claim, most: int = 5) -> tuple[Claim, ...]:
    """Which other claims share most words with this one, to be merged? Best first, none below 1/5.

    Likeness is the share of common words (Jaccard); runs of Han and Kana count by pairs of letters.
    """
    mine = _words(claim.text)
    scored = []
    for number, other in enumerate(dossier.claims):
        if other.id != claim.id:
            theirs = _words(other.text)
            score = len(mine & theirs) / max(1, len(mine | theirs))
            if score >= 0.2:
                scored.append((-score, number, other))
    return tuple(other for _, _, other in sorted(scored)[:most])


def _words(text: str) -> frozenset[str]:
    words = set(_WORD.findall(text.lower()))
    for run in _UNSPACED.findall(text):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)
