"""What does a figure show, for someone who hears it? Made from the exhibit itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.exhibits import Graph, Grid, Timeline
from detente.present.clean import clean, sentence
from detente.present.dates import written
from detente.present.tables import KINDS, meaning

_MOST = 8


def graph_alt(graph: Graph[str]) -> str:
    """The graph's own sentence if it has one, then how much there is and which outcomes hold."""
    own = sentence(graph.alt)
    links = f"{len(graph.edges)} link{'' if len(graph.edges) == 1 else 's'}"
    nodes = f"{len(graph.nodes)} node{'' if len(graph.nodes) == 1 else 's'}"
    starts = [node.label for node in graph.nodes if node.kind == "start"]
    holding = [node.label for node in graph.nodes if node.kind == "equilibrium"]
    said = [own, f"Graph of {nodes} and {links}."]
    said += [f"It starts from {_listed(starts)}."] if starts else []
    said += [f"Outcomes that hold: {_listed(holding)}."] if holding else []
    return " ".join(part for part in said if part)


def grid_alt(grid: Grid[str]) -> str:
    """How often each mark stands in each column."""
    said = [f"Grid of {len(grid.rows)} rows by {len(grid.columns)} columns."]
    for index, column in enumerate(grid.columns[:_MOST]):
        counts = Counter(meaning(grid, row[index]) for row in grid.cells)
        said.append(
            f"{clean(column.text)}: " + ", ".join(f"{clean(what)} {n}" for what, n in counts.items()) + "."
        )
    return " ".join(said)


def timeline_alt(timeline: Timeline[str]) -> str:
    """From when to when, and how many events of each status."""
    dates = [event.date for event in timeline.events if event.date]
    counts = Counter(event.status for event in timeline.events)
    span = f" from {written(dates[0])} to {written(dates[-1])}" if dates else ""
    return (
        f"Timeline of {len(timeline.events)} events{span}: "
        + ", ".join(f"{n} {clean(KINDS.get(status, status))}" for status, n in counts.items())
        + "."
    )


def _listed(names: Sequence[str]) -> str:
    shown = [clean(name) for name in names[:_MOST]]
    more = len(names) - len(shown)
    return "; ".join(shown) + (f" and {more} more" if more else "")
