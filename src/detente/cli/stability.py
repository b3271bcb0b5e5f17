"""`stability PATH`: which states hold, under which concept, for whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from detente.cli import symbolic_engine
from detente.cli.answers import answering, write_json
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from detente.analysis.stability import StabilityResult
    from detente.analysis.stability.concept import Sequences

# Above this many states the per-actor lists are left out of JSON unless asked for (FILES §4).
MOST_STATES = 10_000


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stability")(stability)


def stability(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    concept: Annotated[
        list[str] | None, typer.Option("--concept", help="nash, gmr, smr, seq or sseq; repeatable.")
    ] = None,
    sequences: Annotated[
        str, typer.Option("--sequences", help="How the others may answer: legal, once-each or one-step.")
    ] = "legal",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="List stable states per actor however many there are.")
    ] = False,
    engine: Annotated[
        str,
        typer.Option("--engine", help="explicit, symbolic or auto (explicit while states are few)."),
    ] = "auto",
    limit_seconds: Annotated[
        float,
        typer.Option("--limit-seconds", min=0.0, help="Symbolic engine: stop then, and say what is proven."),
    ] = 60.0,
    count: Annotated[
        bool, typer.Option("--count", help="Symbolic engine: find out how many equilibria there are.")
    ] = False,
    enumerate_: Annotated[
        int, typer.Option("--enumerate", help="Symbolic engine: how many equilibria to list per concept.")
    ] = 1,
) -> None:
    """Which outcomes hold, under which concept, for whom."""
    from detente.analysis.stability import stability as solve
    from detente.present.terminal import console, show
    from detente.store.study_folder import load_situation

    with answering(as_json=as_json, path=path):
        situation = load_situation(path)
        if symbolic_engine.chosen(situation, engine, sequences=sequences):
            symbolic_engine.answer(
                situation, concept or None, limit_seconds, count=count, listed=enumerate_, as_json=as_json
            )
            return
        with Progress("deciding which outcomes hold") as progress:
            result = solve(
                situation,
                concepts=concept or None,
                sequences=cast("Sequences", sequences),
                progress=progress.advance,
            )
        if as_json:
            write_json(as_dict(result, every=every))
        else:
            out = console()
            for exhibit in result.exhibits():
                show(out, exhibit)


def as_dict(result: StabilityResult, *, every: bool = False) -> dict[str, object]:
    """The result as plain values (FILES §4)."""
    listed = every or result.states <= MOST_STATES
    concepts: dict[str, object] = {}
    for concept in result.concepts:
        entry: dict[str, object] = {
            "equilibria": [state.as_json() for state in result.equilibria(concept.id)]
        }
        if listed:
            entry["stable"] = {
                actor: [state.as_json() for state in result.stable(concept.id, actor=actor)]
                for actor in result.actors
            }
        concepts[concept.id] = entry
    return {
        "states": result.states,
        "actors": list(result.actors),
        "concepts": concepts,
        "stamp": result.stamp.as_dict(),
    }
