"""The parameters of a family of analyses, and what is said of values that do not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from detente.errors import ArgumentError


@dataclass(frozen=True, slots=True)
class Option:
    """How a field is typed on the command line, where that is not `--field`."""

    flag: str


class Params(BaseModel):
    """The choices a family offers: names, defaults and limits. One field is one option of its command.

    Help texts are messages: `params.<analysis id>.<field>`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def of(cls, **values: Any) -> Self:
        """The parameters with these values. Raises ArgumentError that names the field and the way out."""
        try:
            return cls(**values)
        except ValidationError as error:
            raise ArgumentError("; ".join(_told(cls, one) for one in error.errors())) from None

    @classmethod
    def flag(cls, field: str) -> str:
        """The option of a field as typed."""
        told = [one.flag for one in cls.model_fields[field].metadata if isinstance(one, Option)]
        return told[0] if told else "--" + field.replace("_", "-")


def _told(params: type[Params], error: ErrorDetails) -> str:
    """What is wrong with one field, what would be right, and what was given."""
    told = error.get("ctx", {}).get("error")
    if isinstance(told, ArgumentError):
        return str(told)  # a field that reads its own words says itself what is wrong with them
    field = str(error["loc"][0]) if error["loc"] else ""
    known = params.model_fields.get(field)
    if known is None:
        return f"there is no parameter {field!r}; there are: {', '.join(params.model_fields)}"
    choices = [choice for choice in get_args(known.annotation) if isinstance(choice, str)]
    if choices:
        return f"{field} must be one of {', '.join(choices)}; got {error['input']!r}"
    rule = error["msg"].removeprefix("Input ").removeprefix("Value error, ").removeprefix("should be ")
    return f"{field} must be {rule}; got {error['input']!r}"
