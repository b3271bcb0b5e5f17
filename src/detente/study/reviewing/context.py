"""A passage in its surroundings, and claims that resemble one another: what a reviewer needs to see."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.claims import Claim
from detente.evidence.passages import Passage

_BOUNDARY = re.compile(r"\n|(?<=[.!?。！？])[\"'”’」』»)]{0,3}\s")
_WORD = re.compile(r"\w+")
_COMMON = 60  # a word in more claims than this says nothing about likeness
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


class Likeness:
    """Which claims share most words? Built once for a dossier, asked for any number of claims.

    Likeness is the share of common words (Jaccard); runs of Han and Kana count by pairs of letters. Claims
    are compared when they share a word few others have, so thousands take hardly longer than dozens.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._words = [_words(claim.text) for claim in claims]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                self._holders[word].append(number)

    def alike(self, claim: Claim, most: int = 5) -> tuple[Claim, ...]:
        """The other claims most like this one, best first, none that shares less than a fifth."""
        mine = _words(claim.text)
        near = {n for word in mine if len(self._holders[word]) <= _COMMON for n in self._holders[word]}
        scored = []
        for number in near:
            other, theirs = self._claims[number], self._words[number]
            score = len(mine & theirs) / max(1, len(mine | theirs))
            if other.id != claim.id and score >= 0.2:
                scored.append((-score, number, other))
        return tuple(other for _, _, other in sorted(scored, key=lambda found: found[:2])[:most])


def _words(text: str) -> frozenset[str]:
    words = set(_WORD.findall(text.lower()))
    for run in _UNSPACED.findall(text):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)
