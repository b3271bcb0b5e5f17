"""A reading for people: what was found, by which rule, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.documents import Document
from detente.exhibits import Paragraph, Section, Table, Text
from detente.reading.marks import Reading
from detente.situation.english import counted

_SHORT = 90
_MOST = 40


def reading_section(file: str, document: Document, reading: Reading) -> Section:
    """What the rules found in one document; the claims are proposals until somebody decides."""
    aside = len(reading.non_content)
    counts = (
        f"{counted(len(reading.quotes), 'quotation')}, {counted(len(reading.dates), 'date')}, "
        f"{counted(len(reading.actors), 'actor')}, {counted(len(reading.claims), 'claim')} proposed, "
        f"{counted(aside, 'line')} that {'is' if aside == 1 else 'are'} no content"
    )
    quotes = [(_short(q.text), q.kind, q.speaker or "—", q.rule) for q in reading.quotes]
    dates = [(d.text, str(d.date), d.date.basis) for d in reading.dates]
    actors = [(a.name, a.kind, a.country or "—", str(len(a.mentions))) for a in reading.actors]
    claims = [(_short(c.text), c.kind, ", ".join(c.who) or "—", c.origin) for c in reading.claims]
    tables = (
        _table("Quotations", ("words", "kind", "speaker", "rule"), quotes),
        _table("Dates", ("written", "means", "basis"), dates),
        _table("Actors", ("name", "kind", "country", "mentions"), actors),
        _table("Claims proposed", ("claim", "kind", "who", "rule"), claims),
    )
    shown = tuple(table for table in tables if table.rows)
    return Section(document.title or file, (Paragraph((Text(counts),)), *shown))


def _table(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    more = len(rows) - _MOST
    note = Text(f"and {more} more (all of them with --json)") if more > 0 else None
    return Table(title, columns, tuple(tuple(map(Text, row)) for row in rows[:_MOST]), note=note)


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
