"""Plain text and Markdown: the file is its own original; facts stand in its first lines if anywhere."""

from __future__ import annotations

import datetime
import re

from detente.evidence.offsets import clean, cleaned
from detente.evidence.source_map import MapBuilder, Mapped
from detente.messages import message
from detente.readers.decoding import decode
from detente.readers.markdown_marks import without_marks
from detente.readers.reading import Apart, Facts, Reading, digest, unreadable

_HEADER = re.compile(
    r"(?P<key>[A-Za-z][A-Za-z _-]{0,20}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{1,8})"
    r"[ \u3000]?[:：][ \t\u3000]*(?P<value>\S.{0,300})?"
)
_FACTS = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author",
    "byline": "author", "publisher": "publisher", "publication": "publisher", "source": "publisher",
    "outlet": "publisher", "date": "date", "published": "date", "language": "language", "lang": "language",
    "url": "url", "link": "url",
    "제목": "title", "기자": "author", "글": "author", "저자": "author", "글쓴이": "author",
    "작성자": "author",
    "필자": "author", "매체": "publisher", "출처": "publisher", "언론사": "publisher", "발행": "publisher",
    "날짜": "date", "일자": "date", "입력": "date", "등록": "date", "게재일": "date", "언어": "language",
    "标题": "title", "標題": "title", "题目": "title", "作者": "author", "记者": "author", "記者": "author",
    "来源": "publisher", "來源": "publisher", "媒体": "publisher", "媒體": "publisher", "出处": "publisher",
    "日期": "date", "时间": "date", "時間": "date", "发布时间": "date", "發布時間": "date",
    "语言": "language",
    "見出し": "title", "タイトル": "title", "題名": "title", "著者": "author", "筆者": "author",
    "執筆者": "author", "出典": "publisher", "媒体名": "publisher",
    "掲載紙": "publisher", "新聞": "publisher",
    "日付": "date", "掲載日": "date", "公開日": "date", "言語": "language",
}  # fmt: skip
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])")
_CJK_DATE = re.compile(
    r"(?P<year>\d{4})\s?(?:[年년./-])\s?(?P<month>\d{1,2})\s?(?:[月월./-])\s?(?P<day>\d{1,2})\s?(?:[日号일.]|(?!\d))"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_WRITTEN = (
    _CJK_DATE,
    re.compile(rf"(?:[A-Za-z]+day,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b"),
    re.compile(rf"(?:[A-Za-z]+day,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b"),
)
_HEADING = re.compile(r"^#[ \t]+(?P<title>\S.*?)[ \t#]*$", re.MULTILINE)
_SPOKEN = re.compile(r"[.?!…。？！][”」\"]?$|\S{40}|다\.")
"""Words after "기자:" or "记者：" that are a question put and no name."""
_FENCE = "---"


def read_text(data: bytes, file: str, *, encoding: str | None = None) -> Reading:
    """A plain text file, whole. Header lines ("Title: …", "Date: …") give facts and stay in the text."""
    original = decode(data, file, encoding)
    mapped = cleaned(original)
    _refuse_blank(mapped.text, file)
    return _reading("text", data, file, original, mapped, _header_lines(mapped.text))


def read_markdown(data: bytes, file: str, *, encoding: str | None = None) -> Reading:
    """The words of a Markdown file, without its marks; its front matter gives facts and is kept apart."""
    original = decode(data, file, encoding)
    end = _front_matter_end(original)
    head = cleaned(original[:end]).text
    lines = [line for line in head.split("\n") if line != _FENCE]
    rest = MapBuilder()
    rest.add(len(original) - end, end, len(original))
    written = clean(Mapped(original[end:], rest.build()))
    words, cuts = without_marks(written.text)
    mapped = clean(Mapped(words.text, words.offsets.after(written.offsets)))
    _refuse_blank(mapped.text, file)
    heading = _HEADING.search(mapped.text)
    if heading:
        lines.append(f"title: {heading['title']}")  # where the front matter gives none
    apart: tuple[Apart, ...] = (Apart("front matter", head, 0, end),) if end else ()
    places = ((cut.kind, written.offsets.to_source(cut.start, cut.end)) for cut in cuts)
    apart += tuple(Apart(kind, original[low:high], low, high) for kind, (low, high) in places if kind)
    return _reading("markdown", data, file, original, mapped, lines, apart)


def _told(lines: list[str]) -> dict[str, str]:
    """What "key: value" lines say, as written; the first line of a kind counts, others are passed over."""
    found: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line.strip())
        field = _FACTS.get(header["key"].lower().strip()) if header else None
        if (
            header
            and field
            and header["value"]
            and not (field == "author" and _SPOKEN.search(header["value"]))
        ):
            found.setdefault(field, _unquoted(header["value"].strip()))
    return found


def _date(words: str) -> str:
    """The date as ISO 8601, from that, from "5 March 2026", "March 5, 2026" or 2026년 3월 5일; "" else."""
    iso = _ISO.match(words)
    if iso is not None:
        return iso.group()
    written = next((found for form in _WRITTEN if (found := form.match(words))), None)
    if written is None:
        return ""
    year, day, name = int(written["year"]), int(written["day"]), written["month"][:3].title()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _unquoted(value: str) -> str:
    """The value without the marks around it (YAML allows them); a mark inside it is its own."""
    inner = value[1:-1]
    marked = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in inner
    return inner.strip() if marked else value


def _header_lines(text: str) -> list[str]:
    """The leading block of lines that all look like headers; none if the first line does not."""
    lines: list[str] = []
    for line in text.lstrip("\n").split("\n", 20)[:20]:
        header = _HEADER.fullmatch(line.strip())
        if header is None or header["key"].lower().strip() not in _FACTS:
            break
        lines.append(line)
    return lines


def _front_matter_end(original: str) -> int:
    """Where the front matter (`---` … `---`) ends; 0 without one."""
    match = re.match(r"\ufeff*---[ \t]*\r?\n(?:(?!---[ \t]*\r?$).*\n){0,200}?---[ \t]*(?:\r?\n|\Z)", original)
    return match.end() if match else 0


def _refuse_blank(text: str, file: str) -> None:
    if not text.strip():
        raise unreadable(file, "holds no text", kind="no-text")


def _reading(
    kind: str,
    data: bytes,
    file: str,
    original: str,
    mapped: Mapped,
    lines: list[str],
    apart: tuple[Apart, ...] = (),
) -> Reading:
    told = _told(lines)
    written = told.pop("date", "")
    date = _date(written)
    facts = Facts(**told, date=date)  # type: ignore[arg-type]
    notices = (message("readers.undated", date=written),) if written and not date else ()
    return Reading(
        file, kind, digest(data), mapped.text, original, mapped.offsets, "file", facts, apart, notices=notices
    )
