"""What does a figure show, for someone who hears it? Made from the exhibit itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.exhibits import Graph, Grid, Timeline
from detente.messages import Date, Joined, Say, Words, joined, message
from detente.present.clean import clean, sentence
from detente.present.tables import kind_words, meaning

_MOST = 8


def graph_alt(graph: Graph[str], say: Say) -> str:
    """The graph's own sentence if it has one, then how much there is and which outcomes hold."""
    nodes = message("present.alt.nodes", n=len(graph.nodes))
    links = message("present.alt.links", n=len(graph.edges))
    starts = [node.label for node in graph.nodes if node.kind == "start"]
    holding = [node.label for node in graph.nodes if node.kind == "equilibrium"]
    said = [sentence(graph.alt), say(message("present.alt.graph", nodes=nodes, links=links))]
    said += [say(message("present.alt.starts", states=_listed(starts)))] if starts else []
    said += [say(message("present.alt.holding", states=_listed(holding)))] if holding else []
    return " ".join(part for part in said if part)


def grid_alt(grid: Grid[str], say: Say) -> str:
    """How often each mark stands in each column."""
    said = [say(message("present.alt.grid", rows=len(grid.rows), columns=len(grid.columns)))]
    for index, column in enumerate(grid.columns[:_MOST]):
        counts = Counter(meaning(grid, row[index]) for row in grid.cells)
        said.append(say(message("present.alt.column", column=clean(column.text), counts=_counted(counts))))
    return " ".join(said)


def timeline_alt(timeline: Timeline[str], say: Say) -> str:
    """From when to when, and how many events of each status."""
    dates = [event.date for event in timeline.events if event.date]
    counts = Counter(kind_words(event.status, say) for event in timeline.events)
    counted = joined(
        (message("present.alt.status", what=clean(what), count=n) for what, n in counts.items()), "comma"
    )
    many = len(timeline.events)
    if not dates:
        return say(message("present.alt.timeline.undated", events=many, counts=counted))
    first, last = Date(dates[0]), Date(dates[-1])
    return say(message("present.alt.timeline", events=many, first=first, last=last, counts=counted))


def _counted(counts: Mapping[str, int]) -> Joined:
    return joined(
        (message("present.alt.count", what=clean(what), count=n) for what, n in counts.items()), "comma"
    )


def _listed(names: Sequence[str]) -> Words:
    shown = joined((clean(name) for name in names[:_MOST]), "semicolon")
    more = len(names) - _MOST
    return message("present.alt.and_more", shown=shown, n=more) if more > 0 else shown
