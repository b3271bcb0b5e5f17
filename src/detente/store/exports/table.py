"""Claims as CSV for spreadsheets: one row for each attestation, read back to the letter.

Lists stand in one cell, parted by "; ". What a spreadsheet would take for a formula begins with an
apostrophe. The file is UTF-8 with a byte order mark, which spreadsheets need to show Korean or Chinese.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from detente.cells import guarded, unguarded
from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier
from detente.store.exports.records import Record, claim_of, claim_record, fault

_LISTS = ("who", "to", "flags", "at_odds")
_DATE = ("value", "precision", "basis", "reference", "earliest", "latest")
_REVIEW = ("state", "by", "when", "note")
_PLACE = ("document", "start", "end", "text", "said_by", "where", "note")
_PLAIN = ("id", "kind", "text", "status", "about", "stance", "direction", "event", "origin", "confidence")
COLUMNS = (
    "id", "kind", "text", "who", "to", *(f"date.{part}" for part in _DATE), "status", "about", "stance",
    "direction", "event", "flags", "at_odds", "origin", "confidence", *(f"review.{part}" for part in _REVIEW),
    *(f"passage.{part}" for part in _PLACE),
)  # fmt: skip


def render(dossier: Dossier) -> str:
    """The claims of a dossier as CSV (without its documents)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in dossier.claims:
        for row in rows(claim):
            writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    return "\ufeff" + out.getvalue()


def parse(text: str) -> tuple[Claim, ...]:
    """The claims in a CSV file with our columns; rows of one claim must stand together."""
    csv.field_size_limit(10_000_000)
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    if not table or tuple(table[0]) != COLUMNS:
        raise fault("row 1", f"must name the columns {', '.join(COLUMNS)}")
    lines = []
    for number, cells in enumerate(table[1:], 2):
        if len(cells) != len(COLUMNS):
            raise fault(f"row {number}", f"must have {len(COLUMNS)} cells; got {len(cells)}")
        lines.append(dict(zip(COLUMNS, map(unguarded, cells), strict=True)))
    return tuple(_claim(name, list(group)) for name, group in groupby(lines, key=lambda line: line["id"]))


def rows(claim: Claim) -> Iterator[Mapping[str, str]]:
    """A claim's rows: what it says, once for each place where it is written."""
    record = claim_record(claim)
    common = {key: str(record[key]) for key in _PLAIN if key in record}
    common |= {key: _joined(record[key]) for key in _LISTS if key in record}
    for part, names in (("date", _DATE), ("review", _REVIEW)):
        found = record.get(part) or {}
        common |= {f"{part}.{name}": str(found[name]) for name in names if found.get(name) is not None}
    for place in record.get("attestations") or [{}]:
        yield common | {f"passage.{name}": str(place[name]) for name in _PLACE if name in place}


def _claim(name: str, lines: Sequence[Mapping[str, str]]) -> Claim:
    first = lines[0]
    apart = [
        c for c in COLUMNS if not c.startswith("passage.") and any(line[c] != first[c] for line in lines)
    ]
    if apart:
        raise fault(f"claim {name}", f"has rows that differ in {', '.join(apart)}")
    record: Record = {key: first[key] for key in _PLAIN if first[key]}
    record |= {key: _split(first[key]) for key in _LISTS if first[key]}
    if first["confidence"]:
        record["confidence"] = _number(first["confidence"], name)
    for part, names in (("date", _DATE), ("review", _REVIEW)):
        found = {field: first[f"{part}.{field}"] for field in names if first[f"{part}.{field}"]}
        if found:
            record[part] = found
    places = list(_places(lines, name))
    if places:
        record["attestations"] = places
    return claim_of(record, f"claim {name}")


def _places(lines: Iterable[Mapping[str, str]], name: str) -> Iterator[Record]:
    for line in lines:
        place: Record = {field: line[f"passage.{field}"] for field in _PLACE if line[f"passage.{field}"]}
        for field in ("start", "end"):
            if field in place:
                place[field] = int(_number(place[field], name))
        if "start" in place:
            place.setdefault("text", "")
        if place:
            yield place


def _number(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise fault(f"claim {name}", f"needs a number; got {text!r}") from None


def _joined(parts: Iterable[str]) -> str:
    """Parts in one cell; an empty part is written as \\e, so that it is not lost."""
    return "; ".join(part.replace("\\", "\\\\").replace(";", "\\;") or "\\e" for part in parts)


def _split(cell: str) -> list[str]:
    parts = re.findall(r"((?:[^;\\]|\\.)*)(?:; ?|\Z)", cell, re.DOTALL)
    found = parts[:-1] if len(parts) > 1 and parts[-1] == "" else parts
    return ["" if part == "\\e" else re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in found]
