"""Which nodes and links of a graph are drawn when not all can be?"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from detente.exhibits import Edge, Graph, Node
from detente.messages import Say, message

MOST_NODES = 40
MOST_LINKS = 90
_FAR = 1_000_000


def distances(graph: Graph[str]) -> dict[str, int]:
    """Links from the nearest starting point (else the first node) to each node; unreached ones are far."""
    steps, _ = _search(graph)
    return {node.id: steps.get(node.id, _FAR) for node in graph.nodes}


def selected(graph: Graph[str], say: Say) -> tuple[Graph[str], str]:
    """The graph to draw (each id once, no link to nowhere or to itself), and a sentence on what was cut.

    When cut, starting points come first, then outcomes that hold with the shortest ways to them, then
    whatever is nearest.
    """
    nodes = tuple({node.id: node for node in graph.nodes}.values())
    sound = replace(graph, nodes=nodes, edges=_within(graph.edges, {node.id for node in nodes}))
    kept = _kept(sound)
    edges = _within(sound.edges, kept)[:MOST_LINKS]
    drawn = replace(sound, nodes=tuple(node for node in nodes if node.id in kept), edges=edges)
    return drawn, _said(drawn, sound, say)


def _said(drawn: Graph[str], whole: Graph[str], say: Say) -> str:
    if len(drawn.nodes) == len(whole.nodes) and len(drawn.edges) == len(whole.edges):
        return ""
    return say(
        message(
            "present.drawn.graph",
            nodes=len(drawn.nodes),
            all_nodes=len(whole.nodes),
            links=len(drawn.edges),
            all_links=len(whole.edges),
        )
    )


def _within(edges: tuple[Edge[str], ...], ids: set[str]) -> tuple[Edge[str], ...]:
    return tuple(
        edge for edge in edges if edge.source in ids and edge.target in ids and edge.source != edge.target
    )


def _kept(graph: Graph[str]) -> set[str]:
    if len(graph.nodes) <= MOST_NODES:
        return {node.id for node in graph.nodes}
    steps, parents = _search(graph)
    by_distance = sorted(graph.nodes, key=lambda node: steps.get(node.id, _FAR))
    kept: dict[str, None] = {}
    for node in sorted(by_distance, key=_importance):
        way = _way(node.id, parents) if node.kind == "equilibrium" else [node.id]
        missing = [name for name in way if name not in kept]
        if len(kept) + len(missing) <= MOST_NODES:
            kept.update(dict.fromkeys(missing))
    return set(kept)


def _importance(node: Node[str]) -> int:
    return {"start": 0, "equilibrium": 1}.get(node.kind, 2)


def _way(node: str, parents: Mapping[str, str]) -> list[str]:
    way = [node]
    while way[-1] in parents:
        way.append(parents[way[-1]])
    return way[::-1]


def _search(graph: Graph[str]) -> tuple[dict[str, int], dict[str, str]]:
    """Breadth first from the starting points: distance and predecessor of each node reached."""
    onward: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for edge in graph.edges:
        if edge.source in onward and edge.target in onward:
            onward[edge.source].append(edge.target)
    starts = [node.id for node in graph.nodes if node.kind == "start"] or [
        node.id for node in graph.nodes[:1]
    ]
    steps, parents, queue = dict.fromkeys(starts, 0), {}, deque(starts)
    while queue:
        here = queue.popleft()
        for there in onward[here]:
            if there not in steps:
                steps[there], parents[there] = steps[here] + 1, here
                queue.append(there)
    return steps, parents
