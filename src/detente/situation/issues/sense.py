"""What parses but makes no sense: sheets, marks, quotas and linkages that cannot be meant (HOUSE §9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from detente.errors import Fault, PathStep
from detente.situation.contradictions import each_needed
from detente.situation.issues.entries import AgreementEntry, IssueEntry, PartyEntry, QuotaEntry
from detente.situation.issues.terms import PARKED, Statement
from detente.situation.language.expressions import (
    Compare,
    Expression,
    evaluate,
    leaves,
    nearest,
    references,
)

LevelNames = Mapping[str, tuple[str, ...]]
# Linkages are tried together at reading only while their issues span this many packages.
LARGEST_TRIAL = 1_000_000


def check_issue(
    name: str,
    entry: IssueEntry,
    options: Mapping[str, tuple[str, ...]],
    named: frozenset[str],
    faults: list[Fault],
) -> None:
    """Levels that can be told apart and chosen between; names that exist."""
    path: tuple[PathStep, ...] = ("issues", name)
    twice = sorted({level for level in entry.levels if entry.levels.count(level) > 1})
    if twice:
        faults.append(Fault(f"levels named twice: {', '.join(twice)}", "sense", (*path, "levels")))
    if PARKED in entry.levels:
        message = "`parked` is not a level to list: write `park: true` and leave it out of `levels`"
        faults.append(Fault(message, "sense", (*path, "levels")))
    if len(entry.levels) + entry.park < 2:
        message = (
            "nothing to choose: an issue needs two levels, or one level and `park: true`; "
            f"got {len(entry.levels)}"
        )
        faults.append(Fault(message, "sense", (*path, "levels")))
    for who in entry.raised_by:
        if who not in named:
            message = f"there is no party or actor {who!r}{nearest(who, sorted(named))}"
            faults.append(Fault(message, "sense", (*path, "raised_by")))
    for level in entry.meanings:
        if level not in (*entry.levels, PARKED):
            message = f"{name} has no level {level!r}{nearest(level, entry.levels)}"
            faults.append(Fault(message, "sense", (*path, "meanings", level)))
    faults.extend(Fault(text, "sense", (*path, key)) for key, text in _option_faults(entry, options))


def _option_faults(entry: IssueEntry, options: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    if entry.option is None:
        if entry.option_levels:
            yield "option_levels", "`option_levels` says nothing without `option:`"
        return
    if entry.option not in options:
        yield "option", f"there is no option {entry.option!r}{nearest(entry.option, options)}"
        return
    known = options[entry.option]
    for level, target in entry.option_levels.items():
        if level not in (*entry.levels, PARKED) or target not in known:
            wrong = target if level in (*entry.levels, PARKED) else level
            yield "option_levels", f"there is no level {wrong!r} on one of the two sides"
    named_alike = set(entry.levels) <= set(known) or len(known) == len(entry.levels)
    if not entry.option_levels and not named_alike:
        yield (
            "option",
            f"the levels of {entry.option} ({', '.join(known)}) are not those of the issue: "
            "say which is which under `option_levels:`",
        )


def check_coverage(levels: LevelNames, parties: Mapping[str, PartyEntry], faults: list[Fault]) -> None:
    """An issue, or a level, that nobody scores or marks."""
    for issue, names in levels.items():
        given = [sheet[issue] for party in parties.values() for sheet in _sheets(party) if issue in sheet]
        if not given and any(True for party in parties.values() for _ in _sheets(party)):
            faults.append(Fault("no party scores or marks this issue", "sense", ("issues", issue)))
        for level in names if given else ():
            if not any(level in row for row in given):
                message = f"no party scores or marks the level {level!r}"
                faults.append(Fault(message, "sense", ("issues", issue)))


def _sheets(party: PartyEntry) -> Iterator[Mapping[str, Mapping[str, object]]]:
    if party.points is not None:
        yield party.points
    if party.marks is not None:
        yield party.marks


def check_party(
    name: str,
    entry: PartyEntry,
    levels: LevelNames,
    actors: Mapping[str, object],
    faults: list[Fault],
) -> None:
    """A sheet that is whole and adds up, and a reservation to hold packages against."""
    path: tuple[PathStep, ...] = ("parties", name)
    if actors and name not in actors:
        message = f"{name!r} is not among the actors{nearest(name, actors)}"
        faults.append(Fault(message, "sense", path, warning=True))
    faults.extend(Fault(text, "sense", (*path, *key)) for key, text in _stance_faults(name, entry))
    for key, sheet in (("points", entry.points), ("marks", entry.marks)):
        for issue, row in (sheet or {}).items():
            found = _row_faults(name, key, issue, row, levels)
            faults.extend(Fault(text, "sense", (*path, key, issue)) for text in found)
    if entry.points is not None:
        check_sum(name, entry, faults)


def _stance_faults(name: str, entry: PartyEntry) -> Iterator[tuple[tuple[str, ...], str]]:
    if entry.points is None and entry.marks is None and not entry.never:
        yield (), f"{name} says nothing of what it could sign: give points, marks or red lines"
    if entry.points is not None and entry.reservation is None:
        yield (
            (),
            (
                f"{name} has points but no reservation: say what it has without an agreement "
                "(reservation: 40), or 0 if any agreement is better than none"
            ),
        )
    if entry.points is None and entry.reservation is not None:
        yield ("reservation",), "a reservation is in points, and this party gives none"
    if isinstance(entry.margin, int | float) and entry.margin < 0:
        yield (
            ("margin",),
            f"the margin must not be negative; got {entry.margin}. Lower the reservation instead",
        )


def _row_faults(
    name: str, key: str, issue: str, row: Mapping[str, object], levels: LevelNames
) -> Iterator[str]:
    if issue not in levels:
        yield f"there is no issue {issue!r}{nearest(issue, levels)}"
        return
    for level in row:
        if level == PARKED and PARKED not in levels[issue]:
            yield f"{issue} may not be parked: add `park: true` to it, or leave out `parked` here"
        elif level not in levels[issue]:
            yield f"{issue} has no level {level!r}{nearest(level, levels[issue])}"
    # A party that marks the levels and says nothing of parking can live with things as they are.
    silent = {PARKED} if key == "marks" else set()
    missing = [level for level in levels[issue] if level not in row and level not in silent]
    if missing:
        what = "no points" if key == "points" else "no mark"
        yield (
            f"{name} gives {what} for {', '.join(missing)} of {issue}: give every level, "
            "or leave the issue out if it has no stake in it"
        )


def check_sum(name: str, entry: PartyEntry, faults: list[Fault]) -> None:
    """The best level of every issue together must make the total that the sheet states."""
    lows, highs = _best(entry, 0), _best(entry, -1)
    if lows is None or highs is None:
        return
    path: tuple[PathStep, ...] = ("parties", name)
    total = _plain(entry.total)
    if total is not None and not lows <= total <= highs:
        got = _show(lows) if lows == highs else f"{_show(lows)} to {_show(highs)}"
        message = f"the sheet says {_show(total)} points in all, but its best levels add to {got}"
        faults.append(Fault(message, "sense", (*path, "total")))
    reservation, margin = _plain(entry.reservation), _plain(entry.margin)
    if reservation is not None and margin is not None and reservation + margin > highs:
        message = (
            f"{name} can never be satisfied: it needs {_show(reservation + margin)} points "
            f"and the most its sheet gives is {_show(highs)}"
        )
        faults.append(Fault(message, "sense", (*path, "reservation"), warning=True))


def _best(entry: PartyEntry, end: int) -> Fraction | None:
    best = Fraction(0)
    for row in (entry.points or {}).values():
        found = [_plain(value[end] if isinstance(value, list) else value) for value in row.values()]
        known = [number for number in found if number is not None]
        if len(known) < len(found) or not known:
            return None
        best += max(known)
    return best


def _plain(value: int | float | str | None) -> Fraction | None:
    try:
        return None if value is None else Fraction(str(value).replace(" ", ""))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def _show(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def check_agreement(
    agreement: AgreementEntry, parties: Mapping[str, PartyEntry], faults: list[Fault]
) -> None:
    """Costs and budgets that can be paid, and transfers that have someone to pay."""
    path: tuple[PathStep, ...] = ("agreement",)
    amounts: list[tuple[tuple[str, ...], int | float | str | None]] = [(("budget",), agreement.budget)]
    for name, entry in agreement.instruments.items():
        amounts.append((("instruments", name, "cost"), entry.cost))
    for place, amount in amounts:
        number = _plain(amount)
        if number is not None and number < 0:
            faults.append(Fault(f"must not be negative; got {amount}", "sense", (*path, *place)))
    if agreement.transfers and sum(party.points is not None for party in parties.values()) < 2:
        message = "side payments are in points, and fewer than two parties keep score"
        faults.append(Fault(message, "sense", (*path, "transfers"), warning=True))


def ordinary_quota(
    quota: int | QuotaEntry | None, parties: Mapping[str, PartyEntry], faults: list[Fault]
) -> int:
    """The number of signatories needed beside the required ones.

    A plain number is just that. A number that the optional parties cannot fill, but all parties
    together can, counts every signatory, the required ones included.
    """
    path: tuple[PathStep, ...] = ("agreement", "quota")
    required = sum(party.signs == "required" for party in parties.values())
    optional = len(parties) - required
    if quota is None:
        return 0
    if isinstance(quota, QuotaEntry):
        if (quota.beside is None) == (quota.of_all is None):
            faults.append(Fault("write one of `beside:` and `of_all:`", "sense", path))
        beside = quota.beside if quota.beside is not None else max(0, (quota.of_all or 0) - required)
        wanted = quota.beside if quota.beside is not None else quota.of_all
    else:
        beside = quota if quota <= optional else max(0, quota - required)
        wanted = quota
    if beside > optional:
        message = f"the quota of {wanted} cannot be met: {required} parties must sign and {optional} may"
        faults.append(Fault(message, "sense", path))
    elif isinstance(quota, int) and optional and quota > optional:
        message = (
            f"{quota} signatories are more than the {optional} optional parties: read as {quota} of all "
            f"{len(parties)}, the required ones included; write `quota: {{of_all: {quota}}}`"
        )
        faults.append(Fault(message, "sense", path, warning=True))
    return beside


def check_order(expression: Expression) -> Iterator[tuple[int, str]]:
    """`parked` has no place in the order of levels."""
    for leaf in leaves(expression):
        if isinstance(leaf, Compare) and leaf.level == PARKED and leaf.operator not in {"==", "!="}:
            yield (
                leaf.level_offset,
                f"`parked` is neither above nor below a level: use == or != instead of {leaf.operator}",
            )


def check_linkages(require: Sequence[Statement], levels: LevelNames, faults: list[Fault]) -> None:
    """Linkages that no package can satisfy together, reduced to those that are each needed."""
    clash = contradiction(require, levels)
    if clash:
        texts = " · ".join(f"`{require[place].text}`" for place in clash)
        say = "can never hold" if len(clash) == 1 else "contradict each other"
        message = f"no package satisfies the linkages: {texts} {say}"
        faults.append(Fault(message, "sense", ("agreement", "require", clash[-1])))


def contradiction(require: Sequence[Statement], levels: LevelNames) -> tuple[int, ...]:
    """Places of linkages that cannot hold together, none of them to spare; empty if all can hold."""
    issues = tuple(dict.fromkeys(name for statement in require for name in references(statement.expression)))
    shape = tuple(len(levels[name]) for name in issues)
    if not require or prod(shape) > LARGEST_TRIAL:
        return ()
    truths = [truth_table(statement.expression, issues, levels) for statement in require]
    if _possible(truths, range(len(truths)), shape):
        return ()
    return each_needed(len(truths), lambda kept: _possible(truths, kept, shape))


def _possible(truths: Sequence[NDArray[np.bool_]], kept: Sequence[int], shape: tuple[int, ...]) -> bool:
    together = np.ones(shape, dtype=bool)
    for place in kept:
        together &= truths[place]
    return bool(together.any())


def truth_table(expression: Expression, issues: Sequence[str], levels: LevelNames) -> NDArray[np.bool_]:
    """Truth of an expression; one axis per issue (length 1 where the issue is not mentioned)."""

    def axis(name: str) -> NDArray[np.int64]:
        place = list(issues).index(name)
        shape = [1] * len(issues)
        shape[place] = len(levels[name])
        return np.arange(len(levels[name])).reshape(shape)

    return evaluate(expression, axis, levels)
