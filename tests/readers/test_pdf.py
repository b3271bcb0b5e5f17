"""PDF: paragraphs from printed lines, pages remembered, every unreadable kind named."""

import io

import pypdf
import pytest
from tests.readers import samples

from detente.errors import ParseError
from detente.languages import speaker
from detente.readers.pdf.lines import PAGE_BREAK, reflowed
from detente.readers.pdf.paper import read_pdf

EN = speaker("en")

LINES = [
    "The two sides agreed on Monday to resume the talks that had been bro-",
    "ken off in spring, and to open a hotline between their defence minis-",
    "ters. Inter-",
    "Korean projects were not on the table.",
    "A new paragraph begins here.",
    "1. The first measure on the list",
    "2. The second measure on the list",
]


def test_wrapped_lines_become_paragraphs():
    text = read_pdf(samples.pdf([LINES]), "a.pdf").text
    assert "talks that had been broken off in spring" in text
    assert "defence ministers. Inter" in text
    assert (
        "not on the table.\n\nA new paragraph begins here.\n\n1. The first measure on the list\n2. " in text
    )


def test_spans_lead_back_to_the_lines_as_extracted():
    reading = read_pdf(samples.pdf([LINES]), "a.pdf")
    assert reading.basis == "extracted"
    start = reading.text.index("broken off")
    low, high = reading.in_original(start, start + len("broken off"))
    assert reading.original[low:high] == "bro-\nken off"


def test_running_heads_are_kept_apart_and_pages_counted():
    pages = [["The Institute, Note 7", f"Finding number {word} of this note is here.", str(n)]
             for n, word in enumerate(("one", "two", "three", "four"), 1)]  # fmt: skip
    reading = read_pdf(samples.pdf(pages), "a.pdf")
    assert "Institute" not in reading.text
    assert [a.text for a in reading.apart] == ["The Institute, Note 7", "1"] + [
        text for n in (2, 3, 4) for text in ("The Institute, Note 7", str(n))
    ]
    for number, word in enumerate(("one", "two", "three", "four"), 1):
        assert reading.page(reading.text.index(word)) == number
    for piece in reading.apart:
        assert reading.original[piece.start : piece.end] == piece.text


def test_a_place_given_in_two_steps_is_no_gap():
    runs = (("Ja", 0), ("pan", 10.6), (" ", 27.3), ("asks", 30.1))  # as browsers write runs of font subsets
    shown = "".join(f"BT /F1 10 Tf 1 0 0 1 40 780 Tm {at} 0 Td ({words}) Tj ET " for words, at in runs)
    assert read_pdf(samples.pdf_of([shown]), "a.pdf").text == "Japan asks"


def test_a_korean_word_broken_over_two_lines_is_one_word():
    pages = [
        "장관은 결과가 나오기 전에 금\n지 조치를 해제하지 않는다고 말했\n다. 일본은 수입 금지를 비판했지만 공동\n시료 조사를 받는다."
    ]
    text = reflowed(pages).mapped.text
    assert (
        text
        == "장관은 결과가 나오기 전에 금지 조치를 해제하지 않는다고 말했다. 일본은 수입 금지를 비판했지만 공동 시료 조사를 받는다."
    )


def test_a_file_that_keeps_the_space_at_line_ends_shows_which_korean_words_are_broken():
    pages = [
        "한국과 중국은 어제 \n칭다오에서 회담을 열고 \n해조류 검사를 시작하기로 \n합의하였으며 다음 회의는 부\n산에서 열린다."
    ]
    assert "어제 칭다오에서" in (text := reflowed(pages).mapped.text)
    assert "부산에서" in text


def test_properties_are_hints():
    info = "<< /Title (Note on the talks) /Author (Jane Roe) /CreationDate (D:20260107093000+09'00') >>"
    facts = read_pdf(samples.pdf([LINES], info=info), "a.pdf").facts
    assert (facts.title, facts.author, facts.date) == ("Note on the talks", "Jane Roe", "2026-01-07")
    assert not facts.date_stated


def test_a_date_in_a_head_line_comes_before_the_property():
    info = "<< /CreationDate (D:20261125093000) >>"
    lines = ["Sampling the shelf", "By M. Adler, 2 May 2026", *LINES]
    date = read_pdf(samples.pdf([lines], info=info), "a.pdf").document("d1").date
    assert date is not None and (date.value, date.basis) == ("2026-05-02", "stated")
    date = read_pdf(samples.pdf([lines[2:]], info=info), "a.pdf").document("d1").date
    assert date is not None and (date.value, date.basis) == ("2026-11-25", "inferred")


