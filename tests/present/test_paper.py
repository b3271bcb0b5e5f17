"""PDF and DOCX: the same footnotes once, figures in place, missing glyphs said, the same bytes each time."""

import io
import re
import zipfile

import docx as word
import pypdf

from detente.exhibits import Grid, Note, Paragraph, Report, Section, Table, Text
from detente.languages import speaker
from detente.present.files import brief_files
from detente.present.pages.markdown import compose
from detente.present.papers import fonts
from detente.present.papers.docx import docx, png
from detente.present.papers.pdf import pdf

EN = speaker("en")


def _text(content: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages
    )


def _part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_the_pdf_says_what_the_report_says(korea_china: Report) -> None:
    printed = pdf(korea_china, say=EN)
    said = _text(printed.content)
    for words in (
        "As of 5 January 2026".upper(),
        "Which outcomes would hold, and why",
        "Figure 3.",
        "Grounds:",
    ):
        assert words.lower() in said.lower()
    assert said.count("Xi answered with a call for “patience”") == 1
    assert pypdf.PdfReader(io.BytesIO(printed.content)).metadata.title == korea_china.title  # type: ignore[union-attr]


def test_the_same_report_gives_the_same_bytes(korea_china: Report) -> None:
    assert pdf(korea_china, say=EN) == pdf(korea_china, say=EN)
    assert docx(korea_china, say=EN) == docx(korea_china, say=EN)


def test_characters_without_a_font_are_named_with_a_way_out(korea_china: Report) -> None:
    printed = pdf(korea_china, system_fonts=False, say=EN)
    assert len(printed.warnings) == 1
    assert "4 characters (Chinese characters): 同 存 求 異" in printed.warnings[0]
    assert "fonts-noto-cjk" in printed.warnings[0]
    assert "empty boxes for 4 characters" in _text(printed.content)


def test_coverage_knows_the_embedded_typeface() -> None:
    assert fonts.missing("plain", system_fonts=False) == ()
    assert fonts.missing("é † – “ש”", system_fonts=False) == ()
    assert fonts.missing("a한b漢🕊\u0301\u200b", system_fonts=False) == ("漢", "한", "🕊")
    assert "1 character (emoji)" in fonts.warning(("🕊",), EN)
    assert fonts.warning((), EN) == ""


def test_hostile_labels_neither_stop_nor_steer_the_setting(hostile: Report) -> None:
    said = _text(pdf(hostile, system_fonts=False, say=EN).content)
    assert "<script>alert(1)</script>" in said and "#head" in said.replace(" ", "")
    body = word.Document(io.BytesIO(docx(hostile, say=EN)))
    assert any("<script>alert(1)</script> | *bold*" in paragraph.text for paragraph in body.paragraphs)


def test_a_word_that_could_open_a_list_is_a_word_in_cells_and_footnotes() -> None:
    rows = (
        (Text("- dash", ("c1",)), Text("3. three")),
        (Text("= head"), Text("+ plus")),
        (Text("/ term: x"), Text("-")),
    )
    table = Table("Rows", ("a", "b"), rows)
    notes = {"c1": Note("c1", "- noted", ("4. Source",))}
    report = Report("T", "", "", (), (Section("S", (table,)),), notes)
    said = _text(pdf(report, system_fonts=False, say=EN).content)
    for words in ("- dash", "3. three", "= head", "+ plus", "/ term: x", "- noted", "4. Source"):
        assert words in said
    assert "•" not in said and "1. plus" not in said


def test_the_docx_has_each_footnote_once_and_refers_back(korea_china: Report) -> None:
    content = docx(korea_china, say=EN)
    notes, body = _part(content, "word/footnotes.xml"), _part(content, "word/document.xml")
    assert notes.count("call for “patience”") == 1
    assert len(re.findall(r"<w:footnoteReference ", body)) == len(korea_china.notes)
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="(note-\d+)"', body))
    referred = set(re.findall(r"NOTEREF (note-\d+) ", body))
    assert referred and referred <= marks
    assert "numRestart" not in body and "data:image" not in body


def test_the_docx_has_headings_tables_and_described_pictures(korea_china: Report) -> None:
    document = word.Document(io.BytesIO(docx(korea_china, say=EN)))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings[0] == "1. What happened and what is scheduled" and len(headings) == 4
    assert len(document.tables) == 2  # the calendar and the pairs; graph and grid are pictures
    alts = re.findall(r'wp:docPr descr="([^"]+)"', _part(docx(korea_china, say=EN), "word/document.xml"))
    assert len(alts) == 3 and alts[2].startswith("From today’s outcome")


def test_figures_become_pictures(korea_china: Report) -> None:
    assert all(
        png(figure.svg, figure.width).startswith(b"\x89PNG")
        for figure in compose(korea_china, say=EN).figures
    )


def test_an_empty_report_and_a_long_table_with_long_words_print() -> None:
    assert pdf(Report("", "", "", (), ()), say=EN).content.startswith(b"%PDF")
    assert docx(Report("", "", "", (), ()), say=EN)
    rows = tuple((Text("w" * 400), Text("x", ("c",))) for _ in range(400))
    blocks = (Table("long", ("a", "b"), rows), Paragraph((Text("e" * 500),)), Grid("g", (), (), (), {}))
    report = Report("t", "", "", (), (Section("s", blocks),))
    assert "The first 200 of 400 rows are shown." in _text(pdf(report, say=EN).content)
    assert docx(report, say=EN)


def test_a_brief_is_made_of_these_files(korea_china: Report) -> None:
    files = brief_files(korea_china, say=EN, docx=True, pdf=True).contents
    assert next(iter(files)) == "brief.html"
    assert sorted(files) == [
        "brief.docx", "brief.html", "brief.md", "brief.pdf",
        "figures/figure-1.svg", "figures/figure-2.svg", "figures/figure-3.svg",
    ]  # fmt: skip
    assert "(figures/figure-3.svg)" in files["brief.md"].decode()


def _pages(*blocks: Paragraph | Table) -> list[str]:
    content = pdf(Report("r", "", "", (), (Section("s", blocks),)), say=EN).content
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_tables_caption_never_stands_alone_at_the_foot_of_a_page() -> None:
    table = Table("Outcomes", ("a", "b"), ((Text("first row"), Text("x " * 300)),))
    for count in range(28, 46):
        pages = _pages(*(Paragraph((Text(f"line {n}"),)) for n in range(count)), table)
        (page,) = (page for page in pages if "Table 1." in page)
        assert "first row" in page


def test_the_text_goes_on_where_a_figure_does_not_fit() -> None:
    rows = tuple(Text(f"row {n}") for n in range(25))
    grid = Grid("g", rows, (Text("A"),), (("yes",),) * 25, {"yes": "yes"})
    lines = [Paragraph((Text(f"line {n}"),)) for n in range(45)]
    pages = _pages(*lines[:15], grid, *lines[15:])
    assert "line 14" in pages[0] and "line 15" in pages[0] and "Figure 1." in pages[1]
