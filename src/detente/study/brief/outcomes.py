"""Section 4: which outcomes would hold and why; which can be reached from today, by whose first move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from detente.analysis.stability import CONCEPTS
from detente.exhibits import Argument, Block, Edge, Graph, Grid, Node, Paragraph, Section, Step, Table, Text
from detente.situation.preferences import Prioritised
from detente.study.brief.selection import Outcome
from detente.study.brief.wishes import wish
from detente.study.explain import headline, judge
from detente.study.wording import (
    difference_words,
    level_words,
    listed,
    move_words,
    name,
    sentence,
    subject,
)

if TYPE_CHECKING:
    from detente.study.brief.compose import Findings

_SHOWN = 8


def section(found: Findings) -> Section:
    """The section."""
    return Section("Which outcomes would hold, and how they are reached", tuple(_blocks(found)))


def _blocks(found: Findings) -> Iterator[Block]:
    yield Paragraph(tuple(_counts(found)))
    yield from _today(found)
    if found.selection.outcomes:
        yield _table(found)
        yield from _grid(found)
        yield from _graph(found)
        yield from _reasons(found)


def _counts(found: Findings) -> Iterator[Text]:
    held, selection = found.stability, found.selection
    yield Text(
        f"The situation has {held.states:,} possible outcomes. {held.count('nash'):,} hold because no "
        f"actor can better itself by a move of its own; {held.count('seq'):,} hold because every such move "
        "would be answered by others acting in their own interest (sequential stability); "
        f"{held.count('gmr'):,} if the others may also hurt themselves in answering (general "
        "metarationality)."
    )
    if selection.reachable and selection.today is not None:
        yield Text(
            f"Of the {selection.total:,} that hold under {_concept(selection.concept)}, "
            f"{selection.reachable:,} can be reached from today by steps that each better whoever takes them."
        )
    if selection.shared:
        shared = [
            level_words(found.study.situation.option(option), level) for option, level in selection.shared
        ]
        yield Text(sentence(f"All of them have in common: {'; '.join(shared)}"))


def _concept(identifier: str) -> str:
    return next(one.name for one in CONCEPTS if one.id == identifier).lower()


def _today(found: Findings) -> Iterator[Block]:
    today = found.selection.today
    if today is None:
        return
    held = bool(found.stability.mask("seq")[today])
    verdict = Text("Today’s state of affairs holds." if held else "Today’s state of affairs does not hold.")
    steps = [
        Step(Text(headline(found.compiled, judge(found.compiled, today, actor=actor, concept="seq"))))
        for actor in found.compiled.actors
    ]
    yield Argument("Does today hold? (sequential stability)", verdict, tuple(steps))


def _table(found: Findings) -> Table:
    rows = tuple(_row(found, outcome) for outcome in found.selection.outcomes)
    left = found.selection.total - len(rows) - int(_today_holds(found))
    note = (
        f"{left:,} further outcomes hold; these are the nearest to reach and the least changed."
        if left > 0
        else ""
    )
    return Table(
        "Outcomes that would hold",
        ("", "what differs from today", "holds under", "reached by improvements", "first move"),
        rows,
        note=Text(note) if left > 0 else None,
    )


def _today_holds(found: Findings) -> bool:
    today = found.selection.today
    return today is not None and bool(found.stability.mask(found.selection.concept)[today])


def _row(found: Findings, outcome: Outcome) -> tuple[Text, ...]:
    situation = found.study.situation
    start = situation.status_quo
    differs = difference_words(situation, start, outcome.state) if start else str(outcome.state)
    route = outcome.route
    reached = "not by improvements alone" if route is None else f"in {len(route.steps)} steps"
    movers = listed((name(situation, one) for one in route.first_movers), "or") if route else "—"
    concepts = ", ".join(one.upper() for one in outcome.concepts)
    return (Text(outcome.letter), Text(differs), Text(concepts), Text(reached), Text(movers))


def _grid(found: Findings) -> Iterator[Block]:
    """Which outcome fulfils which wish: the positions of the brief as columns."""
    compiled, selection = found.compiled, found.selection
    space = compiled.space
    if space is None:
        return
    positions = [
        *([] if selection.today is None else [selection.today]),
        *(o.position for o in selection.outcomes),
    ]
    columns = [*([] if selection.today is None else ["today"]), *(o.letter for o in selection.outcomes)]
    rows, cells = [], []
    for actor in compiled.actors:
        preference = found.study.situation.preference(actor)
        if not isinstance(preference, Prioritised):
            continue
        for index, statement in enumerate(preference.statements[:_SHOWN]):
            truth = np.broadcast_to(space.table(statement.text), space.shape).reshape(-1)[positions]
            said = wish(found, statement)
            who = name(found.study.situation, actor)
            rows.append(Text(f"{who} {index + 1}: {said.text}", said.claims, said.assumed))
            cells.append(tuple("yes" if true else "no" for true in truth))
    if rows:
        legend = {"yes": "wish fulfilled", "no": "not fulfilled"}
        title = "Which outcome fulfils whose wishes"
        yield Grid(title, tuple(rows), tuple(map(Text, columns)), tuple(cells), legend)


def _graph(found: Findings) -> Iterator[Block]:
    """Today, the shortest routes by improvements, and where they end."""
    selection, compiled = found.selection, found.compiled
    if selection.today is None:
        return
    letters = {outcome.position: outcome.letter for outcome in selection.outcomes}
    nodes = {selection.today: Node("today", "Today", "start")}
    edges: dict[tuple[str, str, str], Edge] = {}
    for outcome in selection.outcomes:
        for step in outcome.route.steps if outcome.route else ():
            source, target = compiled.position(step.source), compiled.position(step.target)
            for position in (source, target):
                if position not in nodes:
                    label = letters.get(position, f"step {len(nodes)}")
                    kind = "equilibrium" if position in letters else "state"
                    nodes[position] = Node(label, label, kind)
            act = move_words(found.study.situation, step.source, step.target)
            key = (nodes[source].id, nodes[target].id, step.actor)
            edges.setdefault(
                key, Edge(key[0], key[1], f"{name(found.study.situation, step.actor)}: {act}", "improvement")
            )
    if edges:
        alt = "Routes from today: " + "; ".join(
            f"{e.source} to {e.target}, {e.label}" for e in edges.values()
        )
        yield Graph(
            "How the outcomes are reached from today", tuple(nodes.values()), tuple(edges.values()), alt
        )


def _reasons(found: Findings) -> Iterator[Block]:
    for outcome in found.selection.outcomes[:3]:
        steps = []
        for actor in found.compiled.actors:
            verdict = judge(found.compiled, outcome.position, actor=actor, concept=found.selection.concept)
            steps.append(Step(Text(headline(found.compiled, verdict))))
        route = outcome.route
        if route is not None and route.steps:
            steps.insert(0, Step(Text(_way(found, outcome))))
        verdict_words = Text(
            f"Outcome {outcome.letter} would hold under {_concept(found.selection.concept)}."
        )
        yield Argument(f"Outcome {outcome.letter}: why nobody would leave it", verdict_words, tuple(steps))


def _way(found: Findings, outcome: Outcome) -> str:
    assert outcome.route is not None
    situation = found.study.situation
    steps = [
        f"{subject(situation, step.actor)} would {move_words(situation, step.source, step.target)}"
        for step in outcome.route.steps
    ]
    return sentence("From today, each step to the advantage of whoever takes it: " + "; then ".join(steps))
