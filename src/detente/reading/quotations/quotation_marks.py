"""Quotations by their marks: curly, straight, British, guillemets, corner brackets; nested, over
paragraphs.

First the double marks are paired, then the single ones, because only these can be apostrophes. Both work
inside one paragraph; a double mark left open goes on when the next paragraph opens with the mark again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.marks import QuoteSpan
from detente.reading.quotations.single_marks import single_pairs

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
"〝": "〞〟", "``": "''",
            '"': '"', "＂": "＂", "”": "”", "‹": "›", "《": ""}  # fmt: skip
_MARKS = re.compile(r"[“”„«»「」『』﹁﹂﹃﹄〝〞〟\"＂‹›]|``|''|\n")
_OPENS_AGAIN = re.compile(r"\s{0,200}[“\"«„]")
_LONGEST = 20_000

Pair = tuple[int, int, int, int]
"""start and end of the inner text, start and end with the marks."""


def quotations(text: str) -> tuple[QuoteSpan, ...]:
    """Every quotation of the text, outermost first, each with its depth of nesting."""
    doubles = list(_double_pairs(text))
    singles = single_pairs(text, [(pair[2], pair[3]) for pair, _ in doubles])
    reopened = {pair[2] for pair, again in doubles if again}
    pairs = sorted([pair for pair, _ in doubles] + singles, key=lambda pair: (pair[2], -pair[3]))
    found: list[QuoteSpan] = []
    open_ends: list[int] = []
    for start, end, outer_start, outer_end in pairs:
        start, end = _stripped(text, start, end)
        if not any(character.isalnum() for character in text[start:end]):
            continue
        while open_ends and open_ends[-1] <= outer_start:
            open_ends.pop()
        found.append(QuoteSpan(start, end, outer_start, outer_end, len(open_ends), outer_start in reopened))
        open_ends.append(outer_end)
    return tuple(found)


def _double_pairs(text: str) -> Iterator[tuple[Pair, bool]]:
    """Pairs of double marks with whether they go on from the paragraph before."""
    stack: list[tuple[str, int, int]] = []
    again = False
    for found in _MARKS.finditer(text):
        mark = found.group()
        if mark == "\n":
            if not stack:
                continue
            if _runs_on(text, found.start(), stack[0]):
                continue
            opener, start, inner = stack[0]
            again_next = _OPENS_AGAIN.match(text, found.end()) is not None and opener in '“"«„'
            if again_next and found.start() > inner:
                yield (inner, found.start(), start, found.start()), again
            stack.clear()
            again = again_next
            continue
        if stack and _closes(text, found, stack[-1][0]):
            opener, start, inner = stack.pop()
            yield (inner, found.start(), start, found.end()), again
            if not stack:
                again = False
        elif _opens(text, found, stack):
            if stack and mark == stack[-1][0] and mark in '“"„':
                stack.pop()  # the one before was never closed
            stack.append((mark, found.start(), found.end()))


def _runs_on(text: str, line_end: int, opened: tuple[str, int, int]) -> bool:
    """Whether an open quotation goes on in the next line: a wrapped line, not a new paragraph."""
    if line_end - opened[1] > _LONGEST or line_end + 1 >= len(text):
        return False
    following = text[line_end + 1 : line_end + 60].lstrip(" \t>")
    if not following or following[0] in "\n“„«" or text[line_end - 1 : line_end] == "\n":
        return False
    return not (
        following[0] == '"' and opened[0] == '"' and following[1:2].isalnum() and _spaced(text, line_end)
    )


def _spaced(text: str, line_end: int) -> bool:
    """Whether the line before ends like a paragraph: with a full stop or its like."""
    return text[max(0, line_end - 1) : line_end] in ".!?…"


def _closes(text: str, found: re.Match[str], opener: str) -> bool:
    mark, before = found.group(), text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    if mark in _CLOSERS[opener]:
        if mark == "“":  # German: it closes „ only at the end of a word
            return not before.isspace()
        if mark != '"':
            return True
        return not (before.isspace() and after.isalnum() and before != "")
    if mark == '"' and opener in "“„":  # typed carelessly: “ … "
        return not before.isspace() and not after.isalnum() and not _proper_close(text, found.end())
    return mark == "”" and opener == '"' and not before.isspace()


def _proper_close(text: str, at: int) -> bool:
    """Whether a curly closing mark follows before the next opening one or the end of the line."""
    for character in text[at : at + 600]:
        if character == "”":
            return True
        if character in "“\n":
            return False
    return False


def _opens(text: str, found: re.Match[str], stack: list[tuple[str, int, int]]) -> bool:
    mark = found.group()
    before, after = (
        text[found.start() - 1 : found.start()] if found.start() else "",
        text[found.end() : found.end() + 1],
    )
    if mark in "“„«「『﹁﹃〝":
        return True
    if mark == "‹" or mark == "``":
        return True
    if mark == "»":
        return (not before or before.isspace()) and after.isalnum()
    if mark in '"＂':
        if not after or after.isspace():
            return False
        return (
            not before
            or not (before.isalnum() or before in ".,!?;")
            or _ideographic(before)
            or _ideographic(after)
        )
    return mark == "”" and not stack and (not before or before.isspace()) and after.isalnum()


def _ideographic(character: str) -> bool:
    return (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7a3"
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
