"""Scoring sheets as negotiators fill them in: one page per party, as CSV files or an Excel workbook.

A page begins with what the party needs, then lists every level of every issue:

    party         | ROK
    name          | South Korea
    signs         | required
    reservation   | 40
    margin        | 5
    total         | 100
                  |
    issue   | level    | meaning          | points | up to | mark
    wording | restate  | Seoul restates … | 12     |       |
    wording | parked   | set aside        | 8      | 10    |

`points` and `up to` make a range; a page may give marks instead of points. Cells left empty stay empty.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from detente.cells import guarded, unguarded
from detente.errors import Fault, ParseError, reason_of
from detente.situation.issues.terms import PARKED
from detente.situation.language.expressions import nearest
from detente.situation.language.wordings import plain_text

Cells = Sequence[str]
HEAD = ("party", "name", "signs", "reservation", "margin", "total")
COLUMNS = ("issue", "level", "meaning", "points", "up to", "mark")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Page:
    """One party's page: where it stands (file, or file and sheet) and its rows of cells as text."""

    where: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Reading:
    """Trees of issues and parties, as they grow page by page, and the faults found."""

    issues: dict[str, dict[str, Any]] = field(default_factory=dict)
    parties: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, page: Page, line: int, column: int, message: str) -> None:
        self.faults.append(Fault(message, "sheet", file=page.where, line=line, column=column))


def read_sheets(path: Path) -> dict[str, Any]:
    """The `issues:` and `parties:` that the pages describe, as the tree of a situation file.

    path: a CSV page, a folder of them, or an .xlsx workbook. Raises ParseError with every fault, located by
    file (and sheet), line and column of the cell.
    """
    pages = tuple(_pages(path))
    if not pages:
        raise ParseError(
            [Fault("there is no page here: no .csv file in the folder", "sheet", file=str(path))]
        )
    reading = _Reading()
    for page in pages:
        _read_page(page, reading)
    if reading.faults:
        raise ParseError(reading.faults)
    return {"issues": reading.issues, "parties": reading.parties}


def is_sheet(path: Path) -> bool:
    """Does the path look like scoring sheets: a workbook, or a folder of CSV pages?"""
    return path.suffix.lower() == ".xlsx" or (path.is_dir() and any(path.glob("*.csv")))


def combine(tree: Mapping[str, Any], sheets: Mapping[str, Any]) -> dict[str, Any]:
    """A situation file's tree with the sheets' parties in place of its own.

    The file keeps its issues (labels, grounds, options); what a party's page gives replaces the same keys
    of the party, and its red lines and grounds stay. Issues that the file lacks are added.
    """
    parties = dict(tree.get("parties") or {})
    for name, entry in sheets["parties"].items():
        old = {k: v for k, v in (parties.get(name) or {}).items() if k not in {"points", "marks"}}
        parties[name] = {**old, **entry}
    return {**tree, "issues": {**sheets["issues"], **(tree.get("issues") or {})}, "parties": parties}


def _pages(path: Path) -> Iterator[Page]:
    if path.is_dir():
        for file in sorted(path.glob("*.csv")):
            yield _csv_page(file)
    elif path.suffix.lower() == ".xlsx":
        yield from _workbook_pages(path)
    else:
        yield _csv_page(path)


def _csv_page(file: Path) -> Page:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8; save the page as CSV UTF-8"
        raise ParseError([Fault(message, "sheet", file=str(file))]) from None
    except OSError as error:
        reason = reason_of(error)
        raise ParseError([Fault(f"cannot be read: {reason}", "sheet", file=str(file))]) from None
    first = text.splitlines()[0] if text else ""
    rows = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    return Page(str(file), tuple(tuple(unguarded(cell.strip()) for cell in row) for row in rows))


