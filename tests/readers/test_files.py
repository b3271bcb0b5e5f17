"""Every kind of file is read, or refused with a message that says what is wrong and the way out."""

import io
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
from tests.readers import samples

from detente.errors import ArgumentError, LimitError, ParseError
from detente.languages import speaker
from detente.readers.files import MOST_BYTES, read_bytes, read_file
from detente.readers.kinds import endings

EN = speaker("en")


def refused(data: bytes, file: str, **options: object) -> str:
    with pytest.raises(ParseError) as caught:
        read_bytes(data, file, **options)
    assert all(fault.file == file for fault in caught.value.faults)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "file", "kind"),
    [
        (samples.WORDS[0].encode(), "a.txt", "text"),
        (samples.WORDS[0].encode(), "README", "text"),
        (b"# Talks\n\nThey met.\n", "a.md", "markdown"),
        (samples.page().encode(), "a.html", "html"),
        (samples.page().encode(), "saved.txt", "html"),
        (samples.pdf([["They met in Vienna."]]), "a.pdf", "pdf"),
        (samples.pdf([["They met in Vienna."]]), "misnamed.txt", "pdf"),
        (samples.docx(), "a.docx", "docx"),
        (samples.mail(), "a.eml", "mail"),
    ],
)
def test_the_kind_is_told_by_content_then_by_name(data, file, kind):
    reading = read_bytes(data, file)
    assert reading.kind == kind
    assert reading.text == unicodedata.normalize("NFC", reading.text)
    assert "\r" not in reading.text
    assert reading.document("d1").text == reading.text


def test_the_original_is_left_alone(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfThey met.\r\n")
    reading = read_file(path)
    assert path.read_bytes() == b"\xef\xbb\xbfThey met.\r\n"
    assert reading.text == "They met.\n"
    assert reading.in_original(0, 4) == (1, 5)
    assert reading.original == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_offsets_lead_into_the_file_decoded_as_utf_8(form, line_end):
    written = unicodedata.normalize(form, "이재명 대통령은\n“새로운 시작”이라고 말했다. é\n").replace(
        "\n", line_end
    )
    reading = read_bytes(written.encode(), "a.txt")
    start = reading.text.index("새로운")
    low, high = reading.in_original(start, start + 6)
    assert unicodedata.normalize("NFC", written[low:high]) == "새로운 시작"


def test_a_file_in_another_encoding_names_the_byte_and_the_way_out():
    text = "Ce traité a été signé à Genève, où les parties se sont engagées à coopérer. " * 3
    message = refused(text.encode("windows-1252"), "a.txt")
    assert message.startswith("a.txt:1:9: byte 8 (0xe9) is not UTF-8")
    assert "Save the file as UTF-8, or give" in message
    assert "--encoding" in message
    assert read_bytes(text.encode("windows-1252"), "a.txt", encoding="windows-1252").text == text
    korean = "한국과 중국은 공동 성명을 발표했다. ".encode("euc-kr")
    assert "한국과" in read_bytes(korean, "a.txt", encoding="euc-kr").text
    assert "give another --encoding" in refused(b"\xff\xff\xff", "a.txt", encoding="euc-kr")
    assert read_bytes("They met.".encode("utf-16"), "a.txt", encoding="utf-16").text == "They met."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_states_the_encoding(encoding):
    assert read_bytes("두 나라가 만났다.".encode(encoding), "a.txt").text == "두 나라가 만났다."
    page = f"<html><head><meta charset=euc-kr></head><body><p>{'두 나라가 만났다. ' * 9}</p></body></html>"
    assert "두 나라가" in read_bytes(page.encode(encoding), "a.html").text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("«Não há solução,» said João Simões, Portugal’s minister. «Mañana», said Íñigo. Zoë Brückner: «Für öl»", "windows-1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "windows-1250"),
        ("Árvíztűrő tükörfúrógép", "windows-1250"),
        ("Çeşme’de görüşen ağır bakanlar", "windows-1254"),
        ("Заявление министра иностранных дел", "koi8-r"),
        ("Заявление министра иностранных дел", "windows-1251"),
        ("외교부 장관은 말했다", "euc-kr"),
        ("外交部长说", "gb18030"),
        ("外務大臣は述べた", "shift_jis"),
    ],
)  # fmt: skip
def test_the_encoding_named_is_the_one_it_reads_best_in(text, encoding):
    message = refused(text.encode(encoding), "a.txt")
    assert f"it may be {encoding} (“" in message
    assert message.endswith(f"give --encoding {encoding}")


