"""From a plain tree to entries: every fault of shape, told in words people use."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from detente.errors import Fault, PathStep
from detente.situation.language.expressions import nearest

Path = tuple[PathStep, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What may stand where several types may: words after "must be", put into the type's annotation."""

    words: str


_WORDS = {
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
_UNIONS = frozenset({typing.Union, types.UnionType})


def shape_faults(model: type[BaseModel], error: ValidationError, tree: object) -> tuple[Fault, ...]:
    """The faults of a failed validation, one per place, in the order found.

    Where several types may stand, pydantic tells of each that failed. If something inside the value is at
    fault, one of them was meant and nearly met: what the others have against the whole value is left out.
    """
    found: dict[Path, Fault] = {}
    of_a_type: set[Path] = set()
    for detail in error.errors(include_url=False, include_context=True):
        location = [step for step in detail["loc"] if step != "[key]"]
        path = _into(tree, location, missing=detail["type"] == "missing")
        found.setdefault(path, Fault(_words(model, detail, path), f"shape.{detail['type']}", path))
        if len(path) < len(location):
            of_a_type.add(path)
    around = {path[:length] for path in found for length in range(len(path))}
    return tuple(fault for path, fault in found.items() if path not in of_a_type & around)


def _into(tree: object, location: Sequence[PathStep], *, missing: bool) -> Path:
    """The part of a pydantic location that leads into the tree: the names of types are dropped."""
    path: list[PathStep] = []
    for step in location[:-1] if missing else location:
        for key in _matching(tree, step):
            path.append(key)
            tree = tree[key]  # type: ignore[index]
    return (*path, location[-1]) if missing else tuple(path)


def _matching(tree: object, step: PathStep) -> tuple[PathStep, ...]:
    """The key or index that a step stands for, if it is one: numbers as keys may come as text."""
    if isinstance(tree, list):
        return (step,) if isinstance(step, int) and step < len(tree) else ()
    if not isinstance(tree, Mapping):
        return ()
    return (step,) if step in tree else tuple(key for key in tree if str(key) == step)[:1]


def _words(model: type[BaseModel], detail: ErrorDetails, path: Path) -> str:
    kind, last = detail["type"], path[-1] if path else ""
    if kind == "extra_forbidden":
        return f"unknown key {last!r}{nearest(str(last), _siblings(model, path))}"
    if kind == "missing":
        return f"the key {detail['loc'][-1]!r} is needed here"
    if kind == "literal_error" and path == ("detente",):
        return f"the file says format version {_shown(detail['input'])}; this program reads version 1"
    if kind == "date":
        return detail["msg"]
    return f"{_demand(model, detail, path)}; got {_shown(detail['input'])}"


def _demand(model: type[BaseModel], detail: ErrorDetails, path: Path) -> str:
    form = next((form for place in _places(model, path) for form in _forms(place)), None)
    if form is not None:
        return f"must be {form.words}"
    message = detail["msg"].replace("Input should be", "must be", 1)
    return _WORDS.get(detail["type"], f"{message[:1].lower()}{message[1:]}")


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _siblings(model: type[BaseModel], path: Path) -> list[str]:
    """The keys allowed where an unknown one stands."""
    places = _places(model, path[:-1])
    return sorted({key for place in places for one in _alternatives(place) for key in _keys(one)})


def _places(model: type[BaseModel], path: Path) -> list[Any]:
    """The annotations of what may stand at a path."""
    places: list[Any] = [model]
    for step in path:
        places = [inner for place in places for inner in _inside(place, step)]
    return places


def _inside(annotation: Any, step: PathStep) -> Iterator[Any]:
    """The annotations of what stands at a key or an index of a value so annotated."""
    for one in _alternatives(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            for name, field in one.model_fields.items():
                if (field.alias or name) == step:
                    yield _as_annotated(field)
        elif typing.get_origin(one) is dict:
            yield typing.get_args(one)[1]
        elif typing.get_origin(one) is list:
            yield typing.get_args(one)[0]


def _as_annotated(field: FieldInfo) -> Any:
    """A field's annotation with what pydantic has taken out of it."""
    return typing.Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The annotation without its constraints; the members of a union one by one."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _alternatives(typing.get_args(annotation)[0])
    elif origin in _UNIONS:
        for one in typing.get_args(annotation):
            yield from _alternatives(one)
    else:
        yield annotation


def _forms(annotation: Any) -> Iterator[Form]:
    """The words for an annotation, then those for the members of its union."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from (one for one in annotation.__metadata__ if isinstance(one, Form))
        yield from _forms(annotation.__origin__)
    elif origin in _UNIONS:
        for one in typing.get_args(annotation):
            yield from _forms(one)


def _keys(annotation: Any) -> set[str]:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return set()
    return {field.alias or name for name, field in annotation.model_fields.items()}
