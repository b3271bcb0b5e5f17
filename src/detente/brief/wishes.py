"""Section 2: who wants what; common ground and differences by pair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from detente.analysis.relations import is_rule
from detente.analysis.relations.wishes import Kind
from detente.exhibits import Block, Grid, Paragraph, Section, Table, Text
from detente.situation.preferences import Prioritised, Ranked, Statement, Weighted
from detente.study.wording import name, wish_words

if TYPE_CHECKING:
    from detente.brief.compose import Findings

_SHOWN = 8  # wishes per actor in the grid: the rest weighs less than any of these
_PER_PAIR = 3
_LEGEND = {
    "own": "its own wish",
    "shared": "shared: goes with a wish of this actor",
    "opposed": "opposed: excludes a wish of this actor",
    "both": "shared with one wish, opposed to another",
    "none": "neither",
}


def section(found: Findings) -> Section:
    """The section."""
    return Section("Who wants what: common ground and differences", tuple(_blocks(found)))


def wish(found: Findings, statement: Statement) -> Text:
    """A wish with its grounds."""
    grounds = statement.grounds
    return Text(wish_words(found.study.situation, statement), grounds.because, grounds.are_assumed)


def hopes(found: Findings, actor: str) -> list[tuple[int, Statement]]:
    """The statements of an actor that are no rules of conduct, with their place in the list (from 1)."""
    preference = found.study.situation.preference(actor)
    listed_ = preference.statements if isinstance(preference, Prioritised) else ()
    return [(index + 1, one) for index, one in enumerate(listed_) if not is_rule(found.compiled, actor, one)]


def _blocks(found: Findings) -> Iterator[Block]:
    yield Paragraph(
        (
            Text(
                "Each actor’s wishes stand in order of importance: a more important one outweighs all that "
                "follow. They are read from what was said where a source carries them, and assumed where not."
            ),
        )
    )
    for actor in found.compiled.actors:
        yield from _list(found, actor)
    yield from _rules(found)
    if found.wishes.meetings:
        yield _grid(found)
        yield _pairs(found)


def _rules(found: Findings) -> Iterator[Block]:
    """What each actor does in its own hands, given what the others do."""
    rows = []
    for actor in found.compiled.actors:
        preference = found.study.situation.preference(actor)
        for one in preference.statements if isinstance(preference, Prioritised) else ():
            if is_rule(found.compiled, actor, one):
                rows.append((Text(name(found.study.situation, actor)), wish(found, one)))
    if rows:
        yield Table(
            "Rules of conduct: what each does, given what the others do", ("who", "rule"), tuple(rows)
        )


def _list(found: Findings, actor: str) -> Iterator[Block]:
    preference = found.study.situation.preference(actor)
    if isinstance(preference, Ranked):
        groups = [" = ".join(str(state) for state in group) for group in preference.groups]
        yield Paragraph((Text(f"{name(found.study.situation, actor)} ranks: {' > '.join(groups[:12])}"),))
    if isinstance(preference, Weighted):
        rows = tuple((wish(found, one), Text(f"{weight:g}")) for one, weight in preference.weights)
        yield Table(f"{name(found.study.situation, actor)}: weights", ("wish", "weight"), rows, (1,))


def _grid(found: Findings) -> Grid:
    situation = found.study.situation
    rows, cells = [], []
    for actor in found.compiled.actors:
        for place, statement in hopes(found, actor)[:_SHOWN]:
            said = wish(found, statement)
            rows.append(Text(f"{name(situation, actor)} {place}: {said.text}", said.claims, said.assumed))
            cells.append(tuple(_mark(found, actor, place - 1, other) for other in found.compiled.actors))
    return Grid(
        "Hopes by actor, most important first, and whom they suit",
        tuple(rows),
        tuple(Text(name(situation, actor)) for actor in found.compiled.actors),
        tuple(cells),
        _LEGEND,
        note=Text(
            "Shared: in every feasible outcome one wish brings the other with it. "
            "Opposed: no feasible outcome satisfies both."
        ),
    )


def _mark(found: Findings, actor: str, index: int, other: str) -> str:
    if actor == other:
        return "own"
    kinds = {
        one.kind
        for kind in ("shared", "opposed")
        for one in found.wishes.between(actor, other, kind)
        if (one.first_index if one.first == actor else one.second_index) == index
    }
    return "both" if len(kinds) == 2 else next(iter(kinds), "none")


def _pairs(found: Findings) -> Table:
    rows = []
    for first, second in combinations(found.compiled.actors, 2):
        shared, opposed = _words(found, first, second, "shared"), _words(found, first, second, "opposed")
        if shared.text != "—" or opposed.text != "—":
            situation = found.study.situation
            pair = f"{name(situation, first)} and {name(situation, second)}"
            rows.append((Text(pair), shared, opposed))
    return Table("Common ground and differences by pair", ("pair", "both want", "at odds"), tuple(rows))


def _words(found: Findings, first: str, second: str, kind: Kind) -> Text:
    meetings = found.wishes.between(first, second, kind)
    phrases: list[str] = []
    claims: list[str] = []
    assumed = False
    for one in meetings[:_PER_PAIR]:
        mine, theirs = (
            _statement(found, one.first, one.first_index),
            _statement(found, one.second, one.second_index),
        )
        phrases.append(mine.text if kind == "shared" else f"{mine.text} / {theirs.text}")
        claims += [*mine.claims, *theirs.claims]
        assumed = assumed or mine.assumed or theirs.assumed
    more = len(meetings) - _PER_PAIR
    words = "; ".join(dict.fromkeys(phrases)) + (f"; and {more} more" if more > 0 else "")
    return Text(words or "—", tuple(dict.fromkeys(claims)), assumed)


def _statement(found: Findings, actor: str, index: int) -> Text:
    preference = found.study.situation.preference(actor)
    assert isinstance(preference, Prioritised)
    return wish(found, preference.statements[index])
