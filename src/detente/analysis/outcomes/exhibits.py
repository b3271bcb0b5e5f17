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
from detente.messages import Words, joined, message
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
        message(
            "outcomes.counts",
            states=held.states,
            by_itself=_hold(held.count("nash")),
            by_concept=_hold(selection.total),
            concept=concept_name(found),
            means=_meaning(selection.concept),
        )
    )
    if selection.concept == "sseq" and held.count("seq") > selection.total:
        yield Text(message("outcomes.not_listed", count=held.count("seq") - selection.total))


def _hold(count: int) -> Words:
    return message("outcomes.hold", n=count)


def _meaning(concept: str) -> Words:
    """What holding means under a concept, for whoever would leave."""
    match concept:
        case "sseq":
            return message("outcomes.means.sseq")
        case "smr":
            return message("outcomes.means.smr")
        case "seq":
            return message("outcomes.means.seq")
        case _:
            return message("outcomes.means.gmr")


def _today(found: Outcomes) -> Iterator[Exhibit]:
    if found.selection.today is None:
        return
    verdicts = standing(found, found.selection.today)
    if not found.selection.holds:
        verdict = message("outcomes.today_breaks")
    elif content(verdicts):
        verdict = message("outcomes.today_by_itself")
    else:
        verdict = message("outcomes.today_by_deterrence")
    steps = _standing_steps(found, found.selection.today)
    yield Argument(message("outcomes.does_today_hold"), Text(verdict), steps)


def _standing_steps(found: Outcomes, position: int) -> tuple[Step, ...]:
    """One sentence per actor that is tempted, and one for all that are not."""
    verdicts = standing(found, position)
    told = [Step(Text(headline(found.compiled, verdict))) for verdict in verdicts if verdict.answers]
    calm = [name(found.situation, verdict.actor) for verdict in verdicts if not verdict.answers]
    if not told:
        return (Step(Text(message("outcomes.nobody_tempted"))),)
    if calm:
        told.append(Step(Text(message("outcomes.calm", n=len(calm), actors=joined(calm)))))
    return tuple(told)


def _table(found: Outcomes) -> Table:
    rows = tuple(
        (
            Text(family.letter),
            Text(family_words(found, family)),
            Text(str(len(family.outcomes))),
            Text(
                message("outcomes.by_itself") if family.first.by_itself else message("outcomes.by_deterrence")
            ),
            Text(reached(found, family)),
        )
        for family in found.selection.families
    )
    left = found.selection.left
    columns = (
        "",
        message("outcomes.table.differs"),
        message("outcomes.table.ways"),
        message("outcomes.table.held_by"),
        message("outcomes.table.from_today"),
    )
    note = Text(message("outcomes.table.left", count=left)) if left else None
    return Table(message("outcomes.table.title"), columns, rows, (2,), note)


def _held_by(family: Family) -> Words:
    return message("outcomes.by_itself") if family.first.by_itself else message("outcomes.by_deterrence")


def family_words(found: Outcomes, family: Family) -> Words:
    """What all outcomes of a family have in common that differs from today, and what is open in it."""
    situation = found.situation
    start = situation.status_quo
    if family.first.state.key is not None or start is None:
        return joined((str(outcome.state) for outcome in family.outcomes), "semicolon")
    parts: dict[str, list[Words]] = {}
    open_: list[tuple[Words, Words]] = []
    for option in situation.options:
        levels = {outcome.state.levels[option.id] for outcome in family.outcomes}
        if len(levels) > 1:
            ordered = [level_words(option, level) for level in option.levels if level in levels]
            open_.append((option.label, joined(ordered, "either")))
        elif (level := next(iter(levels))) != start.levels[option.id]:
            parts.setdefault(option.owner, []).append(level_words(option, level))
    said = [
        message("outcomes.family.owner", owner=name(situation, owner), levels=joined(words, "comma"))
        for owner, words in parts.items()
    ]
    text = joined(said, "stop") if said else message("outcomes.family.as_today")
    if not open_:
        return text
    few = len(open_) <= 2
    options = joined((words if few else title for title, words in open_), "semicolon")
    return message("outcomes.family.open", text=text, options=options)


def _grid(found: Outcomes) -> Iterator[Exhibit]:
    """Which outcome fulfils which wish: today and each family's first outcome as columns."""
    compiled, selection = found.compiled, found.selection
    space = compiled.space
    if space is None:
        return
    shown: list[tuple[Words, int]] = []
    if selection.today is not None:
        shown.append((message("outcomes.grid.today"), selection.today))
    shown += [(family.letter, family.first.position) for family in selection.families]
    columns, positions = [letter for letter, _ in shown], [position for _, position in shown]
    rows, cells = [], []
    for actor in compiled.actors:
        for place, statement in hopes(found.compiled, actor)[:_SHOWN]:
            truth = np.broadcast_to(space.table(statement.text), space.shape).reshape(-1)[positions]
            said = wish(found.situation, statement)
            who = name(found.situation, actor)
            label = message("outcomes.grid.hope", actor=who, place=place, hope=said.text)
            rows.append(Text(label, said.claims, said.assumed))
            cells.append(tuple("yes" if true else "no" for true in truth))
    if rows:
        legend = {"yes": message("outcomes.grid.fulfilled"), "no": message("outcomes.grid.unfulfilled")}
        title = message("outcomes.grid.title")
        yield Grid(title, tuple(rows), tuple(map(Text, columns)), tuple(cells), legend)


def _reasons(found: Outcomes, family: Family) -> Argument:
    outcome = family.first
    steps = _standing_steps(found, outcome.position)
    if outcome.route is not None and outcome.route.steps:
        steps = (Step(Text(way(found, outcome.route))), *steps)
    words, count = family_words(found, family), len(family.outcomes)
    if count > 1:
        verdict = message("outcomes.reasons.of_several", family=words, count=count)
    else:
        verdict = message("outcomes.reasons.of_one", family=words)
    return Argument(message("outcomes.reasons.title", letter=family.letter), Text(verdict), steps)
