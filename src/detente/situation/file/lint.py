"""Everything that parses but makes no sense, all findings at once.

These are the questions that keep a model honest: a statement true or false in every feasible state
says nothing; an option that can never move is no option; a constraint that removes nothing is a
misunderstanding. Findings leave the situation usable (`Fault.warning`), except an infeasible status quo.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from detente.errors import Fault, PathStep, SenseError
from detente.situation.graph import Bools
from detente.situation.grounds import Grounds
from detente.situation.language.expressions import nearest, write
from detente.situation.language.expressions import parse as read_expression
from detente.situation.model import Situation
from detente.situation.options import Option
from detente.situation.preferences import Prioritised, Ranked, Statement, Weighted, statements
from detente.situation.space import Space, feasible_mask, product_space
from detente.situation.vary import vary

Path = tuple[PathStep, ...]


def lint(situation: Situation, claims: Mapping[str, str] | None = None) -> tuple[Fault, ...]:
    """Every finding about a situation that reads well. claims: id -> review state of the
    claims in its dossier, None if it has none.

    Raises LimitError for a product space beyond the limit.
    """
    findings = [*_names(situation), *_idle_actors(situation), *_grounds(situation, claims)]
    if situation.options and situation.graph is None:
        findings += _over_states(situation)
    findings += _rankings(situation)
    findings += _shocks(situation)
    return tuple(findings)


def _finding(message: str, kind: str, path: Path) -> Fault:
    return Fault(message, kind, path, warning=True)


# -- names and grounds -------------------------------------------------------------------------

# Letters of other scripts that look like Latin ones (Unicode TR39 "confusables", the capital and
# small letters whose shapes coincide).
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеіјорсѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXYaeijopcsyxABEZHIKMNOPTYXo"
)


def _skeleton(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(_LOOKALIKES).casefold()


def _names(situation: Situation) -> Iterator[Fault]:
    groups: list[tuple[str, Sequence[str]]] = [
        ("actors", [actor.id for actor in situation.actors]),
        ("options", [option.id for option in situation.options]),
    ]
    for kind, ids in groups:
        seen: dict[str, str] = {}
        for name in ids:
            other = seen.setdefault(_skeleton(name), name)
            if other != name:
                message = f"{name!r} differs from {other!r} only by case or script; rename one"
                yield _finding(message, "lint.lookalike", (kind, name))


def _idle_actors(situation: Situation) -> Iterator[Fault]:
    if situation.graph is None and not situation.options:
        return
    for actor in situation.actors:
        path: Path = ("actors", actor.id)
        acts = any(option.owner == actor.id for option in situation.options)
        if situation.graph is not None:
            acts = bool(situation.graph.arcs.get(actor.id))
        wishes = actor.id in situation.preferences
        if actor.context and (acts or wishes):
            message = (
                f"{actor.id} is context, so its preferences are not used; drop `context` or its preferences"
            )
            yield _finding(message, "lint.context", path)
        elif not actor.context and not acts:
            message = (
                f"{actor.id} has no options, so it can never move; give it one or mark it `context: true`"
            )
            yield _finding(message, "lint.no-options", path)
        if not actor.context and not wishes:
            message = f"{actor.id} has no preferences, so it is content with every state"
            yield _finding(message, "lint.no-preferences", path)


_UNCOUNTED = {"open": "is not yet decided on in review", "rejected": "was rejected in review"}


def _grounds(situation: Situation, claims: Mapping[str, str] | None) -> Iterator[Fault]:
    for path, grounds in grounded_parts(situation):
        for claim in grounds.because:
            if claims is None:
                message = f"cites claim {claim!r}, but the file names no dossier (claims: dossier.jsonl)"
                yield _finding(message, "lint.no-dossier", path)
            elif claim not in claims:
                message = f"there is no claim {claim!r} in the dossier{nearest(claim, claims)}"
                yield _finding(message, "lint.claim", path)
            elif claims[claim] in _UNCOUNTED:
                message = f"claim {claim!r} {_UNCOUNTED[claims[claim]]}, so it is no ground"
                yield _finding(message, "lint.claim-state", path)


def grounded_parts(situation: Situation) -> Iterator[tuple[Path, Grounds]]:
    """Every part that can carry grounds, with its path in the file."""
    for actor in situation.actors:
        yield ("actors", actor.id), actor.grounds
    for option in situation.options:
        yield ("options", option.id), option.grounds
    yield ("status_quo",), situation.status_quo_grounds
    for index, constraint in enumerate(situation.constraints):
        yield ("constraints", index), constraint.grounds
    for index, rule in enumerate(situation.forbid):
        yield ("forbid", index), rule.grounds
    for index, joint in enumerate(situation.joint):
        yield ("joint", index), joint.grounds
    for actor_id, preference in situation.preferences.items():
        for index, statement in enumerate(statements(preference)):
            yield ("preferences", actor_id, "statements", index), statement.grounds
    for variation in situation.variations:
        yield ("shocks", variation.name), variation.grounds


# -- questions over all feasible states --------------------------------------------------------


def _over_states(situation: Situation) -> list[Fault]:
    space = product_space(situation)
    tables = [space.table(constraint.text) for constraint in situation.constraints]
    failing = np.zeros(space.shape, dtype=np.uint8)
    for table in tables:
        failing += (~table) & (failing < 2)  # 2 stands for "two or more": no overflow
    feasible = failing == 0
    findings = list(_constraints(tables, failing))
    if not feasible.any():
        return [*findings, *_infeasible(situation)]
    findings += _immovable(space, feasible)
    findings += _status_quo(situation, space, feasible)
    for actor in situation.preferences:
        findings += _wishes(situation, space, feasible, actor)
    return findings


def _constraints(tables: list[Bools], failing: NDArray[np.uint8]) -> Iterator[Fault]:
    alone = failing == 1
    for index, table in enumerate(tables):
        path: Path = ("constraints", index)
        if table.all():
            yield _finding("this constraint is true in every state: it removes nothing", "lint.idle", path)
        elif not table.any():
            yield _finding("this constraint is false in every state: it removes everything", "lint.all", path)
        elif not (alone & ~table).any():
            message = "the other constraints already exclude all that this one excludes"
            yield _finding(message, "lint.redundant", path)


def _rankings(situation: Situation) -> Iterator[Fault]:
    """Rankings that leave states out."""
    from detente.situation.compile import compile_situation

    if any(isinstance(preference, Ranked) for preference in situation.preferences.values()):
        try:
            compile_situation(situation)
        except SenseError as error:
            yield from (fault for fault in error.faults if fault.kind == "ranking.incomplete")


def _shocks(situation: Situation) -> Iterator[Fault]:
    """Shocks after which nothing is possible any more."""
    for variation in situation.variations:
        if variation.require and situation.options:
            varied = vary(situation, replace(variation, first={}, drop={}))
            try:
                feasible_mask(varied, product_space(varied))
            except SenseError:
                message = f"after the shock {variation.name!r} no state is possible: loosen what it requires"
                yield _finding(message, "lint.shock", ("shocks", variation.name, "require"))


def _infeasible(situation: Situation) -> Iterator[Fault]:
    try:
        feasible_mask(situation, product_space(situation))
    except SenseError as error:
        yield from error.faults


def _immovable(space: Space, feasible: Bools) -> Iterator[Fault]:
    for axis, option in enumerate(space.axes):
        if not _can_move(space, feasible, axis, option):
            message = f"{option.id} can never move: no feasible state lets its level change"
            yield _finding(message, "lint.immovable", ("options", option.id))


def _can_move(space: Space, feasible: Bools, axis: int, option: Option) -> bool:
    """Is there a setting of everybody else's options in which two levels are feasible, one move apart?"""
    start, end = next(pair for pair in space.owners if pair[0] <= axis < pair[1])
    own = tuple(other for other in range(start, end) if other != axis)
    seen: Bools = np.asarray(feasible.any(axis=own, keepdims=True))
    open_ = np.moveaxis(seen, axis, -1).reshape(-1, len(option.levels))
    pairs = np.argwhere(option.allowed() & ~np.eye(len(option.levels), dtype=np.bool_))
    return any(bool((open_[:, source] & open_[:, target]).any()) for source, target in pairs)


