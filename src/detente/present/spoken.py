"""What does an exhibit say in a language? The same exhibit with every word a plain string.

The one place where words become strings on the way to paper: presenters draw what comes out of here, and say
their own words (headings, legends) with the same `Say`.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.exhibits import (
    Argument,
    Edge,
    Event,
    Exhibit,
    Graph,
    Grid,
    Node,
    Note,
    Paragraph,
    Report,
    Section,
    Step,
    Table,
    Text,
    Timeline,
)
from detente.messages import Say, Words


def spoken(exhibit: Exhibit, say: Say) -> Exhibit[str]:
    """The exhibit in words of a language."""
    match exhibit:
        case Table():
            return spoken_table(exhibit, say)
        case Grid():
            return _grid(exhibit, say)
        case Graph():
            return _graph(exhibit, say)
        case Timeline():
            events = tuple(Event(one.date, _text(one.text, say), one.status) for one in exhibit.events)
            return Timeline(say(exhibit.title), events, _note(exhibit.note, say))
        case Argument():
            return Argument(say(exhibit.title), _text(exhibit.verdict, say), _steps(exhibit.steps, say))
        case Paragraph():
            return Paragraph(_texts(exhibit.sentences, say), exhibit.bullets)


def spoken_table(table: Table, say: Say) -> Table[str]:
    """The table in words of a language."""
    rows = tuple(_texts(row, say) for row in table.rows)
    return Table(say(table.title), _all(table.columns, say), rows, table.numeric, _note(table.note, say))


def spoken_section(section: Section, say: Say) -> Section[str]:
    """The section in words of a language."""
    return Section(say(section.title), tuple(spoken(block, say) for block in section.blocks))


def spoken_report(report: Report, say: Say) -> Report[str]:
    """The report in words of a language."""
    return Report(
        title=say(report.title),
        subtitle=say(report.subtitle),
        as_of=report.as_of,
        bottom_line=_texts(report.bottom_line, say),
        sections=tuple(spoken_section(section, say) for section in report.sections),
        notes={
            key: Note(note.id, say(note.text), _all(note.sources, say)) for key, note in report.notes.items()
        },
        colophon=_all(report.colophon, say),
        language=report.language,
    )


def _all(words: Iterable[Words], say: Say) -> tuple[str, ...]:
    return tuple(say(one) for one in words)


def _text(text: Text, say: Say) -> Text[str]:
    return Text(say(text.text), text.claims, text.assumed)


def _texts(texts: Iterable[Text], say: Say) -> tuple[Text[str], ...]:
    return tuple(_text(text, say) for text in texts)


def _note(note: Text | None, say: Say) -> Text[str] | None:
    return None if note is None else _text(note, say)


def _steps(steps: Iterable[Step], say: Say) -> tuple[Step[str], ...]:
    return tuple(Step(_text(step.text, say), _steps(step.steps, say)) for step in steps)


def _grid(grid: Grid, say: Say) -> Grid[str]:
    return Grid(
        say(grid.title),
        _texts(grid.rows, say),
        _texts(grid.columns, say),
        grid.cells,
        {mark: say(meaning) for mark, meaning in grid.legend.items()},
        tuple(_all(row, say) for row in grid.words),
        _note(grid.note, say),
    )


def _graph(graph: Graph, say: Say) -> Graph[str]:
    nodes = tuple(
        Node(node.id, say(node.label), node.kind, say(node.detail), say(node.group)) for node in graph.nodes
    )
    edges: tuple[Edge[str], ...] = tuple(
        Edge(edge.source, edge.target, say(edge.label), edge.kind) for edge in graph.edges
    )
    return Graph(say(graph.title), nodes, edges, say(graph.alt), _note(graph.note, say))
