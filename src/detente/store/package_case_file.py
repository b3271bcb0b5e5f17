"""Published negotiations on disk: a situation file, and beside it `<case>.packages.yaml` with the prints."""

from __future__ import annotations

from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.errors import ArgumentError, Fault, ParseError
from detente.situation.expressions import nearest
from detente.store.study_folder import load_situation
from detente.store.yaml_file import read_yaml
from detente.study.cases import Publication
from detente.study.package_cases import PackageCase, PrintedPackages

RESULTS = ".packages.yaml"
Number = int | float | str


class PrintedEntry(BaseModel):
    """One printed answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    ask: Literal["packages", "on-paper", "frontier", "max-min", "nash", "total", "adjusted-winner"]
    where: str
    value: Number | None = None
    points: dict[str, Number] | None = None
    share: dict[str, Number] | None = None
    optional: tuple[str, ...] = ()
    of_all: int | None = None


class ResultsEntry(BaseModel):
    """A results file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    citation: str
    read_in: str
    about: str = ""
    printed: list[PrintedEntry]


def package_case_files() -> dict[str, Path]:
    """Name -> situation file of every published negotiation, in the order they are filed."""
    results = sorted(_folder().rglob("*" + RESULTS))
    names = [path.name.removesuffix(RESULTS) for path in results]
    return {name: path.with_name(name + ".yaml") for name, path in zip(names, results, strict=True)}


def package_publications() -> tuple[Publication, ...]:
    """Where every published negotiation comes from; reads no situation."""
    return tuple(_publication(path, _entry(path)) for path in package_case_files().values())


def load_package_case(name: str) -> PackageCase:
    """A published negotiation by name. Raises ArgumentError with the nearest name if there is none."""
    found = package_case_files()
    if name not in found:
        raise ArgumentError(f"there is no case {name!r}{nearest(name, tuple(found))}; `cases` lists them")
    path = found[name]
    entry = _entry(path)
    return PackageCase(
        _publication(path, entry), load_situation(path), tuple(_printed(item) for item in entry.printed)
    )


def _folder() -> Path:
    return Path(str(files("detente").joinpath("cases")))


def _entry(path: Path) -> ResultsEntry:
    results = path.with_name(path.stem + RESULTS)
    try:
        return ResultsEntry.model_validate(read_yaml(results).tree)
    except ValidationError as error:
        raise ParseError(
            Fault(fault["msg"], "results", tuple(fault["loc"]), file=str(results)) for fault in error.errors()
        ) from None


def _publication(path: Path, entry: ResultsEntry) -> Publication:
    place = path.parent.relative_to(_folder()).as_posix()
    return Publication(path.stem, place, entry.title, entry.citation, entry.read_in, entry.about)


def _printed(entry: PrintedEntry) -> PrintedPackages:
    def exact(numbers: dict[str, Number] | None) -> dict[str, Fraction] | None:
        return None if numbers is None else {name: Fraction(str(value)) for name, value in numbers.items()}

    return PrintedPackages(
        ask=entry.ask,
        where=entry.where,
        value=None if entry.value is None else Fraction(str(entry.value)),
        points=exact(entry.points),
        share=exact(entry.share),
        optional=entry.optional,
        of_all=entry.of_all,
    )