def _status_quo(situation: Situation, space: Space, feasible: Bools) -> Iterator[Fault]:
    state = situation.status_quo
    if state is None:
        return
    digits = [option.levels.index(state.levels[option.id]) for option in space.axes]
    if not feasible[tuple(digits)]:
        broken = [
            f"no. {index + 1}"
            for index, constraint in enumerate(situation.constraints)
            if not np.broadcast_to(space.table(constraint.text), space.shape)[tuple(digits)]
        ]
        message = f"the status quo is not feasible: it breaks constraint {', '.join(broken)}"
        yield Fault(message, "lint.status-quo", ("status_quo",))


def _wishes(situation: Situation, space: Space, feasible: Bools, actor: str) -> Iterator[Fault]:
    preference = situation.preference(actor)
    if not isinstance(preference, Prioritised | Weighted):
        return
    key = "statements" if isinstance(preference, Prioritised) else "weights"
    wishes = statements(preference)
    place: Callable[[int], Path] = lambda index: (  # noqa: E731
        ("preferences", actor, key, index if key == "statements" else wishes[index].text)
    )
    yield from _same_wishes(wishes, space, feasible, place)


def _same_wishes(
    wishes: tuple[Statement, ...], space: Space, feasible: Bools, place: Callable[[int], Path]
) -> Iterator[Fault]:
    seen: dict[bytes, int] = {}
    for index, wish in enumerate(wishes):
        truth = np.broadcast_to(space.table(wish.text), space.shape)[feasible]
        said = write(read_expression(wish.text))
        if truth.all() or not truth.any():
            always = "true" if truth.all() else "false: no state can satisfy it"
            yield _finding(
                f"in every feasible state this is {always} ({said})", "lint.constant", place(index)
            )
            continue
        packed, opposite = np.packbits(truth).tobytes(), np.packbits(~truth).tobytes()
        if packed in seen:
            message = f"says the same as statement no. {seen[packed] + 1} in every feasible state ({said})"
            yield _finding(message, "lint.duplicate", place(index))
        elif opposite in seen:
            message = f"contradicts statement no. {seen[opposite] + 1}: one is true where the other is false"
            yield _finding(f"{message} ({said})", "lint.contradiction", place(index))
        else:
            seen[packed] = index
