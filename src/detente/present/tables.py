"""What do a grid, a graph and a timeline say as plain tables? The words beside every figure."""

from __future__ import annotations

from dataclasses import replace

from detente.exhibits import Argument, Edge, Exhibit, Graph, Grid, Node, Paragraph, Table, Text, Timeline
from detente.present.dates import written

KINDS = {
    "start": "starting point",
    "equilibrium": "holds",
    "state": "outcome",
    "actor": "actor",
    "improvement": "improvement",
    "move": "move",
    "sanction": "sanction",
    "joint": "joint move",
    "tie": "tie",
    "done": "done",
    "scheduled": "scheduled",
    "inferred": "date inferred",
    "negated": "not done",
    "hypothetical": "hypothetical",
    "unknown": "whether done is not said",
}


def is_station(node: Node[str]) -> bool:
    """Is the node only passed on the way, with nothing of its own to say?"""
    return node.kind == "state" and node.label.strip() in ("", "·") and not node.detail


def tables(exhibit: Exhibit[str]) -> tuple[Table[str], ...]:
    """The tables that say the same as `exhibit`; none for what is words already."""
    match exhibit:
        case Table():
            return (exhibit,)
        case Grid():
            return (grid_table(exhibit),)
        case Graph():
            return graph_tables(exhibit)
        case Timeline():
            return (timeline_table(exhibit),)
        case Argument() | Paragraph():
            return ()


def meaning(grid: Grid[str], mark: str) -> str:
    """What a mark means, in the words of the legend."""
    return grid.legend.get(mark, mark)


def grid_table(grid: Grid[str]) -> Table[str]:
    """Rows under columns, each cell its mark's meaning and its words."""
    rows = tuple(
        (label, *(Text(_cell(grid, r, c)) for c in range(len(grid.columns))))
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


def _cell(grid: Grid[str], row: int, column: int) -> str:
    said = meaning(grid, grid.cells[row][column])
    words = grid.words[row][column] if grid.words else ""
    return f"{said}: {words}" if said and words else said or words


def graph_tables(graph: Graph[str]) -> tuple[Table[str], ...]:
    """The nodes, then the links; a table without rows is left out."""
    names = {node.id: node.label for node in graph.nodes}
    nodes = Table(
        graph.title,
        ("Outcome", "Kind", "Detail") if not _actors(graph) else ("Actor", "Kind", "Detail"),
        tuple(_node_row(node) for node in graph.nodes),
        note=graph.note,
    )
    links = Table(
        f"{graph.title}: links",
        ("From", "To", "By", "Kind"),
        tuple(_edge_row(edge, names) for edge in graph.edges),
    )
    return tuple(table for table in (_without_empty(nodes), links) if table.rows)


def _actors(graph: Graph[str]) -> bool:
    return bool(graph.nodes) and all(node.kind == "actor" for node in graph.nodes)


def _node_row(node: Node[str]) -> tuple[Text[str], ...]:
    return Text(node.label), Text(KINDS.get(node.kind, node.kind)), Text(node.detail)


def _edge_row(edge: Edge[str], names: dict[str, str]) -> tuple[Text[str], ...]:
    ends = (names.get(edge.source, edge.source), names.get(edge.target, edge.target))
    return Text(ends[0]), Text(ends[1]), Text(edge.label), Text(KINDS.get(edge.kind, edge.kind))


def timeline_table(timeline: Timeline[str]) -> Table[str]:
    """When, what, and whether it has happened."""
    rows = tuple(
        (Text(written(event.date) or "undated"), event.text, Text(KINDS.get(event.status, event.status)))
        for event in timeline.events
    )
    return Table(timeline.title, ("When", "What", "Status"), rows, note=timeline.note)


def _without_empty(table: Table[str]) -> Table[str]:
    """The table without a last column that says nothing."""
    if any(row[-1].text for row in table.rows):
        return table
    return replace(table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in table.rows))


def cut(table: Table[str], limit: int) -> tuple[Table[str], str]:
    """The first `limit` rows, and a sentence that says so; the sentence is empty when nothing was cut."""
    count = len(table.rows)
    if count <= limit:
        return table, ""
    return replace(table, rows=table.rows[:limit]), f"The first {limit} of {count} rows are shown."
