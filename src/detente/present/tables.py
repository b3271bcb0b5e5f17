"""What do a grid, a graph and a timeline say as plain tables? The words beside every figure."""

from __future__ import annotations

from dataclasses import replace

from detente.exhibits import (
    Argument,
    Edge,
    Event,
    Exhibit,
    Graph,
    Grid,
    Node,
    Paragraph,
    Table,
    Text,
    Timeline,
)
from detente.messages import Date, Message, Say, message

_NODES = frozenset({"start", "equilibrium", "state", "actor"})
_EDGES = frozenset({"improvement", "move", "sanction", "joint", "tie"})
_STATUSES = frozenset({"done", "scheduled", "inferred", "negated", "hypothetical", "unknown"})
KINDS = _NODES | _EDGES | _STATUSES
"""The kinds of nodes and links and the statuses of events that have words."""


def kind_words(kind: str, say: Say) -> str:
    """A kind or status in words; one of an author's own stands for itself."""
    return say(message(f"present.kind.{kind}")) if kind in KINDS else kind


def is_station(node: Node[str]) -> bool:
    """Is the node only passed on the way, with nothing of its own to say?"""
    return node.kind == "state" and node.label.strip() in ("", "·") and not node.detail


def tables(exhibit: Exhibit[str], say: Say) -> tuple[Table[str], ...]:
    """The tables that say the same as `exhibit`; none for what is words already."""
    match exhibit:
        case Table():
            return (exhibit,)
        case Grid():
            return (grid_table(exhibit, say),)
        case Graph():
            return graph_tables(exhibit, say)
        case Timeline():
            return (timeline_table(exhibit, say),)
        case Argument() | Paragraph():
            return ()


def meaning(grid: Grid[str], mark: str) -> str:
    """What a mark means, in the words of the legend."""
    return grid.legend.get(mark, mark)


def grid_table(grid: Grid[str], say: Say) -> Table[str]:
    """Rows under columns, each cell its mark's meaning and its words."""
    rows = tuple(
        (label, *(Text(_cell(grid, r, c, say)) for c in range(len(grid.columns))))
        for r, label in enumerate(grid.rows)
    )
    return Table(grid.title, tuple(head.text for head in heads(grid)), rows, note=grid.note)


def heads(exhibit: Exhibit[str]) -> tuple[Text[str], ...]:
    """The column heads of a table or grid with their grounds; none for the others."""
    match exhibit:
        case Table():
            return tuple(Text(column) for column in exhibit.columns)
        case Grid():
            return (Text(""), *exhibit.columns)
        case _:
            return ()


def _cell(grid: Grid[str], row: int, column: int, say: Say) -> str:
    said = meaning(grid, grid.cells[row][column])
    words = grid.words[row][column] if grid.words else ""
    return say(message("present.cell", said=said, words=words)) if said and words else said or words


def graph_tables(graph: Graph[str], say: Say) -> tuple[Table[str], ...]:
    """The nodes, then the links; a table without rows is left out."""
    names = {node.id: node.label for node in graph.nodes}
    nodes = Table(
        graph.title,
        (
            say(_first_column(graph)),
            say(message("present.column.kind")),
            say(message("present.column.detail")),
        ),
        tuple(_node_row(node, say) for node in graph.nodes),
        note=graph.note,
    )
    links = Table(
        say(message("present.links", title=graph.title)),
        (
            say(message("present.column.source")),
            say(message("present.column.target")),
            say(message("present.column.by")),
            say(message("present.column.kind")),
        ),
        tuple(_edge_row(edge, names, say) for edge in graph.edges),
    )
    return tuple(table for table in (_without_empty(nodes), links) if table.rows)


def _first_column(graph: Graph[str]) -> Message:
    actors = bool(graph.nodes) and all(node.kind == "actor" for node in graph.nodes)
    return message("present.column.actor") if actors else message("present.column.outcome")


def _node_row(node: Node[str], say: Say) -> tuple[Text[str], ...]:
    return Text(node.label), Text(kind_words(node.kind, say)), Text(node.detail)


def _edge_row(edge: Edge[str], names: dict[str, str], say: Say) -> tuple[Text[str], ...]:
    ends = (names.get(edge.source, edge.source), names.get(edge.target, edge.target))
    return Text(ends[0]), Text(ends[1]), Text(edge.label), Text(kind_words(edge.kind, say))


def timeline_table(timeline: Timeline[str], say: Say) -> Table[str]:
    """When, what, and whether it has happened."""
    rows = tuple(
        (Text(_when(event, say)), event.text, Text(kind_words(event.status, say)))
        for event in timeline.events
    )
    columns = (
        say(message("present.column.when")),
        say(message("present.column.what")),
        say(message("present.column.status")),
    )
    return Table(timeline.title, columns, rows, note=timeline.note)


def _when(event: Event[str], say: Say) -> str:
    return say(Date(event.date)) if event.date else say(message("present.undated"))


def _without_empty(table: Table[str]) -> Table[str]:
    """The table without a last column that says nothing."""
    if any(row[-1].text for row in table.rows):
        return table
    return replace(table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in table.rows))


def cut(table: Table[str], limit: int, say: Say) -> tuple[Table[str], str]:
    """The first `limit` rows, and a sentence that says so; the sentence is empty when nothing was cut."""
    count = len(table.rows)
    if count <= limit:
        return table, ""
    return replace(table, rows=table.rows[:limit]), say(message("present.cut", shown=limit, n=count))
