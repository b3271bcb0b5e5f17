"""Situation → ConflictGraph: the only place where names become indices (HOUSE §3).

The laws of this bridge are tested on their own (tests/laws/test_compile_laws.py): an ordering
compiled wrongly would fool the fast and the literal forms of every concept alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from detente.errors import ArgumentError, Fault, SenseError
from detente.situation.english import counted
from detente.situation.graph import ArcMoves, Bools, ConflictGraph, FiberMoves, Forbidden, Moves, Ranks
from detente.situation.language.expressions import ExpressionError, check, parse
from detente.situation.model import GraphForm, Situation
from detente.situation.preferences import Prioritised, Ranked, Weighted
from detente.situation.ranks import dense, lexicographic, weighted
from detente.situation.space import Space, feasible_mask, product_space
from detente.situation.states import ALL_FIRST, State, option_state

_AT_SCALE = 1 << 18  # positions from which ranks are worked out by the kernel; the results are the same


@dataclass(frozen=True, slots=True)
class Compiled:
    """A conflict graph with the way back to labels. space is None in graph form."""

    situation: Situation
    graph: ConflictGraph
    space: Space | None

    @property
    def actors(self) -> tuple[str, ...]:
        """Actor ids, in the order of the graph."""
        return tuple(actor.id for actor in self.situation.players)

    def actor_index(self, actor: str) -> int:
        """The index of an actor. Raises ArgumentError with the ids there are."""
        if actor not in self.actors:
            raise ArgumentError(f"there is no actor {actor!r}; the actors are {', '.join(self.actors)}")
        return self.actors.index(actor)

    def state(self, position: int) -> State:
        """The labelled state at a position."""
        if self.space is None:
            return _graph_form(self.situation).states[position]
        return option_state(self.situation.options, self.space.levels(position))

    def position(self, state: State) -> int:
        """The position of a labelled state. Raises ArgumentError if it is none of this situation."""
        if self.space is None:
            return _keys(_graph_form(self.situation), [state])[0]
        try:
            digits = [option.levels.index(state.levels[option.id]) for option in self.space.axes]
        except (KeyError, ValueError):
            raise ArgumentError(f"{state} is not a state of this situation") from None
        return self.space.position(digits)

    def find(self, state: State | str) -> int:
        """The position of a feasible state: a State, or a text that names one.

        A text is a state as printed, an expression true in one, a key (graph form), or "status-quo".
        Raises ArgumentError for none, for several, and for a state that breaks a constraint.
        """
        position = self._named(state) if isinstance(state, str) else self.position(state)
        if not self.graph.feasible[position]:
            broken = ", ".join(f"“{one}”" for one in self.broken(position))
            raise ArgumentError(f"the state {str(state)!r} breaks the constraint {broken}")
        return position

    def _named(self, text: str) -> int:
        if text in {"status-quo", "status quo"}:
            return self._status_quo()
        if not text.strip():
            raise ArgumentError("no state is named; write one as printed, or status-quo")
        if self.space is None:
            return self.position(State(key=text))
        printed = _printed_levels(self.situation, text)
        if printed is not None:
            return self.position(option_state(self.situation.options, printed))
        found = np.flatnonzero(self.select(text))
        if len(found) != 1:
            raise ArgumentError(_not_one(text, [str(self.state(int(one))) for one in found[:3]], len(found)))
        return int(found[0])

    def broken(self, position: int) -> tuple[str, ...]:
        """The constraints that a position does not satisfy, as written."""
        if self.space is None:
            return ()
        space, digits = self.space, self.space.digits(position)
        texts = (constraint.text for constraint in self.situation.constraints)
        return tuple(text for text in texts if not np.broadcast_to(space.table(text), space.shape)[digits])

    def _status_quo(self) -> int:
        state = self.situation.status_quo
        if state is None:
            raise ArgumentError("the situation has no status quo; name a state")
        return self.position(state)

    def select(self, text: str) -> Bools:
        """The feasible states where an expression holds, as a mask over positions.

        Raises ArgumentError for an expression that does not read or names what is not there.
        """
        if self.space is None:
            raise ArgumentError("a situation in graph form has no options: name a state by its key")
        try:
            faults = list(check(parse(text), self.situation.levels))
        except ExpressionError as error:
            raise ArgumentError(f"{text!r}, character {error.offset + 1}: {error.message}") from None
        if faults:
            raise ArgumentError(f"{text!r}, character {faults[0][0] + 1}: {faults[0][1]}")
        return self.space.full(self.space.table(text)) & self.graph.feasible


def _not_one(text: str, examples: Sequence[str], count: int) -> str:
    if not count:
        return f"{text!r} is true in no feasible state"
    shown = "; ".join(examples)
    shown += "; …" if count > 3 else ""
    return f"{text!r} is true in {count} feasible states ({shown}); name one of them"


def _printed_levels(situation: Situation, text: str) -> dict[str, str] | None:
    """The levels of a state written as states are printed (`A.x=full B.y`); None if it is not so written."""
    if text == ALL_FIRST:
        return {}
    levels: dict[str, str] = {}
    for option, equals, level in _printed_parts(text, situation.levels):
        known = situation.levels.get(option)
        if known is None or option in levels or (level and not equals):
            return None
        named = {" ".join(one.split()): one for one in known}
        if equals and level not in named:
            if level.startswith("=") or _CONNECTIVES & set(level.split()):
                return None
            raise ArgumentError(f"{option} has no level {level!r} (it has {', '.join(known)})")
        levels[option] = named[level] if equals else known[1]
    return levels


_CONNECTIVES = {"and", "or", "not", "implies", "iff"}


def _printed_parts(text: str, known: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    """Option, "=" or nothing, level: a word that is no option goes on with the level before it."""
    parts: list[tuple[str, str, str]] = []
    for word in text.split():
        option, equals, level = word.partition("=")
        if option in known or not parts:
            parts.append((option, equals, level))
        else:
            before, sign, begun = parts[-1]
            parts[-1] = (before, sign, f"{begun} {word}".strip())
    return parts


def compile_situation(situation: Situation) -> Compiled:
    """The compiled form. Raises SenseError if no state is feasible or a ranking leaves states out."""
    if situation.graph is not None:
        return Compiled(situation, _from_graph(situation, situation.graph), None)
    if not situation.options:
        raise SenseError("the situation has neither options nor states, so there is nothing to analyse")
    space = product_space(situation)
    feasible = feasible_mask(situation, space)
    moves = tuple(_fiber(situation, space, player) for player in range(len(situation.players)))
    ranks = tuple(option_ranks(situation, space, feasible, actor.id) for actor in situation.players)
    return Compiled(situation, ConflictGraph(space.size, feasible, ranks, moves), space)


def _fiber(situation: Situation, space: Space, player: int) -> FiberMoves:
    start, end = space.owners[player]
    own = space.axes[start:end]
    actor = situation.players[player].id
    forbidden = tuple(
        Forbidden(space.full(space.table(rule.source)), space.full(space.table(rule.target)))
        for rule in situation.forbid
        if rule.actor == actor
    )
    return FiberMoves(
        blocks=math.prod(space.shape[:start]),
        size=math.prod(space.shape[start:end]),
        stride=math.prod(space.shape[end:]),
        levels=space.shape[start:end],
        allowed=tuple(option.allowed() for option in own),
        forbidden=forbidden,
    )


def _prioritised(tables: list[Bools], space: Space, feasible: Bools) -> Ranks:
    if space.size < _AT_SCALE:
        return lexicographic(tables, space.shape, feasible)
    from detente.kernels.preferences import lexicographic as at_scale  # loads the compiler: only if it pays

    return at_scale(tables, space.shape, feasible)


def option_ranks(situation: Situation, space: Space, feasible: Bools, actor: str) -> Ranks:
    """One actor's ranks over all positions, dense from 0 over the feasible ones."""
    preference = situation.preference(actor)
    match preference:
        case Prioritised(statements):
            return _prioritised([space.table(one.text) for one in statements], space, feasible)
        case Weighted(pairs):
            _check_weights(actor, [weight for _, weight in pairs])
            tables = [(space.table(statement.text), weight) for statement, weight in pairs]
            return weighted(tables, space.shape, feasible)
        case Ranked(groups):
            positions = [[_option_position(space, state) for state in group] for group in groups]
            return _ranked(situation, actor, positions, feasible, space)
        case _:
            return np.zeros(space.size, dtype=np.uint16)


