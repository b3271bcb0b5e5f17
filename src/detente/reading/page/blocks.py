"""The parts of a page: what the author wrote, and what stands around it.

A block is a line (paragraphs here are lines; wrapped lines follow each other as blocks of one kind).
Lines that are furniture, captions or lists of headlines are marked as noise and kept: nothing is deleted,
nothing is read from them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from detente.reading.marks import Block
from detente.reading.page.furniture import BYLINE, CREDIT, FURNITURE, HEADED_LIST, MENU_WORDS
from detente.reading.page.head_dates import date_of_line
from detente.reading.page.turns import lone_label, turn_head, turn_speaker

_LINE = re.compile(r"[^\n]+")
_FINAL = (".", "!", "?", "…", "。", "！", "？", ":", "：", ";", ",", "”", "’", '"', "」", ")", "다", "—")
_FOOTNOTE = re.compile(
    r"\s{0,8}(?:\[\^?\d{1,3}\]:?|\^\d{1,3}|\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\*{1,3}(?=[A-Z]))\s?"
)
_ITEM = re.compile(r"\s{0,12}(?:[-*•·–—‣▪◦]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|[①-⑳])\s")
_LEAD = re.compile(r"(?:\s{0,12}(?:[-*•·–—‣▪◦●■>]|\(?(?:\d{1,3}|[ivx]{1,5})[.)]|[①-⑳])\s){1,3}\s*")
_NAVIGATION = re.compile(r"[^.!?\n]{1,60}(?:\s[|›»>/•·]\s?[^.!?\n|›»>/•·]{1,40}){2,30}\s?$")
_FURNITURE_LENGTH = 160
_CAPTION_LENGTH = 400
_MENU_RUN = 4
_MOST_BROKEN = 5
_WIDEST, _NARROWEST = 120, 48


def blocks(text: str) -> tuple[Block, ...]:
    """Every line that is not empty, in order, with what it is."""
    lines = paragraphs(text)
    found: list[Block] = []
    after_list_heading = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        block = _block(line, start, end, number)
        if after_list_heading and block.kind in ("content", "heading") and _headline(line):
            block = replace(block, kind="noise", rule="noise-headline-list")
        else:
            heads = block.kind == "noise" and HEADED_LIST.match(line) is not None
            after_list_heading = heads or (after_list_heading and block.kind == "noise")
        found.append(block)
    return tuple(_menus(text, _lone_labels(text, found)))


def _lone_labels(text: str, found: list[Block]) -> list[Block]:
    """The lines, those too as turns that a name in capitals alone opens, in a text that has other turns."""
    if not any(
        block.kind == "turn" and text[block.start : block.end].strip()[:3].isupper() for block in found
    ):
        return found
    return [
        replace(block, kind="turn", speaker=head.who)
        if block.kind in ("content", "heading")
        and (head := lone_label(text[block.start : block.end].strip()))
        else block
        for block in found
    ]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that are not empty; of paragraphs where the text is wrapped at a narrow width."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text) if not found.group().isspace()]
    lines = _with_quotes_whole(text, lines)
    if not _wrapped(text, lines):
        return lines
    joined = [lines[0]]
    for start, end in lines[1:]:
        first, last = joined[-1]
        if _goes_on(text, first, last, start, end):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def _with_quotes_whole(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, one that breaks inside a quotation joined with those that follow to its end."""
    joined: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        start, end = lines[number]
        last = _quotation_ends(text, lines, number) if _open_quotes(text, start, end) == 1 else number
        joined.append((start, lines[last][1]))
        number = last + 1
    return joined


def _quotation_ends(text: str, lines: list[tuple[int, int]], first: int) -> int:
    """The line on which the quotation ends that `first` leaves open; `first` where none of the next does."""
    for number in range(first + 1, min(first + _MOST_BROKEN, len(lines))):
        start, end = lines[number]
        if start != lines[number - 1][1] + 1 or not _may_go_on(text[start:end].strip()):
            return first
        if _open_quotes(text, lines[first][0], end) == 0:
            return number
    return first


