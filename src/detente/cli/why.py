"""`why PATH --state … --actor … --concept …`: a verdict and its witness, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.answers import answering, write_json

if TYPE_CHECKING:
    from detente.analysis.stability.concept import Answer, Judgement, Step
    from detente.situation.states import State


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("why")(why)


def why(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    actor: Annotated[str, typer.Option("--actor", help="The actor's id.")],
    state: Annotated[
        str,
        typer.Option(
            "--state",
            help="A state as printed (“A.x B.y=high”), an expression true in one state, "
            "a key in graph form, or status-quo.",
        ),
    ] = "status-quo",
    concept: Annotated[str, typer.Option("--concept", help="nash, gmr, smr, seq or sseq.")] = "seq",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Why an actor would or would not leave a state."""
    from detente.present.terminal import console, show
    from detente.situation.compile import compile_situation
    from detente.store.study_folder import load_situation
    from detente.study.explain import explain, judge

    with answering(as_json=as_json, path=path):
        compiled = compile_situation(load_situation(path))
        verdict = judge(compiled, compiled.find(state), actor=actor, concept=concept)
        if as_json:
            write_json(as_dict(verdict))
        else:
            show(console(), explain(compiled, verdict))


def as_dict(verdict: Judgement[str, State]) -> dict[str, object]:
    """The verdict and its witness as plain values (FILES §4)."""
    return {
        "verdict": bool(verdict),
        "concept": verdict.concept,
        "actor": verdict.actor,
        "state": verdict.state.as_json(),
        "improvements": [_improvement(answer) for answer in verdict.answers],
    }


def _improvement(answer: Answer[str, State]) -> dict[str, Any]:
    return {
        "to": answer.to.as_json(),
        "sanction": None if answer.sanction is None else [_step(step) for step in answer.sanction],
        "escape": None if answer.escape is None else answer.escape.as_json(),
    }


def _step(step: Step[str, State]) -> dict[str, Any]:
    return {"actor": step.actor, "from": step.source.as_json(), "to": step.target.as_json()}