def test_a_scan_is_named_and_so_are_single_pages_without_text():
    with pytest.raises(ParseError, match="no text on any of its 2 pages: it is a scan"):
        read_pdf(samples.pdf([[], []]), "a.pdf")
    assert tuple(EN(one) for one in read_pdf(samples.pdf([LINES, []]), "a.pdf").notices) == (
        "no text on page 2: perhaps pictures; nothing was read there",
    )


def test_an_encrypted_file_is_named():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf([LINES])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ParseError, match="is encrypted: open it with its password"):
        read_pdf(out.getvalue(), "a.pdf")


def test_a_file_locked_against_printing_only_is_read():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf([LINES])))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "resume the talks" in read_pdf(out.getvalue(), "a.pdf").text


def test_a_damaged_file_is_read_with_a_notice_or_refused(capsys):
    data = samples.pdf([LINES]).replace(b"startxref\n", b"startxref\n9")
    assert "damaged" in " ".join(EN(one) for one in read_pdf(data, "a.pdf").notices)
    with pytest.raises(ParseError, match="broken"):
        read_pdf(samples.pdf([LINES])[:200], "a.pdf")
    assert capsys.readouterr() == ("", "")


def test_east_asian_lines_are_joined_without_a_space():
    flow = reflowed(["双方同意在平等和相互尊重的基础上继续推进各领域的交流与\n合作并保持高层往来。\n"])
    assert "交流与合作" in flow.mapped.text


def test_pages_are_parted_by_form_feeds_in_the_original():
    flow = reflowed(["one ends here.\n", "Two begins."])
    assert flow.pages == (0, flow.mapped.text.index("Two"))
    start = flow.mapped.text.index("Two")
    low, high = flow.mapped.offsets.to_source(start, start + 3)
    assert PAGE_BREAK.join(["one ends here.\n", "Two begins."])[low:high] == "Two"


def test_footnotes_and_their_numbers_are_kept_apart():
    first = [
        "The ministers met, according to people in the administration.1 They",
        "agreed to resume the morning",
    ]
    notes = [
        "1 See the communique, p. 3, and the minutes of the",
        "second session.",
        "2The figures are for 2024.",
    ]
    pages = [
        [*first, *notes[:2]],
        ["crossing, which carries 15% of all trade”2 in some 7 weeks.", "Nothing else was said.", notes[2]],
    ]
    flow = reflowed(["\n".join(page) for page in pages])
    assert "the administration. They agreed to resume the morning crossing" in flow.mapped.text
    assert "15% of all trade” in some 7 weeks." in flow.mapped.text
    assert [piece.text for piece in flow.apart if piece.kind == "footnote"] == notes
    original = PAGE_BREAK.join("\n".join(page) for page in pages)
    assert all(original[piece.start : piece.end] == piece.text for piece in flow.apart)


def test_numbered_lists_and_figures_are_no_footnotes():
    lines = [
        "The plan of phase1 has parts:",
        "1. First measure",
        "2. Second measure",
        "2024 was a good year",
        "3 May too",
    ]
    assert reflowed(["\n".join(lines)]).apart == ()


def test_a_printed_note_comes_back_as_its_paragraphs():
    typst = pytest.importorskip("typst")
    source = """
#set page(width: 14cm, height: 18cm, header: [The Institute — Note 12], footer: context [#counter(page).display()])
#set text(size: 10pt, hyphenate: true, lang: "en")
#set par(justify: true)
#for i in range(8) [
The minister said on Thursday that her government “will not be hurried over internationally recognised crossings”.
Well-informed representatives of the administration disagreed.#footnote[Communiqué #i of the ministry, p. 3.]

]
"""
    reading = read_pdf(typst.compile(source.encode()), "a.pdf")
    assert reading.text.count("“will not be hurried over internationally recognised crossings”") == 8
    assert reading.text.count("Well-informed representatives of the administration disagreed.") == 8
    assert sum(piece.kind == "footnote" for piece in reading.apart) == 8


def test_printed_japanese_runs_on_over_its_lines():
    typst = pytest.importorskip("typst")
    text = "双方はウィーンでの会談で「求同存異」という原則を改めて確認し、今後とも対話を継続していくことで一致したと発表した。双方はこれを歓迎した。"
    reading = read_pdf(typst.compile(f"#set page(width: 14cm)\n{text}".encode()), "a.pdf")
    if "\ufffd" in reading.text:
        pytest.skip("no font here has these characters, so the PDF does not say which they are")
    assert text in reading.text
