"""Who wants what; common ground and differences by pair, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from detente.analysis.wishes.comparison import Kind, WishRelations, is_rule
from detente.analysis.wishes.hopes import hopes, wish
from detente.exhibits import Exhibit, Grid, Paragraph, Table, Text
from detente.messages import Words, joined, message
from detente.situation.preferences import Prioritised, Ranked, Weighted
from detente.situation.words import name

_SHOWN = 8  # wishes per actor in the grid: the rest weighs less than any of these
_PER_PAIR = 3
_LEGEND = {
    "own": message("wishes.legend.own"),
    "shared": message("wishes.legend.shared"),
    "opposed": message("wishes.legend.opposed"),
    "both": message("wishes.legend.both"),
    "none": message("wishes.legend.none"),
}


def blocks(found: WishRelations) -> Iterator[Exhibit]:
    """Wishes in order, rules of conduct, whom each hope suits, and what each pair shares and disputes."""
    yield Paragraph((Text(message("wishes.in_order")),))
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
        columns = (message("wishes.rules.who"), message("wishes.rules.rule"))
        yield Table(message("wishes.rules.title"), columns, tuple(rows))


def _list(found: WishRelations, actor: str) -> Iterator[Exhibit]:
    preference = found.situation.preference(actor)
    if isinstance(preference, Ranked):
        groups = [" = ".join(str(state) for state in group) for group in preference.groups]
        ranks = message("wishes.ranks", actor=name(found.situation, actor), groups=" > ".join(groups[:12]))
        yield Paragraph((Text(ranks),))
    if isinstance(preference, Weighted):
        rows = tuple((wish(found.situation, one), Text(f"{weight:g}")) for one, weight in preference.weights)
        title = message("wishes.weights.title", actor=name(found.situation, actor))
        yield Table(title, (message("wishes.weights.wish"), message("wishes.weights.weight")), rows, (1,))


def _grid(found: WishRelations) -> Grid:
    situation = found.situation
    rows, cells = [], []
    for actor in found.compiled.actors:
        for place, statement in hopes(found.compiled, actor)[:_SHOWN]:
            said = wish(found.situation, statement)
            hope = message("wishes.hope", actor=name(situation, actor), place=place, hope=said.text)
            rows.append(Text(hope, said.claims, said.assumed))
            cells.append(tuple(_mark(found, actor, place - 1, other) for other in found.compiled.actors))
    return Grid(
        message("wishes.grid.title"),
        tuple(rows),
        tuple(Text(name(situation, actor)) for actor in found.compiled.actors),
        tuple(cells),
        _LEGEND,
        note=Text(message("wishes.grid.note")),
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
            pair = joined(name(found.situation, actor) for actor in (first, second))
            rows.append((Text(pair), shared, opposed))
    columns = (message("wishes.pairs.pair"), message("wishes.pairs.shared"), message("wishes.pairs.opposed"))
    return Table(message("wishes.pairs.title"), columns, tuple(rows))


def _words(found: WishRelations, first: str, second: str, kind: Kind) -> Text:
    meetings = found.between(first, second, kind)
    phrases: list[Words] = []
    claims: list[str] = []
    assumed = False
    for one in meetings[:_PER_PAIR]:
        mine, theirs = (
            _statement(found, one.first, one.first_index),
            _statement(found, one.second, one.second_index),
        )
        phrases.append(mine.text if kind == "shared" else joined((mine.text, theirs.text), "slash"))
        claims += [*mine.claims, *theirs.claims]
        assumed = assumed or mine.assumed or theirs.assumed
    more = len(meetings) - _PER_PAIR
    words: Words = joined(dict.fromkeys(phrases), "semicolon") if phrases else "—"
    if more > 0:
        words = message("wishes.pairs.more", wishes=words, more=more)
    return Text(words, tuple(dict.fromkeys(claims)), assumed)


def _statement(found: WishRelations, actor: str, index: int) -> Text:
    preference = found.situation.preference(actor)
    assert isinstance(preference, Prioritised)
    return wish(found.situation, preference.statements[index])
