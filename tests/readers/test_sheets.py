"""Scoring sheets: out and in again, as CSV and as a workbook, and what is wrong with a page."""

import pytest

from detente.errors import ParseError
from detente.readers.sheets import COLUMNS, blank_pages, combine, is_sheet, read_sheets, write_sheets
from detente.situation.issues.read import read_terms

TREE = {
    "actors": {"A": {"name": "Arland"}, "B": {}},
    "issues": {
        "river": {"levels": ["share", "sell"], "park": True, "meanings": {"share": "half, each"}},
        "pay": {"levels": [0, 200]},
    },
    "parties": {
        "A": {
            "reservation": 12.5,
            "margin": 1,
            "points": {"river": {"share": 10, "sell": [0, 5], "parked": "1/3"}, "pay": {0: 0, 200: 90}},
            "never": ["river == sell"],
        },
        "B": {
            "signs": "optional",
            "marks": {
                "river": {"share": "wanted", "sell": "only if paid for", "parked": "never"},
                "pay": {0: "acceptable", 200: "acceptable"},
            },
        },
    },
}


@pytest.mark.parametrize("name", ["pages", "pages.xlsx"])
def test_out_and_in_again(tmp_path, name):
    target = tmp_path / name
    write_sheets(blank_pages(TREE), target)
    assert is_sheet(target)
    back, faults = read_terms(combine(TREE, read_sheets(target)), {})
    assert not faults
    there, _ = read_terms(TREE, {})
    named = [(p.points, p.marks, p.reservation, p.margin, p.required, p.never) for p in back.parties]
    assert named == [(p.points, p.marks, p.reservation, p.margin, p.required, p.never) for p in there.parties]


def test_pages_alone_are_a_negotiation(tmp_path):
    write_sheets(blank_pages(TREE), tmp_path / "pages")
    terms, faults = read_terms(read_sheets(tmp_path / "pages"), {})
    assert not faults
    assert terms.issue("river").levels == ("share", "sell", "parked")
    assert terms.issue("river").meaning("share") == "half, each"


def test_a_blank_form_has_a_row_for_every_level():
    (rows,) = blank_pages({"issues": TREE["issues"], "actors": {"C": {"name": "Corland"}}}).values()
    assert ["name", "Corland"] in rows
    assert [row[:2] for row in rows if row and row[0] == "pay"] == [["pay", "0"], ["pay", "200"]]


def test_semicolons_and_decimal_commas_are_read(tmp_path):
    page = "party;A\nreservation;0\nissue;level;points\npay;low;0\npay;high;12,5\n"
    (tmp_path / "a.csv").write_text(page, "utf-8")
    assert read_sheets(tmp_path / "a.csv")["parties"]["A"]["points"]["pay"]["high"] == 12.5


@pytest.mark.parametrize(
    ("page", "line", "words"),
    [
        ("party,A\nissue,level,points\npay,low,much\n", 3, "must be a number"),
        ("party,A\nissue,level,pionts\npay,low,1\n", 2, "did you mean 'points'"),
        ("party,A\nreservations,1\nissue,level,points\n", 2, "did you mean 'reservation'"),
        ("party,A\nissue,points\n", 2, "'level' is missing"),
        ("issue,level,points\npay,low,1\n", 1, "begins with the line `party`"),
        ("party,A\n", 1, "no table"),
        ("party,A\nissue,level,points\npay,,1\n", 3, "an issue and a level"),
    ],
)
def test_what_is_wrong_with_a_page(tmp_path, page, line, words):
    (tmp_path / "a.csv").write_text(page, "utf-8")
    with pytest.raises(ParseError) as caught:
        read_sheets(tmp_path / "a.csv")
    assert any(words in fault.message and fault.line == line for fault in caught.value.faults), str(
        caught.value
    )


