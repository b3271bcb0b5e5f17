"""Documents as references for word processors and reference managers: CSL JSON, BibTeX (biblatex) and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from detente.evidence.documents import Document
from detente.store.exports.records import (
    Record,
    document_of,
    document_record,
    fault,
    json_of,
    json_text,
    same,
)  # fmt: skip

_CSL_TYPES = MappingProxyType(
    {"report": "report", "speech": "speech", "communiqué": "treaty", "treaty": "treaty", "book": "book"}
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


def csl(documents: Iterable[Document]) -> str:
    """The documents as CSL JSON; our own record is under `custom`."""
    return json_text([_csl_item(document) for document in documents])


def from_csl(text: str) -> tuple[Document, ...]:
    """The documents in CSL JSON that `csl` wrote."""
    body = json_of(text)
    if not isinstance(body, list):
        raise fault("file", "is no list of CSL items")
    return tuple(_from_csl_item(item, number) for number, item in enumerate(body, 1))


def _csl_item(document: Document) -> Record:
    item: Record = {"id": document.id, "type": _CSL_TYPES.get(document.genre, "article-newspaper")}
    item |= {"title": document.title} if document.title else {}
    if document.author:
        item["author"] = [{"literal": document.author}]
    item |= {"container-title": document.publisher} if document.publisher else {}
    day = _DAY.match(document.date.value) if document.date is not None and document.date.value else None
    if day is not None:
        item["issued"] = {"date-parts": [[int(part) for part in day.groups() if part]]}
    for key, value in (("language", document.language), ("URL", document.url), ("genre", document.genre)):
        item |= {key: value} if value else {}
    return item | {"custom": {"detente": document_record(document)}}


def _from_csl_item(item: object, number: int) -> Document:
    custom = item.get("custom") if isinstance(item, dict) else None
    if not isinstance(custom, dict) or "detente" not in custom:
        raise fault(f"item {number}", "has no record under custom/detente, so it was not written by Détente")
    document = document_of(custom["detente"], f"item {number}")
    same(item, _csl_item(document), f"item {document.id}")
    return document


_TEX = MappingProxyType(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&",
        "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
_FROM_TEX = MappingProxyType({written: letter for letter, written in _TEX.items()})
_TEX_LETTER = re.compile("|".join(re.escape(written) for written in sorted(_FROM_TEX, key=len, reverse=True)))
_ENTRY = re.compile(r"@[a-z]+\{([^,\s{}]+),\n((?:  .*\n)*)\}\n?")
_FIELD = re.compile(r"  ([a-z-]+) = \{(.*)\},?\Z")


def bibtex(documents: Iterable[Document]) -> str:
    """The documents as biblatex entries; our own record is in the field `x-detente`."""
    return "\n".join(_entry(document) for document in documents)


def from_bibtex(text: str) -> tuple[Document, ...]:
    """The documents in a file that `bibtex` wrote."""
    documents, done = [], 0
    for number, match in enumerate(_ENTRY.finditer(text), 1):
        if text[done : match.start()].strip():
            break
        done = match.end()
        lines = (_FIELD.match(line) for line in match[2].splitlines())
        fields: dict[str, str] = {found[1]: found[2] for found in lines if found}
        if "x-detente" not in fields:
            raise fault(f"entry {match[1]}", "has no field x-detente, so it was not written by Détente")
        document = document_of(json_of(_from_tex(fields["x-detente"])), f"entry {number}")
        same(match.group().rstrip("\n"), _entry(document).rstrip("\n"), f"entry {match[1]}")
        documents.append(document)
    if text[done:].strip():
        raise fault("file", f"holds something after entry {len(documents)} that Détente did not write")
    return tuple(documents)


def _entry(document: Document) -> str:
    fields = {
        "title": f"{{{_tex(document.title)}}}" if document.title else "",
        "author": f"{{{_tex(document.author)}}}" if document.author else "",
        "journaltitle": _tex(document.publisher),
        "date": document.date.value or "" if document.date is not None else "",
        "url": _tex(document.url),
        "langid": _tex(document.language),
        "x-detente": _tex(_compact(document)),
    }
    lines = "".join(f"  {name} = {{{_one_line(value)}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(document)},\n{lines}}}\n"


def _key(document: Document) -> str:
    return re.sub(r"[^A-Za-z0-9._:-]", "-", document.id) or "document"


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def _from_tex(text: str) -> str:
    return _TEX_LETTER.sub(lambda match: _FROM_TEX[match.group()], text)


_RIS_TYPES = MappingProxyType({"report": "RPRT", "book": "BOOK"})
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)\Z")


def ris(documents: Iterable[Document]) -> str:
    """The documents as RIS; our own record is in a note (N1)."""
    return "".join("".join(f"{tag}  - {value}\r\n" for tag, value in _tags(d)) + "\r\n" for d in documents)


def from_ris(text: str) -> tuple[Document, ...]:
    """The documents in a file that `ris` wrote."""
    documents: list[Document] = []
    tags: list[tuple[str, str]] = []
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if not line.strip():
            continue
        match = _RIS_LINE.match(line)
        if match is None:
            raise fault(f"record {len(documents) + 1}", f"holds a line that is not RIS: {line[:60]!r}")
        tags.append((match[1], match[2]))
        if match[1] == "ER":
            documents.append(_from_tags(tags, len(documents) + 1))
            tags = []
    if tags:
        raise fault(f"record {len(documents) + 1}", "has no end (ER)")
    return tuple(documents)


def _tags(document: Document) -> Iterator[tuple[str, str]]:
    date = document.date.value if document.date is not None else None
    day = _DAY.match(date) if date else None
    yield "TY", _RIS_TYPES.get(document.genre, "NEWS")
    for tag, value in (("ID", document.id), ("TI", document.title), ("AU", document.author)):
        if value:
            yield tag, _one_line(value)
    if document.publisher:
        yield "T2", _one_line(document.publisher)
    if day is not None:
        yield "PY", day[1]
        yield "DA", f"{day[1]}/{day[2] or ''}/{day[3] or ''}/"
    for tag, value in (("LA", document.language), ("UR", document.url)):
        if value:
            yield tag, _one_line(value)
    yield "N1", f"detente: {_compact(document)}"
    yield "ER", ""


def _from_tags(tags: list[tuple[str, str]], number: int) -> Document:
    note = next((value for tag, value in tags if tag == "N1" and value.startswith("detente: ")), None)
    if note is None:
        raise fault(f"record {number}", "has no note with our record, so it was not written by Détente")
    document = document_of(json_of(note.removeprefix("detente: ")), f"record {number}")
    same(tags, list(_tags(document)), f"record {document.id}")
    return document


def _compact(document: Document) -> str:
    """The record on one line of ASCII, so that no tool on the way re-encodes or breaks it."""
    return json.dumps(document_record(document))


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text))
