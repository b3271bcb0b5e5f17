"""Dated rows of a table: each tells an event, and one for a day to come a scheduled event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from detente.evidence.dates import PartialDate
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.dates.claim_dates import row_date
from detente.reading.marks import DateMark

Span = tuple[int, int]

_CELL = re.compile(r"[^\t\n]+")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def row_claims(
    context: Context, dates: Sequence[DateMark], published: PartialDate | None
) -> Iterator[tuple[Proposed, Span]]:
    """The events that rows with a cell for the day and one for what happens tell."""
    day = published.bounds()[1] if published is not None else None
    starts = [mark.start for mark in dates]
    for block in context.blocks:
        inside = dates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        when = row_date(context, block, inside) if inside and block.kind == "content" else None
        told = _told(context, block.start, block.end, inside) if when is not None else None
        if when is None or told is None:
            continue
        first = when.bounds()[0]
        ahead = day is not None and first is not None and first > day
        who = context.cast.names(
            mention for mention in context.named(*told) if mention.form not in ("seat", "demonym")
        )
        yield (
            Proposed(
                *told, "scheduled" if ahead else "event", "table-row", 0.7, who[:2], (),
                "scheduled" if ahead else ("done" if day is not None else "unknown"), when,
            ),
            (block.start, block.end),
        )  # fmt: skip


def _told(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> Span | None:
    """The longest cell of words without the day."""
    best: Span | None = None
    starts = [mark.start for mark in dates]
    for cell in _CELL.finditer(context.text, start, end):
        words = cell.group().strip()
        dated = bisect_left(starts, cell.start()) < bisect_left(starts, cell.end())
        if dated or len(_WORDS.findall(words)) < 2:
            continue
        first = cell.start() + len(cell.group()) - len(cell.group().lstrip())
        if best is None or len(words) > best[1] - best[0]:
            best = first, first + len(words)
    return best
