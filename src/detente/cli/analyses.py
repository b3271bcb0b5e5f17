"""The commands of the families of analyses, made from their parameters (HOUSE §6)."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import typer
from pydantic.fields import FieldInfo

from detente.analysis import Analysis
from detente.cli.answers import answering, write_json
from detente.cli.asking import asked_situation
from detente.cli.progress import Progress
from detente.cli.speaking import DEFAULT, LANGUAGE, tell_gaps


def register(app: typer.Typer, analysis: Analysis[Any, Any]) -> None:
    """Add the command of a family."""
    app.command(analysis.id, help=f"analysis.{analysis.id}.question")(command(analysis))


def command(analysis: Analysis[Any, Any]) -> Callable[..., None]:
    """A function whose signature is the family's parameters, as typer reads it."""

    def ask(
        path: Path,
        as_json: bool,
        language: str,
        ids: bool = False,
        sheets: Path | None = None,
        **values: Any,
    ) -> None:
        _ask(analysis, path, values, sheets=sheets, ids=ids, as_json=as_json, language=language)

    given = [_parameter("path", Path, typer.Argument(help="cli.path"))]
    given += [_option(analysis, name, field) for name, field in analysis.params.model_fields.items()]
    if analysis.needs != "model":
        given.append(
            _parameter("sheets", Path | None, typer.Option("--sheets", help="cli.filled_sheets"), None)
        )
    if analysis.needs != "issues":
        given.append(_parameter("ids", bool, typer.Option("--ids", help="cli.ids"), False))
    given.append(_parameter("as_json", bool, typer.Option("--json", help="cli.json"), False))
    given.append(_parameter("language", str, LANGUAGE, DEFAULT))
    vars(ask)["__signature__"] = inspect.Signature(given)
    ask.__annotations__ = {one.name: one.annotation for one in given}
    return ask


def _ask(
    analysis: Analysis[Any, Any],
    path: Path,
    values: dict[str, Any],
    *,
    sheets: Path | None,
    ids: bool,
    as_json: bool,
    language: str,
) -> None:
    """Read, ask, and answer in words or as JSON."""
    from detente.analysis.inquiry import Inquiry
    from detente.analysis.protocol import answer
    from detente.languages import speaker
    from detente.present.terminal import console, show

    with answering(as_json=as_json, path=path):
        say = speaker(language)
        params = analysis.params.of(**{name: _value(value) for name, value in values.items()})
        inquiry = Inquiry(asked_situation(path, sheets))
        with Progress(say) as progress:
            result = answer(inquiry, analysis, params, progress.told)
        if as_json:
            write_json(result.as_json())
        else:
            show(console(), *(result.by_ids() if ids else result.exhibits()), say=say)
            tell_gaps(say)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _option(analysis: Analysis[Any, Any], name: str, field: FieldInfo) -> inspect.Parameter:
    """A field as an option: its flag, its type on the command line, its help and its default."""
    kind = _kind(field.annotation)
    option = typer.Option(analysis.params.flag(name), help=f"params.{analysis.id}.{name}")
    if field.is_required():
        return _parameter(name, kind, option)
    default = list(field.default) if isinstance(field.default, tuple) else field.default
    return _parameter(name, kind | None if default is None else kind, option, default)


def _kind(annotation: Any) -> Any:
    """What typer is told of a type: lists of words, numbers and switches; anything else is a word."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(one for one in get_args(annotation) if one is not NoneType)
    if annotation == tuple[str, ...]:
        return list[str]
    return annotation if annotation in (bool, int, float) else str


def _parameter(name: str, kind: Any, how: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, how]
    )
