"""The whole answer about paths: shortest routes, and what moves made together open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from detente.analysis.paths.joint import JointStep, joint_table, joint_ways
from detente.analysis.paths.params import PathsParams
from detente.analysis.paths.paths import paths
from detente.analysis.paths.result import PathsResult, Route
from detente.analysis.protocol import Result, Stamp
from detente.exhibits import Exhibit
from detente.messages import Words
from detente.situation.compile import Compiled
from detente.situation.states import State
from detente.situation.words import outcome_words


@dataclass(frozen=True, slots=True)
class Ways(Result):
    """Routes by single steps, and the joint moves possible from where they start."""

    routes: PathsResult
    joint: tuple[JointStep, ...]
    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        """One row per target and kind of step."""
        return self.routes.records()

    def exhibits(self) -> tuple[Exhibit, ...]:
        """The routes as a table and a graph; what joint moves open, where the situation names any."""
        named = partial(outcome_words, self.routes.compiled.situation)
        return (*self.routes.exhibits(), *self._joint(named))

    def by_ids(self) -> tuple[Exhibit, ...]:
        """The same, outcomes by their ids alone."""
        return (*self.routes.by_ids(), *self._joint(str))

    def as_json(self) -> dict[str, object]:
        """Routes, nearest first, by improvements, by any moves and through joint moves (FILES §4)."""
        return {
            "from": self.routes.status_quo.as_json(),
            "to": self.routes.wanted,
            "improvements": [_route(route) for route in self.routes.routes("improvements")],
            "moves": [_route(route) for route in self.routes.routes("moves")],
            "joint": [_joint(step) for step in self.joint],
            "stamp": self.stamp.as_dict(),
        }

    def _joint(self, named: Callable[[State], Words]) -> tuple[Exhibit, ...]:
        told = bool(self.routes.compiled.situation.joint)
        return (joint_table(self.routes, self.joint, named),) if told else ()


def ways(compiled: Compiled, params: PathsParams) -> Ways:
    """What can be reached from the status quo? Raises SenseError without one, ArgumentError for names."""
    found = paths(compiled, to=params.to, concept=params.concept)
    return Ways(found, joint_ways(found), found.stamp)


def _joint(step: JointStep) -> dict[str, object]:
    """A joint move possible now: who gains by it, and where improvements lead after it if all do."""
    after = () if step.onward is None else step.onward.routes("improvements")
    return {
        "name": step.move.name,
        "actors": list(step.move.actors),
        "gains": list(step.gains),
        "then": [_route(route) for route in after],
    }


def _route(route: Route) -> dict[str, object]:
    return {
        "to": route.to.as_json(),
        "steps": [
            {"actor": step.actor, "from": step.source.as_json(), "to": step.target.as_json()}
            for step in route.steps
        ],
        "first_movers": list(route.first_movers),
    }
