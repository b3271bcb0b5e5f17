"""Published cases as exhibits: the catalogue, and one case with its prints beside our results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.exhibits import Exhibit, Paragraph, Section, Table, Text
from detente.situation.states import State
from detente.study.cases.comparison import Comparison, Solved, compare
from detente.study.cases.published import Numbers, Publication, PublishedCase


def catalogue(publications: Iterable[Publication]) -> Table:
    """Which published disputes are there, and where do they come from?"""
    rows = tuple(_texts(one.name, one.title, one.citation) for one in publications)
    return Table("Published cases", ("name", "dispute", "source"), rows)


def case_sections(case: PublishedCase) -> tuple[Section, ...]:
    """What does one published dispute print, and what do the definitions give?"""
    solved = Solved(case) if case.numbers else None
    results = list(_results(case, solved))
    return (
        Section(case.publication.title, (_source(case.publication), *_states(case))),
        *((Section("Printed results beside ours", tuple(results)),) if results else ()),
        *((Section("Notes", (_bullets(case.notes),)),) if case.notes else ()),
    )


def numbered(numbers: Numbers | None) -> str:
    """A list of state numbers for people: "1–4, 7", "none", or a dash for no answer."""
    if numbers is None:
        return "—"
    return ", ".join(_runs(numbers)) if numbers else "none"


def _runs(numbers: Numbers) -> Iterator[str]:
    """Three or more numbers in a row become first–last; keys that are no numbers stay as they are."""
    run: list[str] = []
    for number in (*numbers, ""):
        if run and not (number.isdecimal() and run[-1].isdecimal() and int(number) == int(run[-1]) + 1):
            yield from (f"{run[0]}–{run[-1]}",) if len(run) > 2 else run
            run = []
        run.append(number)


def _texts(*words: str) -> tuple[Text, ...]:
    return tuple(Text(word) for word in words)


def _bullets(lines: Iterable[str]) -> Paragraph:
    return Paragraph(_texts(*lines), bullets=True)


def _source(publication: Publication) -> Paragraph:
    about = (publication.about,) if publication.about else ()
    return _bullets((f"Source: {publication.citation}.", f"Read in: {publication.read_in}.", *about))


def _states(case: PublishedCase) -> Iterator[Table]:
    if case.numbers:
        rows = tuple(_texts(number, _state_words(state)) for number, state in case.numbers.items())
        yield Table("States, numbered as in the source", ("state", "what is chosen"), rows, numeric=(0,))


def _state_words(state: State) -> str:
    return str(state.label or state)


def _results(case: PublishedCase, solved: Solved | None) -> Iterator[Exhibit]:
    if solved is not None:
        comparisons = compare(case, solved)
        if comparisons:
            yield _beside(comparisons)
        yield _by_actor(case, solved)
    if case.further:
        rows = tuple(
            _texts(one.question, one.printed, " ".join(filter(None, (one.ours, one.because))), one.where)
            for one in case.further
        )
        yield Table("Other questions", ("question", "printed", "ours", "where"), rows)


def _beside(comparisons: tuple[Comparison, ...]) -> Table:
    return Table(
        "Printed and ours",
        ("concept", "for", "printed", "ours", "comparison", "where"),
        tuple(_row(comparison) for comparison in comparisons),
    )


def _row(comparison: Comparison) -> tuple[Text, ...]:
    printed = comparison.printed
    shown = "" if printed.among is None else f" (among {numbered(printed.among)})"
    return _texts(
        printed.concept,
        printed.actor or "all",
        numbered(printed.states) + shown,
        numbered(comparison.ours),
        comparison.verdict,
        printed.where,
    )


def _by_actor(case: PublishedCase, solved: Solved) -> Table:
    actors = [actor.id for actor in case.situation.players]
    rows = tuple(
        _texts(
            concept.id,
            numbered(solved.equilibria(concept.id)),
            *(numbered(solved.stable(concept.id, actor)) for actor in actors),
        )
        for concept in CONCEPTS
    )
    return Table("Ours, by actor", ("concept", "equilibria", *actors), rows)
