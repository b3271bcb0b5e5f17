"""How does a graph read as an indented list? From its starting points outward, each node told once."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from detente.exhibits import Edge, Graph, Node
from detente.present.tables import KINDS, is_station

_MOST_LINES = 200
_DEEPEST = 12


@dataclass(slots=True)
class Branch:
    """A line of the list and the lines under it; `strong` for starting points and outcomes that hold."""

    label: str
    strong: bool = False
    branches: list[Branch] = field(default_factory=list)


def outline(graph: Graph[str]) -> tuple[Branch, ...]:
    """The branches from each root: a start, else a node nothing leads to, else the first node not yet told.

    Every node stands under the shortest way to it; met again it is named and not followed. After 200
    lines the rest is counted, not listed.
    """
    teller = _Teller(graph)
    branches = [teller.tell(root) for root in teller.roots() if teller.open(root)]
    left = len(teller.nodes) - len(teller.told)
    return (*branches, Branch(f"… and {left} more")) if left else tuple(branches)


class _Teller:
    def __init__(self, graph: Graph[str]) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self.links: defaultdict[str, list[Edge[str]]] = defaultdict(list)
        for edge in graph.edges:
            if edge.source in self.nodes and edge.target in self.nodes:
                self.links[edge.source].append(edge)
        self.told: set[str] = set()
        self.lines = 0

    def roots(self) -> list[Node[str]]:
        entered = {edge.target for edges in self.links.values() for edge in edges}
        return sorted(self.nodes.values(), key=lambda node: (node.kind != "start", node.id in entered))

    def open(self, node: Node[str]) -> bool:
        return node.id not in self.told and self.lines < _MOST_LINES

    def tell(self, root: Node[str]) -> Branch:
        first = self._branch(root, _named(root))
        queue = deque([(root, first, 0)])
        while queue:
            node, branch, depth = queue.popleft()
            for edge in self.links[node.id]:
                target = self.nodes[edge.target]
                label = _linked(edge) if is_station(target) else f"{_linked(edge)} → {_named(target)}"
                if not self.open(target) or depth >= _DEEPEST:
                    branch.branches.append(Branch(f"{label}, listed elsewhere"))
                    continue
                under = self._branch(target, label)
                branch.branches.append(under)
                queue.append((target, under, depth + 1))
        return first

    def _branch(self, node: Node[str], label: str) -> Branch:
        self.told.add(node.id)
        self.lines += 1
        return Branch(label, node.kind in ("start", "equilibrium"))


def _named(node: Node[str]) -> str:
    kind = f" [{KINDS[node.kind]}]" if node.kind in ("start", "equilibrium") else ""
    return f"{node.label or node.id}{kind}" + (f" ({node.detail})" if node.detail else "")


def _linked(edge: Edge[str]) -> str:
    kind = KINDS.get(edge.kind, edge.kind)
    return f"{edge.label} ({kind})" if edge.label else kind
