"""What does a move made together open that single steps do not?

A named joint move is legal from a state if its conditions hold there, it leads to another feasible state
and every member gains by it. From where it leads, single improvements may go on: the outcomes they reach
are what the joint move opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.paths.paths import onward
from detente.analysis.paths.result import PathsResult
from detente.exhibits import Table, Text
from detente.messages import Words, joined, message
from detente.situation.compile import Compiled
from detente.situation.options import JointMove
from detente.situation.states import State, option_state


@dataclass(frozen=True, slots=True)
class JointStep:
    """A joint move from a state. gains: members better off by it, of `move.actors`; onward: from there on."""

    move: JointMove
    source: int
    target: int
    gains: tuple[str, ...]
    onward: PathsResult | None

    @property
    def agreed(self) -> bool:
        """Every member gains."""
        return self.onward is not None


def joint_steps(found: PathsResult, source: int) -> tuple[JointStep, ...]:
    """The joint moves possible from a position, in file order; onward to the targets of `found` if agreed."""
    return joint_ways(onward(found, source, by=()))


def joint_ways(found: PathsResult) -> tuple[JointStep, ...]:
    """The joint moves possible where the routes of `found` start; onward to its targets if all gain."""
    compiled, source, steps = found.compiled, found.start, []
    for move in compiled.situation.joint:
        target = _target(compiled, move, source)
        if target is not None:
            gains = tuple(actor for actor in move.actors if _gains(compiled, actor, source, target))
            agreed = set(gains) == set(move.actors)
            steps.append(JointStep(move, source, target, gains, onward(found, target) if agreed else None))
    return tuple(steps)


def joint_table(
    found: PathsResult, steps: Sequence[JointStep], named: Callable[[State], Words] = str
) -> Table:
    """Which targets a joint move leads to, at once or by improvements after it; why others lead nowhere."""
    ways = [
        (route, step)
        for step in steps
        if step.onward is not None
        for route in step.onward.routes(limit=_SHOWN)
    ]
    return Table(
        title=message("paths.joint.title", wanted=found.wanted),
        columns=(
            message("paths.table.outcome"),
            message("paths.joint.move"),
            message("paths.joint.of"),
            message("paths.joint.after"),
        ),
        rows=tuple(
            (
                Text(named(route.to)),
                Text(step.move.name),
                Text(joined(step.move.actors, "comma")),
                Text(str(len(route.steps))),
            )
            for route, step in ways
        ),
        numeric=(3,),
        note=Text(joined((*_unheld(found, steps), message("paths.joint.not_later")), "space")),
    )


_SHOWN = 20


def _unheld(found: PathsResult, steps: Sequence[JointStep]) -> Iterator[Words]:
    """Of each joint move that opens nothing, why."""
    possible = {step.move.name: step for step in steps}
    for move in found.compiled.situation.joint:
        step = possible.get(move.name)
        if step is None:
            yield message("paths.joint.impossible", move=move.name)
        elif step.onward is None:
            losing = joined((actor for actor in move.actors if actor not in step.gains), "comma")
            yield message("paths.joint.losing", move=move.name, actors=losing)
        elif not step.onward.count("improvements"):
            yield message("paths.joint.nowhere", move=move.name)


def _gains(compiled: Compiled, actor: str, source: int, target: int) -> bool:
    ranks = compiled.graph.ranks[compiled.actor_index(actor)]
    return bool(ranks[target] > ranks[source])


def _target(compiled: Compiled, move: JointMove, source: int) -> int | None:
    conditions = [text for text in (move.source, move.when) if text]
    if not all(compiled.select(text)[source] for text in conditions):
        return None
    levels = {**compiled.state(source).levels, **move.settings}
    target = compiled.position(option_state(compiled.situation.options, levels))
    return target if target != source and compiled.graph.feasible[target] else None
