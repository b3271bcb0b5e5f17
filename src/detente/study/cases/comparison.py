"""A published case solved, and each printed result beside ours."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.sequences import Sequences
from detente.messages import Message, message
from detente.situation.compile import compile_situation
from detente.study.cases.published import Numbers, Printed, PublishedCase


@dataclass(frozen=True, slots=True)
class Comparison:
    """A printed result beside ours; `ours` is None for a concept that is none of ours."""

    printed: Printed
    ours: Numbers | None

    @property
    def agrees(self) -> bool:
        """Ours is what is printed."""
        return self.ours is not None and set(self.ours) == set(self.printed.states)

    @property
    def verdict(self) -> Message:
        """The comparison in a word or a sentence."""
        if self.ours is None:
            return message("study.cases.verdict.none_of_ours")
        if self.agrees:
            return message("study.cases.verdict.same")
        if self.printed.because:
            return message("study.cases.verdict.differs", because=self.printed.because)
        return message("study.cases.verdict.unexplained")


class Solved:
    """The stability of a case's states, by the source's numbers; each answer is computed once."""

    def __init__(self, case: PublishedCase) -> None:
        self.numbers = tuple(case.numbers)
        self._compiled = compile_situation(case.situation)
        self._positions = [self._compiled.position(state) for state in case.numbers.values()]
        self._concepts = {concept.id: concept for concept in CONCEPTS}
        self._known: dict[tuple[str, str, str], Numbers] = {}

    def stable(self, concept: str, actor: str, sequences: Sequences = "legal") -> Numbers:
        """The states that are stable for an actor, in the source's order."""
        key = (concept, actor, sequences)
        if key not in self._known:
            index = self._compiled.actor_index(actor)
            mask = self._concepts[concept].stable(self._compiled.graph, index, sequences)
            pairs = zip(self.numbers, self._positions, strict=True)
            self._known[key] = tuple(number for number, at in pairs if mask[at])
        return self._known[key]

    def equilibria(self, concept: str, sequences: Sequences = "legal") -> Numbers:
        """The states that are stable for every actor, in the source's order."""
        stable = [set(self.stable(concept, actor, sequences)) for actor in self._compiled.actors]
        return tuple(number for number in self.numbers if all(number in states for states in stable))

    def answer(self, printed: Printed, sequences: Sequences = "legal") -> Numbers | None:
        """Our answer to what a print answers; None where the concept is none of ours."""
        if printed.concept not in self._concepts:
            return None
        if printed.actor:
            states = self.stable(printed.concept, printed.actor, sequences)
        else:
            states = self.equilibria(printed.concept, sequences)
        return tuple(number for number in states if printed.among is None or number in printed.among)


def compare(case: PublishedCase, solved: Solved | None = None) -> tuple[Comparison, ...]:
    """Does what the source prints follow from the definitions? One comparison for each printed result."""
    if not case.printed:
        return ()
    solved = solved or Solved(case)
    return tuple(Comparison(printed, solved.answer(printed)) for printed in case.printed)
