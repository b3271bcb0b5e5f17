"""How does a graph read as an indented list? From its starting points outward, each node told once."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from detente.exhibits import Edge, Graph, Node
from detente.messages import Say, message
from detente.present.tables import is_station, kind_words

_MOST_LINES = 200
_DEEPEST = 12


@dataclass(slots=True)
class Branch:
    """A line of the list and the lines under it; `strong` for starting points and outcomes that hold."""

    label: str
    strong: bool = False
    branches: list[Branch] = field(default_factory=list)


def outline(graph: Graph[str], say: Say) -> tuple[Branch, ...]:
    """The branches from each root: a start, else a node nothing leads to, else the first node not yet told.

    Every node stands under the shortest way to it; met again it is named and not followed. After 200
    lines the rest is counted, not listed.
    """
    teller = _Teller(graph, say)
    branches = [teller.tell(root) for root in teller.roots() if teller.open(root)]
    left = len(teller.nodes) - len(teller.told)
    return (*branches, Branch(say(message("present.more", n=left)))) if left else tuple(branches)


class _Teller:
    def __init__(self, graph: Graph[str], say: Say) -> None:
        self.say = say
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
        first = self._branch(root, _named(root, self.say))
        queue = deque([(root, first, 0)])
        while queue:
            node, branch, depth = queue.popleft()
            for edge in self.links[node.id]:
                target = self.nodes[edge.target]
                label = self._onward(edge, target)
                if not self.open(target) or depth >= _DEEPEST:
                    branch.branches.append(Branch(self.say(message("present.elsewhere", what=label))))
                    continue
                under = self._branch(target, label)
                branch.branches.append(under)
                queue.append((target, under, depth + 1))
        return first

    def _onward(self, edge: Edge[str], target: Node[str]) -> str:
        link = _linked(edge, self.say)
        return link if is_station(target) else f"{link} → {_named(target, self.say)}"

    def _branch(self, node: Node[str], label: str) -> Branch:
        self.told.add(node.id)
        self.lines += 1
        return Branch(label, node.kind in ("start", "equilibrium"))


def _named(node: Node[str], say: Say) -> str:
    kind = f" [{kind_words(node.kind, say)}]" if node.kind in ("start", "equilibrium") else ""
    return f"{node.label or node.id}{kind}" + (f" ({node.detail})" if node.detail else "")


def _linked(edge: Edge[str], say: Say) -> str:
    kind = kind_words(edge.kind, say)
    return f"{edge.label} ({kind})" if edge.label else kind
