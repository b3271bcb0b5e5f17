"""Korean lines: was the line broken between two words, or inside one?

Korean puts spaces between words, but a line may end after any syllable, and print shows no hyphen. What
tells: a file that keeps the space at the end of its lines; a syllable at a line's beginning that can only end
a word; the same word written whole elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LAST = re.compile(r"[\uac00-\ud7a3]+\Z")
_FIRST = re.compile(r"[\uac00-\ud7a3]+")
_ONLY_ENDS = re.compile(
    r"(?:을|를|은|는|에|에게|에서|에는|의|으로|까지|부터|께서|이라고|라고|다|했다|됐다|한다|된다)(?![\uac00-\ud7a3])"
)
"""Particles and endings that are no words of their own ("이", "가", "과", "로" may be)."""
_ENOUGH = 3


def keeps_spaces(lines: Iterable[tuple[str, bool]]) -> bool:
    """Do lines that end in Hangul keep the space after their last word, so that none means none?

    `lines` are texts, each with whether space follows it.
    """
    ends = [spaced for text, spaced in lines if _HANGUL.match(text[-1:])]
    return sum(ends) >= max(_ENOUGH, len(ends) // 4)


class KoreanLines:
    """Tells whether a word goes on over a line's end. `words` counts the document's words; `spaced` says that
    the file shows a space at a line's end where there was one."""

    def __init__(self, words: Mapping[str, int], *, spaced: bool) -> None:
        self.spaced = spaced
        self.words = words
        self.ordered = sorted(word for word in words if _HANGUL.match(word))

    def one_word(self, above: str, below: str) -> bool:
        """Do the end of one line, which no space follows, and the beginning of the next make one word?"""
        last, first = _LAST.search(above), _FIRST.match(below)
        if last is None or first is None:
            return False
        return self.spaced or _ONLY_ENDS.match(below) is not None or self._written(last[0], first[0])

    def _written(self, last: str, first: str) -> bool:
        """Whether the document has the two as one word elsewhere, and the first not as a word of its own."""
        whole = last + first
        at = bisect_left(self.ordered, whole)
        return self.words.get(last, 0) < 2 and at < len(self.ordered) and self.ordered[at].startswith(whole)