def _open_quotes(text: str, start: int, end: int) -> int:
    """How many quotations are left open at the end of a stretch; -1 where its marks do not pair."""
    pairs = [text.count(a, start, end) - text.count(b, start, end) for a, b in ("“”", "«»", "「」", "『』")]
    return text.count('"', start, end) % 2 + sum(pairs) if min(pairs) >= 0 else -1


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are broken at a width: next to none is longer, and most that are followed are near it."""
    if len(lines) < 4:
        return False
    lengths = sorted(end - start for start, end in lines)
    if lengths[-1] > _WIDEST or lengths[len(lengths) * 3 // 4] < _NARROWEST:
        return False
    followed = [a for a, b in pairwise(lines) if b[0] == a[1] + 1]
    full = sum(end - start >= _NARROWEST for start, end in followed)
    return len(followed) >= 2 and full * 2 >= len(followed)


def unmarked(text: str, start: int, end: int) -> int:
    """Where the words begin after a line's list marker or quotation sign; `start` where it has none."""
    found = _LEAD.match(text, start, end)
    return found.end() if found is not None and found.end() < end else start


def _goes_on(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a wrapped paragraph goes on in the line at [start, end)."""
    if start != last + 1:
        return False
    previous = text[text.rfind("\n", first, last) + 1 if "\n" in text[first:last] else first : last]
    line = text[start:end].strip()
    if len(previous.rstrip()) < _NARROWEST * 3 // 4:
        return False
    return _may_go_on(line)


def _may_go_on(line: str) -> bool:
    """Whether a line does not begin something new by its first words."""
    return not (_ITEM.match(line) or _FOOTNOTE.match(line) or turn_head(line) or line.startswith((">", "#")))


def _block(line: str, start: int, end: int, number: int) -> Block:
    byline = len(line) <= 120 and number < 25 and _is_byline(line)
    rule = "" if byline else _noise_rule(line)
    if rule:
        return Block(start, end, "noise", rule)
    speaker = turn_speaker(line)
    if speaker:
        return Block(start, end, "turn", speaker=speaker)
    if line.startswith(">"):
        return Block(start, end, "blockquote")
    if _FOOTNOTE.match(line):
        return Block(start, end, "footnote")
    if byline:
        return Block(start, end, "byline")
    if "\t" in line:  # a row of a table: its cells are read, short as they are
        return Block(start, end)
    if line.startswith("#") or (len(line) <= 90 and not line.endswith(_FINAL) and not _ITEM.match(line)):
        return Block(start, end, "heading")
    return Block(start, end)


def _is_byline(line: str) -> bool:
    """Whether a line says who wrote and when: by its first words, or as a row of names with a full date."""
    return BYLINE.match(line) is not None or (
        _NAVIGATION.match(line) is not None and date_of_line(line) is not None
    )


def _noise_rule(line: str) -> str:
    if len(line) <= _FURNITURE_LENGTH and FURNITURE.match(line.lstrip("#*-•►▶> [")):
        words = line.split()
        if len(words) <= 14 or not line.endswith(_FINAL[:2]) or "cookie" in line.lower():
            return "noise-furniture"
    if len(line) <= 80 and _only_menu_words(line):
        return "noise-menu"
    if len(line) <= _CAPTION_LENGTH and CREDIT.search(line):
        return "noise-caption"
    if len(line) <= 240 and _NAVIGATION.match(line) and not _ITEM.match(line):
        return "noise-navigation"
    return ""


def _only_menu_words(line: str) -> bool:
    """Whether a line is nothing but the words of menus and share buttons, two or more."""
    words = re.findall(r"[^\W\d_]+", line.lower())
    return len(words) > 1 and all(word in MENU_WORDS for word in words)


def _headline(line: str) -> bool:
    return len(line) <= 140 and not line.endswith((".", "!", "。", "다", '."', ".”"))


def _menus(text: str, found: list[Block]) -> list[Block]:
    """Runs of very short lines without any punctuation are menus."""
    result = list(found)
    run: list[int] = []
    for number, block in enumerate([*found, Block(0, 0, "content")]):
        line = text[block.start : block.end].strip()
        short = block.kind in ("heading", "noise") and 0 < len(line) <= 28 and len(line.split()) <= 3
        if short and not line.startswith("#") and not _ITEM.match(line):
            run.append(number)
            continue
        if len(run) >= _MENU_RUN:
            for member in run:
                if result[member].kind != "noise":
                    result[member] = replace(result[member], kind="noise", rule="noise-menu")
        run = []
    return result
