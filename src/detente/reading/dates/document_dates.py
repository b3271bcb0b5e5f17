"""Dates of a document: found, reckoned, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.evidence.dates import PartialDate
from detente.reading.cjk.dates import cjk_dates
from detente.reading.cjk.scripts import CJK
from detente.reading.dates.reckoning import Reckoner
from detente.reading.english.dates import written_dates
from detente.reading.marks import Block, DateMark
from detente.reading.written_date import WrittenDate

_JOINS = re.compile(r",? ?(?:and|or|to|through|until|till|–|—|-|,)? ?(?:on )?(?:the )?")
_AROUND = 200
_HEAD = 1_200


def date_marks(
    text: str, content: Iterable[Block], published: PartialDate | None = None
) -> Iterator[DateMark]:
    """Date expressions of the content blocks; a date in the head lines serves as the document's own."""
    blocks = tuple(content)
    written = [date for block in blocks for date in _written(text, block)]
    written = _sharing_years(text, written)
    reckoner = Reckoner(text, written, published or _own_date(text, blocks, written))
    for date in written:
        meant = reckoner.date(date)
        if meant is not None:
            lone = date.month is None and date.day is None
            rule = "date-relative" if date.relative and date.relative != "season" and lone else "date-written"
            yield DateMark(date.start, date.end, text[date.start : date.end], meant, rule)


def _sharing_years(text: str, written: list[WrittenDate]) -> list[WrittenDate]:
    """ "3 March and 5 April 2027": the year said once holds for both."""
    shared = list(written)
    for number in range(len(written) - 2, -1, -1):
        date, following = shared[number], shared[number + 1]
        if date.year is not None or date.month is None or following.year is None or date.relative:
            continue
        if following.month is not None and _JOINS.fullmatch(text[date.end : following.start]):
            earlier = following.month < date.month
            shared[number] = replace(date, year=following.year - earlier)
    return shared


def _written(text: str, block: Block) -> Iterator[WrittenDate]:
    found = list(written_dates(text, block.start, block.end))
    if CJK.search(text, max(0, block.start - _AROUND), block.end + _AROUND):
        cjk = list(cjk_dates(text, block.start, block.end))
        whole = {date.start: date.end for date in cjk}
        found = [date for date in found if whole.get(date.start, 0) <= date.end]
        taken = [(date.start, date.end) for date in found]
        found += [
            date for date in cjk if not any(start < date.end and date.start < end for start, end in taken)
        ]
        found.sort(key=lambda date: date.start)
    yield from found


def _own_date(text: str, blocks: tuple[Block, ...], written: list[WrittenDate]) -> PartialDate | None:
    """The date a byline or a dateline gives: full, and near the top."""
    head = [block for block in blocks if block.kind in ("byline", "heading") and block.start < _HEAD]
    for date in written:
        if date.start >= _HEAD or date.day is None or date.year is None or date.month is None:
            continue
        in_head = any(block.start <= date.start < block.end for block in head)
        dateline = "(" not in text[date.start - 1 : date.start] and text[date.end : date.end + 4].lstrip(
            " )"
        ).startswith(("—", "–", "--", ":", "-"))
        if in_head or dateline:
            try:
                return PartialDate(f"{date.year:04}-{date.month:02}-{date.day:02}", "day")
            except ValueError:
                return None
    return None
