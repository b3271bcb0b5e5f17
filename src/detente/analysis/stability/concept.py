"""What a stability concept is, and its answer about one state: a verdict with its witness (HOUSE §5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.analysis.stability.sequences import Sequences
from detente.messages import Label
from detente.situation.graph import ConflictGraph

ActorT = TypeVar("ActorT")
StateT = TypeVar("StateT")


@dataclass(frozen=True, slots=True)
class Step(Generic[ActorT, StateT]):
    """One unilateral move in a witness."""

    actor: ActorT
    source: StateT
    target: StateT


@dataclass(frozen=True, slots=True)
class Answer(Generic[ActorT, StateT]):
    """What the others can do about one improvement of the focal actor.

    to: the state the improvement leads to. sanction: the shortest legal sequence of the others, starting
    at `to`, that ends in a state the focal actor does not prefer to where it stood; None if there is none.
    escape: a state the focal actor prefers and can still reach from where the sanction ends (asked by SMR
    and SSEQ only); None if there is no way out.
    """

    to: StateT
    sanction: tuple[Step[ActorT, StateT], ...] | None = None
    escape: StateT | None = None

    @property
    def deterred(self) -> bool:
        """The improvement does not pay: it is sanctioned, and no escape undoes the sanction."""
        return self.sanction is not None and self.escape is None


@dataclass(frozen=True, slots=True)
class Judgement(Generic[ActorT, StateT]):
    """Is `state` stable for `actor` under `concept`, and why (GRAPH_MODEL §11)? True if stable.

    `answers` has one entry for every improvement the actor has from the state, in order of position.
    Actors and states are indices as judged, labels when they come from a result.
    """

    concept: str
    actor: ActorT
    state: StateT
    answers: tuple[Answer[ActorT, StateT], ...]

    def __bool__(self) -> bool:
        return all(answer.deterred for answer in self.answers)

    @property
    def undeterred(self) -> tuple[Answer[ActorT, StateT], ...]:
        """The improvements that nothing deters: why the state is not stable."""
        return tuple(answer for answer in self.answers if not answer.deterred)

    def labelled(self, actor: Callable[[ActorT], Any], state: Callable[[StateT], Any]) -> Judgement[Any, Any]:
        """The same judgement with every actor and state renamed."""

        def step(one: Step[ActorT, StateT]) -> Step[Any, Any]:
            return Step(actor(one.actor), state(one.source), state(one.target))

        def answer(one: Answer[ActorT, StateT]) -> Answer[Any, Any]:
            steps = None if one.sanction is None else tuple(map(step, one.sanction))
            return Answer(state(one.to), steps, None if one.escape is None else state(one.escape))

        return Judgement(self.concept, actor(self.actor), state(self.state), tuple(map(answer, self.answers)))


IndexJudgement = Judgement[int, int]


class StableForm(Protocol):
    """The fast form: bool [positions], true where the state is feasible and stable for the actor."""

    def __call__(
        self, graph: ConflictGraph, actor: int, sequences: Sequences = "legal"
    ) -> NDArray[np.bool_]: ...


class JudgeForm(Protocol):
    """The literal form: the published definition for one state and one actor, with its witness."""

    def __call__(
        self, graph: ConflictGraph, actor: int, position: int, sequences: Sequences = "legal"
    ) -> IndexJudgement: ...


@dataclass(frozen=True, slots=True)
class StabilityConcept:
    """A published notion of stability: its fast and its literal form, and the concepts it implies.

    reference: who defined it. credible: the others answer only by steps that serve whoever makes them, else
    by anything they can do. implies: ids of concepts whose stable states include this one's, a law on every
    situation with complete preorders (GRAPH_MODEL §6).
    """

    id: str
    name: Label
    question: str
    reference: str
    stable: StableForm
    judge: JudgeForm
    credible: bool = False
    implies: tuple[str, ...] = ()
