"""A graph as SVG: boxes in layers by their distance from the start, links with their labels, a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.exhibits import Edge, Graph, Node
from detente.messages import Say
from detente.present.clean import clean
from detente.present.figures.alt import graph_alt
from detente.present.figures.figure import Figure
from detente.present.figures.layers import Box, Layout, Link, Point, arrange
from detente.present.figures.legend import link_legend
from detente.present.figures.select import distances, selected
from detente.present.figures.style import link_style, node_style
from detente.present.figures.svg import SOFT, document, element, label, path
from detente.present.measure import pixels, wrap
from detente.present.tables import is_station

_PAD = 14.0
_PAGE = 880.0  # the width of a page's text column in pixels
_TALL = 1150.0
_ARROW = 9.0


@dataclass(frozen=True, slots=True)
class _Card:
    """A node's words broken into lines, and the room they take."""

    node: Node[str]
    tag: str
    title: tuple[str, ...]
    detail: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """A layout turned the way it is read, in pixels; `turned` runs from left to right."""

    width: float
    height: float
    centres: tuple[Point, ...]
    routes: tuple[tuple[Point, ...], ...]
    labels: tuple[Point, ...]
    turned: bool


def draw_graph(graph: Graph[str], number: int, say: Say) -> Figure:
    """The graph as figure `number`; its most telling part if it is too large, and a remark that says so."""
    drawn, remark = selected(graph, say)
    cards = [_card(node, say) for node in drawn.nodes]
    words = [
        wrap(clean(edge.label), 140, _small, lines=8) if clean(edge.label) else () for edge in drawn.edges
    ]
    plan = _plan(drawn, cards, words)
    legend, legend_height = link_legend((edge.kind for edge in drawn.edges), plan.width, say)
    width, height = plan.width + 2 * _PAD, plan.height + 2 * _PAD
    body = [
        *(_link(edge, route, plan.turned) for edge, route in zip(drawn.edges, plan.routes, strict=True)),
        *(_box(card, centre) for card, centre in zip(cards, plan.centres, strict=True)),
        *(
            _tag(edge, lines, at)
            for edge, lines, at in zip(drawn.edges, words, plan.labels, strict=True)
            if lines
        ),
    ]
    parts = [element("g", *body, transform=f"translate({_PAD:.0f} {_PAD:.0f})")]
    if legend:
        parts.append(element("g", *legend, transform=f"translate({_PAD:.0f} {height - 4:.0f})"))
    alt = graph_alt(graph, say)
    height += legend_height
    svg = document(number, width, height, graph.title, alt, parts)
    return Figure(number, svg, alt, width, height, (remark,) if remark else ())


def _small(text: str) -> float:
    return pixels(text, 11)


def _bold(text: str) -> float:
    return pixels(text, 13) * 1.07


def _card(node: Node[str], say: Say) -> _Card:
    if is_station(node):
        return _Card(node, "", (), (), 13.0, 13.0)
    style = node_style(node.kind)
    tag = " · ".join(part for part in (clean(say(style.tag)), clean(node.group)) if part).upper()
    tag = wrap(tag, 168, lambda text: pixels(text, 9.5) * 1.12, lines=1)[0]
    title = wrap(clean(node.label) or clean(node.id), 168, _bold, lines=4)
    detail = wrap(clean(node.detail), 168, _small, lines=4) if clean(node.detail) else ()
    width = max(
        [_bold(line) for line in title] + [_small(line) for line in detail] + [pixels(tag, 9.5) * 1.12, 64]
    )
    height = 18 + (14 if tag else 0) + 16.6 * len(title) + (2 + 14.1 * len(detail) if detail else 0)
    return _Card(node, tag, title, detail, width + 24, height)


def _label_box(lines: Sequence[str]) -> tuple[float, float]:
    return (max(_small(line) for line in lines) + 8, 14.1 * len(lines) + 4) if lines else (10.0, 0.0)


def _plan(graph: Graph[str], cards: Sequence[_Card], words: Sequence[Sequence[str]]) -> _Plan:
    """Downwards or to the right, whichever keeps the letters larger on a page."""
    plans = [_turned(graph, cards, words, turned=turned) for turned in (False, True)]
    return max(plans, key=_legibility)


def _legibility(plan: _Plan) -> float:
    return min(1.0, _PAGE / plan.width, _TALL / plan.height) - 0.05 * (plan.width * plan.height) / (
        _PAGE * _TALL
    )


def _turned(
    graph: Graph[str], cards: Sequence[_Card], words: Sequence[Sequence[str]], *, turned: bool
) -> _Plan:
    index = {node.id: position for position, node in enumerate(graph.nodes)}
    linked = sorted({index[end] for edge in graph.edges for end in (edge.source, edge.target)})
    place = {position: slot for slot, position in enumerate(linked)}
    far = distances(graph)
    layout = arrange(
        [_laid(cards[position].width, cards[position].height, turned) for position in linked],
        [
            Link(place[index[edge.source]], place[index[edge.target]], _laid(*_label_box(lines), turned))
            for edge, lines in zip(graph.edges, words, strict=True)
        ],
        [far[graph.nodes[position].id] for position in linked],
        gap=16.0 if turned else 22.0,
    )
    return _with_loners(_read(layout, turned), cards, linked)


