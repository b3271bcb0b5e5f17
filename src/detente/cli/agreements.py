"""`agreements PATH`: which packages can be signed, what is set aside, who blocks, what each demand costs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.answers import answering, write_json
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from detente.analysis.agreements.engines.engine import Best
    from detente.analysis.agreements.ledger import Account
    from detente.analysis.agreements.mediator import Mediation
    from detente.analysis.agreements.prices import Price, Standing
    from detente.analysis.agreements.result import AgreementResult
    from detente.situation.issues.compile import Demand
    from detente.situation.model import Situation
    from detente.study.signed import Signed


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("agreements")(agreements)


def agreements(
    path: Annotated[Path, typer.Argument(help="A study's folder or a situation file.")],
    objective: Annotated[
        list[str] | None,
        typer.Option(
            "--objective",
            help="breadth, max-min, leximin, wants, kalai-smorodinsky, nash, total or least-cost; "
            "repeatable. breadth,max-min: the second breaks the first's ties.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", help="An issue, a party or an ask to take out; repeatable."),
    ] = None,
    budget: Annotated[str | None, typer.Option("--budget", help="The mediator's budget.")] = None,
    draft: Annotated[
        str | None,
        typer.Option("--draft", help="A draft to improve without hurting anyone: issue=level, with commas."),
    ] = None,
    sheets: Annotated[
        Path | None,
        typer.Option(
            "--sheets", help="Filled-in scoring sheets (.xlsx, .csv or a folder) instead of the file's."
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0, help="Time limit where packages are too many to write out.")
    ] = 60.0,
    hold: Annotated[
        bool, typer.Option("--signed", help="Also say which packages would hold once signed, and who walks.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Which packages can be signed now, what is best set aside, and who or what blocks."""
    from detente.analysis.agreements.answer import agreements as answer
    from detente.analysis.agreements.objectives.registry import DEFAULT
    from detente.present.terminal import console, show

    with answering(as_json=as_json, path=path):
        situation = _situation(path, sheets)
        with Progress() as progress:
            result = answer(
                situation,
                objectives=objective or DEFAULT,
                without=without or (),
                budget=_budget(budget),
                draft=None if draft is None else _draft(draft),
                seconds=seconds,
                progress=progress.told,
            )
        after = _signed(result, situation) if hold else None
        if as_json:
            write_json(as_dict(result) | ({} if after is None else {"signed": _after(after)}))
            return
        out = console()
        for exhibit in (*result.exhibits(), *(() if after is None else after.exhibits())):
            show(out, exhibit)


def _situation(path: Path, sheets: Path | None) -> Situation:
    """The situation of a study or a file; of scoring sheets or an exchange CSV alone; or of both together."""
    from detente.readers.exchange import exchange_tree, is_exchange, read_exchange
    from detente.readers.sheets import combine, is_sheet, read_sheets
    from detente.store.study_folder import load_situation, situation_file
    from detente.store.yaml_file import read_text, read_yaml

    if sheets is not None:
        tree = read_yaml(situation_file(path)).tree
        return _read(combine(tree if isinstance(tree, dict) else {}, read_sheets(sheets)), sheets)
    if path.suffix.lower() == ".csv" and is_exchange(read_text(path)):
        return _read(exchange_tree(read_exchange(read_text(path), file=str(path))), path)
    if is_sheet(path) or path.suffix.lower() == ".csv":
        return _read({"detente": 1, "title": path.stem, **read_sheets(path)}, path)
    return load_situation(path)


def _read(tree: dict[str, Any], origin: Path) -> Situation:
    """The situation of a tree that was made from another kind of file; faults name that file."""
    from detente.errors import InputError
    from detente.situation.file.read import read

    try:
        return read(tree)
    except InputError as error:
        named = ("/".join(map(str, fault.path)) for fault in error.faults)
        raise InputError(
            replace(fault, file=str(origin), message=f"{where}: {fault.message}" if where else fault.message)
            for where, fault in zip(named, error.faults, strict=True)
        ) from None


def _signed(result: AgreementResult, situation: Situation) -> Signed:
    from detente.analysis.stability import stability
    from detente.errors import ArgumentError
    from detente.study.signed import linked, signed

    if not linked(result.bargain):
        raise ArgumentError("--signed needs issues that name an option of the model (`option:`)")
    return signed(result, stability(situation))


def _after(after: Signed) -> list[dict[str, object]]:
    return [
        {
            "settings": dict(one.settings),
            "state": None if one.state is None else one.state.as_json(),
            "packages": one.packages,
            "offer": one.offered,
            "holds": list(one.holds),
            "walk_away": dict(one.leavers),
        }
        for one in after.states
    ]


def _budget(text: str | None) -> Fraction | None:
    from detente.errors import ArgumentError

    try:
        return None if text is None else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise ArgumentError(f"--budget must be a number; got {text!r}") from None


def _draft(text: str) -> dict[str, str]:
    from detente.errors import ArgumentError

    found = {}
    for part in text.split(","):
        issue, equals, level = part.partition("=")
        if not equals:
            raise ArgumentError(f"--draft must be issue=level, with commas between; got {part.strip()!r}")
        found[issue.strip()] = level.strip().lstrip("=").strip()
    return found


