"""The situation a command asks about: of a study, a file, scoring sheets, or several of them together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.situation.model import Situation


def asked_situation(path: Path, sheets: Path | None = None) -> Situation:
    """The situation of a study or a file; of scoring sheets or an exchange CSV alone; or of both together."""
    from detente.readers.exchange import exchange_tree, is_exchange, read_exchange
    from detente.readers.sheets import combine, is_sheet, read_sheets
    from detente.store.study_folder import load_situation, situation_file
    from detente.store.yaml_file import read_text, read_yaml

    if sheets is not None:
        tree = read_yaml(situation_file(path)).tree
        return _read(combine(tree if isinstance(tree, dict) else {}, read_sheets(sheets)), sheets)
    if path.suffix.lower() == ".csv" and is_exchange(read_text(path)):
        return _read(exchange_tree(read_exchange(read_text(path), file=str(path))), path)
    if is_sheet(path) or path.suffix.lower() == ".csv":
        return _read({"detente": 1, "title": path.stem, **read_sheets(path)}, path)
    return load_situation(path)


def _read(tree: dict[str, Any], origin: Path) -> Situation:
    """The situation of a tree that was made from another kind of file; faults name that file."""
    from detente.errors import InputError
    from detente.situation.file.read import read

    try:
        return read(tree)
    except InputError as error:
        named = ("/".join(map(str, fault.path)) for fault in error.faults)
        raise InputError(
            replace(fault, file=str(origin), message=f"{where}: {fault.message}" if where else fault.message)
            for where, fault in zip(named, error.faults, strict=True)
        ) from None