def _workbook_pages(path: Path) -> Iterator[Page]:
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise ParseError([Fault("there is no such file", "file.missing", file=str(path))]) from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError):
        raise ParseError([Fault("this is not an Excel workbook (.xlsx)", "sheet", file=str(path))]) from None
    with_cells = ((sheet.title, sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    for title, rows in with_cells:
        yield Page(f"{path}[{title}]", tuple(tuple(_cell(value) for value in row) for row in rows))
    book.close()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unguarded(str(value).strip())


def _read_page(page: Page, reading: _Reading) -> None:
    head: dict[str, tuple[str, int]] = {}
    columns: dict[str, int] | None = None
    party: dict[str, Any] = {}
    for line, row in enumerate(page.rows, 1):
        cells = [*row, *[""] * max(0, 2 - len(row))]
        name = cells[0].casefold()
        if not any(cells):
            continue
        if columns is not None:
            _read_level(page, line, row, columns, party, reading)
        elif name == "issue":
            columns = {cell.casefold(): place for place, cell in enumerate(row) if cell}
            _check_columns(page, line, columns, reading)
        elif name in HEAD:
            head[name] = (cells[1], line)
        else:
            reading.fault(page, line, 1, f"there is no line {cells[0]!r} on a page{nearest(name, HEAD)}")
    _finish(page, head, columns, party, reading)


def _check_columns(page: Page, line: int, columns: dict[str, int], reading: _Reading) -> None:
    for name in ("issue", "level"):
        if name not in columns:
            reading.fault(page, line, 1, f"the column {name!r} is missing")
    for name, place in columns.items():
        if name not in COLUMNS:
            reading.fault(page, line, place + 1, f"there is no column {name!r}{nearest(name, COLUMNS)}")


def _read_level(
    page: Page, line: int, row: Cells, columns: dict[str, int], party: dict[str, Any], reading: _Reading
) -> None:
    def cell(name: str) -> str:
        place = columns.get(name, len(row))
        return row[place] if place < len(row) else ""

    issue, level = cell("issue"), cell("level")
    if not issue or not level:
        reading.fault(page, line, 1, "a row needs an issue and a level")
        return
    _note_level(reading.issues, issue, level, cell("meaning"))
    if cell("points"):
        points = _number(page, line, columns["points"], cell("points"), reading)
        high = cell("up to")
        value = [points, _number(page, line, columns["up to"], high, reading)] if high else points
        party.setdefault("points", {}).setdefault(issue, {})[level] = value
    if cell("mark"):
        party.setdefault("marks", {}).setdefault(issue, {})[level] = cell("mark").casefold()


def _note_level(issues: dict[str, dict[str, Any]], issue: str, level: str, meaning: str) -> None:
    entry = issues.setdefault(issue, {"levels": [], "park": False, "meanings": {}})
    if level == PARKED:
        entry["park"] = True
    elif level not in entry["levels"]:
        entry["levels"].append(level)
    if meaning:
        entry["meanings"].setdefault(level, meaning)


def _number(page: Page, line: int, place: int, text: str, reading: _Reading) -> int | float | str:
    plain = text.replace(",", ".").replace(" ", "")
    try:
        return int(plain) if plain.lstrip("+-").isdigit() else float(plain)
    except ValueError:
        if "/" in plain and all(part.isdigit() for part in plain.split("/", 1)):
            return plain
        reading.fault(page, line, place + 1, f"must be a number; got {text!r}")
        return 0


def _finish(
    page: Page,
    head: dict[str, tuple[str, int]],
    columns: dict[str, int] | None,
    party: dict[str, Any],
    reading: _Reading,
) -> None:
    name = head.get("party", ("", 0))[0]
    if not name:
        reading.fault(page, 1, 1, "a page begins with the line `party` and the party's name")
    if columns is None:
        reading.fault(
            page, 1, 1, "the page has no table: a line `issue, level, meaning, points, …` is missing"
        )
    if name in reading.parties:
        reading.fault(page, head["party"][1], 2, f"there are two pages of {name!r}")
    for key in ("reservation", "margin", "total"):
        text, line = head.get(key, ("", 0))
        if text:
            party[key] = _number(page, line, 1, text, reading)
    if "marks" in party and "points" not in party:
        party.pop("reservation", None)
    for key in ("name", "signs"):
        if head.get(key, ("", 0))[0]:
            party[key] = head[key][0]
    reading.parties[name] = party


def blank_pages(tree: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """A page for every party of a situation file (or for every actor, if it names no parties yet).

    What the file already says is filled in; the rest is left for the party.
    """
    parties = tree.get("parties") or tree.get("actors") or {"party": {}}
    actors = tree.get("actors") or {}
    options = {str(name): entry or {} for name, entry in (tree.get("options") or {}).items()}
    issues = {
        str(name): {**(entry or {}), "meanings": _meanings(entry or {}, options)}
        for name, entry in (tree.get("issues") or {}).items()
    }
    return {
        str(name): list(_page_rows(str(name), entry or {}, actors.get(name) or {}, issues))
        for name, entry in parties.items()
    }


def _meanings(issue: Mapping[str, Any], options: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """What each level means to whoever fills in the form: the issue's own words, else those of its option."""
    option = options.get(str(issue.get("option")), {})
    own, said, chosen = (
        part or {} for part in (issue.get("meanings"), option.get("meanings"), issue.get("option_levels"))
    )
    levels, known = list(issue.get("levels") or []), list(option.get("levels") or _BINARY)
    by_order = dict(zip(levels, known, strict=True)) if len(levels) == len(known) else {}
    by_name = set(levels) <= set(known)
    meant = {
        level: said.get(chosen.get(level, level if by_name else by_order.get(level))) for level in levels
    }
    said_so = {level: words for level, words in (*meant.items(), *own.items()) if words}
    return {PARKED: _PARKED, **{level: plain_text(words) for level, words in said_so.items()}}


_BINARY = ("no", "yes")
_PARKED = "left as it is"


def _page_rows(
    name: str, entry: Mapping[str, Any], actor: Mapping[str, Any], issues: Mapping[str, Any]
) -> Iterator[list[str]]:
    yield ["party", name]
    yield ["name", plain_text(entry.get("name") or actor.get("name") or "")]
    yield ["signs", str(entry.get("signs", "required"))]
    for key in ("reservation", "margin", "total"):
        yield [key, str(entry.get(key, ""))]
    yield []
    yield list(COLUMNS)
    for issue, description in issues.items():
        yield from _level_rows(issue, description, entry)


def _level_rows(issue: str, description: Mapping[str, Any], entry: Mapping[str, Any]) -> Iterator[list[str]]:
    meanings = description.get("meanings") or {}
    points = (entry.get("points") or {}).get(issue) or {}
    marks = (entry.get("marks") or {}).get(issue) or {}
    levels: Iterable[Any] = description.get("levels") or []
    for level in [*levels, *([PARKED] if description.get("park") else [])]:
        value = points.get(level, "")
        low, high = value if isinstance(value, list) else (value, "")
        yield [
            issue, str(level), str(meanings.get(level, "")), str(low), str(high), str(marks.get(level, ""))
        ]  # fmt: skip


def write_sheets(pages: Mapping[str, Sequence[Cells]], target: Path) -> tuple[Path, ...]:
    """Write pages as a workbook (a name that ends in .xlsx) or as a folder of CSV files; what was written."""
    if target.suffix.lower() == ".xlsx":
        _write_workbook(pages, target)
        return (target,)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in pages.items():
        file = target / f"{_file_name(name)}.csv"
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
        written.append(file)
    return tuple(written)


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in name)


def _write_workbook(pages: Mapping[str, Sequence[Cells]], target: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    _check_letters(pages, target)
    book = Workbook()
    book.remove(book.active)
    for name, rows in pages.items():
        sheet = book.create_sheet(_file_name(name)[:31])
        for row in rows:
            sheet.append([_typed(cell) for cell in row])
        for place, width in enumerate((22, 18, 60, 10, 10, 18), 1):
            sheet.column_dimensions[chr(64 + place)].width = width
        for cell in sheet[len(HEAD) + 2]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = f"C{len(HEAD) + 3}"
    book.save(target)


def _check_letters(pages: Mapping[str, Sequence[Cells]], target: Path) -> None:
    """Raise ParseError for control characters, which a workbook cannot hold (XML 1.0, production 2)."""
    faults = [
        Fault(
            f"{cell!r} holds a control character, which a workbook cannot: remove it, or write CSV pages "
            "(a folder's name)",
            "sheet",
            file=f"{target}[{name}]",
            line=line,
            column=column,
        )
        for name, rows in pages.items()
        for line, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if _CONTROL.search(cell)
    ]
    if faults:
        raise ParseError(faults)


def _typed(cell: str) -> str | int | float:
    """Numbers as numbers, so that the workbook can add them up; text, and a number that would be written
    otherwise (`007`, `1e3`, `inf`), never as one and never as a formula."""
    for number in (int, float):
        try:
            found = number(cell)
        except ValueError:
            continue
        if str(found) == cell and isfinite(found):
            return found
    return guarded(cell)
