"""PDF: paragraphs from printed lines, pages remembered, every unreadable kind named."""

import io

import pypdf
import pytest
from tests.readers import samples

from detente.errors import ParseError
from detente.readers.page_lines import PAGE_BREAK, reflowed
from detente.readers.pdf import read_pdf

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


def test_properties_are_hints():
    info = "<< /Title (Note on the talks) /Author (Jane Roe) /CreationDate (D:20260107093000+09'00') >>"
    facts = read_pdf(samples.pdf([LINES], info=info), "a.pdf").facts
    assert (facts.title, facts.author, facts.date) == ("Note on the talks", "Jane Roe", "2026-01-07")
    assert not facts.date_stated


def test_a_scan_is_named_and_so_are_single_pages_without_text():
    with pytest.raises(ParseError, match="no text on any of its 2 pages: it is a scan"):
        read_pdf(samples.pdf([[], []]), "a.pdf")
    assert read_pdf(samples.pdf([LINES, []]), "a.pdf").notices == (
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
    assert "damaged" in " ".join(read_pdf(data, "a.pdf").notices)
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
