"""From the entries of a file to the terms of a negotiation, with every fault of sense at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from pydantic import ValidationError

from detente.errors import Fault, PathStep
from detente.messages import Named
from detente.situation.issues.entries import (
    AgreementEntry,
    InstrumentEntry,
    IssueEntry,
    PartyEntry,
    Saying,
    SayingEntry,
    TermsEntry,
)
from detente.situation.issues.sense import (
    LevelNames,
    check_agreement,
    check_coverage,
    check_issue,
    check_linkages,
    check_order,
    check_party,
    ordinary_quota,
)
from detente.situation.issues.terms import (
    PARKED,
    AgreementTerms,
    Instrument,
    Issue,
    Mark,
    Party,
    Range,
    Statement,
    outside_order,
)
from detente.situation.language.expressions import ExpressionError, check, nearest, parse
from detente.situation.language.shape import shape_faults

Path = tuple[PathStep, ...]


def read_terms(
    tree: Mapping[str, object], options: Mapping[str, tuple[str, ...]]
) -> tuple[AgreementTerms | None, list[Fault]]:
    """What does the file put on the table?

    `tree` is the whole file; `options` maps each option of the graph model to its levels. Returns the
    terms (None when the file has none, or when a fault keeps them from being used) and all faults, those
    of shape before any of sense is looked for; faults marked `warning` leave the terms usable.
    """
    try:
        entry = TermsEntry.model_validate(tree)
    except ValidationError as error:
        return None, list(shape_faults(TermsEntry, error, tree))
    return terms_of(entry, _actor_names(tree.get("actors")), options)


def terms_of(
    entry: TermsEntry, actors: Mapping[str, Named], options: Mapping[str, tuple[str, ...]]
) -> tuple[AgreementTerms | None, list[Fault]]:
    """What do these entries put on the table? As `read_terms`; `actors` maps each actor's id to its name."""
    faults: list[Fault] = []
    if not entry.model_fields_set or not _anything(entry, faults):
        return None, faults
    terms = _Reader(entry, actors, options, faults).terms()
    return (None if any(not fault.warning for fault in faults) else terms), faults


def _actor_names(actors: object) -> dict[str, str]:
    """Id -> name of the actors in a file's tree; an actor without a name goes by its id."""
    entries = actors.items() if isinstance(actors, Mapping) else ()
    return {
        str(key): str(one.get("name", key)) if isinstance(one, Mapping) else str(key) for key, one in entries
    }


def exact(value: int | float | str) -> Fraction:
    """The number as written: 12.5 is 25/2, and "1/3" is a third."""
    return Fraction(value.replace(" ", "")) if isinstance(value, str) else Fraction(repr(value + 0))


def _anything(entry: TermsEntry, faults: list[Fault]) -> bool:
    for key, lack in (("issues", "nothing is on the table"), ("parties", "nobody is at the table")):
        if not getattr(entry, key):
            place = (key,) if key in entry.model_fields_set else ()
            faults.append(Fault(f"no {key}: {lack}; add at least one under `{key}:`", "sense", place))
    return not faults


