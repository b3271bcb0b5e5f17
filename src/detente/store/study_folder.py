"""Studies and situation files on disk (FILES §2): read with every fault located, written whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from detente.errors import Fault, InputError, ParseError, SenseError
from detente.evidence.dossier import Dossier
from detente.situation import language
from detente.situation.expressions import nearest
from detente.situation.issues_reading import read_terms
from detente.situation.lint import lint
from detente.situation.model import Situation
from detente.situation.shape import shape_faults
from detente.store.dossier_file import load_dossier
from detente.store.yaml_file import Source, read_yaml
from detente.study.model import ANALYSES, Study

BUNDLED = "korea-china-2026"

Words = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]


class StudyEntry(BaseModel):
    """study.yaml: title, question, date and the analyses to run."""

    model_config = ConfigDict(extra="forbid")
    detente: int = 1
    title: Words = ""
    question: Words = ""
    as_of: Words = ""
    analyses: list[Words] = []
    group_by: list[Words] = []
    situation: Words = "situation.yaml"
    dossier: Words = "dossier.jsonl"


def bundled_study() -> Path:
    """The folder of the study that comes with the package."""
    return Path(str(files("detente").joinpath("cases", "studies", BUNDLED)))


def load_situation(path: Path | str) -> Situation:
    """The situation in a file, or in a study's folder. Raises InputError with every fault located."""
    return _situation(_situation_path(Path(path)))[1]


def load_study(path: Path | str) -> Study:
    """The study in a folder, or a study made of one situation file and the dossier it names."""
    path = Path(path)
    entry = _study_entry(path) if path.is_dir() else StudyEntry()
    where = path / entry.situation if path.is_dir() else path
    _, situation = _situation(where)
    dossier = _dossier(where.parent, entry, situation, in_folder=path.is_dir())
    return Study(
        name=path.resolve().name if path.is_dir() else path.stem,
        title=entry.title or situation.title or path.stem,
        situation=situation,
        question=entry.question,
        as_of=entry.as_of or situation.as_of,
        dossier=dossier or Dossier(),
        analyses=tuple(entry.analyses),
        group_by=tuple(entry.group_by),
    )


def check_file(path: Path | str) -> tuple[Fault, ...]:
    """Every fault and finding of a study or situation file, located, in file order; empty if it is sound."""
    path = Path(path)
    entry = StudyEntry()
    try:
        entry = _study_entry(path) if path.is_dir() else entry
        where = path / entry.situation if path.is_dir() else path
        source, situation = _situation(where)
        dossier = _dossier(where.parent, entry, situation, in_folder=path.is_dir())
    except InputError as error:
        return error.faults
    claims = None if dossier is None else frozenset(claim.id for claim in dossier.claims)
    _, on_terms = read_terms(cast("Mapping[str, object]", source.tree), situation.levels)
    return source.locate_all([*lint(situation, claims), *on_terms])


def locate(path: Path, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults of the situation in a file or a study's folder, with file, line and column."""
    return read_yaml(_situation_path(path)).locate_all(faults)


def _situation_path(path: Path) -> Path:
    path = Path(path)
    return path / (_study_entry(path).situation) if path.is_dir() else path


def _study_entry(folder: Path) -> StudyEntry:
    file = folder / "study.yaml"
    if not file.exists():
        if (folder / "situation.yaml").exists():
            return StudyEntry()
        message = "this folder holds neither study.yaml nor situation.yaml, so it is no study"
        raise ParseError([Fault(message, "study.missing", file=str(folder))])
    source = read_yaml(file)
    try:
        entry = StudyEntry.model_validate(source.tree if source.tree is not None else {})
    except ValidationError as error:
        raise ParseError(source.locate_all(shape_faults(StudyEntry, error, source.tree))) from None
    unknown = [
        Fault(f"there is no analysis {name!r}{nearest(name, ANALYSES)}", "name.analysis", ("analyses", index))
        for index, name in enumerate(entry.analyses)
        if name not in ANALYSES
    ]
    if unknown:
        raise SenseError(source.locate_all(unknown))
    return entry


def _situation(path: Path) -> tuple[Source, Situation]:
    source = read_yaml(path)
    try:
        return source, language.read(source.tree)
    except ParseError as error:
        raise ParseError(source.locate_all(error.faults)) from None
    except SenseError as error:
        raise SenseError(source.locate_all(error.faults)) from None


def _dossier(folder: Path, entry: StudyEntry, situation: Situation, *, in_folder: bool) -> Dossier | None:
    name = situation.claims or (entry.dossier if in_folder else "")
    if not name:
        return None
    path = folder / name
    if not path.exists() and not situation.claims:
        return None
    return load_dossier(path)
