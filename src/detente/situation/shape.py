"""From a plain tree to entries: every fault of shape, told in words people use."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from detente.errors import Fault, PathStep
from detente.situation.expressions import nearest

_WORDS = {
    "missing": "this key is needed",
    "string_type": "must be text",
    "list_type": "must be a list",
    "dict_type": "must be a mapping (key: value)",
    "model_type": "must be a mapping (key: value)",
    "model_attributes_type": "must be a mapping (key: value)",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "string_too_short": "must not be empty",
}


def shape_faults(
    model: type[BaseModel], error: ValidationError, tree: object, under: tuple[PathStep, ...] = ()
) -> Iterator[Fault]:
    """The faults of a failed validation, one per place, in the order found."""
    seen: set[tuple[PathStep, ...]] = set()
    for detail in error.errors(include_url=False, include_context=True):
        path = _into(tree, detail["loc"])
        if path not in seen:
            seen.add(path)
            yield Fault(_words(model, detail, path, tree), f"shape.{detail['type']}", (*under, *path))


def _into(tree: object, location: Sequence[PathStep]) -> tuple[PathStep, ...]:
    """The part of a pydantic location that leads into the tree (union tags and key markers dropped)."""
    path: list[PathStep] = []
    for index, step in enumerate(location):
        if _holds(tree, step):
            path.append(step)
            tree = tree[step]  # type: ignore[index]
        elif index == len(location) - 1 and isinstance(step, str) and isinstance(tree, Mapping):
            path.append(step)
    return tuple(path)


def _holds(tree: object, step: PathStep) -> bool:
    if isinstance(tree, list):
        return isinstance(step, int) and step < len(tree)
    return isinstance(tree, Mapping) and step in tree


def _words(model: type[BaseModel], detail: ErrorDetails, path: tuple[PathStep, ...], tree: object) -> str:
    kind, last = detail["type"], path[-1] if path else ""
    if kind == "extra_forbidden":
        return f"unknown key {last!r}{nearest(str(last), _siblings(model, path, tree))}"
    if kind == "missing":
        return f"the key {detail['loc'][-1]!r} is needed here"
    if kind == "literal_error":
        return f"must be {detail['ctx']['expected']}; got {_shown(detail['input'])}"
    if kind in _WORDS:
        return f"{_WORDS[kind]}; got {_shown(detail['input'])}"
    return f"{detail['msg'][:1].lower()}{detail['msg'][1:]}; got {_shown(detail['input'])}"


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _siblings(model: type[BaseModel], path: tuple[PathStep, ...], tree: object) -> list[str]:
    """The keys known where an unknown one stands: of the entry type that shares most keys with it."""
    for step in path[:-1]:
        tree = tree[step]  # type: ignore[index]
    present = set(tree) if isinstance(tree, Mapping) else set()
    candidates = [model] if len(path) == 1 else list(dict.fromkeys(_entry_types(model)))
    names = [sorted(_keys(candidate)) for candidate in candidates]
    unknown = str(path[-1])
    return max(names, key=lambda keys: (len(present & set(keys)), bool(nearest(unknown, keys))))


def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _entry_types(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _entry_types(field.annotation)
    for part in typing.get_args(annotation):
        yield from _entry_types(part)