def as_dict(result: AgreementResult) -> dict[str, object]:
    """The result as plain values (FILES §4), with more beside what is promised there."""
    front = result.front
    answer: dict[str, object] = {
        "packages": result.packages,
        "on_paper": result.bargain.packages,
        "core": result.core,
        "parked": list(result.parked),
        "in_trade": {issue: list(levels) for issue, levels in result.in_trade.items()},
        "only_with": [
            {
                "issue": tie.issue,
                "level": tie.level,
                "with": {issue: list(levels) for issue, levels in tie.only_with},
            }
            for tie in result.trades
        ],
        "complete": result.ground.complete,
        "best": {name: _best(result, best) for name, best in result.best},
        "frontier": {
            "size": None if front is None else front.size,
            "packages": None if front is None else front.packages,
        },
        "blocking": None
        if result.blocking is None
        else [_demand(result, demand) for demand in result.blocking.demands],
        "blocking_proven": result.blocking
        and {"smallest": result.blocking.smallest, "each_needed": result.blocking.needed},
        "prices": [_price(price) for price in result.prices],
        "ledger": [_account(account) for account in result.accounts],
        "offer": result.offer,
        "mediator": None if result.mediation is None else _mediation(result, result.mediation),
    }
    answer.update(_sometimes(result))
    answer["stamp"] = result.stamp.as_dict()
    return answer


def _sometimes(result: AgreementResult) -> dict[str, object]:
    """Answers to questions that not every file asks."""
    more: dict[str, object] = {}
    if result.side_payments is not None:
        paid = result.side_payments
        package = None if paid.package is None else result.bargain.named(paid.package)
        payments = {party: plain(amount) for party, amount in paid.payments}
        more["side_payments"] = {"packages": paid.packages, "package": package, "payments": payments}
    if result.ranges is not None:
        certain = result.ranges.certain
        more["ranges"] = {
            "robust": result.ranges.robust_packages,
            "possible": result.ranges.possible_packages,
            "core_whatever_the_points": dict(certain.core),
            "parked_whatever_the_points": list(certain.parked),
        }
    if result.division is not None:
        division = result.division
        more["adjusted_winner"] = {
            "scores": {s: str(n) for s, n in zip(division.sides, division.scores, strict=True)},
            "shares": {
                item: {division.sides[0]: str(share), division.sides[1]: str(1 - share)}
                for item, share in division.shares
            },
        }
    if result.drafted:
        found = result.improvement
        more["improvement"] = found and {
            "package": result.bargain.named(found.package),
            "gains": {party: plain(gain) for party, gain in found.gains},
            "proven": found.proven,
        }
    return more


def plain(number: Fraction | None) -> int | float | None:
    """A fraction as a JSON number."""
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)


def _best(result: AgreementResult, best: Best) -> dict[str, object]:
    first = best.packages[0] if best.packages else None
    points = {} if first is None else result.points(first)
    proven: object = True
    if not best.proven:
        gap = None if best.bound is None or best.value is None else abs(best.bound - best.value)
        proven = {"bound": plain(best.bound), "gap": plain(gap)}
    return {
        "packages": [result.bargain.named(package) for package in best.packages],
        "ties": best.ties,
        "value": plain(best.value),
        "points": {party: plain(value) for party, value in points.items()},
        "proven": proven,
    }


def _demand(result: AgreementResult, demand: Demand) -> dict[str, object]:
    issue = None if demand.issue is None else result.terms.issues[demand.issue]
    return {
        "id": demand.id,
        "kind": demand.kind,
        "party": None if demand.party is None else result.terms.parties[demand.party].id,
        "issue": None if issue is None else issue.id,
        "level": None if issue is None or demand.level is None else issue.levels[demand.level],
        "says": demand.text,
    }


def _price(price: Price) -> dict[str, object]:
    names = [name for name, _, _ in price.with_it.optima]
    return {
        "kind": price.kind,
        "id": price.id,
        "party": price.party,
        "says": price.text,
        "with": _standing(price.with_it),
        "without": _standing(price.without),
        "price": {name: plain(price.price(name)) for name in names},
    }


def _standing(standing: Standing) -> dict[str, object]:
    values: dict[str, Any] = {name: plain(value) for name, value, _ in standing.optima}
    return {"packages": standing.packages, "possible": standing.possible, **values}


def _account(account: Account) -> dict[str, object]:
    return {
        "party": account.party,
        "signs": account.signs,
        "points": plain(account.points),
        "gain": plain(account.gain),
        "gets": list(account.issues("gets")),
        "gives": list(account.issues("gives")),
        "lines": [
            {
                "issue": line.issue,
                "level": line.level,
                "side": line.side,
                "points": plain(line.points),
                "against_parking": plain(line.against_parking),
                "short_of_best": plain(line.short_of_best),
                "mark": line.mark,
            }
            for line in account.lines
        ],
    }


def _mediation(result: AgreementResult, mediation: Mediation) -> dict[str, object]:
    package = None if mediation.package is None else result.bargain.named(mediation.package)
    within = None if mediation.within_budget is None else _standing(mediation.within_budget)
    return {
        "alone": _standing(mediation.alone),
        "instruments": {
            effect.instrument: {"cost": plain(effect.cost), **_standing(effect.standing)}
            for effect in mediation.effects
        },
        "budget": plain(mediation.budget),
        "within_budget": within,
        "least_budget": plain(mediation.least_budget),
        "proven": mediation.proven,
        "with": list(mediation.instruments),
        "package": package,
    }
