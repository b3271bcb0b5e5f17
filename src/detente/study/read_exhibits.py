"""A reading for people: what was found, by which rule, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.documents import Document
from detente.exhibits import Paragraph, Section, Table, Text
from detente.messages import message
from detente.reading.marks import Reading

_SHORT = 90
_MOST = 40


def reading_section(file: str, document: Document, reading: Reading) -> Section:
    """What the rules found in one document; the claims are proposals until somebody decides."""
    counts = message(
        "study.read.counts",
        quotations=message("study.read.quotations.count", n=len(reading.quotes)),
        dates=message("study.read.dates.count", n=len(reading.dates)),
        actors=message("study.read.actors.count", n=len(reading.actors)),
        claims=message("study.read.claims.count", n=len(reading.claims)),
        lines=message("study.read.aside.count", n=len(reading.non_content)),
    )
    quotes = [(_short(q.text), q.kind, q.speaker or "—", q.rule) for q in reading.quotes]
    dates = [(d.text, str(d.date), d.date.basis) for d in reading.dates]
    actors = [(a.name, a.kind, a.country or "—", str(len(a.mentions))) for a in reading.actors]
    claims = [(_short(c.text), c.kind, ", ".join(c.who) or "—", c.origin) for c in reading.claims]
    tables = (
        _table("quotations", ("words", "kind", "speaker", "rule"), quotes),
        _table("dates", ("written", "means", "basis"), dates),
        _table("actors", ("name", "kind", "country", "mentions"), actors),
        _table("claims", ("claim", "kind", "who", "rule"), claims),
    )
    shown = tuple(table for table in tables if table.rows)
    return Section(document.title or file, (Paragraph((Text(counts),)), *shown))


def _table(what: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    more = len(rows) - _MOST
    note = Text(message("study.read.more", count=more)) if more > 0 else None
    heads = tuple(message(f"study.read.column.{column}") for column in columns)
    shown = tuple(tuple(map(Text, row)) for row in rows[:_MOST])
    return Table(message(f"study.read.{what}.title"), heads, shown, note=note)


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
