"""Which outcomes would hold and why; which can be reached from today, by whose first move."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.routes import joint_paragraph, reached, route_graph, way
from detente.analysis.outcomes.selection import Family
from detente.analysis.outcomes.standing import concept_name, content, standing
from detente.analysis.stability.explain import headline
from detente.analysis.wishes.hopes import hopes, wish
from detente.exhibits import Argument, Exhibit, Grid, Paragraph, Step, Table, Text
from detente.situation.english import listed
from detente.situation.words import level_words, name

_SHOWN = 8


def blocks(found: Outcomes) -> Iterator[Exhibit]:
    """How many hold and what that means, whether today does, the families, the ways, and the reasons."""
    yield Paragraph(tuple(_counts(found)))
    yield from _today(found)
    if found.selection.families:
        yield _table(found)
        yield from route_graph(found)
        yield from joint_paragraph(found)
        yield from _grid(found)
        for family in found.selection.families:
            yield _reasons(found, family)


def _counts(found: Outcomes) -> Iterator[Text]:
    held, selection = found.stability, found.selection
    yield Text(
        f"The situation has {held.states:,} possible outcomes. {_hold(held.count('nash'))} because no actor "
        f"has anything better in its own hands (Nash). {_hold(selection.total)} under {concept_name(found)}: "
        f"{_EXPLAINED[selection.concept]}"
    )
    if selection.concept == "sseq" and held.count("seq") > selection.total:
        yield Text(
            f"Sequential stability alone would add {held.count('seq') - selection.total:,} more, which last "
            "only while an actor overlooks that it could better itself again after the others have answered; "
            "they are not listed."
        )


def _hold(count: int) -> str:
    return f"{count:,} hold{'s' if count == 1 else ''}"


_EXPLAINED = {
    "sseq": "whoever leaves is answered by others in their own interest, and cannot get out of it again.",
    "smr": "whoever leaves can be answered so that it loses its gain and cannot get out of it again.",
    "seq": "whoever leaves is answered by others acting in their own interest.",
    "gmr": "whoever leaves can be answered so that it loses its gain, if the others bear what it costs them.",
}


def _today(found: Outcomes) -> Iterator[Exhibit]:
    if found.selection.today is None:
        return
    verdicts = standing(found, found.selection.today)
    words = "Today’s outcome would hold" if found.selection.holds else "Today’s outcome would not hold"
    by = "." if not found.selection.holds else (", by itself." if content(verdicts) else ", by deterrence.")
    steps = _standing_steps(found, found.selection.today)
    yield Argument("Does today hold?", Text(words + by), steps)


def _standing_steps(found: Outcomes, position: int) -> tuple[Step, ...]:
    """One sentence per actor that is tempted, and one for all that are not."""
    verdicts = standing(found, position)
    told = [Step(Text(headline(found.compiled, verdict))) for verdict in verdicts if verdict.answers]
    calm = [name(found.situation, verdict.actor) for verdict in verdicts if not verdict.answers]
    if not told:
        return (Step(Text("Nobody has anything better in its own hands.")),)
    if calm:
        have = "has nothing better in its hands" if len(calm) == 1 else "have nothing better in their hands"
        told.append(Step(Text(f"{listed(calm)} {have}.")))
    return tuple(told)


def _table(found: Outcomes) -> Table:
    rows = tuple(
        (
            Text(family.letter),
            Text(family_words(found, family)),
            Text(str(len(family.outcomes))),
            Text("itself" if family.first.by_itself else "deterrence"),
            Text(reached(found, family)),
        )
        for family in found.selection.families
    )
    left = found.selection.left
    note = Text(f"{left:,} further outcomes hold; they are the furthest from today.") if left else None
    columns = ("", "what differs from today", "ways", "held by", "from today")
    return Table("Outcomes that would hold, gathered into families", columns, rows, (2,), note)


def family_words(found: Outcomes, family: Family) -> str:
    """What all outcomes of a family have in common that differs from today, and what is open in it."""
    situation = found.situation
    start = situation.status_quo
    if family.first.state.key is not None or start is None:
        return "; ".join(str(outcome.state) for outcome in family.outcomes)
    parts: dict[str, list[str]] = {}
    open_: list[tuple[str, str]] = []
    for option in situation.options:
        levels = {outcome.state.levels[option.id] for outcome in family.outcomes}
        if len(levels) > 1:
            ordered = [level_words(option, level) for level in option.levels if level in levels]
            open_.append((option.label, " or ".join(ordered)))
        elif (level := next(iter(levels))) != start.levels[option.id]:
            parts.setdefault(option.owner, []).append(level_words(option, level))
    said = [f"{name(situation, owner)}: {', '.join(words)}" for owner, words in parts.items()]
    text = ". ".join(said) or "as today"
    few = len(open_) <= 2
    return f"{text}. Open: {'; '.join(words if few else label for label, words in open_)}" if open_ else text


def _grid(found: Outcomes) -> Iterator[Exhibit]:
    """Which outcome fulfils which wish: today and each family's first outcome as columns."""
    compiled, selection = found.compiled, found.selection
    space = compiled.space
    if space is None:
        return
    start = [] if selection.today is None else [("today", selection.today)]
    shown = [*start, *((family.letter, family.first.position) for family in selection.families)]
    columns, positions = [letter for letter, _ in shown], [position for _, position in shown]
    rows, cells = [], []
    for actor in compiled.actors:
        for place, statement in hopes(found.compiled, actor)[:_SHOWN]:
            truth = np.broadcast_to(space.table(statement.text), space.shape).reshape(-1)[positions]
            said = wish(found.situation, statement)
            who = name(found.situation, actor)
            rows.append(Text(f"{who} {place}: {said.text}", said.claims, said.assumed))
            cells.append(tuple("yes" if true else "no" for true in truth))
    if rows:
        legend = {"yes": "fulfilled", "no": "not fulfilled"}
        title = "Which outcome fulfils whose hopes"
        yield Grid(title, tuple(rows), tuple(map(Text, columns)), tuple(cells), legend)


def _reasons(found: Outcomes, family: Family) -> Argument:
    outcome = family.first
    steps = _standing_steps(found, outcome.position)
    if outcome.route is not None and outcome.route.steps:
        steps = (Step(Text(way(found, outcome.route))), *steps)
    ways = f" ({len(family.outcomes)} ways; shown: the nearest)" if len(family.outcomes) > 1 else ""
    verdict = Text(family_words(found, family) + "." + ways)
    return Argument(f"{family.letter}: why nobody would leave it", verdict, steps)
