"""Terminal text: plain where it is no terminal, never a command to one, whole at any width."""

import io
from functools import partial
from itertools import pairwise

import pytest

from detente.exhibits import Edge, Graph, Grid, Node, Report, Section, Table, Text
from detente.languages import speaker
from detente.present.measure import cells
from detente.present.terminal import console, show, show_bottom_line
from detente.present.terminal import plain as plain_in

EN = speaker("en")

plain = partial(plain_in, say=EN)


def test_the_bottom_line_comes_with_date_grounds_and_path(korea_china: Report) -> None:
    sheet = io.StringIO()
    show_bottom_line(console(sheet, width=100), korea_china, say=EN, written=("brief/brief.html",))
    said = sheet.getvalue()
    assert "As of 5 January 2026" in said
    assert "unless China moves first. [c5, c7]" in said
    assert "stalemate.†" in said and "† assumed" in said
    assert said.rstrip().endswith("brief/brief.html")


def test_no_colour_codes_where_it_is_no_terminal(korea_china: Report) -> None:
    assert "\x1b" not in plain(*korea_china.sections)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(korea_china: Report, hostile: Report, width: int) -> None:
    for report in (korea_china, hostile):
        assert all(cells(line) <= width for line in plain(*report.sections, width=width).splitlines())


def test_labels_send_no_commands(hostile: Report) -> None:
    said = plain(*hostile.sections)
    assert "\x1b" not in said and "\u202e" not in said and "<script>" in said


def test_wide_characters_keep_the_columns_straight() -> None:
    rows = ((Text("대한민국"), Text("x")), (Text("ROK"), Text("x")), (Text("韩国"), Text("x")))
    lines = [line for line in plain(Table("t", ("name", "mark"), rows)).splitlines() if line.endswith("x")]
    assert all(cells(a) == cells(b) for a, b in pairwise(lines)) and len(lines) == 3


def test_a_graph_is_a_list_from_its_start_and_names_what_holds() -> None:
    graph = Graph(
        "g",
        (Node("b", "B", "equilibrium"), Node("a", "A", "start"), Node("c", "C")),
        (Edge("a", "b", "X yields", "improvement"), Edge("b", "a"), Edge("a", "nowhere")),
    )
    said = plain(graph)
    assert said.index("A [starting point]") < said.index("X yields (improvement) → B [holds]")
    assert "→ A [starting point], listed elsewhere" in said
    assert said.rstrip().endswith("C")


def test_a_long_chain_and_a_large_graph_are_told_within_bounds() -> None:
    nodes = tuple(Node(str(n), f"state {n}") for n in range(1000))
    chain = Graph("g", nodes, tuple(Edge(str(n), str(n + 1)) for n in range(999)))
    said = plain(chain)
    assert "… and 800 more" in said and len(said.splitlines()) < 300


def test_empty_exhibits_are_said_to_be_empty() -> None:
    assert "Nothing to draw." in plain(Graph("g", (), ()))
    assert plain(Grid("g", (), (), (), {})).startswith("g")
    assert plain(Table("t", (), ())).startswith("t")
    assert plain(Section("s", ())) == "s\n"


def test_a_stream_that_cannot_encode_gets_escapes() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show(console(stream, width=60), Table("한국", ("a",), ((Text("韓國", assumed=True),),)), say=EN)
    stream.flush()
    assert b"\\ud55c" in stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_a_grid_shows_signs_and_says_what_they_mean() -> None:
    grid = Grid(
        "g",
        (Text("peace"),),
        (Text("A"), Text("B")),
        (("yes", "no"),),
        {"no": "against", "yes": "wants"},
        (("first", ""),),
    )
    said = plain(grid)
    assert "✓ first" in said and "✗" in said and "✗ against · ✓ wants" in said
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show(console(stream, width=60), grid, say=EN)
    stream.flush()
    assert b"+ first" in stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_a_station_on_the_way_is_not_named() -> None:
    graph = Graph(
        "g",
        (Node("a", "A", "start"), Node("b", "·"), Node("c", "C")),
        (Edge("a", "b", "x"), Edge("b", "c", "y")),
    )
    assert "x (move)\n" in plain(graph) and "y (move) → C" in plain(graph)


def test_piped_text_has_no_trailing_blanks(korea_china: Report) -> None:
    assert all(line == line.rstrip() for line in plain(*korea_china.sections).splitlines())