def _laid(width: float, height: float, turned: bool) -> Box:
    return Box(height, width) if turned else Box(width, height)


def _read(layout: Layout, turned: bool) -> _Plan:
    def swap(point: Point) -> Point:
        return point[::-1] if turned else point

    width, height = swap((layout.along, layout.across))
    return _Plan(
        width,
        height,
        tuple(swap(point) for point in layout.centres),
        tuple(tuple(swap(point) for point in route) for route in layout.routes),
        tuple(swap(point) for point in layout.labels),
        turned,
    )


def _with_loners(plan: _Plan, cards: Sequence[_Card], linked: Sequence[int]) -> _Plan:
    """The plan with the boxes nothing leads to or from set in rows below."""
    centres = dict(zip(linked, plan.centres, strict=True))
    room = max(plan.width, min(_PAGE, sum(card.width + 20 for card in cards)))
    x, y, row = 0.0, plan.height + (30.0 if linked else 0.0), 0.0
    width = plan.width
    for position, card in enumerate(cards):
        if position in centres:
            continue
        if x and x + card.width > room:
            x, y, row = 0.0, y + row + 20, 0.0
        centres[position] = (x + card.width / 2, y + card.height / 2)
        x, row, width = x + card.width + 20, max(row, card.height), max(width, x + card.width)
    height = max(plan.height, y + row)
    ordered = tuple(centres[position] for position in range(len(cards)))
    return _Plan(width, height, ordered, plan.routes, plan.labels, plan.turned)


def _box(card: _Card, centre: Point) -> str:
    style = node_style(card.node.kind)
    if not card.title:
        return element(
            "circle", cx=centre[0], cy=centre[1], r=6.5, fill="#ffffff", stroke=SOFT, stroke_width=1.6
        )
    x, y = centre[0] - card.width / 2, centre[1] - card.height / 2
    frame: dict[str, str | float] = {"rx": style.round_, "stroke": style.border, "stroke_width": style.width}
    outer = element("rect", x=x, y=y, width=card.width, height=card.height, fill=style.ground, **frame)
    inner = element(
        "rect", x=x + 3, y=y + 3, width=card.width - 6, height=card.height - 6, fill="none",
        rx=max(style.round_ - 2, 1), stroke=style.border, stroke_width=0.7,
    ) if style.double else ""  # fmt: skip
    left, line = (x + 12, y + 11.5) if card.tag or card.detail else (centre[0], y + 11.5)
    anchor = "start" if card.tag or card.detail else "middle"
    parts = [outer, inner]
    if card.tag:
        line += 9
        parts.append(label([card.tag], left, line, size=9.5, fill=style.soft, letter_spacing=0.9))
        line += 4
    line += 11.5
    parts.append(label(card.title, left, line, fill=style.ink, font_weight=700, text_anchor=anchor))
    line += 16.6 * len(card.title) + 1
    parts.append(label(card.detail, left, line, size=11, fill=style.soft))
    return element("g", *parts)


def _link(edge: Edge[str], route: Sequence[Point], turned: bool) -> str:
    style = link_style(edge.kind)
    points = list(route)
    head = ""
    if style.arrow:
        points[-1], head = _arrow(points, turned, style.colour, style.width)
    dashes = {"stroke_dasharray": style.dashes} if style.dashes else {}
    line = path(_curve(points, turned), stroke=style.colour, stroke_width=style.width, **dashes)
    return element("g", line, head)


def _curve(points: Sequence[Point], turned: bool) -> str:
    """Through all points, leaving and entering each across the layers."""
    steps = [f"M{_at(points[0])}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        if (y0 == y1) if turned else (x0 == x1):
            steps.append(f"L{_at((x1, y1))}")
        elif turned:
            middle = (x0 + x1) / 2
            steps.append(f"C{_at((middle, y0))} {_at((middle, y1))} {_at((x1, y1))}")
        else:
            middle = (y0 + y1) / 2
            steps.append(f"C{_at((x0, middle))} {_at((x1, middle))} {_at((x1, y1))}")
    return "".join(steps)


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _arrow(points: Sequence[Point], turned: bool, colour: str, width: float) -> tuple[Point, str]:
    """Where the line ends, and the head beyond it."""
    (x0, y0), (x, y) = points[-2], points[-1]
    wing = 3.2 + width / 2
    if turned:
        sign = 1 if x > x0 else -1
        foot = (x - sign * _ARROW, y)
        corners = ((x, y), (foot[0], y - wing), (foot[0], y + wing))
    else:
        sign = 1 if y > y0 else -1
        foot = (x, y - sign * _ARROW)
        corners = ((x, y), (x - wing, foot[1]), (x + wing, foot[1]))
    return foot, element("path", d=f"M{' L'.join(_at(corner) for corner in corners)}Z", fill=colour)


def _tag(edge: Edge[str], lines: Sequence[str], at: Point) -> str:
    width, height = _label_box(lines)
    ground = element(
        "rect", x=at[0] - width / 2, y=at[1] - height / 2, width=width, height=height, rx=2, fill="#ffffff"
    )
    first = at[1] - height / 2 + 12.5
    colour = link_style(edge.kind).colour
    return ground + label(lines, at[0], first, size=11, text_anchor="middle", fill=colour)
