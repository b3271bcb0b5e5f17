"""The Markdown text: every label as itself, every claim one footnote."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.exhibits import Paragraph, Report, Section, Table, Text
from detente.languages import speaker
from detente.present import pandoc
from detente.present.clean import clean
from detente.present.pages.markdown import compose, markdown
from detente.present.pages.tree import words

EN = speaker("en")


def _report(*blocks: Paragraph | Table) -> Report:
    return Report("Title", "", "", (), (Section("Section", blocks),))


def test_a_claim_is_defined_once_and_cited_by_its_id(korea_china: Report) -> None:
    text = markdown(korea_china, say=EN)
    defined = re.findall(r"^\[\^([^\]]+)\]: ", text, re.MULTILINE)
    cited = re.findall(r"\[\^([^\]]+)\](?!:)", text)
    assert sorted(defined) == sorted(set(cited)) == sorted(korea_china.notes)
    assert len(cited) > len(defined)


def test_footnotes_stand_in_order_of_first_citation(korea_china: Report) -> None:
    text = markdown(korea_china, say=EN)
    cited = list(dict.fromkeys(re.findall(r"\[\^([^\]]+)\](?!:)", text)))
    assert re.findall(r"^\[\^([^\]]+)\]: ", text, re.MULTILINE) == cited


def test_what_is_assumed_is_marked_and_the_mark_explained(korea_china: Report) -> None:
    text = markdown(korea_china, say=EN)
    assert "prefers a freeze to stalemate.^†^" in text
    assert "means assumed" in text
    assert "assumed" not in markdown(_report(Paragraph((Text("Known."),))), say=EN)


def test_a_claim_without_a_note_says_so() -> None:
    assert "the dossier has no such claim" in markdown(_report(Paragraph((Text("Said.", ("c9",)),))), say=EN)


def test_odd_claim_ids_get_labels_of_their_own() -> None:
    text = markdown(_report(Paragraph((Text("Said.", ("a b]", "note-1", "c1", "a b]")),))), say=EN)
    assert re.findall(r"\[\^([^\]]+)\](?!:)", text) == ["note-1", "note-2", "c1", "note-1"]


def _paragraphs(text: str) -> list[str]:
    return [words(part) for part in pandoc.parse(text)["blocks"] if part["t"] == "Para"]


_HARD = (
    "# a", "- a", "1. a", "(a) b", "a. b", "A.  b", "> a", ": a", "+ a", "=== a", "% a", "| a |", "---",
    "***", "`a`{=html}", "<!-- a -->", "&amp; &#60;b", "[a](b)", "![a](b)", "[^c1]", "@a", "$a$", "a\\", "\\",
    "~~~", "#", "i. one", "#. a", "_a_ b_c __d__", "^a^", "{.a}", "http://a.b/c_d", "a  b\tc", "::: {.x}",
    "…", "\u00a0", "†",
)  # fmt: skip


@pytest.mark.parametrize("label", _HARD)
def test_a_label_reads_as_itself(label: str) -> None:
    shown = _paragraphs(markdown(_report(Paragraph((Text(label),))), say=EN))
    assert shown == ([clean(label)] if clean(label) else [])


@settings(max_examples=8)
@given(
    st.lists(
        st.text(alphabet="#-+*_`~<>[](){}|\\!&;:=%@$^.'\"1ai \n\t†한𝒳", min_size=1), min_size=40, max_size=40
    )
)
def test_any_label_reads_as_itself(labels: list[str]) -> None:
    blocks = tuple(Paragraph((Text("x " + label),)) for label in labels)
    openings = tuple(Paragraph((Text(label),)) for label in labels)
    shown = _paragraphs(markdown(_report(*blocks, *openings), say=EN))
    assert shown == [said for label in labels if (said := clean("x " + label))] + [
        said for label in labels if (said := clean(label))
    ]


def test_table_cells_hold_bars_and_breaks() -> None:
    table = Table("T | t", ("a|b", "c"), ((Text("x|y\nz"), Text("1")), (Text("short row"),)), numeric=(1,))
    (part,) = [p for p in pandoc.parse(markdown(_report(table), say=EN))["blocks"] if p["t"] == "Table"]
    body = part["c"][4][0][3]
    assert [[words(cell[4]) for cell in row[1]] for row in body] == [["x|y z", "1"], ["short row", ""]]
    assert part["c"][2][1][0]["t"] == "AlignRight"


def test_narrow_tables_line_up_in_the_text() -> None:
    lines = [
        line
        for line in markdown(
            _report(Table("t", ("이름", "b"), ((Text("x"), Text("yy")),))), say=EN
        ).splitlines()
        if "|" in line
    ]
    assert lines == ["| 이름 | b   |", "| ---- | --- |", "| x    | yy  |"]


def test_the_same_report_gives_the_same_text(korea_china: Report, hostile: Report) -> None:
    assert compose(korea_china, say=EN) == compose(korea_china, say=EN)
    assert compose(hostile, say=EN) == compose(hostile, say=EN)


def test_a_table_that_fits_the_text_has_room_beside_its_words_too() -> None:
    row = tuple(map(Text, ("Mongolia", "a quota rather than nothing", "A and C", "3 (with it 5)")))
    heads = ("actor", "assumed wish left out", "verdict changes for", "outcomes that hold then")
    text = markdown(Report("r", "", "", (), (Section("s", (Table("t", heads, (row,)),)),)), say=EN)
    (dashes,) = (line for line in text.split("\n") if line.startswith("| ---"))
    widths = [len(part) for part in dashes.strip("| ").split(" | ")]
    assert widths[0] >= len("Mongolia") + 3 and widths[3] >= len(heads[3]) + 3


def test_a_column_of_short_words_has_room_for_them_and_the_space_beside_them() -> None:
    long = "A sentence that says more than fits beside the others and is wrapped. " * 4
    rows = ((Text("China"), Text("causal"), Text(long)), (Text("Japan"), Text("quote"), Text(long)))
    report = Report("T", "", "", (), (Section("S", (Table("T", ("who", "kind", "what"), rows),)),))
    dashes = next(line for line in markdown(report, say=EN).split("\n") if line.startswith("| --"))
    widths = [len(part) for part in dashes.strip("| ").split(" | ")]
    assert widths[0] >= len("China") + 3 and widths[1] >= len("causal") + 3