def test_what_is_no_sheet_says_so(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(ParseError, match="not an Excel workbook"):
        read_sheets(tmp_path / "a.xlsx")
    (tmp_path / "b.csv").write_bytes(b"party,\xff\n")
    with pytest.raises(ParseError, match="byte 7 is not UTF-8"):
        read_sheets(tmp_path / "b.csv")


def test_a_missing_workbook_is_told_as_missing(tmp_path):
    with pytest.raises(ParseError, match="there is no such file"):
        read_sheets(tmp_path / "gone.xlsx")


def test_text_in_a_workbook_is_never_a_formula(tmp_path):
    from openpyxl import load_workbook

    pages = {"A": [["party", "A"], ["name", "=1+1"], [], [], [], [], [], ["issue", "level"]]}
    write_sheets(pages, tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["A"]["B2"].data_type == "s"


def test_a_form_says_what_levels_mean_by_the_option_where_the_issue_does_not():
    options = {
        "A.x": {"levels": ["none", "some", "all"], "meanings": {"some": "a part", "all": "everything"}},
        "A.y": {"meanings": {"no": "shut", "yes": "open"}},
    }
    issues = {
        "alike": {"levels": ["some", "all"], "option": "A.x", "meanings": {"all": "the whole"}},
        "chosen": {"levels": ["little", "much"], "option": "A.x", "option_levels": {"little": "some"}},
        "ordered": {"levels": ["stay", "go"], "option": "A.y", "park": True},
        "bare": {"levels": ["a", "b"]},
    }
    (rows,) = blank_pages({"actors": {"A": {}}, "options": options, "issues": issues}).values()
    assert [(row[0], row[1], row[2]) for row in rows if len(row) == len(COLUMNS)][1:] == [
        ("alike", "some", "a part"),
        ("alike", "all", "the whole"),
        ("chosen", "little", "a part"),
        ("chosen", "much", ""),
        ("ordered", "stay", "shut"),
        ("ordered", "go", "open"),
        ("ordered", "parked", "left as it is"),
        ("bare", "a", ""),
        ("bare", "b", ""),
    ]


HOSTILE = (
    "=1+1",
    "+1 more",
    "-5 %",
    "@home",
    "\t=1",
    "a;=cmd",
    "＝1",
    "'tis",
    "-5",
    "+5",
    "007",
    "1e3",
    "inf",
    "1_0",
)


@pytest.mark.parametrize("name", ["pages", "pages.xlsx"])
def test_words_a_spreadsheet_would_run_are_text_and_come_back(tmp_path, name):
    tree = {
        "issues": {"=i": {"levels": list(HOSTILE), "meanings": {"+5": "@sum", "007": "=1\n=2"}}},
        "parties": {"-p": {"name": "=HYPERLINK()", "points": {"=i": {"+5": -5, "007": 2.5}}}},
    }
    write_sheets(blank_pages(tree), tmp_path / name)
    found = read_sheets(tmp_path / name)
    assert found["issues"]["=i"]["levels"] == list(HOSTILE)
    assert found["issues"]["=i"]["meanings"] == {"+5": "@sum", "007": "=1\n=2"}
    assert found["parties"]["-p"]["name"] == "=HYPERLINK()"
    assert found["parties"]["-p"]["points"] == {"=i": {"+5": -5, "007": 2.5}}


def test_no_cell_of_a_page_begins_with_what_runs(tmp_path):
    import csv

    tree = {"issues": {"i": {"levels": list(HOSTILE)}}, "parties": {"A": {"points": {"i": {"+5": -5}}}}}
    (page,) = write_sheets(blank_pages(tree), tmp_path / "pages")
    with page.open(encoding="utf-8-sig", newline="") as text:
        cells = [cell for row in csv.reader(text) for cell in row]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@\t"))] == ["-5", "-5"]  # numbers


def test_a_workbook_keeps_numbers_and_formulas_apart(tmp_path):
    from openpyxl import load_workbook

    tree = {"issues": {"i": {"levels": list(HOSTILE)}}, "parties": {"A": {"points": {"i": {"+5": -5}}}}}
    write_sheets(blank_pages(tree), tmp_path / "a.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx")["A"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in cells if isinstance(cell.value, int)] == [-5, -5]


def test_a_control_character_is_named_before_a_workbook_is_begun(tmp_path):
    tree = {"issues": {"i": {"levels": ["a\x07"]}}, "parties": {"A": {}}}
    with pytest.raises(ParseError, match=r"\[A\]:9:2: 'a\\x07' holds a control character"):
        write_sheets(blank_pages(tree), tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
