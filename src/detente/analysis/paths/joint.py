"""What does a move made together open that single steps do not?

A named joint move is legal from a state if its conditions hold there, it leads to another feasible state
and every member gains by it. From where it leads, single improvements may go on: the outcomes they reach
are what the joint move opens.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.paths.paths import paths
from detente.analysis.paths.result import PathsResult
from detente.situation.compile import Compiled
from detente.situation.options import JointMove
from detente.situation.states import option_state


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
        return set(self.gains) == set(self.move.actors)


def joint_steps(compiled: Compiled, source: int, *, concept: str = "seq") -> tuple[JointStep, ...]:
    """The joint moves possible from a position, in file order; onward routes where all members gain."""
    found = []
    for move in compiled.situation.joint:
        target = _target(compiled, move, source)
        if target is not None:
            gains = tuple(actor for actor in move.actors if _gains(compiled, actor, source, target))
            agreed = set(gains) == set(move.actors)
            onward = paths(compiled, concept=concept, start=target, by=("improvements",)) if agreed else None
            found.append(JointStep(move, source, target, gains, onward))
    return tuple(found)


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
