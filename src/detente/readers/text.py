"""Plain text and Markdown: the file is its own original; facts stand in its first lines if anywhere."""

from __future__ import annotations

import re

from detente.evidence.offsets import clean, cleaned
from detente.evidence.source_map import MapBuilder, Mapped
from detente.readers.decoding import decode
from detente.readers.reading import Apart, Facts, Kind, Reading, digest, unreadable

_HEADER = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,20})[:：][ \t]*(?P<value>\S.{0,300})?")
_FACTS = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author",
    "byline": "author", "publisher": "publisher", "publication": "publisher", "source": "publisher",
    "outlet": "publisher", "date": "date", "published": "date", "language": "language", "lang": "language",
    "url": "url", "link": "url",
}  # fmt: skip
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])")
_HEADING = re.compile(r"^#[ \t]+(?P<title>\S.*?)[ \t#]*$", re.MULTILINE)
_FENCE = "---"


def read_text(data: bytes, file: str, *, encoding: str | None = None) -> Reading:
    """A plain text file, whole. Header lines ("Title: …", "Date: …") give facts and stay in the text."""
    original = decode(data, file, encoding)
    mapped = cleaned(original)
    _refuse_blank(mapped.text, file)
    return _reading("text", data, file, original, mapped, facts_of(_header_lines(mapped.text)))


def read_markdown(data: bytes, file: str, *, encoding: str | None = None) -> Reading:
    """A Markdown file as it is written; its front matter gives facts and is kept apart."""
    original = decode(data, file, encoding)
    end = _front_matter_end(original)
    head = cleaned(original[:end]).text
    facts = facts_of([line for line in head.split("\n") if line != _FENCE])
    rest = MapBuilder()
    rest.add(len(original) - end, end, len(original))
    mapped = clean(Mapped(original[end:], rest.build()))
    _refuse_blank(mapped.text, file)
    heading = _HEADING.search(mapped.text)
    if not facts.title and heading:
        facts = facts_of([*head.split("\n"), f"title: {heading['title']}"])
    apart = (Apart("front matter", head, 0, end),) if end else ()
    return _reading("markdown", data, file, original, mapped, facts, apart)


def facts_of(lines: list[str]) -> Facts:
    """What "key: value" lines say; the first line of a kind counts, other lines are passed over."""
    found: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line.strip())
        field = _FACTS.get(header["key"].lower().strip()) if header else None
        if header and field and header["value"]:
            found.setdefault(field, header["value"].strip().strip("\"'").strip())
    if "date" in found:
        iso = _ISO.match(found["date"])
        found["date"] = iso.group() if iso else ""
    return Facts(**found)  # type: ignore[arg-type]


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
    kind: Kind,
    data: bytes,
    file: str,
    original: str,
    mapped: Mapped,
    facts: Facts,
    apart: tuple[Apart, ...] = (),
) -> Reading:
    return Reading(
        file, kind, digest(data), mapped.text, original, mapped.offsets, "file", facts=facts, apart=apart
    )
