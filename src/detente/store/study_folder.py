"""Studies and situation files on disk (FILES §2): read with every fault located, written whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from detente.command_line import command_line
from detente.errors import Fault, InputError, ParseError, SenseError
from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier
from detente.messages import Message, message
from detente.situation.file.entries import Date
from detente.situation.file.lint import lint
from detente.situation.file.read import read_with_warnings
from detente.situation.language.expressions import nearest
from detente.situation.language.shape import shape_faults
from detente.situation.model import Situation
from detente.store.dossier_file import load_dossier
from detente.store.originals import not_at_hand, settle
from detente.store.other_formats import foreign_tree
from detente.store.yaml_file import Source, read_yaml
from detente.study.model import Study, analyses_known

BUNDLED = "korea-china-2026"
_OLDER_NAMES = {"stability": "outcomes"}  # what earlier versions called an annex in study.yaml

Words = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]


class StudyEntry(BaseModel):
    """study.yaml: title, question, date, the analyses to run; why the originals are elsewhere, if so."""

    model_config = ConfigDict(extra="forbid")
    detente: int = 1
    title: Words = ""
    question: Words = ""
    as_of: Date = ""
    analyses: list[Words] = []
    group_by: list[Words] = []
    situation: Words = "situation.yaml"
    dossier: Words = "dossier.jsonl"
    originals: Words = ""


def bundled_study() -> Path:
    """The folder of the study that comes with the package."""
    return Path(str(files("detente").joinpath("cases", "studies", BUNDLED)))


def load_situation(path: Path | str) -> Situation:
    """The situation in a file, or in a study's folder. Raises InputError with every fault located."""
    return _situation(situation_file(Path(path)))[1]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a study or a situation file, and the study where nothing stops an analysis."""

    faults: tuple[Fault, ...]
    study: Study | None


@dataclass(frozen=True, slots=True)
class _Opened:
    """The files of a study, read once each; `source` is the situation's, None where there is none yet."""

    path: Path
    entry: StudyEntry
    source: Source | None
    situation: Situation
    on_terms: tuple[Fault, ...]
    dossier: Dossier | None

    @property
    def name(self) -> str:
        return self.path.resolve().name if self.path.is_dir() else self.path.stem


def load_study(path: Path | str) -> Study:
    """The study in a folder, or a study made of one situation file and the dossier it names.

    A folder with a dossier and no situation yet is a study of facts: its situation is empty.
    """
    return _study(_opened(Path(path)))


def check_file(path: Path | str) -> tuple[Fault, ...]:
    """Every fault and finding of a study or situation file, located, in file order; empty if it is sound."""
    return checked(path).faults


def checked(path: Path | str) -> Checked:
    """The same, and the study where no fault stops an analysis: each file is read once."""
    try:
        opened = _opened(Path(path))
    except InputError as error:
        return Checked(error.faults, None)
    faults = _findings(opened)
    return Checked(faults, None if any(not fault.warning for fault in faults) else _study(opened))


def _opened(path: Path) -> _Opened:
    entry = _study_entry(path) if path.is_dir() else StudyEntry()
    if path.is_dir() and _facts_only(path, entry):
        return _Opened(path, entry, None, Situation(entry.title), (), load_dossier(path / entry.dossier))
    where = path / entry.situation if path.is_dir() else path
    source, situation, on_terms = _situation(where)
    dossier = _dossier(where.parent, entry, situation, in_folder=path.is_dir())
    return _Opened(path, entry, source, situation, on_terms, dossier)


def _study(opened: _Opened) -> Study:
    entry, situation, dossier = opened.entry, opened.situation, opened.dossier or Dossier()
    factual = opened.source is None
    folder = opened.path if opened.source is None else opened.source.path.parent
    return Study(
        name=opened.name,
        title=entry.title or (_of_facts(dossier) if factual else situation.title or opened.path.stem),
        situation=replace(situation, title=situation.title or opened.name) if factual else situation,
        question=entry.question,
        as_of=entry.as_of or situation.as_of,
        dossier=dossier,
        analyses=tuple(_OLDER_NAMES.get(name, name) for name in entry.analyses),
        group_by=tuple(entry.group_by),
        unchecked=tuple(document.id for document, _ in not_at_hand(folder, dossier)),
        originals=entry.originals,
    )


def _findings(opened: _Opened) -> tuple[Fault, ...]:
    if opened.source is None:
        return ()
    dossier = opened.dossier
    claims = None if dossier is None else {claim.id: _standing(claim) for claim in dossier.claims}
    return opened.source.locate_all([*lint(opened.situation, claims), *opened.on_terms])


def _of_facts(dossier: Dossier) -> Message:
    """The title of a dossier nobody has named: the folder's name would say nothing to a reader."""
    return message("study.title.facts", n=len(dossier.documents))


def _facts_only(folder: Path, entry: StudyEntry) -> bool:
    """Does this folder hold a dossier and no situation yet?"""
    named = "situation" in entry.model_fields_set
    return not named and not (folder / entry.situation).exists() and (folder / entry.dossier).exists()


def _standing(claim: Claim) -> str:
    return "accepted" if claim.counts else claim.review.state


def locate(path: Path, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults of the situation in a file or a study's folder, with file, line and column."""
    return read_yaml(situation_file(path)).locate_all(faults)


def situation_file(path: Path) -> Path:
    """The situation file of a study's folder, or the file itself. ParseError if the folder has none yet."""
    if not path.is_dir():
        return path
    entry = _study_entry(path)
    if _facts_only(path, entry):
        message = (
            f"this study has a dossier and no {entry.situation} yet: to ask this, write down who can do what "
            "and who wants what (docs/how-to/from-documents-to-a-model.md); "
            f"`{command_line('brief', path)}` shows the facts"
        )
        raise ParseError([Fault(message, "situation.missing", file=str(path))])
    return path / entry.situation


def _study_entry(folder: Path) -> StudyEntry:
    settle(folder)
    file = folder / "study.yaml"
    if not file.exists():
        if any((folder / name).exists() for name in ("situation.yaml", "dossier.jsonl")):
            return StudyEntry()
        message = (
            "this folder holds none of study.yaml, situation.yaml and dossier.jsonl, so it is no study; "
            f"`{command_line('read', 'FILE', '--into', 'FOLDER')}` makes one out of documents"
        )
        raise ParseError([Fault(message, "study.missing", file=str(folder))])
    source = read_yaml(file)
    try:
        entry = StudyEntry.model_validate(source.tree if source.tree is not None else {})
    except ValidationError as error:
        raise ParseError(source.locate_all(shape_faults(StudyEntry, error, source.tree))) from None
    known = (*analyses_known(), *_OLDER_NAMES)
    unknown = [
        Fault(f"there is no analysis {name!r}{nearest(name, known)}", "name.analysis", ("analyses", index))
        for index, name in enumerate(entry.analyses)
        if name not in known
    ]
    if unknown:
        raise SenseError(source.locate_all(unknown))
    return entry


def _situation(path: Path) -> tuple[Source, Situation, tuple[Fault, ...]]:
    """The file, the situation in it, and what leaves it usable but was worth a warning."""
    source = read_yaml(path)
    foreign = foreign_tree(path, source.tree)
    if foreign is not None:
        raise ParseError([Fault(foreign, "file.foreign", file=str(path))])
    try:
        return source, *read_with_warnings(source.tree)
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
