"""`paths PATH`: what can be reached from the status quo, by the shortest legal sequence, who moves first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.answers import answering, write_json

if TYPE_CHECKING:
    from detente.analysis.paths import JointStep, PathsResult, Route


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("paths")(paths)


def paths(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    to: Annotated[
        str | None, typer.Option("--to", help="Where to: an expression, or a key in graph form.")
    ] = None,
    concept: Annotated[
        str, typer.Option("--concept", help="Without --to: the equilibria of this concept.")
    ] = "seq",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """The shortest legal paths from the status quo, and who moves first on them."""
    from detente.analysis.paths import joint_table, joint_ways
    from detente.analysis.paths import paths as search
    from detente.present.terminal import console, show
    from detente.store.study_folder import load_situation

    with answering(as_json=as_json, path=path):
        result = search(load_situation(path), to=to, concept=concept)
        joint = joint_ways(result)
        if as_json:
            write_json(as_dict(result, joint))
        else:
            for exhibit in result.exhibits():
                show(console(), exhibit)
            if result.compiled.situation.joint:
                show(console(), joint_table(result, joint))


def as_dict(result: PathsResult, joint: Sequence[JointStep] = ()) -> dict[str, object]:
    """The routes as plain values, nearest first, by improvements, by any moves and through joint moves."""
    return {
        "from": result.status_quo.as_json(),
        "to": result.wanted,
        "improvements": [_route(route) for route in result.routes("improvements")],
        "moves": [_route(route) for route in result.routes("moves")],
        "joint": [_joint(step) for step in joint],
        "stamp": result.stamp.as_dict(),
    }


def _joint(step: JointStep) -> dict[str, Any]:
    """A joint move possible now: who gains by it, and where improvements lead after it if all do."""
    after = () if step.onward is None else step.onward.routes("improvements")
    return {
        "name": step.move.name,
        "actors": list(step.move.actors),
        "gains": list(step.gains),
        "then": [_route(route) for route in after],
    }


def _route(route: Route) -> dict[str, Any]:
    return {
        "to": route.to.as_json(),
        "steps": [
            {"actor": step.actor, "from": step.source.as_json(), "to": step.target.as_json()}
            for step in route.steps
        ],
        "first_movers": list(route.first_movers),
    }