def _check_weights(actor: str, weights: Sequence[float]) -> None:
    """Sums are kept exact in 64 bits: weights may be neither astronomically large nor fine."""
    exact = [Fraction(str(weight)) for weight in weights]
    scale = math.lcm(*(weight.denominator for weight in exact))
    if sum(abs(weight) for weight in exact) * scale >= 1 << 62:
        message = f"the weights of {actor} have more than 18 digits together; round them"
        raise SenseError([Fault(message, "weights.digits", ("preferences", actor, "weights"))])


def _option_position(space: Space, state: State) -> int:
    return space.position([option.levels.index(state.levels[option.id]) for option in space.axes])


def _ranked(
    situation: Situation,
    actor: str,
    groups: Sequence[Sequence[int]],
    feasible: Bools,
    space: Space | None,
) -> Ranks:
    values = np.full(len(feasible), -1, dtype=np.int64)
    for index, group in enumerate(groups):
        values[list(group)] = len(groups) - index
    missing = np.flatnonzero(feasible & (values < 0))
    if len(missing):
        compiled = Compiled(situation, ConflictGraph(len(feasible), feasible, (), ()), space)
        shown = "; ".join(str(compiled.state(int(position))) for position in missing[:5])
        message = f"the ranking leaves out {counted(len(missing), 'feasible state')}: {shown}"
        message += "; …" if len(missing) > 5 else ""
        raise SenseError([Fault(message, "ranking.incomplete", ("preferences", actor, "ranking"))])
    return dense(np.where(values < 0, 0, values), feasible)


