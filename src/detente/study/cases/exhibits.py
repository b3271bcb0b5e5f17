"""Published cases as exhibits: the catalogue, and one case with its prints beside our results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.exhibits import Exhibit, Paragraph, Section, Table, Text
from detente.messages import Message, Words, message
from detente.situation.states import State
from detente.study.cases.comparison import Comparison, Solved, compare
from detente.study.cases.published import Numbers, Publication, PublishedCase


def catalogue(publications: Iterable[Publication]) -> Table:
    """Which published disputes are there, and where do they come from?"""
    rows = tuple(_texts(one.name, one.title, one.citation) for one in publications)
    return Table(message("study.cases.title"), columns("name", "dispute", "source"), rows)


def case_sections(case: PublishedCase) -> tuple[Section, ...]:
    """What does one published dispute print, and what do the definitions give?"""
    solved = Solved(case) if case.numbers else None
    results = list(_results(case, solved))
    return (
        Section(case.publication.title, (_source(case.publication), *_states(case))),
        *((Section(message("study.cases.beside"), tuple(results)),) if results else ()),
        *((Section(message("study.cases.notes"), (_bullets(case.notes),)),) if case.notes else ()),
    )


def numbered(numbers: Numbers | None) -> Words:
    """A list of state numbers for people: "1–4, 7", "none", or a dash for no answer."""
    if numbers is None:
        return "—"
    return ", ".join(_runs(numbers)) if numbers else message("study.cases.none")


def _runs(numbers: Numbers) -> Iterator[str]:
    """Three or more numbers in a row become first–last; keys that are no numbers stay as they are."""
    run: list[str] = []
    for number in (*numbers, ""):
        if run and not (number.isdecimal() and run[-1].isdecimal() and int(number) == int(run[-1]) + 1):
            yield from (f"{run[0]}–{run[-1]}",) if len(run) > 2 else run
            run = []
        run.append(number)


def _texts(*words: Words) -> tuple[Text, ...]:
    return tuple(Text(word) for word in words)


def _bullets(lines: Iterable[Words]) -> Paragraph:
    return Paragraph(_texts(*lines), bullets=True)


def columns(*names: str) -> tuple[Message, ...]:
    """The heads of a table of cases."""
    return tuple(message(f"study.cases.column.{name}") for name in names)


def source_lines(publication: Publication) -> tuple[Words, ...]:
    """Where a case is from, in which edition it was read, and what else is to be known of it."""
    return (
        message("study.cases.source", citation=publication.citation),
        message("study.cases.read_in", read_in=publication.read_in),
        *((publication.about,) if publication.about else ()),
    )


def _source(publication: Publication) -> Paragraph:
    return _bullets(source_lines(publication))


def _states(case: PublishedCase) -> Iterator[Table]:
    if case.numbers:
        rows = tuple(_texts(number, _state_words(state)) for number, state in case.numbers.items())
        yield Table(message("study.cases.states"), columns("state", "chosen"), rows, numeric=(0,))


def _state_words(state: State) -> Words:
    return state.label or str(state)


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
        yield Table(message("study.cases.other"), columns("question", "printed", "ours", "where"), rows)


def _beside(comparisons: tuple[Comparison, ...]) -> Table:
    return Table(
        message("study.cases.printed_and_ours"),
        columns("concept", "for", "printed", "ours", "comparison", "where"),
        tuple(_row(comparison) for comparison in comparisons),
    )


def _row(comparison: Comparison) -> tuple[Text, ...]:
    printed = comparison.printed
    states = numbered(printed.states)
    if printed.among is not None:
        states = message("study.cases.among", states=states, among=numbered(printed.among))
    return _texts(
        printed.concept,
        printed.actor or message("study.cases.all"),
        states,
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
    return Table(message("study.cases.by_actor"), (*columns("concept", "equilibria"), *actors), rows)
