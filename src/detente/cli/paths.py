"""`paths PATH`: what can be reached from the status quo, by the shortest legal sequence, who moves first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.answers import answering, write_json

if TYPE_CHECKING:
    from detente.analysis.paths import PathsResult, Route


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
    from detente.analysis.paths import paths as search
    from detente.present.text import console, show
    from detente.store.study_folder import load_situation

    with answering(as_json=as_json, path=path):
        result = search(load_situation(path), to=to, concept=concept)
        if as_json:
            write_json(as_dict(result))
        else:
            for exhibit in result.exhibits():
                show(console(), exhibit)


def as_dict(result: PathsResult) -> dict[str, object]:
    """The routes as plain values, nearest first, by improvements and by any moves."""
    return {
        "from": result.status_quo.as_json(),
        "to": result.wanted,
        "improvements": [_route(route) for route in result.routes("improvements")],
        "moves": [_route(route) for route in result.routes("moves")],
        "stamp": result.stamp.as_dict(),
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
