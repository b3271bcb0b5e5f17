"""Word files and messages: words in order, asides apart, attachments and tracked changes announced."""

import io
import struct
import zipfile

import pytest
from tests.readers import samples

from detente.errors import LimitError, ParseError
from detente.languages import speaker
from detente.readers.docx import read_docx
from detente.readers.mail import read_mail
from detente.reading.document import read_document

EN = speaker("en")


def test_word_text_in_order():
    reading = read_docx(samples.docx(), "a.docx")
    assert reading.text == (
        f"Talks in Vienna\n\n{samples.WORDS[0]}\n\n- A first measure\n- A second measure\n\n"
        f"Signed\t5 January\n\n{samples.WORDS[1]}\n\n1. Article one\n2. Article two"
    )
    assert (reading.facts.title, reading.facts.author) == ("Note on the talks", "Jane Roe")
    assert reading.original.startswith(reading.text)


def test_without_a_title_property_the_title_style_tells_it():
    import docx

    document = docx.Document()
    document.add_paragraph("Confidential")
    document.add_paragraph(" ", style="Title")
    document.add_paragraph("Note of the embassy", style="Title")
    out = io.BytesIO()
    document.save(out)
    assert read_docx(out.getvalue(), "a.docx").facts.title == "Note of the embassy"
    document.core_properties.title = "Its own title"
    document.save(out := io.BytesIO())
    assert read_docx(out.getvalue(), "a.docx").facts.title == "Its own title"


def with_body(xml: str) -> bytes:
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return samples.rewritten(
        samples.docx(), word_SLASH_document__xml=f"{head}{xml}</w:body></w:document>".encode()
    )


def test_tracked_changes_are_read_as_accepted_and_said():
    data = with_body(
        "<w:p><w:r><w:t>They </w:t></w:r><w:ins><w:r><w:t>never </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>always </w:delText></w:r></w:del><w:r><w:t>agreed.</w:t></w:r></w:p>"
    )
    reading = read_docx(data, "a.docx")
    assert reading.text == "They never agreed."
    assert "tracked changes" in EN(reading.notices[0])


def test_a_zip_bomb_is_refused_by_its_table_of_contents():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(LimitError, match="would unpack to 210 MB in 2 parts, a sign of a zip bomb"):
        read_docx(out.getvalue(), "a.docx")


def test_a_bomb_that_lies_about_its_size_is_refused_all_the_same():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b" " * 5_000_000)
    lying = out.getvalue().replace(struct.pack("<L", 5_000_000), struct.pack("<L", 10))
    with pytest.raises(ParseError):
        read_docx(lying, "a.docx")


def test_entities_are_not_expanded():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>They met. &b;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = samples.rewritten(samples.docx(), word_SLASH_document__xml=bomb.encode())
    assert "aaaa" not in read_docx(data, "a.docx").text


def test_a_word_file_without_words():
    with pytest.raises(ParseError, match="holds no text"):
        read_docx(with_body("<w:p/>"), "a.docx")


def test_no_sentence_runs_over_two_cells_of_a_table():
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        for words in ("Japan", "Japan proposes to establish a fund.")
    )
    reading = read_docx(with_body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "a.docx")
    assert reading.text == "Japan\tJapan proposes to establish a fund."
    assert [claim.text for claim in read_document(reading.document("d1")).claims] == [
        "Japan proposes to establish a fund."
    ]


def test_a_message():
    reading = read_mail(samples.mail(attach=True), "a.eml")
    assert reading.facts.title == "Talks in Vienna, 求同存異"
    assert (reading.facts.author, reading.facts.date) == ("Jané Roe", "2026-01-05")
    assert samples.WORDS[1] in reading.text
    assert "What was agreed?" not in reading.text
    assert [(a.kind, a.text) for a in reading.apart] == [("quoted mail", "> What was agreed?\n> And when?\n")]
    assert tuple(map(EN, reading.notices)) == ("attachments are not read: accord.pdf",)


OUTLOOK = "From: Bob <b@c.d>\nSent: Monday, February 16, 2026 5:00 PM\nTo: Ann\nSubject: talks\n\nJapan demanded an apology.\n"


@pytest.mark.parametrize(
    "older",
    [
        OUTLOOK,
        OUTLOOK.replace("\n", "\r\n"),
        f"-----Original Message-----\r\n{OUTLOOK}",
        "-----원본 메시지-----\n보낸 사람: 이서연\n\nJapan demanded an apology.\n",
        "差出人: 山田\n送信日時: 2026年2月16日\n宛先: 李\n件名: 協議\n\nJapan demanded an apology.\n",
    ],
)
def test_an_older_message_below_the_new_one_is_kept_apart(older):
    reading = read_mail(
        b"From: a@b.c\nSubject: s\nContent-Type: text/plain; charset=utf-8\n\nSouth Korea refused.\n\n"
        + older.encode(),
        "a.eml",
    )
    assert reading.text.strip() == "South Korea refused."
    (apart,) = reading.apart
    assert apart.kind == "quoted mail" and "demanded an apology" in apart.text
    assert reading.original[apart.start : apart.end] == apart.text


def test_a_memorandum_is_no_older_message():
    memo = "From: The Director\nTo: All staff\nSubject: Talks\n\nJapan demanded an apology.\n"
    assert "apology" in read_mail(b"From: a@b.c\nSubject: s\n\n" + memo.encode(), "a.eml").text


@pytest.mark.parametrize(
    "older",
    [
        '<blockquote type="cite"><div>Japan demanded an apology.</div></blockquote>',
        '<div class="gmail_quote"><div class="gmail_attr">On Mon, Bob wrote:</div><blockquote>Japan demanded an apology.</blockquote></div>',
        "<p><b>From:</b> Bob<br><b>Sent:</b> Monday<br><b>To:</b> Ann<br><b>Subject:</b> talks</p><p>Japan demanded an apology.</p>",
    ],
)
def test_older_mail_in_html_is_kept_apart(older):
    body = f"<html><body><div>South Korea refused to lift its ban on imports.</div>{older}</body></html>"
    reading = read_mail(b"From: a@b.c\nSubject: s\nContent-Type: text/html\n\n" + body.encode(), "a.eml")
    assert reading.text == "South Korea refused to lift its ban on imports."
    assert {apart.kind for apart in reading.apart} == {"quoted mail"}
    assert "Japan demanded an apology." in "".join(apart.text for apart in reading.apart)
    assert not reading.notices


def test_a_message_in_html_is_read_like_a_page():
    reading = read_mail(samples.mail(html=True), "a.eml")
    assert reading.kind == "mail"
    assert reading.text.startswith("Talks in Vienna\n\nPresident Roe")
    assert any(a.text == "Most viewed" for a in reading.apart)


def test_a_message_without_words():
    with pytest.raises(ParseError, match=r"no readable text; save and read its attachments \(x.pdf\)"):
        read_mail(
            b"From: a@example.org\nSubject: s\nMIME-Version: 1.0\nContent-Type: application/pdf; name=x.pdf\n"
            b"Content-Disposition: attachment; filename=x.pdf\n\nabc", "a.eml"
        )  # fmt: skip
