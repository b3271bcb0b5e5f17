"""The choices of an agreements analysis."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer

from detente.analysis.params import Params
from detente.errors import ArgumentError

OBJECTIVES_ASKED = ("breadth", "max-min")


def _budget(value: object) -> Fraction | None:
    """A number, exactly. Raises ArgumentError."""
    if value is None or isinstance(value, Fraction):
        return value
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise ArgumentError(f"--budget must be a number; got {value!r}") from None


def _draft(value: object) -> object:
    """ "issue=level,issue=level" as pairs. Raises ArgumentError."""
    if not isinstance(value, str):
        return value
    pairs = []
    for part in value.split(","):
        issue, equals, level = part.partition("=")
        if not equals:
            raise ArgumentError(f"--draft must be issue=level, with commas between; got {part.strip()!r}")
        pairs.append((issue.strip(), level.strip().lstrip("=").strip()))
    return tuple(pairs)


Draft = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(_draft),
    PlainSerializer(lambda pairs: " ".join(f"{issue}={level}" for issue, level in pairs), return_type=str),
]
Budget = Annotated[Fraction, BeforeValidator(_budget), PlainSerializer(str, return_type=str)]


class AgreementsParams(Params):
    """What is a good package, what is taken out, with which budget, and which draft is to be improved."""

    objective: tuple[str, ...] = OBJECTIVES_ASKED
    without: tuple[str, ...] = ()
    budget: Budget | None = None
    draft: Draft | None = None
    seconds: float = Field(60.0, ge=0)
