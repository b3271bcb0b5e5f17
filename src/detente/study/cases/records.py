"""Published cases as plain values, for scripts."""

from __future__ import annotations

from collections.abc import Iterable

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.study.cases.comparison import Comparison, Solved, compare
from detente.study.cases.published import Publication, PublishedCase

Record = dict[str, object]


def catalogue_records(publications: Iterable[Publication]) -> list[Record]:
    """One record for each case: its name and where it comes from."""
    return [_publication(one) for one in publications]


def case_record(case: PublishedCase) -> Record:
    """A case with its numbered states, each printed result beside ours, and ours by actor."""
    solved = Solved(case) if case.numbers else None
    return {
        **_publication(case.publication),
        "states": {number: state.as_json() for number, state in case.numbers.items()},
        "results": [_comparison(one) for one in compare(case, solved)],
        "stability": _stability(case, solved) if solved else {},
        "further": [
            {"question": one.question, "printed": one.printed, "ours": one.ours, "because": one.because}
            for one in case.further
        ],
        "notes": list(case.notes),
    }


def _publication(one: Publication) -> Record:
    return {
        "name": one.name,
        "title": one.title,
        "place": one.place,
        "citation": one.citation,
        "read_in": one.read_in,
    }


def _comparison(one: Comparison) -> Record:
    printed = one.printed
    return {
        "concept": printed.concept,
        "actor": printed.actor or None,
        "where": printed.where,
        "among": None if printed.among is None else list(printed.among),
        "printed": list(printed.states),
        "ours": None if one.ours is None else list(one.ours),
        "agrees": one.agrees,
        "because": printed.because,
    }


def _stability(case: PublishedCase, solved: Solved) -> Record:
    actors = [actor.id for actor in case.situation.players]
    return {
        concept.id: {
            "equilibria": list(solved.equilibria(concept.id)),
            "stable": {actor: list(solved.stable(concept.id, actor)) for actor in actors},
        }
        for concept in CONCEPTS
    }
