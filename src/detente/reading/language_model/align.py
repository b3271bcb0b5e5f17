"""Where exactly does a document say what a model claims to quote? Found to the letter, or not at all.

Quotation marks, spaces and compatibility forms (NFKC) are folded before comparing, because models change
them; nothing else is. There is no likeness and no threshold: "5%" must not pass for "6%", nor for "15%".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.evidence.source_map import Mapped, identity, normalised, substitute

_DOUBLE = "“”„‟«»〝〞＂「」『』"
_SINGLE = "‘’‚‛′`´‹›＇"
_MARKS = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_SPACES = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_OUTER = "\"' \t\n"
_UNSPACED = re.compile(
    r"[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff66-\uff9f]"
)  # words not parted by spaces
_UNIT = re.compile(
    r"[.,:]\d|\s?(?:[%％‰]|per\s?cent|thousand|million|billion|trillion|bn\b|퍼센트|천|만|억|조|千|万|萬|億|亿|兆)"
)


@dataclass(frozen=True, slots=True)
class Aligner:
    """One document, folded once; `find` answers for any number of quotes."""

    text: str
    folded: Mapped

    def find(self, quote: str) -> tuple[tuple[int, int], ...]:
        """Every `(start, end)` of the text that reads as the quote does; empty where none does.

        A quote in marks of its own is looked for without them too. A stretch that cuts a word or a number
        (so that it would say something else) does not count.
        """
        wanted = fold(quote).text.strip(" ")
        found = self._every(wanted)
        bare = wanted.strip(_OUTER)
        return found if found or bare == wanted else self._every(bare)

    def _every(self, wanted: str) -> tuple[tuple[int, int], ...]:
        spans: list[tuple[int, int]] = []
        if not wanted:
            return ()
        at = self.folded.text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if self.folded.offsets.whole(at, end):
                span = self.folded.offsets.to_source(at, end)
                if not cuts(self.text, *span):
                    spans.append(span)
            at = self.folded.text.find(wanted, at + 1)
        return tuple(spans)


def aligner(text: str) -> Aligner:
    """The aligner for one document's text."""
    return Aligner(text, fold(text))


def fold(text: str) -> Mapped:
    """The text with quotation marks, spaces and compatibility forms made alike, mapped to what it was."""
    return (
        identity(text)
        .then(lambda t: substitute(t, _MARKS, lambda mark: '"' if mark in _DOUBLE else "'"))
        .then(lambda t: normalised(t, "NFKC"))
        .then(lambda t: substitute(t, _SPACES, _one_space))
    )


def _one_space(run: str) -> str:
    return " " if _INVISIBLE.sub("", run) else ""


def cuts(text: str, start: int, end: int) -> bool:
    """Does the span begin or end inside a word or a number, or part a number from its sign or unit?"""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if _inside_word(before, first) or _inside_word(last, after):
        return True
    if first.isdigit() and re.search(
        r"\d[.,:]\Z|(?:\A|[^\w\s])[-−–]\Z|\s[-−]\Z", text[max(0, start - 2) : start]
    ):
        return True
    return last.isdigit() and _UNIT.match(text, end) is not None


def _inside_word(one: str, other: str) -> bool:
    if not (one and other and one.isalnum() and other.isalnum()):
        return False
    return not (_UNSPACED.match(one) or _UNSPACED.match(other))
