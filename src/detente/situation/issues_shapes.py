"""From a file's tree to entries, one by one, so that a fault in one entry does not hide the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from detente.errors import Fault, PathStep
from detente.situation.expressions import nearest
from detente.situation.issues_entries import AgreementEntry, IssueEntry, PartyEntry

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[PathStep, ...]

_FORMS = {
    "points": "a number or a range [low, high]",
    "never": "an expression, or a mapping with `say:`",
    "require": "an expression, or a mapping with `say:`",
    "marks": "one of: wanted, acceptable, only if paid for, never",
    "quota": "a whole number of signatories, or a mapping with `beside:` or `of_all:`",
    "reservation": "a number",
    "margin": "a number",
    "total": "a number",
    "budget": "a number",
    "cost": "a number",
    "adds": "a number",
}


def shape(model: type[Model], value: object, path: Path, faults: list[Fault]) -> Model | None:
    """The entry, or None with its faults of shape added to the list."""
    if value is None and model is not AgreementEntry:
        faults.append(Fault("is empty", "shape", path))
        return None
    try:
        return model.model_validate(value if value is not None else {})
    except ValidationError as error:
        faults.extend(_faults(model, error, value, path))
        return None


def mapping(tree: Mapping[str, object], key: str, faults: list[Fault]) -> Mapping[str, object]:
    """The mapping under a key; empty, with a fault, when something else stands there."""
    value = tree.get(key)
    if isinstance(value, Mapping):
        return {str(name): entry for name, entry in value.items()}
    if value is not None:
        faults.append(Fault(f"must be a mapping of names; got {type(value).__name__}", "shape", (key,)))
    return {}


def issue_entries(tree: Mapping[str, object], faults: list[Fault]) -> dict[str, IssueEntry]:
    """Every issue whose shape is right."""
    return _entries(IssueEntry, tree, "issues", faults)


def party_entries(tree: Mapping[str, object], faults: list[Fault]) -> dict[str, PartyEntry]:
    """Every party whose shape is right."""
    return _entries(PartyEntry, tree, "parties", faults)


def _entries(
    model: type[Model], tree: Mapping[str, object], key: str, faults: list[Fault]
) -> dict[str, Model]:
    found = {
        name: shape(model, value, (key, name), faults) for name, value in mapping(tree, key, faults).items()
    }
    return {name: entry for name, entry in found.items() if entry is not None}


def _faults(model: type[BaseModel], error: ValidationError, value: object, path: Path) -> Iterator[Fault]:
    seen: set[Path] = set()
    for item in error.errors(include_url=False):
        inner = _walk(value, item["loc"])
        if inner in seen:
            continue
        seen.add(inner)
        yield Fault(_message(model, dict(item), inner), "shape", path + inner)


def _walk(value: object, steps: Iterable[PathStep]) -> Path:
    """The part of a location that exists in the tree: pydantic adds the names of union members."""
    inner: list[PathStep] = []
    for step in steps:
        if isinstance(value, Mapping) and any(str(key) == str(step) for key in value):
            value = next(entry for key, entry in value.items() if str(key) == str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            break
        inner.append(step)
    return tuple(inner)


def _message(model: type[BaseModel], item: dict[str, Any], inner: Path) -> str:
    if item["type"] == "extra_forbidden":
        known = [field.alias or name for name, field in model.model_fields.items()]
        return f"there is no key {str(item['loc'][-1])!r} here{nearest(str(item['loc'][-1]), known)}"
    if item["type"] == "missing":
        return f"the key {str(item['loc'][-1])!r} is missing"
    key = next((str(step) for step in reversed(inner) if str(step) in _FORMS), None)
    if key is not None:
        return f"must be {_FORMS[key]}; got {item['input']!r}"
    return f"{item['msg'][:1].lower()}{item['msg'][1:]}; got {item['input']!r}"