class _Reader:
    """One reading of one file: the entries, what they refer to, and the faults found so far."""

    def __init__(
        self,
        entry: TermsEntry,
        actors: Mapping[str, Named],
        options: Mapping[str, tuple[str, ...]],
        faults: list[Fault],
    ) -> None:
        self.issues, self.parties = entry.issues, entry.parties
        self.agreement = entry.agreement or AgreementEntry()
        self.actors, self.options, self.faults = actors, options, faults
        self.named = frozenset(actors) | frozenset(entry.parties)
        self.levels: LevelNames = {
            name: tuple(issue.levels) + ((PARKED,) if issue.park else ())
            for name, issue in entry.issues.items()
        }

    def terms(self) -> AgreementTerms:
        issues = tuple(self._issue(name, entry) for name, entry in self.issues.items())
        check_coverage(self.levels, self.parties, self.faults)
        parties = tuple(self._party(name, entry) for name, entry in self.parties.items())
        require = self._statements(self.agreement.require, ("agreement", "require"))
        check_linkages(require, self.levels, self.faults)
        check_agreement(self.agreement, self.parties, self.faults)
        return AgreementTerms(
            issues=issues,
            parties=parties,
            require=require,
            quota=ordinary_quota(self.agreement.quota, self.parties, self.faults),
            instruments=tuple(self._instrument(*item) for item in self.agreement.instruments.items()),
            budget=None
            if self.agreement.budget is None
            else self._number(self.agreement.budget, ("agreement", "budget")),
            transfers=self.agreement.transfers,
            paid_for=self.agreement.paid_for,
        )

    def _issue(self, name: str, entry: IssueEntry) -> Issue:
        check_issue(name, entry, self.options, self.named, self.faults)
        levels = self.levels[name]
        return Issue(
            id=name,
            levels=levels,
            label=entry.label or name,
            meanings=tuple(entry.meanings.get(level, "") for level in levels) if entry.meanings else (),
            raised_by=tuple(entry.raised_by),
            option=entry.option,
            option_levels=self._option_levels(entry, levels),
            because=tuple(entry.because),
            assumed=_assumption(entry.assumed),
        )

    def _option_levels(self, entry: IssueEntry, levels: tuple[str, ...]) -> tuple[str | None, ...]:
        known = self.options.get(entry.option or "", ())
        same_length = len(known) == len(entry.levels)
        by_order = dict(zip(entry.levels, known, strict=True)) if same_length else {}
        by_name = {level: level for level in entry.levels if level in known}
        chosen = entry.option_levels or (by_name if len(by_name) == len(entry.levels) else by_order)
        return tuple(chosen.get(level) for level in levels) if entry.option else ()

    def _party(self, name: str, entry: PartyEntry) -> Party:
        check_party(name, entry, self.levels, self.actors, self.faults)
        path: Path = ("parties", name)
        return Party(
            id=name,
            name=entry.name or self.actors.get(name, name),
            required=entry.signs == "required",
            veto=entry.veto,
            reservation=self._optional(entry.reservation, (*path, "reservation")),
            margin=self._number(entry.margin, (*path, "margin")),
            points=None if entry.points is None else self._points(entry.points, (*path, "points")),
            marks=None if entry.marks is None else self._marks(entry.marks),
            never=self._statements(entry.never, (*path, "never")),
            because=tuple(entry.because),
            assumed=_assumption(entry.assumed),
        )

    def _points(self, sheet: Mapping[str, Mapping[str, object]], path: Path) -> tuple[tuple[Range, ...], ...]:
        zero = (Fraction(0), Fraction(0))
        return tuple(
            tuple(
                self._range(sheet[issue][level], (*path, issue, level))
                if level in sheet.get(issue, {})
                else zero
                for level in levels
            )
            for issue, levels in self.levels.items()
        )

    def _range(self, value: object, path: Path) -> Range:
        ends = value if isinstance(value, list) else [value, value]
        low, high = (self._number(end, path) for end in ends)
        if low > high:
            self.faults.append(
                Fault(f"the range is upside down: write [{ends[1]}, {ends[0]}]", "sense", path)
            )
        elif low < 0:
            message = (
                f"points must not be negative; got {ends[0]}. Give the worst level 0 and raise the rest "
                "and the reservation by as much: nothing else changes"
            )
            self.faults.append(Fault(message, "sense", path))
        return low, high

    def _marks(self, marks: Mapping[str, Mapping[str, str]]) -> tuple[tuple[Mark | None, ...], ...]:
        return tuple(
            tuple(
                Mark(marks[issue][level]) if level in marks.get(issue, {}) else Mark.ACCEPTABLE
                for level in levels
            )
            for issue, levels in self.levels.items()
        )

    def _instrument(self, name: str, entry: InstrumentEntry) -> Instrument:
        path: Path = ("agreement", "instruments", name)
        for party in entry.adds:
            if party not in self.named:
                message = f"there is no party {party!r}{nearest(party, self.parties)}"
                self.faults.append(Fault(message, "sense", (*path, "adds", party)))
        return Instrument(
            id=name,
            label=entry.label or name,
            cost=self._number(entry.cost, (*path, "cost")),
            adds=tuple((party, self._number(n, (*path, "adds", party))) for party, n in entry.adds.items()),
            condition=self._statement(entry.condition, (*path, "with")) if entry.condition else None,
            because=tuple(entry.because),
            assumed=_assumption(entry.assumed),
        )

    def _statements(self, sayings: Sequence[Saying], path: Path) -> tuple[Statement, ...]:
        found = [self._statement(saying, (*path, place)) for place, saying in enumerate(sayings)]
        return tuple(statement for statement in found if statement is not None)

    def _statement(self, saying: Saying, path: Path) -> Statement | None:
        grounds = saying if isinstance(saying, SayingEntry) else None
        text = saying.say if isinstance(saying, SayingEntry) else saying
        place = (*path, "say") if grounds else path
        try:
            expression = parse(text)
        except ExpressionError as error:
            self.faults.append(Fault(error.message, "shape", place, error.offset))
            return None
        wrong = [
            *(
                (offset, message.replace("there is no option", "there is no issue"))
                for offset, message in check(expression, self.levels)
            ),
            *check_order(expression),
        ]
        self.faults.extend(Fault(message, "sense", place, offset) for offset, message in wrong)
        if wrong:
            return None
        return Statement(
            text,
            outside_order(expression, self.levels),
            tuple(grounds.because) if grounds else (),
            _assumption(grounds.assumed) if grounds else None,
        )

    def _optional(self, value: int | float | str | None, path: Path) -> Fraction | None:
        return None if value is None else self._number(value, path)

    def _number(self, value: object, path: Path) -> Fraction:
        if isinstance(value, float) and not math.isfinite(value):
            self.faults.append(Fault(f"must be a finite number; got {value}", "sense", path))
            return Fraction(0)
        assert isinstance(value, int | float | str)
        try:
            return exact(value)
        except (ValueError, ZeroDivisionError):
            self.faults.append(Fault(f"must be a number; got {value!r}", "sense", path))
            return Fraction(0)


def _assumption(value: str | bool | None) -> str | None:
    """`assumed: true` is an assumption without a reason given."""
    return "assumed" if value is True else (value or None)
