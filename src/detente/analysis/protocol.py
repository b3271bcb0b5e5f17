"""What every analysis shares: its description, its parameters, the shape of its result (HOUSE §6).

A family is one folder and one line in `detente.analysis.ANALYSES`. Commands, JSON, pages, the brief's
annexes, the reference and the conformance tests are made from what is said here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from detente.analysis.inquiry import Inquiry
from detente.analysis.params import Params
from detente.exhibits import Exhibit, Text
from detente.messages import Words
from detente.situation.model import Situation
from detente.version import VERSION

Scalar = str | int | float | bool | None
Needs = Literal["model", "issues", "both"]
Annex = Literal["facts", "wishes", "package", "outcomes", "mediation", "roadmap", "relations", "doubt"]
Kind = Literal["today", "reach", "opened", "never", "doubt", "agreed", "offered", "kept", "shaken", "other"]
ClaimClass = Literal["A", "B", "C", "D"]
Progress = Callable[[Words, int, int], None]
"""progress(what, done, total): how far a named part of the work is."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a result was made: enough to make it again, or to notice that its input has changed.

    situation: digest of the situation; parameters: every choice that can change the numbers.
    """

    situation: str
    analysis: str
    parameters: tuple[tuple[str, Scalar], ...]
    version: str
    seed: int | None = None

    def as_dict(self) -> dict[str, object]:
        """The stamp as plain values, in a fixed order."""
        return {
            "situation": self.situation,
            "analysis": self.analysis,
            "parameters": dict(self.parameters),
            "version": self.version,
            "seed": self.seed,
        }


def stamp(situation: Situation, analysis: str, params: Params, *, seed: int | None = None) -> Stamp:
    """The stamp of a result: every parameter by its name, lists as words with spaces between."""
    values = params.model_dump(mode="json")
    return Stamp(situation.digest, analysis, tuple((k, _scalar(v)) for k, v in values.items()), VERSION, seed)


def _scalar(value: Any) -> Scalar:
    if isinstance(value, list | tuple):
        return " ".join(str(_scalar(one)) for one in value) or None
    if isinstance(value, Mapping):
        return " ".join(f"{key}={one}" for key, one in value.items()) or None
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


@dataclass(frozen=True, slots=True)
class KeyJudgement:
    """One thing a reader should know, said so that a brief can choose it.

    kind: what it speaks of; subject: of what or whom (a state as printed, an actor's id, an issue's id);
    verdict: yes, no, or a count; says: the sentence with its grounds; claim_class: ROADMAP §5, where it is
    known; witness: what shows it (a judgement, a route, a package), for those who ask why.
    """

    kind: Kind
    subject: str
    verdict: bool | int | str
    says: Text
    claim_class: ClaimClass | None = None
    witness: object = None

    @property
    def grounds(self) -> tuple[str, ...]:
        """Ids of the claims it rests on."""
        return self.says.claims


class Result:
    """What an analysis returns: frozen, stamped, and pure in all its ways out."""

    __slots__ = ()

    stamp: Stamp

    def records(self) -> Iterable[Mapping[str, object]]:
        """Tidy rows, one observation each."""
        raise NotImplementedError

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What people are shown."""
        raise NotImplementedError

    def by_ids(self) -> tuple[Exhibit, ...]:
        """The same with outcomes by their ids alone, as `--state` and expressions take them."""
        return self.exhibits()

    def judgements(self) -> tuple[KeyJudgement, ...]:
        """What a reader should know, most important first."""
        return ()

    def annex(self) -> tuple[Exhibit, ...]:
        """What stands in a brief's annex: the exhibits, unless the family shows more or less there."""
        return self.exhibits()

    def as_json(self) -> dict[str, object]:
        """Plain values: what the command's `--json` prints (FILES §4)."""
        return {"records": [dict(row) for row in self.records()], "stamp": self.stamp.as_dict()}


P = TypeVar("P", bound=Params)
R_co = TypeVar("R_co", bound=Result, covariant=True)
P_contra = TypeVar("P_contra", bound=Params, contravariant=True)


class Run(Protocol[P_contra, R_co]):
    """How a family answers."""

    def __call__(self, inquiry: Inquiry, params: P_contra, progress: Progress, /) -> R_co:
        """The answer; progress tells how far it is."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis(Generic[P, R_co]):
    """A family of analyses.

    id: its command, and its name in study.yaml and stamps; the question it answers is the message
    `analysis.<id>.question`. params: its choices, each with a default unless the question needs it. run:
    imports what is heavy when called. needs: what must be in the file. annex: where its exhibits stand in a
    brief, None if they do not.
    """

    id: str
    params: type[P]
    run: Run[P, R_co]
    needs: Needs = "model"
    annex: Annex | None = None

    def applies(self, situation: Situation) -> bool:
        """Does the file hold what the question needs?"""
        modelled = bool(situation.options) or situation.graph is not None
        on_the_table = situation.terms is not None
        return {"model": modelled, "issues": on_the_table, "both": modelled and on_the_table}[self.needs]


def unheard(what: Words, done: int, total: int) -> None:
    """The progress nobody listens to."""


def answer(
    inquiry: Inquiry, analysis: Analysis[P, R_co], params: P | None = None, progress: Progress = unheard
) -> R_co:
    """The answer of a family about a situation, found once for these parameters."""
    chosen = analysis.params() if params is None else params
    return inquiry.once((analysis.id, chosen), lambda: analysis.run(inquiry, chosen, progress))


def counting(progress: Progress, what: Words) -> Callable[[int, int], None]:
    """Progress for a part of the work that counts its steps."""
    return lambda done, total: progress(what, done, total)
