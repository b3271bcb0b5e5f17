"""Figures: labels that never overlap, words for those who do not see them, and honesty about what was cut."""

import random
import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.exhibits import Edge, Event, Graph, Grid, Node, Report, Text, Timeline
from detente.languages import speaker
from detente.messages import Date
from detente.present.dates import positions, span
from detente.present.figures import Figure, draw
from detente.present.figures.layers import Box, Link, arrange
from detente.present.figures.marks import mark_styles
from detente.present.figures.packing import placed
from detente.present.figures.scale import Scale
from detente.present.figures.select import MOST_NODES, selected
from detente.present.pages.markdown import compose

EN = speaker("en")

SVG = "{http://www.w3.org/2000/svg}"


def _graph(nodes: int, links: int, seed: int = 0) -> Graph:
    chance = random.Random(seed)
    kinds = ["start", *(chance.choice(["state", "state", "equilibrium"]) for _ in range(nodes - 1))]
    edges = [Edge(f"s{chance.randrange(n)}", f"s{n}", f"mover {n}", "improvement") for n in range(1, nodes)]
    while nodes > 1 and len(edges) < links:
        a, b = chance.sample(range(nodes), 2)
        edges.append(Edge(f"s{a}", f"s{b}", chance.choice(["x", "", "a longer label"]), "move"))
    return Graph("g", tuple(Node(f"s{n}", f"state {n}", kind) for n, kind in enumerate(kinds)), tuple(edges))


def _drawn(exhibit: Graph | Grid | Timeline) -> Figure:
    figure = draw(exhibit, 1, EN)
    assert figure is not None
    return figure


def _words(figure: Figure) -> str:
    return " ".join("".join(text.itertext()) for text in ET.fromstring(figure.svg).iter(f"{SVG}text"))


Sizes = st.builds(Box, st.floats(20, 200), st.floats(20, 90))


@given(st.data())
def test_boxes_and_labels_never_overlap(data: st.DataObject) -> None:
    boxes = data.draw(st.lists(Sizes, min_size=2, max_size=9))
    pairs = list(combinations(range(len(boxes)), 2))
    ends = data.draw(st.lists(st.sampled_from(pairs), max_size=14))
    links = [Link(a, b, data.draw(Sizes)) for a, b in ends]
    layout = arrange(
        boxes, links, data.draw(st.lists(st.integers(0, 4), min_size=len(boxes), max_size=len(boxes)))
    )
    rooms = [
        *zip(layout.centres, boxes, strict=True),
        *zip(layout.labels, (x.label for x in links), strict=True),
    ]
    for ((x1, y1), one), ((x2, y2), two) in combinations(rooms, 2):
        beside = abs(x1 - x2) >= (one.along + two.along) / 2 - 1e-6
        below = abs(y1 - y2) >= (one.across + two.across) / 2 - 1e-6
        assert beside or below
    for (x, y), box in rooms:
        assert box.along / 2 - 1e-6 <= x <= layout.along - box.along / 2 + 1e-6
        assert box.across / 2 - 1e-6 <= y <= layout.across - box.across / 2 + 1e-6


def test_links_run_from_source_to_target() -> None:
    boxes = [Box(50, 30)] * 3
    layout = arrange(boxes, [Link(0, 1, Box(10, 10)), Link(2, 0, Box(10, 10))], [0, 1, 2])
    for link, route in zip((Link(0, 1, boxes[0]), Link(2, 0, boxes[0])), layout.routes, strict=True):
        for end, point in ((link.source, route[0]), (link.target, route[-1])):
            assert abs(abs(point[1] - layout.centres[end][1]) - 15) < 1e-6
            assert abs(point[0] - layout.centres[end][0]) <= 25


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 90)), min_size=1, max_size=12))
def test_packing_keeps_order_and_gap_and_its_centre_of_wishes(wanted: list[tuple[float, float]]) -> None:
    wishes, widths = zip(*wanted, strict=True)
    at = placed(wishes, widths, [1.0] * len(wishes), 5.0)
    for (a, wide), (b, other) in pairwise(zip(at, widths, strict=True)):
        assert b - a >= (wide + other) / 2 + 5.0 - 1e-6
    assert abs(sum(at) - sum(wishes)) < 1e-5  # the least-squares optimum moves pools about their mean


