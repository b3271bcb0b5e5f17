"""The shape of a situation file: what keys there are and what they hold (FILES §1).

These types are the file format: they validate a file's tree and give the JSON Schema that editors
use. Names and expressions are resolved afterwards, in `situation.language`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    WithJsonSchema,
    model_validator,
)
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from detente.errors import ArgumentError
from detente.evidence.dates import span
from detente.situation.issues.entries import AgreementEntry, IssueEntry, PartyEntry, TermsEntry
from detente.situation.language.wordings import Wordings


def _text(value: object) -> object:
    """Numbers are fine as text (a level 200, a key 1); true and false are not: YAML 1.2 has no yes/no."""
    if isinstance(value, bool):
        raise PydanticCustomError("boolean", "write yes or no, or put the word in quotes")
    return str(value) if isinstance(value, int | float) else value


def _of_the_calendar(value: str) -> str:
    try:
        span(value or "2026")  # nothing is written: no date is meant
    except ArgumentError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None
    return value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str | int | float) else value


Scalar = WithJsonSchema({"type": ["string", "number"]})
Words = Annotated[str, BeforeValidator(_text), Scalar]
Name = Annotated[str, BeforeValidator(_text), Field(min_length=1), Scalar]
Date = Annotated[Words, AfterValidator(_of_the_calendar)]
Ids = Annotated[list[Name], BeforeValidator(_one_or_many)]
Assumed = Annotated[str | Literal[True], Field(description="why this is assumed; `true` for no reason given")]


class Entry(BaseModel):
    """A mapping in the file; unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Grounded(Entry):
    """Anything that can rest on claims or be marked assumed."""

    because: Ids = Field(default=[], description="ids of the claims this rests on")
    assumed: Assumed | None = None


class ActorEntry(Grounded):
    """An actor: its name, its name in other languages, and whether it is context only."""

    name: Words = ""
    names: dict[str, Words] = {}
    context: bool = False


class MovesEntry(Entry):
    """How far one move may climb or fall."""

    up: Literal["any", "one", "never"] = "any"
    down: Literal["any", "one", "never"] = "any"


Change = Annotated[list[Name], Field(min_length=2, max_length=2)]


class OptionEntry(Grounded):
    """An option `owner.option`; without levels it is yes or no."""

    levels: list[Name] = ["no", "yes"]
    label: Wordings = ""
    moves: MovesEntry | list[Change] = MovesEntry()
    acts: dict[Name, Wordings] = Field(default={}, description="level -> a phrase for moving there")
    meanings: dict[Name, Wordings] = Field(default={}, description="level -> what standing there is called")


class _Sayable(Grounded):
    """An expression, written as a string or as a mapping with its grounds."""

    say: Words
    label: Wordings = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"say": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(core_schema)]}


class StatementEntry(_Sayable):
    """A wish."""


class ConstraintEntry(_Sayable):
    """A condition every feasible state satisfies."""


class ForbidEntry(Grounded):
    """A move that a state forbids."""

    actor: Name
    source: Words = Field(alias="from")
    target: Words = Field(alias="to")


class JointEntry(Grounded):
    """A named move made together."""

    name: Name
    actors: list[Name]
    source: Words = Field(alias="from", default="")
    settings: dict[Name, Name] = Field(alias="set")
    when: Words = ""


StateEntry = dict[Name, Name] | Name


class StatusQuoEntry(Grounded):
    """Where things stand: option -> level, with what says so."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Name]


class PreferencesEntry(Entry):
    """One actor's wishes, in exactly one of three ways."""

    statements: list[StatementEntry] | None = None
    weights: dict[Name, FiniteFloat] | None = None
    ranking: list[StateEntry | list[StateEntry]] | None = None


class ShockEntry(Grounded):
    """A named variation: what changes, and what would set it off."""

    label: Wordings = ""
    trigger: Wordings = ""
    settings: dict[Name, Name] = Field(alias="set", default={})
    require: list[Words] = []
    first: dict[Name, list[StatementEntry]] = {}
    drop: dict[Name, list[Words]] = {}


class SituationEntry(Entry):
    """A situation file."""

    detente: Literal[1] = Field(description="version of the file format")
    title: Words = ""
    as_of: Date = ""
    actors: dict[Name, ActorEntry] = {}
    options: dict[Name, OptionEntry | None] = {}
    constraints: list[ConstraintEntry] = []
    forbid: list[ForbidEntry] = []
    joint: list[JointEntry] = []
    states: dict[Name, Wordings] | None = None
    arcs: dict[Name, list[Change]] | None = None
    preferences: dict[Name, PreferencesEntry] = {}
    status_quo: StatusQuoEntry | Name | None = None
    shocks: dict[Name, ShockEntry] = {}
    claims: Words = ""
    issues: dict[Name, IssueEntry] = {}
    parties: dict[Name, PartyEntry] = {}
    agreement: AgreementEntry | None = None

    def terms(self) -> TermsEntry:
        """What is written under the three keys of a negotiation, and only that."""
        written = self.model_fields_set & TermsEntry.model_fields.keys()
        return TermsEntry(**{key: getattr(self, key) for key in written})
