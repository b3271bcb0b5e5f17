"""What the symbolic engine found, and how much of it is proven."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from detente.analysis.protocol import Result, Stamp
from detente.errors import ArgumentError
from detente.exhibits import Exhibit, Table, Text
from detente.messages import Words, joined, message
from detente.situation.model import Situation
from detente.situation.states import State
from detente.situation.words import outcome_words

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one concept.

    equilibria: those listed, each verified. at_least, at_most: how many there are for certain, and how many
    there can be (None: no bound is known). proven: what was asked is answered for certain. method:
    "diagrams" (all states at once) or "search" (one by one).
    """

    concept: str
    equilibria: tuple[State, ...]
    at_least: int
    at_most: int | None
    proven: bool
    method: str
    seconds: float = field(default=0.0, compare=False)

    @property
    def count(self) -> int | None:
        """How many there are; None if that is not proven."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def absent(self) -> bool:
        """It is proven that there is none."""
        return self.at_most == 0

    @property
    def complete(self) -> bool:
        """Every equilibrium is listed."""
        return self.at_most == len(self.equilibria)

    def as_json(self) -> dict[str, object]:
        """The finding as plain values."""
        return {
            "equilibria": [state.as_json() for state in self.equilibria],
            "count": self.count,
            "at_least": self.at_least,
            "at_most": self.at_most,
            "complete": self.complete,
            "method": self.method,
            "seconds": round(self.seconds, 3),
        }

    def verdict(self) -> Words:
        """What is known, in words."""
        if self.absent:
            return message("symbolic.absent")
        if self.count is not None:
            return message("symbolic.count", count=self.count)
        if self.at_most is None:
            return self._at_least()
        return self._between(self.at_most)

    def _at_least(self) -> Words:
        if self.at_least:
            return message("symbolic.at_least", least=self.at_least)
        return message("symbolic.none_found")

    def _between(self, most: int) -> Words:
        if self.at_least:
            return message("symbolic.between", least=self.at_least, most=most)
        return message("symbolic.none_found_at_most", most=most)


@dataclass(frozen=True, slots=True)
class SymbolicResult(Result):
    """Findings per concept, in the order asked for. combinations: the size of the product space."""

    situation: Situation
    findings: tuple[Finding, ...]
    combinations: int
    states: int | None
    stamp: Stamp

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors that choose."""
        return tuple(actor.id for actor in self.situation.players)

    def finding(self, concept: str) -> Finding:
        """The finding for a concept. Raises ArgumentError."""
        for one in self.findings:
            if one.concept == concept:
                return one
        known = ", ".join(one.concept for one in self.findings)
        raise ArgumentError(f"concept must be one of {known}; got {concept!r}")

    def equilibria(self, concept: str) -> tuple[State, ...]:
        """The equilibria listed for a concept: all there are only if the finding is complete."""
        return self.finding(concept).equilibria

    def records(self) -> Iterator[dict[str, object]]:
        """One row per concept."""
        for one in self.findings:
            yield {
                "concept": one.concept,
                "listed": len(one.equilibria),
                "at_least": one.at_least,
                "at_most": one.at_most,
                "count": one.count,
                "proven": one.proven,
                "method": one.method,
            }

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What is known per concept, and the equilibria listed with the concepts they were found under."""
        return self._named(partial(outcome_words, self.situation))

    def by_ids(self) -> tuple[Exhibit, ...]:
        """The same, equilibria by their ids alone."""
        return self._named(str)

    def as_json(self) -> dict[str, object]:
        """As for the explicit engine, with what is proven (FILES §4)."""
        return {
            "states": self.states,
            "combinations": self.combinations,
            "actors": list(self.actors),
            "engine": "symbolic",
            "concepts": {one.concept: one.as_json() for one in self.findings},
            "proven": {one.concept: one.proven for one in self.findings},
            "stamp": self.stamp.as_dict(),
        }

    def _named(self, named: Callable[[State], Words]) -> tuple[Exhibit, ...]:
        found = [self._equilibria(named)] if any(one.equilibria for one in self.findings) else []
        return (self._verdicts(), *found)

    def _verdicts(self) -> Table:
        rows = tuple(
            (
                Text(one.concept),
                Text(one.verdict()),
                Text(_METHODS.get(one.method, one.method)),
                Text(f"{one.seconds:.1f}"),
            )
            for one in self.findings
        )
        return Table(
            title=message("symbolic.title", combinations=self.combinations),
            columns=(
                message("stability.concept"),
                message("symbolic.how_many"),
                message("symbolic.by"),
                message("symbolic.seconds"),
            ),
            rows=rows,
            numeric=(3,),
        )

    def _equilibria(self, named: Callable[[State], Words]) -> Table:
        held: dict[State, list[str]] = {}
        for one in self.findings:
            for state in one.equilibria:
                held.setdefault(state, []).append(one.concept)
        rows = tuple((Text(named(state)), Text(joined(names, "comma"))) for state, names in held.items())
        every = all(one.complete for one in self.findings)
        return Table(
            title=message("symbolic.all") if every else message("symbolic.some"),
            columns=(message("symbolic.outcome"), message("symbolic.found_under")),
            rows=rows[:_SHOWN],
            numeric=(),
        )


_METHODS: dict[str, Words] = {
    "diagrams": message("symbolic.diagrams"),
    "search": message("symbolic.search"),
}
