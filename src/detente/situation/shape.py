"""From a plain tree to entries: every fault of shape, told in words people use."""

from __future__ import annotations

import types
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
            yield Fault(_words(model, detail, path), f"shape.{detail['type']}", (*under, *path))


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


def _words(model: type[BaseModel], detail: ErrorDetails, path: tuple[PathStep, ...]) -> str:
    kind, last = detail["type"], path[-1] if path else ""
    if kind == "extra_forbidden":
        return f"unknown key {last!r}{nearest(str(last), _siblings(model, path))}"
    if kind == "missing":
        return f"the key {detail['loc'][-1]!r} is needed here"
    if kind == "literal_error" and path == ("detente",):
        return f"the file says format version {_shown(detail['input'])}; this program reads version 1"
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


def _siblings(model: type[BaseModel], path: tuple[PathStep, ...]) -> list[str]:
    """The keys allowed where an unknown one stands."""
    places: list[Any] = [model]
    for step in path[:-1]:
        places = [inner for place in places for inner in _inside(place, step)]
    return sorted({key for place in places for one in _alternatives(place) for key in _keys(one)})


def _inside(annotation: Any, step: PathStep) -> Iterator[Any]:
    """The annotations of what stands at a key or an index of a value so annotated."""
    for one in _alternatives(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            for name, field in one.model_fields.items():
                if (field.alias or name) == step:
                    yield field.annotation
        elif typing.get_origin(one) is dict:
            yield typing.get_args(one)[1]
        elif typing.get_origin(one) is list:
            yield typing.get_args(one)[0]


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The annotation without its constraints; the members of a union one by one."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _alternatives(typing.get_args(annotation)[0])
    elif origin in {typing.Union, types.UnionType}:
        for one in typing.get_args(annotation):
            yield from _alternatives(one)
    else:
        yield annotation


def _keys(annotation: Any) -> set[str]:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return set()
    return {field.alias or name for name, field in annotation.model_fields.items()}
