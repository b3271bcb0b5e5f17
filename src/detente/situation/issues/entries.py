"""How the `issues:`, `parties:` and `agreement:` keys of a situation file are written (FILES §1).

Shapes only: these models say which keys there are and what may stand in them, serve the JSON Schema
that editors read, and find every fault of shape at once. What the entries mean is in `issues.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from detente.situation.language.shape import Form
from detente.situation.language.wordings import Wordings


def _as_word(value: Any) -> Any:
    """Level names such as `200` or `1.5` are words, though YAML reads numbers."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else value


def _as_list(value: Any) -> Any:
    """One name may stand for a list of one."""
    return [value] if isinstance(value, str) else value


def _number(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("a number is needed, not yes or no")
    return value


Word = Annotated[str, BeforeValidator(_as_word), Field(min_length=1)]
Words = Annotated[list[Word], BeforeValidator(_as_list)]
Names = Annotated[list[str], BeforeValidator(_as_list)]
Number = Annotated[
    int | float | Annotated[str, Field(pattern=r"^\s*[-+]?\d+(\.\d+)?(\s*/\s*\d+)?\s*$")],
    BeforeValidator(_number),
    Form("a number"),
]
Span = Annotated[list[Number], Field(min_length=2, max_length=2)]
Points = Annotated[Number | Span, Form("a number or a range [low, high]")]
MarkWord = Literal["wanted", "acceptable", "only if paid for", "never"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class _Grounded(_Entry):
    """`because` names claims of the dossier; `assumed` says that there is none, and why."""

    because: Names = []
    assumed: str | bool | None = None


class SayingEntry(_Grounded):
    """A red line or a linkage with its grounds."""

    say: str


Saying = Annotated[str | SayingEntry, Form("an expression, or a mapping with `say:`")]


class IssueEntry(_Grounded):
    """One thing to be settled: its levels in order, and whether it may be parked."""

    levels: Words
    park: bool = False
    label: Wordings | None = None
    meanings: dict[Word, Wordings] = {}
    raised_by: Names = []
    option: str | None = None
    option_levels: dict[Word, Word] = {}


class PartyEntry(_Grounded):
    """What one party could live with: points, marks, or both; and the lines it will not cross."""

    name: Wordings | None = None
    signs: Literal["required", "optional"] = "required"
    veto: bool = False
    reservation: Number | None = None
    margin: Number = 0
    total: Number | None = None
    points: dict[Word, dict[Word, Points]] | None = None
    marks: dict[Word, dict[Word, MarkWord]] | None = None
    never: list[Saying] = []


class InstrumentEntry(_Grounded):
    """Something the mediator can put in: what it costs, and what it is worth to whom."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    cost: Number
    adds: dict[str, Number]
    condition: str | None = Field(default=None, alias="with")
    label: Wordings | None = None


class QuotaEntry(_Entry):
    """The quota without room for doubt: `beside` the required signatories, or `of_all`."""

    beside: int | None = Field(default=None, ge=0)
    of_all: int | None = Field(default=None, ge=0)


Quota = Annotated[
    Annotated[int, Field(ge=0)] | QuotaEntry,
    Form("a whole number of signatories, 0 or more, or a mapping with `beside:` or `of_all:`"),
]


class AgreementEntry(_Entry):
    """What makes a package an agreement, and what the mediator can add."""

    require: list[Saying] = []
    quota: Quota | None = None
    instruments: dict[str, InstrumentEntry] = {}
    budget: Number | None = None
    transfers: bool = False
    paid_for: Literal["once", "each"] = "once"


class TermsEntry(BaseModel):
    """The three keys together, whatever else the file holds."""

    model_config = ConfigDict(extra="ignore")
    issues: dict[Word, IssueEntry] = {}
    parties: dict[Word, PartyEntry] = {}
    agreement: AgreementEntry | None = None
