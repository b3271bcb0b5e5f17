"""A study opened for review: its dossier, the log of decisions, and what the situation rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from detente.command_line import command_line
from detente.errors import Fault, InputError, ParseError, StaleError
from detente.evidence.dossier import Dossier
from detente.store.decisions_file import NAME, append_decisions, load_decisions
from detente.store.dossier_file import load_dossier, save_dossier
from detente.store.originals import settle
from detente.store.whole_file import alone
from detente.store.yaml_file import read_yaml
from detente.study.reviewing.decisions import Decision
from detente.study.reviewing.review import caught_up


@dataclass(frozen=True, slots=True)
class ReviewFolder:
    """What a review works on. `cited` are the claims the situation rests on, `actors` its actors' names."""

    folder: Path
    dossier_file: Path
    log_file: Path
    dossier: Dossier
    log: tuple[Decision, ...]
    cited: frozenset[str]
    actors: frozenset[str] = frozenset()


def open_review(folder: Path) -> ReviewFolder:
    """The study in a folder, for review. A logged decision the dossier lacks is carried out first."""
    if not folder.is_dir():
        what = "is a file: name" if folder.exists() else "there is no such folder: name"
        message = f"{what} a study's folder, the one that holds its dossier.jsonl"
        raise InputError([Fault(message, "study.missing", file=str(folder))])
    settle(folder)
    files = study_files(folder)
    dossier_file = files.dossier
    if not dossier_file.exists():
        raise InputError(
            [
                Fault(
                    f"holds no {dossier_file.name}, so there is nothing to review yet and nothing to export. "
                    f"Propose claims with `{command_line('read', 'FILE', '--into', folder)}`",
                    "dossier.missing", file=str(folder),
                )
            ]
        )  # fmt: skip
    with alone(folder):
        dossier, log = load_dossier(dossier_file), load_decisions(folder / NAME)
        current = caught_up(dossier, log)
        if current != dossier:
            save_dossier(dossier_file, current)
    tree = _tree(files.situation)
    cited, actors = frozenset(_because(tree)), frozenset(_actors(tree))
    return ReviewFolder(folder, dossier_file, folder / NAME, current, log, cited, actors)


def record(review: ReviewFolder, dossier: Dossier, entries: Sequence[Decision]) -> ReviewFolder:
    """The review with decisions written: first to the log, then, whole, to the dossier.

    Raises StaleError, writing nothing, when another session has decided in the meantime.
    """
    with alone(review.folder):
        if len(load_decisions(review.log_file)) != len(review.log):
            message = "another session has decided meanwhile; start the review again"
            raise StaleError(f"{review.log_file}: {message}")
        append_decisions(review.log_file, entries)
        if dossier != review.dossier:
            save_dossier(review.dossier_file, dossier)
    return replace(review, dossier=dossier, log=(*review.log, *entries))


def _tree(situation: Path) -> object:
    try:
        return read_yaml(situation).tree if situation.exists() else None
    except ParseError:  # a situation being written must not stop the review; `check` tells its faults
        return None


def _actors(tree: object) -> Iterator[str]:
    """What a situation's actors are called: ids, names, names in other languages."""
    actors = tree.get("actors") if isinstance(tree, dict) else None
    for name, entry in actors.items() if isinstance(actors, dict) else ():
        yield str(name)
        told = entry if isinstance(entry, dict) else {}
        others = told.get("names")
        yield from (
            str(one)
            for one in (told.get("name"), *(others.values() if isinstance(others, dict) else ()))
            if one
        )


def _because(tree: object) -> Iterator[str]:
    """The claims a situation names under `because`, wherever it does."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            found = part.get("because")
            yield from (str(name) for name in (found if isinstance(found, list) else [found]) if name)
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


@dataclass(frozen=True, slots=True)
class StudyFiles:
    """Where a study keeps its dossier and its situation."""

    dossier: Path
    situation: Path


def study_files(folder: Path) -> StudyFiles:
    """What study.yaml calls the files, or the names they have without it."""
    file = folder / "study.yaml"
    tree = read_yaml(file).tree if file.exists() else None
    given = tree if isinstance(tree, dict) else {}
    names = {"dossier": "dossier.jsonl", "situation": "situation.yaml"}
    told = {key: name for key in names if isinstance(name := given.get(key), str) and name}
    return StudyFiles(**{key: folder / name for key, name in (names | told).items()})