def test_packing_leaves_wishes_alone_that_do_not_collide() -> None:
    assert placed([0.0, 100.0, 300.0], [10.0] * 3, [1.0] * 3, 5.0) == (0.0, 100.0, 300.0)


@pytest.mark.parametrize("nodes", [1, 3, 12, 40])
def test_every_node_and_label_is_in_the_figure(nodes: int) -> None:
    graph = _graph(nodes, nodes + nodes // 3)
    words = _words(_drawn(graph))
    assert all(node.label in words for node in graph.nodes)
    assert all(edge.label in words for edge in graph.edges)


def test_a_large_graph_is_cut_keeps_what_matters_and_says_so() -> None:
    figure = _drawn(_graph(300, 500))
    assert figure.remarks[0].startswith("Drawn: 40 of 300 nodes")
    drawn, _ = selected(_graph(300, 500), EN)
    assert len(drawn.nodes) <= MOST_NODES and drawn.nodes[0].kind == "start"
    reached = {edge.target for edge in drawn.edges}
    assert all(node.id in reached for node in drawn.nodes if node.kind == "equilibrium")


def test_links_to_nowhere_and_to_themselves_are_left_out() -> None:
    graph = Graph(
        "g", (Node("a", "A"), Node("a", "A again"), Node("b", "B")), (Edge("a", "a"), Edge("a", "z"))
    )
    assert _drawn(graph).svg.count("<path") == 0


def test_figures_are_well_formed_and_say_what_they_show(korea_china: Report, hostile: Report) -> None:
    for report in (korea_china, hostile):
        for figure in compose(report, say=EN).figures:
            root = ET.fromstring(figure.svg)
            names = {child.get("id") for child in root if child.tag in (f"{SVG}title", f"{SVG}desc")}
            assert set((root.get("aria-labelledby") or "").split()) == names and root.get("role") == "img"
            assert not any(
                "script" in element.tag or "href" in str(element.attrib) for element in root.iter()
            )
            assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_alt_text_names_starts_and_what_holds(korea_china: Report) -> None:
    timeline, grid, graph = compose(korea_china, say=EN).figures
    assert "only the one that starts with China" in graph.alt and "It starts from Today." in graph.alt
    assert "Freeze for relief; Big deal" in graph.alt
    assert "China: wants it 5, is against it 1." in grid.alt
    assert (
        timeline.alt
        == "Timeline of 6 events from June 2025 to April 2026: 3 done, 1 date inferred, 2 scheduled."
    )


def test_a_figure_draws_the_same_bytes_each_time() -> None:
    assert _drawn(_graph(40, 60)).svg == _drawn(_graph(40, 60)).svg


def test_grid_marks_are_told_apart_by_sign_not_only_by_colour() -> None:
    styles = mark_styles(["yes", "no", "open", "partial", "x1", "x2", "x3"])
    assert len({style.sign for style in styles.values()}) == len(styles)


def test_a_wide_grid_is_cut_and_says_so() -> None:
    names = tuple(Text(f"a{n}") for n in range(30))
    grid = Grid("g", names * 2, names, (("yes",) * 30,) * 60, {"yes": "wants it"})
    assert _drawn(grid).remarks == ("Drawn: 40 of 60 rows and 14 of 30 columns.",)


def test_nothing_to_draw_is_no_figure() -> None:
    assert draw(Graph("g", (), ()), 1, EN) is None
    assert draw(Grid("g", (), (), (), {}), 1, EN) is None
    assert draw(Timeline("t", (Event("2026", Text("x")), Event("", Text("y")))), 1, EN) is None


def test_the_line_draws_what_did_not_happen_as_a_cross() -> None:
    events = tuple(Event(f"2026-0{n}", Text(f"e{n}"), status) for n, status in enumerate(_STATUSES, start=1))
    root = ET.fromstring(_drawn(Timeline("t", events)).svg)
    strokes = [path.get("d") or "" for path in root.iter(f"{SVG}path")]
    assert sum(d.count("M") == 2 and path_is_cross(d) for d in strokes) == 2  # on the line and in the legend
    said = "".join(root.itertext())
    assert "not done" in said and "whether done is not said" in said


def path_is_cross(d: str) -> bool:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = [
        (float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)
    ]
    return (x1, x2) == (x3, x4) and (y1, y2) == (y4, y3) and y1 != y2


_STATUSES = ("done", "scheduled", "inferred", "negated", "hypothetical", "unknown")


def test_timeline_labels_do_not_overlap() -> None:
    events = tuple(
        Event(f"2026-{m:02}-{d:02}", Text(f"event {m}.{d} of some length"))
        for m in (1, 2, 5)
        for d in (3, 20)
    )
    root = ET.fromstring(_drawn(Timeline("t", events)).svg)
    bold = [text[0] for text in root.iter(f"{SVG}text") if text.get("font-weight") == "700"]
    assert len(bold) == 6
    for one, two in combinations(bold, 2):
        apart = abs(float(one.get("y", 0)) - float(two.get("y", 0))) >= 60
        assert apart or abs(float(one.get("x", 0)) - float(two.get("x", 0))) > 100


def test_events_close_together_share_a_label_and_long_gaps_are_broken() -> None:
    days = [Event(f"2026-01-{d:02}", Text("a meeting between the two sides")) for d in range(1, 31)]
    last = Event("2026-04", Text("a summit"), "scheduled")
    figure = _drawn(Timeline("t", (Event("1994", Text("long ago")), *days, last)))
    assert re.search(r"\d+ events: a meeting", _words(figure))
    assert figure.remarks == ("Where the line is broken, time is cut short.",)
    assert figure.svg.count("<circle") >= 32


def test_a_scale_is_linear_but_where_it_is_broken() -> None:
    scale = Scale.of([2020.0, 2020.5, 2021.0, 2026.0, 2026.25], 0.0, 600.0)
    assert len(scale.breaks) == 1 and scale.at(2020.0) == 0.0 and scale.at(2026.25) == pytest.approx(600.0)
    month = scale.at(2020.5) / 6
    assert scale.at(2021.0) == pytest.approx(12 * month)
    assert scale.at(2026.25) - scale.at(2026.0) == pytest.approx(3 * month)
    assert not any(scale.at(2021.0) < x < scale.at(2026.0) for x, _ in scale.ticks(EN))
    assert all(b - a >= 58 for (a, _), (b, _) in pairwise(scale.ticks(EN)))
    assert Scale.of([2026.0, 2026.0], 5.0, 600.0).at(2026.0) == 5.0


def test_a_tall_grid_comes_in_sheets_for_paper() -> None:
    rows = tuple(Text(f"wish number {n}") for n in range(40))
    figure = _drawn(Grid("g", rows, (Text("A"),), (("yes",),) * 40, {"yes": "wants it"}))
    assert len(figure.sheets) == 2
    assert all(height <= 1000 for _, _, height in figure.sheets)
    assert all(sum(f"wish number {n}<" in svg for svg, _, _ in figure.sheets) == 1 for n in range(40))


def test_a_station_without_words_is_a_dot() -> None:
    graph = Graph(
        "g", (Node("a", "A", "start"), Node("b", "·"), Node("c", "C")), (Edge("a", "b"), Edge("b", "c"))
    )
    assert _drawn(graph).svg.count("<circle") == 1


def test_dates_are_written_for_readers() -> None:
    dates = ("2026-01-05", "2026-04", "2026", "2026-04?", "2025-11-01/2026-01-05", "2026-13", "soon", "")
    assert [EN(Date(date)) for date in dates] == [
        "5 January 2026", "April 2026", "2026", "about April 2026", "1 November 2025 – 5 January 2026",
        "2026-13", "soon", "",
    ]  # fmt: skip


def test_partial_dates_keep_the_order_of_the_events() -> None:
    spans = [within for date in ("2025-12", "2026-01", "2026-01-05", "2026") if (within := span(date))]
    at = positions(spans)
    assert at == sorted(at) and len(set(at)) == 4


def test_no_text_leaves_the_sheet(korea_china: Report) -> None:
    for figure in compose(korea_china, say=EN).figures:
        for x in re.findall(r'<tspan x="([0-9.]+)"', figure.svg):
            assert 0 <= float(x) <= figure.width
