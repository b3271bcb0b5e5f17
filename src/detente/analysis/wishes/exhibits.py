"""Who wants what; common ground and differences by pair, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from detente.analysis.wishes.comparison import Kind, WishRelations, is_rule
from detente.analysis.wishes.hopes import hopes, wish
from detente.exhibits import Exhibit, Grid, Paragraph, Table, Text
from detente.situation.preferences import Prioritised, Ranked, Weighted
from detente.situation.words import name

_SHOWN = 8  # wishes per actor in the grid: the rest weighs less than any of these
_PER_PAIR = 3
_LEGEND = {
    "own": "its own wish",
    "shared": "shared: goes with a wish of this actor",
    "opposed": "opposed: excludes a wish of this actor",
    "both": "shared with one wish, opposed to another",
    "none": "neither",
}


def blocks(found: WishRelations) -> Iterator[Exhibit]:
    """Wishes in order, rules of conduct, whom each hope suits, and what each pair shares and disputes."""
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
    if found.meetings:
        yield _grid(found)
        yield _pairs(found)


def _rules(found: WishRelations) -> Iterator[Exhibit]:
    """What each actor does in its own hands, given what the others do."""
    rows = []
    for actor in found.compiled.actors:
        preference = found.situation.preference(actor)
        for one in preference.statements if isinstance(preference, Prioritised) else ():
            if is_rule(found.compiled, actor, one):
                rows.append((Text(name(found.situation, actor)), wish(found.situation, one)))
    if rows:
        yield Table(
            "Rules of conduct: what each does, given what the others do", ("who", "rule"), tuple(rows)
        )


def _list(found: WishRelations, actor: str) -> Iterator[Exhibit]:
    preference = found.situation.preference(actor)
    if isinstance(preference, Ranked):
        groups = [" = ".join(str(state) for state in group) for group in preference.groups]
        yield Paragraph((Text(f"{name(found.situation, actor)} ranks: {' > '.join(groups[:12])}"),))
    if isinstance(preference, Weighted):
        rows = tuple((wish(found.situation, one), Text(f"{weight:g}")) for one, weight in preference.weights)
        yield Table(f"{name(found.situation, actor)}: weights", ("wish", "weight"), rows, (1,))


def _grid(found: WishRelations) -> Grid:
    situation = found.situation
    rows, cells = [], []
    for actor in found.compiled.actors:
        for place, statement in hopes(found.compiled, actor)[:_SHOWN]:
            said = wish(found.situation, statement)
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


def _mark(found: WishRelations, actor: str, index: int, other: str) -> str:
    if actor == other:
        return "own"
    kinds = {
        one.kind
        for kind in ("shared", "opposed")
        for one in found.between(actor, other, kind)
        if (one.first_index if one.first == actor else one.second_index) == index
    }
    return "both" if len(kinds) == 2 else next(iter(kinds), "none")


def _pairs(found: WishRelations) -> Table:
    rows = []
    for first, second in combinations(found.compiled.actors, 2):
        shared, opposed = _words(found, first, second, "shared"), _words(found, first, second, "opposed")
        if shared.text != "—" or opposed.text != "—":
            situation = found.situation
            pair = f"{name(situation, first)} and {name(situation, second)}"
            rows.append((Text(pair), shared, opposed))
    return Table("Common ground and differences by pair", ("pair", "both want", "at odds"), tuple(rows))


def _words(found: WishRelations, first: str, second: str, kind: Kind) -> Text:
    meetings = found.between(first, second, kind)
    phrases: list[str] = []
    claims: list[str] = []
    assumed = False
    for one in meetings[:_PER_PAIR]:
        mine, theirs = (
            _statement(found, one.first, one.first_index),
            _statement(found, one.second, one.second_index),
        )
        phrases.append(str(mine.text) if kind == "shared" else f"{mine.text} / {theirs.text}")
        claims += [*mine.claims, *theirs.claims]
        assumed = assumed or mine.assumed or theirs.assumed
    more = len(meetings) - _PER_PAIR
    words = "; ".join(dict.fromkeys(phrases)) + (f"; and {more} more" if more > 0 else "")
    return Text(words or "—", tuple(dict.fromkeys(claims)), assumed)


def _statement(found: WishRelations, actor: str, index: int) -> Text:
    preference = found.situation.preference(actor)
    assert isinstance(preference, Prioritised)
    return wish(found.situation, preference.statements[index])
