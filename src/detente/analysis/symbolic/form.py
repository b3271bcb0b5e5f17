"""A situation in option form as axes and conditions: nothing here is as large as the product space.

The same reading as `situation.compile` (axes grouped by owner in actor order, allowed level changes,
prohibitions by actor, exact weights), without its arrays over all positions; property tests hold the two
against each other.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from detente.errors import ArgumentError, SenseError
from detente.situation.graph import Bools
from detente.situation.language.expressions import Expression, parse, references
from detente.situation.model import Situation
from detente.situation.options import Option
from detente.situation.preferences import Prioritised, Ranked, Weighted
from detente.situation.states import State, option_state

Digits = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression with the axes it mentions, in reading order."""

    expression: Expression
    axes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A wish as conditions compared lexicographically, most important first."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Summed:
    """A wish as whole weights of conditions; the weights are exact, over a common denominator."""

    conditions: tuple[Condition, ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A wish as groups of states, best first."""

    groups: tuple[tuple[Digits, ...], ...]


Wish = Ordered | Summed | Listed


@dataclass(frozen=True, slots=True)
class Ban:
    """From where `source` holds, no move ends where `target` holds."""

    source: Condition
    target: Condition


@dataclass(frozen=True, slots=True)
class Player:
    """An actor that chooses. own: its axes; bans: moves its states forbid."""

    id: str
    own: tuple[int, ...]
    wish: Wish
    bans: tuple[Ban, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """axes: options in array order; allowed: per axis [from, to]; players in actor order."""

    situation: Situation
    axes: tuple[Option, ...]
    allowed: tuple[Bools, ...]
    constraints: tuple[Condition, ...]
    players: tuple[Player, ...]

    @property
    def shape(self) -> Digits:
        """Levels per axis."""
        return tuple(len(option.levels) for option in self.axes)

    @property
    def size(self) -> int:
        """Combinations of levels, possible or not."""
        return math.prod(self.shape)

    def transitive(self, player: int) -> bool:
        """Two moves of the player in a row are always one move (SCALE §3)."""
        one = self.players[player]
        return not one.bans and all(_transitive(self.allowed[axis]) for axis in one.own)

    def state(self, digits: Sequence[int]) -> State:
        """The labelled state."""
        levels = {o.id: o.levels[digit] for o, digit in zip(self.axes, digits, strict=True)}
        return option_state(self.situation.options, levels)

    def digits(self, state: State) -> Digits:
        """Level index per axis. Raises ArgumentError if the state is none of this situation."""
        try:
            return tuple(option.levels.index(state.levels[option.id]) for option in self.axes)
        except (KeyError, ValueError):
            raise ArgumentError(f"{state} is not a state of this situation") from None

    def conditions(self) -> Iterator[Condition]:
        """Every condition that can change a verdict."""
        yield from self.constraints
        for player in self.players:
            if not isinstance(player.wish, Listed):
                yield from player.wish.conditions
            for ban in player.bans:
                yield from (ban.source, ban.target)

    def idle(self) -> tuple[int, ...]:
        """Axes no condition mentions: changing them alone changes no verdict (none, beside a ranking)."""
        if any(isinstance(player.wish, Listed) for player in self.players):
            return ()
        used = {axis for condition in self.conditions() for axis in condition.axes}
        return tuple(axis for axis in range(len(self.axes)) if axis not in used)


def without_idle(form: Form) -> Form:
    """The form with idle axes held at their first level: verdicts do not depend on them.

    Right for Nash and for improvements, where a change of an idle axis is neither needed nor in the way, and
    for any moves if all are transitive; otherwise idle changes could let somebody move twice in a row.
    """
    idle = set(form.idle())
    axes = tuple(replace(o, levels=o.levels[:1]) if a in idle else o for a, o in enumerate(form.axes))
    allowed = tuple(t[:1, :1] if a in idle else t for a, t in enumerate(form.allowed))
    return replace(form, axes=axes, allowed=allowed)


def _transitive(table: Bools) -> bool:
    step = table.astype(np.int64)
    return bool(np.all(table | ((step @ step) == 0)))


def read_form(situation: Situation) -> Form:
    """The form of a situation. Raises ArgumentError in graph form, SenseError without options."""
    if situation.graph is not None:
        raise ArgumentError("the symbolic engine needs options; a situation in graph form lists its states")
    if not situation.options:
        raise SenseError("the situation has neither options nor states, so there is nothing to analyse")
    owners = [actor.id for actor in situation.players]
    axes = tuple(option for owner in owners for option in situation.options if option.owner == owner)
    where = {option.id: axis for axis, option in enumerate(axes)}
    players = tuple(_player(situation, owner, axes, where) for owner in owners)
    constraints = tuple(_condition(constraint.text, where) for constraint in situation.constraints)
    return Form(situation, axes, tuple(option.allowed() for option in axes), constraints, players)


def _condition(text: str, where: dict[str, int]) -> Condition:
    expression = parse(text)
    return Condition(expression, tuple(where[option] for option in references(expression)))


def _player(situation: Situation, owner: str, axes: tuple[Option, ...], where: dict[str, int]) -> Player:
    bans = tuple(
        Ban(_condition(rule.source, where), _condition(rule.target, where))
        for rule in situation.forbid
        if rule.actor == owner
    )
    own = tuple(axis for axis, option in enumerate(axes) if option.owner == owner)
    return Player(owner, own, _wish(situation, owner, axes, where), bans)


def _wish(situation: Situation, owner: str, axes: tuple[Option, ...], where: dict[str, int]) -> Wish:
    match situation.preference(owner):
        case Prioritised(statements):
            return Ordered(tuple(_condition(one.text, where) for one in statements))
        case Weighted(pairs):
            weights = whole([weight for _, weight in pairs])
            return Summed(tuple(_condition(one.text, where) for one, _ in pairs), weights)
        case Ranked(groups):
            return Listed(tuple(tuple(_digits(axes, state) for state in group) for group in groups))
        case _:
            return Ordered(())


def _digits(axes: tuple[Option, ...], state: State) -> Digits:
    return tuple(option.levels.index(state.levels[option.id]) for option in axes)


def whole(weights: Sequence[float]) -> tuple[int, ...]:
    """Weights read as decimal fractions over their common denominator: equal sums on paper tie."""
    exact = [Fraction(str(weight)) for weight in weights]
    scale = math.lcm(*(weight.denominator for weight in exact))
    return tuple(int(weight * scale) for weight in exact)


def combinations(form: Form, axes: Sequence[int]) -> Iterator[Digits]:
    """Every combination of levels of these axes, first axis slowest."""
    return itertools.product(*(range(len(form.axes[axis].levels)) for axis in axes))
