"""Published negotiations on disk: a situation file, and beside it `<case>.packages.yaml` with the prints."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from detente.store.case_folder import SourceEntry, case_named, cases_with, publication, results_entry
from detente.store.study_folder import load_situation
from detente.study.cases.packages import PackageCase, PrintedPackages
from detente.study.cases.published import Publication

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


class ResultsEntry(SourceEntry):
    """A results file."""

    printed: list[PrintedEntry]


def package_case_files() -> dict[str, Path]:
    """Name -> situation file of every published negotiation, in the order they are filed."""
    return cases_with(RESULTS)


def package_publications() -> tuple[Publication, ...]:
    """Where every published negotiation comes from; reads no situation."""
    return tuple(publication(path, _entry(path)) for path in package_case_files().values())


def load_package_case(name: str) -> PackageCase:
    """A published negotiation by name. Raises ArgumentError with the nearest name if there is none."""
    path = case_named(name, package_case_files())
    entry = _entry(path)
    return PackageCase(
        publication(path, entry), load_situation(path), tuple(_printed(item) for item in entry.printed)
    )


def _entry(path: Path) -> ResultsEntry:
    return results_entry(path, RESULTS, ResultsEntry)


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
