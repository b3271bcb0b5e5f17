"""Single quotation marks told apart from apostrophes.

An opening mark stands before a word and after a space, a bracket or another mark. Every later mark in the
same paragraph and at the same depth that no letter follows may close it: after punctuation or before
punctuation it does; after an s and before a space it may be a plural possessive ("the ministers’
silence"), and then the better close further on is preferred.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_SINGLE = re.compile(r"[‘’'‚]")
_BREAK = re.compile(r"\n(?=[ \t]{0,40}(?:\n|[‘“\"]))|\n(?<=[.!?’”]\n)")
_ELISIONS = re.compile(
    r"(?:\d0s|em|tis|twas|til|till|cause|n|bout|round|nuff|neath|cos|ere)(?![^\W_])", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"([A-Za-z-]{1,12}) \Z")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "so-called", "this", "that’s"})
_TERM_WORDS = 4
_LONGEST = 5_000

Span = tuple[int, int]
Pair = tuple[int, int, int, int]


def single_pairs(text: str, doubles: list[Span]) -> list[Pair]:
    """Pairs of single marks, given the (outer) spans of the double ones they must not cross."""
    marks = [found.start() for found in _SINGLE.finditer(text)]
    if not marks:
        return []
    breaks = [found.start() for found in _BREAK.finditer(text)]
    depths = _depths(marks, doubles)
    pairs: list[Pair] = []
    position = 0
    while position < len(marks):
        at = marks[position]
        if not _opens(text, at):
            position += 1
            continue
        close = _close(text, marks, depths, position, _limit(breaks, at, len(text)))
        if close is None:
            position += 1
            continue
        pairs.append((at + 1, marks[close], at, marks[close] + 1))
        position = close + 1
    return pairs


def _depths(marks: list[int], doubles: list[Span]) -> list[int]:
    """For each mark the start of the innermost double quotation around it, or -1."""
    ordered = sorted(doubles)
    around: list[int] = []
    stack: list[Span] = []
    following = 0
    for mark in marks:
        while following < len(ordered) and ordered[following][0] < mark:
            stack.append(ordered[following])
            following += 1
        while stack and stack[-1][1] <= mark:
            stack.pop()
        # A pair further down may have ended too, when marks cross in a careless text.
        around.append(stack[-1][0] if stack else -1)
    return around


def _limit(breaks: list[int], at: int, length: int) -> int:
    following = bisect_right(breaks, at)
    paragraph = breaks[following] if following < len(breaks) else length
    return min(paragraph, at + _LONGEST)


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or after.isspace() or after in ".,;:!?)]’":
        return False
    if text[at] in "‘‚":
        return not (before.isalnum() and not _ideographic(before)) and not _ELISIONS.match(text, at + 1)
    if before and not (before.isspace() or before in '([{—–-“"«「『/' or _ideographic(before)):
        return False
    if text[at] == "’":  # a typo for ‘ only at a very plain place; else an elision: ’90s, ’em
        return False
    return not _ELISIONS.match(text, at + 1)


def _close(text: str, marks: list[int], depths: list[int], opened: int, limit: int) -> int | None:
    """The mark that closes the one opened, or None: it was an apostrophe."""
    weak: int | None = None
    straight = text[marks[opened]] == "'"
    for number in range(opened + 1, len(marks)):
        at = marks[number]
        if at >= limit:
            break
        if depths[number] != depths[opened]:
            if depths[number] < depths[opened]:
                break
            continue
        if text[at] in "‘‚" or (straight and _opens(text, at) and weak is not None):
            if _opens(text, at):
                break
            continue
        if straight and text[at] == "’":
            continue
        strength = _closing(text, at)
        if strength == "sure":
            if weak is not None and _term_like(text, marks[opened], marks[weak]):
                return weak
            return number
        if strength == "maybe" and weak is None:
            weak = number
    return weak


def _closing(text: str, at: int) -> str:
    """Whether the mark closes: "sure", "maybe" (a plural possessive looks the same), or "no"."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isspace():
        return "no"
    if after.isalnum():
        return "sure" if _ideographic(before) or _ideographic(after) else "no"
    if before in "sS" and (after.isspace() and _word_follows(text, at + 1)):
        return "maybe"
    return "sure"


def _word_follows(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isalnum()


def _term_like(text: str, start: int, end: int) -> bool:
    """Whether [start, end) looks like a quoted term: few words right after an article or its like."""
    before = _WORD_BEFORE.search(text, max(0, start - 14), start)
    lead = before.group(1).lower() if before else ""
    return text[start + 1 : end].count(" ") < _TERM_WORDS and lead in _ARTICLES


def _ideographic(character: str) -> bool:
    return (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7a3"
    )
