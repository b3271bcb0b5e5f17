"""Published disputes on disk: a situation file, and beside it `<case>.results.yaml` with what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from detente.analysis.stability.sequences import Sequences
from detente.situation.model import Situation
from detente.situation.states import State, option_state
from detente.store.case_folder import SourceEntry, case_named, cases_with, publication, results_entry
from detente.store.study_folder import load_situation
from detente.study.cases.published import Further, Numbers, Printed, Publication, PublishedCase

RESULTS = ".results.yaml"

Number = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PrintedEntry(_Entry):
    """A printed result: equilibria, or with `actor` the states `stable` for it."""

    concept: str
    where: str
    actor: str = ""
    equilibria: tuple[Number, ...] | None = None
    stable: tuple[Number, ...] | None = None
    among: tuple[Number, ...] | None = None
    sequences: Sequences = "legal"
    by_definition: tuple[Number, ...] | None = None
    because: str = ""

    @model_validator(mode="after")
    def _one_answer(self) -> PrintedEntry:
        if (self.stable is None) == (self.equilibria is None) or bool(self.actor) != (
            self.stable is not None
        ):
            raise ValueError("give either equilibria, or actor and stable")
        if (self.by_definition is None) != (not self.because):
            raise ValueError("a print that differs needs both by_definition and because")
        return self


class FurtherEntry(_Entry):
    """A printed answer to another question."""

    question: str
    where: str
    printed: str
    ours: str
    because: str = ""


class ResultsEntry(SourceEntry):
    """A results file."""

    order: list[str] = Field(default=[], description="options, in the order of the letters of a state")
    states: dict[Number, str] = Field(default={}, description="the source's number -> N or Y per option")
    printed: list[PrintedEntry]
    reference: dict[str, dict[str, tuple[Number, ...]]] = Field(default={})
    coalition_reference: dict[str, tuple[Number, ...]] = Field(default={})
    further: list[FurtherEntry] = Field(default=[])
    notes: list[str] = Field(default=[])


def case_files() -> dict[str, Path]:
    """Name -> situation file of every published case, in the order they are filed."""
    return cases_with(RESULTS)


def publications() -> tuple[Publication, ...]:
    """Where every published case comes from; reads no situation."""
    return tuple(publication(path, _entry(path)) for path in case_files().values())


def load_case(name: str) -> PublishedCase:
    """A published case by name. Raises ArgumentError with the nearest name if there is none."""
    return _case(case_named(name, case_files()))


def _entry(path: Path) -> ResultsEntry:
    return results_entry(path, RESULTS, ResultsEntry)


def _case(path: Path) -> PublishedCase:
    entry, situation = _entry(path), load_situation(path)
    return PublishedCase(
        publication=publication(path, entry),
        situation=situation,
        numbers=_numbers(situation, entry),
        printed=tuple(_printed(item) for item in entry.printed),
        reference=entry.reference,
        coalition_reference=entry.coalition_reference,
        further=tuple(Further(**item.model_dump()) for item in entry.further),
        notes=tuple(entry.notes),
    )


def _printed(entry: PrintedEntry) -> Printed:
    fields: dict[str, Any] = entry.model_dump(exclude={"equilibria", "stable"})
    states: Numbers = entry.stable if entry.stable is not None else entry.equilibria or ()
    return Printed(states=states, **fields)


def _numbers(situation: Situation, entry: ResultsEntry) -> Mapping[str, State]:
    if situation.graph is not None:
        return {str(state.key): state for state in situation.graph.states}
    return {number: _state(situation, entry.order, letters) for number, letters in entry.states.items()}


def _state(situation: Situation, order: list[str], letters: str) -> State:
    levels = {
        name: situation.option(name).levels["NY".index(letter)]
        for name, letter in zip(order, letters, strict=True)
    }
    return option_state(situation.options, levels)