def test_two_encodings_are_named_where_the_words_fit_both():
    message = refused("João disse".encode("windows-1252"), "a.txt")
    assert "it may be windows-1252 (“João”) or windows-1250 (“Joăo”)" in message
    assert "give --encoding windows-1252 or --encoding windows-1250" in message


def test_a_page_that_states_a_wrong_encoding_is_told_the_likely_one():
    page = "<html><head><meta charset=utf-8></head><body><p>外交部长说，中国的建议很好。</p></body></html>"
    assert "is not UTF-8; it may be gb18030" in refused(page.encode("gb18030"), "a.html")


def test_a_wrong_encoding_given_is_read_as_told_but_noticed():
    korean = "외교부 장관은 어제 말했다. 일본은 수입 금지를 해제할 것을 요구했다.".encode("euc-kr")
    notice = "read as gb18030, as you said, but it reads better as euc-kr (“외교부”)"
    assert notice in [EN(one) for one in read_bytes(korean, "a.txt", encoding="gb18030").notices]
    assert not read_bytes(korean, "a.txt", encoding="cp949").notices
    assert not read_bytes("João disse".encode("windows-1252"), "a.txt", encoding="windows-1250").notices


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ParseError, match="is a pipe or device and no file"):
        read_file(tmp_path / "pipe.txt")


def test_an_unknown_encoding_is_a_wrong_call():
    for name in ("klingon", "base64", "rot13"):
        with pytest.raises(ArgumentError, match="encoding must be one Python knows"):
            read_bytes(b"They met.", "a.txt", encoding=name)


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (b"", "a.txt", "is empty"),
        (b"\xef\xbb\xbf \r\n", "a.html", "is empty"),
        (b"---\ntitle: x\n---\n", "a.md", "holds no text"),
        (b"one\0two", "a.txt", "byte 3 is a NUL"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "save it as .docx"),
        (b"\x89PNG\r\n", "a.txt", "a picture"),
        (b"{\\rtf1}", "a.rtf", "save it as .docx"),
        (b"words", "a.tex", "readable are .txt"),
        (b"words", "a.pdf", "is no PDF"),
        (b"%PDF-1.4 rubbish", "a.pdf", "broken"),
        (b"PK\x03\x04 rubbish", "a.docx", "is no Word document"),
        (b"words", "a.docx", "is no Word document"),
        (b"just words", "a.eml", "no saved message"),
    ],
)
def test_refusals_say_what_and_what_now(data, file, message):
    assert message in refused(data, file)


def test_other_archives_are_named():
    for member, message in (
        ("xl/workbook.xml", "spreadsheet"),
        ("mimetype", "OpenDocument"),
        ("x", "archive"),
    ):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(member, "x")
        assert message in refused(out.getvalue(), "a.zip")


def test_a_file_too_large_is_refused_before_it_is_opened(tmp_path: Path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(LimitError, match=r"is 52 MB; at most 34 MB is read at once. Split it"):
        read_file(path)
    assert MOST_BYTES == 32 * 1024 * 1024


def test_missing_files_and_folders(tmp_path: Path):
    with pytest.raises(ParseError, match="does not exist"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(ParseError, match="is a folder"):
        read_file(tmp_path)


def test_every_readable_ending_has_its_leading_dot():
    assert all(suffix.startswith(".") for suffix in endings())
