"""Published disputes: a situation, where it comes from, and what its source prints about it.

Where the print and the definitions part, the case says why, and names the rule (for instance another
kind of sequences) under which the print comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.analysis.stability.sequences import Sequences
from detente.situation.model import Situation
from detente.situation.states import State

Numbers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed result: the states (by the source's numbers) it gives for a concept.

    actor: whose stability, or empty for equilibria. among: the states the print covers, if not all.
    sequences: the rule that gives the printed answer; by_definition: what the definition gives instead,
    and because: why they differ. All three are for prints that part from the definition.
    """

    concept: str
    where: str
    states: Numbers
    actor: str = ""
    among: Numbers | None = None
    sequences: Sequences = "legal"
    by_definition: Numbers | None = None
    because: str = ""

    @property
    def expected(self) -> Numbers:
        """What the definition gives: the print itself unless the case says otherwise."""
        return self.states if self.by_definition is None else self.by_definition


@dataclass(frozen=True, slots=True)
class Further:
    """A printed answer to another question, in words, beside ours."""

    question: str
    where: str
    printed: str
    ours: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a case comes from. place: where it is filed; read_in: what of the source was really read."""

    name: str
    place: str
    title: str
    citation: str
    read_in: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """A situation and what its source prints about it.

    numbers: the source's number of a state -> the state; empty where the source gives no results.
    reference: concept -> actor -> stable states, computed apart from this package; coalition_reference:
    coalition concept -> states stable for every coalition, likewise.
    """

    publication: Publication
    situation: Situation
    numbers: Mapping[str, State] = field(default_factory=dict)
    printed: tuple[Printed, ...] = ()
    reference: Mapping[str, Mapping[str, Numbers]] = field(default_factory=dict)
    coalition_reference: Mapping[str, Numbers] = field(default_factory=dict)
    further: tuple[Further, ...] = ()
    notes: tuple[str, ...] = ()
