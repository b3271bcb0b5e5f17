"""The folder of published cases: a situation file, and beside it a file with what is printed.

Filed by publication under `detente/cases/{journals,books,web}/<venue>/<author-year>/`. What a results
file holds depends on the kind of case; where it comes from is told alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.errors import ArgumentError, ParseError
from detente.situation.language.expressions import nearest
from detente.situation.language.shape import shape_faults
from detente.store.yaml_file import read_yaml
from detente.study.cases.published import Publication


class SourceEntry(BaseModel):
    """What every results file says of its source."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    citation: str
    read_in: str
    about: str = ""


Entry = TypeVar("Entry", bound=SourceEntry)


def cases_with(ending: str) -> dict[str, Path]:
    """Name -> situation file of every case whose results file ends so, in the order they are filed."""
    results = sorted(cases_folder().rglob("*" + ending))
    names = [path.name.removesuffix(ending) for path in results]
    return {name: path.with_name(name + ".yaml") for name, path in zip(names, results, strict=True)}


def case_named(name: str, found: Mapping[str, Path]) -> Path:
    """The situation file of a case. Raises ArgumentError with the nearest name if there is none."""
    if name not in found:
        raise ArgumentError(f"there is no case {name!r}{nearest(name, tuple(found))}; `cases` lists them")
    return found[name]


def results_entry(path: Path, ending: str, model: type[Entry]) -> Entry:
    """The results file beside a situation file. Raises ParseError with every fault."""
    results = path.with_name(path.stem + ending)
    source = read_yaml(results)
    try:
        return model.model_validate(source.tree)
    except ValidationError as error:
        raise ParseError(source.locate_all(shape_faults(model, error, source.tree))) from None


def publication(path: Path, entry: SourceEntry) -> Publication:
    """Where a case comes from."""
    place = path.parent.relative_to(cases_folder()).as_posix()
    return Publication(path.stem, place, entry.title, entry.citation, entry.read_in, entry.about)


def cases_folder() -> Path:
    """Where the published cases lie."""
    return Path(str(files("detente").joinpath("cases")))