# -- graph form --------------------------------------------------------------------------------


def _graph_form(situation: Situation) -> GraphForm:
    if situation.graph is None:
        raise ArgumentError("the situation is not in graph form")
    return situation.graph


def _keys(form: GraphForm, states: Iterable[State]) -> list[int]:
    where = {state.key: position for position, state in enumerate(form.states)}
    try:
        return [where[state.key] for state in states]
    except KeyError as missing:
        known = ", ".join(map(str, where))
        raise ArgumentError(f"there is no state {missing.args[0]!r}; the states are {known}") from None


def _from_graph(situation: Situation, form: GraphForm) -> ConflictGraph:
    count = len(form.states)
    if not count:
        raise SenseError([Fault("there are no states", "lint.infeasible", ("states",))])
    feasible = np.ones(count, dtype=np.bool_)
    where = {str(state.key): position for position, state in enumerate(form.states)}
    moves: list[Moves] = []
    ranks = []
    for actor in situation.players:
        moves.append(_arcs(form.arcs, actor.id, where))
        preference = situation.preference(actor.id)
        if isinstance(preference, Ranked):
            groups = [_keys(form, group) for group in preference.groups]
            ranks.append(_ranked(situation, actor.id, groups, feasible, None))
        else:
            ranks.append(np.zeros(count, dtype=np.uint16))
    return ConflictGraph(count, feasible, tuple(ranks), tuple(moves))


def _arcs(arcs: Mapping[str, tuple[tuple[str, str], ...]], actor: str, where: Mapping[str, int]) -> ArcMoves:
    pairs: NDArray[np.int64] = np.array(
        sorted((where[source], where[target]) for source, target in arcs.get(actor, ())), dtype=np.int64
    ).reshape(-1, 2)
    indptr = np.searchsorted(pairs[:, 0], np.arange(len(where) + 1)).astype(np.int64)
    return ArcMoves(indptr, pairs[:, 1].astype(np.int32))
