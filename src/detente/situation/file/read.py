"""From a file's tree to a Situation: every name resolved, every expression read, all faults at once.

`read` takes plain mappings, lists and scalars (whoever reads YAML knows lines; here are paths) and
returns a Situation, or raises ParseError (wrong shape) or SenseError (names and expressions).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from detente.errors import Fault, ParseError, PathStep, SenseError
from detente.situation.actors import Actor
from detente.situation.file import entries
from detente.situation.grounds import Grounds
from detente.situation.issues.read import terms_of
from detente.situation.language.expressions import ExpressionError, check, nearest, parse
from detente.situation.language.shape import shape_faults
from detente.situation.language.wordings import unknown_tags
from detente.situation.model import GraphForm, Situation
from detente.situation.options import Constraint, Forbid, JointMove, Option
from detente.situation.preferences import Indifferent, Preference, Prioritised, Ranked, Statement, Weighted
from detente.situation.states import State, option_state
from detente.situation.variation import Variation

Path = tuple[PathStep, ...]


def read(tree: object) -> Situation:
    """The situation a file's tree describes. Raises ParseError or SenseError with every fault."""
    return read_with_warnings(tree)[0]


def read_with_warnings(tree: object) -> tuple[Situation, tuple[Fault, ...]]:
    """The situation, and what reading its terms found that leaves it usable. Raises as `read` does."""
    if not isinstance(tree, Mapping) or not tree:
        raise ParseError([Fault(_not_a_situation(tree), "shape.document")])
    try:
        entry = entries.SituationEntry.model_validate(tree)
    except ValidationError as error:
        raise ParseError(shape_faults(entries.SituationEntry, error, tree)) from None
    reader = _Reader(entry)
    situation = reader.situation()
    names = {one.id: one.label for one in situation.actors}
    terms, faults = terms_of(entry.terms(), names, reader.levels)
    fatal = [*reader.faults, *(fault for fault in faults if not fault.warning)]
    if fatal:
        raise SenseError(fatal)
    return replace(situation, terms=terms), (*faults, *unknown_tags(entry))


def _not_a_situation(tree: object) -> str:
    kinds = {str: "plain text", list: "a list", int: "a number", float: "a number", bool: "true or false"}
    got = "an empty file" if tree is None or tree == {} else kinds.get(type(tree), "something else")
    return f"a situation file is a mapping that begins with `detente: 1`; got {got}"


def grounds(entry: entries.Grounded) -> Grounds:
    """What an entry rests on."""
    assumed = entry.assumed
    return Grounds(tuple(entry.because), "assumed" if assumed is True else (assumed or ""))


class _Reader:
    """Builds the parts of a situation one after another and collects what is wrong with each."""

    def __init__(self, entry: entries.SituationEntry) -> None:
        self.entry = entry
        self.faults: list[Fault] = []
        self.levels: dict[str, tuple[str, ...]] = {}

    def fault(self, message: str, kind: str, path: Path, offset: int | None = None) -> None:
        self.faults.append(Fault(message, kind, path, offset))

    def situation(self) -> Situation:
        entry = self.entry
        actors = self.actors()
        options = self.options()
        graph = self.graph()
        self.levels = {option.id: option.levels for option in options}
        return Situation(
            title=entry.title,
            as_of=entry.as_of,
            actors=actors,
            options=options,
            constraints=self.constraints(),
            forbid=self.forbids(),
            joint=self.joints(options),
            preferences=self.preferences(options, graph),
            status_quo=self.status_quo(options, graph),
            status_quo_grounds=self.status_quo_grounds(),
            graph=graph,
            variations=self.variations(),
            claims=entry.claims,
        )

    # -- names ---------------------------------------------------------------------------------

    def known_actor(self, actor: str, path: Path) -> bool:
        if actor in self.entry.actors:
            return True
        self.fault(f"there is no actor {actor!r}{nearest(actor, self.entry.actors)}", "name.actor", path)
        return False

    def known_level(self, option: str, level: str, path: Path) -> bool:
        if option not in self.levels:
            self.fault(f"there is no option {option!r}{nearest(option, self.levels)}", "name.option", path)
            return False
        if level not in self.levels[option]:
            known = ", ".join(self.levels[option])
            hint = nearest(level, self.levels[option])
            self.fault(f"{option} has no level {level!r} (it has {known}){hint}", "name.level", path)
            return False
        return True

    def expression(self, text: str, path: Path) -> None:
        try:
            tree = parse(text)
        except ExpressionError as error:
            self.fault(error.message, "expression.syntax", path, error.offset)
            return
        for offset, message in check(tree, self.levels):
            self.fault(message, "expression.name", path, offset)

    # -- parts ---------------------------------------------------------------------------------

    def actors(self) -> tuple[Actor, ...]:
        return tuple(
            Actor(key, item.name or key, dict(item.names), item.context, grounds(item))
            for key, item in self.entry.actors.items()
        )

    def options(self) -> tuple[Option, ...]:
        built = []
        for key, given in self.entry.options.items():
            option = self.option(key, given or entries.OptionEntry())
            if option:
                built.append(option)
        return tuple(built)

    def option(self, key: str, item: entries.OptionEntry) -> Option | None:
        path: Path = ("options", key)
        owner, dot, name = key.partition(".")
        if not dot or not name:
            self.fault(f"an option is written owner.option; got {key!r}", "option.name", path)
            return None
        if self.known_actor(owner, path) and self.entry.actors[owner].context:
            message = f"{owner} is context, so it cannot have options: drop its `context: true` or the option"
            self.fault(message, "option.context", path)
        self.check_levels(key, item, path)
        moves = item.moves
        listed = isinstance(moves, list)
        return Option(
            id=key,
            owner=owner,
            levels=tuple(item.levels),
            label=item.label or name.replace("_", " "),
            up="any" if isinstance(moves, list) else moves.up,
            down="any" if isinstance(moves, list) else moves.down,
            changes=tuple((pair[0], pair[1]) for pair in moves if set(pair) <= set(item.levels))
            if listed
            else None,
            acts=dict(item.acts),
            meanings=dict(item.meanings),
            grounds=grounds(item),
        )

    def check_levels(self, key: str, item: entries.OptionEntry, path: Path) -> None:
        if len(item.levels) < 2:
            self.fault(f"{key} needs two or more levels", "option.levels", (*path, "levels"))
        for level in {level for level in item.levels if item.levels.count(level) > 1}:
            self.fault(f"{key} has the level {level!r} twice", "option.levels", (*path, "levels"))
        named = {"acts": item.acts, "meanings": item.meanings}
        for field, phrases in named.items():
            for level in phrases:
                if level not in item.levels:
                    hint = nearest(level, item.levels)
                    self.fault(f"{key} has no level {level!r}{hint}", "name.level", (*path, field, level))
        if isinstance(item.moves, list):
            for index, pair in enumerate(item.moves):
                for level in set(pair) - set(item.levels):
                    hint = nearest(level, item.levels)
                    self.fault(f"{key} has no level {level!r}{hint}", "name.level", (*path, "moves", index))

    def constraints(self) -> tuple[Constraint, ...]:
        built = []
        for index, item in enumerate(self.entry.constraints):
            self.expression(item.say, ("constraints", index))
            built.append(Constraint(item.say, grounds(item)))
        return tuple(built)

    def forbids(self) -> tuple[Forbid, ...]:
        built = []
        for index, item in enumerate(self.entry.forbid):
            path: Path = ("forbid", index)
            self.known_actor(item.actor, (*path, "actor"))
            self.expression(item.source, (*path, "from"))
            self.expression(item.target, (*path, "to"))
            built.append(Forbid(item.actor, item.source, item.target, grounds(item)))
        return tuple(built)

    def joints(self, options: tuple[Option, ...]) -> tuple[JointMove, ...]:
        owners = {option.id: option.owner for option in options}
        built = []
        for index, item in enumerate(self.entry.joint):
            path: Path = ("joint", index)
            for actor in item.actors:
                self.known_actor(actor, (*path, "actors"))
            for option, level in item.settings.items():
                known = self.known_level(option, level, (*path, "set", option))
                if known and owners[option] not in item.actors:
                    message = (
                        f"{option} belongs to {owners[option]}, who is not among the actors of this move"
                    )
                    self.fault(message, "joint.owner", (*path, "set", option))
            for text, key in ((item.source, "from"), (item.when, "when")):
                if text:
                    self.expression(text, (*path, key))
            built.append(
                JointMove(
                    item.name, tuple(item.actors), item.source, dict(item.settings), item.when, grounds(item)
                )
            )
        return tuple(built)

    def statements(self, items: list[entries.StatementEntry], path: Path) -> tuple[Statement, ...]:
        for index, item in enumerate(items):
            self.expression(item.say, (*path, index))
        return tuple(Statement(item.say, grounds(item), item.label) for item in items)

    def variations(self) -> tuple[Variation, ...]:
        built = []
        for name, item in self.entry.shocks.items():
            path: Path = ("shocks", name)
            for option, level in item.settings.items():
                self.known_level(option, level, (*path, "set", option))
            for index, text in enumerate(item.require):
                self.expression(text, (*path, "require", index))
            for actor in (*item.first, *item.drop):
                self.known_actor(actor, path)
            first = {
                actor: self.statements(items, (*path, "first", actor)) for actor, items in item.first.items()
            }
            built.append(
                Variation(
                    name,
                    item.label,
                    item.trigger,
                    dict(item.settings),
                    tuple(item.require),
                    first,
                    {actor: self.dropped(actor, texts, path) for actor, texts in item.drop.items()},
                    grounds(item),
                )
            )
        return tuple(built)

    def dropped(self, actor: str, texts: list[str], path: Path) -> tuple[str, ...]:
        given = self.entry.preferences.get(actor)
        known = [item.say for item in (given.statements or [])] if given else []
        for index, text in enumerate(texts):
            if text not in known:
                hint = nearest(text, known)
                self.fault(
                    f"{actor} has no statement {text!r}{hint}",
                    "name.statement",
                    (*path, "drop", actor, index),
                )
        return tuple(texts)

    # -- states, status quo, wishes ------------------------------------------------------------

    def graph(self) -> GraphForm | None:
        entry = self.entry
        if entry.states is None:
            for actor in entry.arcs or {}:
                self.fault("arcs are given, but no states", "graph.states", ("arcs", actor))
            return None
        if entry.options:
            message = "a file has options (option form) or states and arcs (graph form), not both"
            self.fault(message, "graph.both", ("states",))
        states = tuple(State(key=key, label=called) for key, called in entry.states.items())
        arcs = {actor: self.arcs(actor, pairs) for actor, pairs in (entry.arcs or {}).items()}
        return GraphForm(states, arcs)

    def arcs(self, actor: str, pairs: list[list[str]]) -> tuple[tuple[str, str], ...]:
        self.known_actor(actor, ("arcs", actor))
        for index, (source, target) in enumerate(pairs):
            for key in (source, target):
                self.known_state(key, ("arcs", actor, index))
            if source == target:
                message = f"a move leads somewhere else; got {source} to itself"
                self.fault(message, "graph.loop", ("arcs", actor, index))
        return tuple(dict.fromkeys((source, target) for source, target in pairs))

    def known_state(self, key: str, path: Path) -> bool:
        states = self.entry.states or {}
        if key in states:
            return True
        self.fault(f"there is no state {key!r}{nearest(key, states)}", "name.state", path)
        return False

    def status_quo_grounds(self) -> Grounds:
        given = self.entry.status_quo
        return grounds(given) if isinstance(given, entries.StatusQuoEntry) else Grounds()

    def status_quo(self, options: tuple[Option, ...], graph: GraphForm | None) -> State | None:
        given = self.entry.status_quo
        if isinstance(given, entries.StatusQuoEntry):
            levels: Mapping[str, str] = given.__pydantic_extra__
            return self.state(dict(levels), options, graph, ("status_quo",))
        if given is not None:
            return self.state(given, options, graph, ("status_quo",))
        return option_state(options, {}) if options and graph is None else None

    def state(
        self, given: Any, options: tuple[Option, ...], graph: GraphForm | None, path: Path
    ) -> State | None:
        if graph is not None:
            if isinstance(given, str):
                found = next((state for state in graph.states if state.key == given), None)
                return found if found or self.known_state(given, path) else None
            self.fault("in graph form a state is written as its key", "state.form", path)
            return None
        if isinstance(given, str):
            self.fault("a state is written as a mapping of options to levels", "state.form", path)
            return None
        good = [self.known_level(option, level, (*path, option)) for option, level in given.items()]
        return option_state(options, given) if all(good) else None

    def preferences(self, options: tuple[Option, ...], graph: GraphForm | None) -> dict[str, Preference]:
        built = {}
        for actor, item in self.entry.preferences.items():
            path: Path = ("preferences", actor)
            self.known_actor(actor, path)
            built[actor] = self.preference(item, options, graph, path)
        return built

    def preference(
        self,
        item: entries.PreferencesEntry,
        options: tuple[Option, ...],
        graph: GraphForm | None,
        path: Path,
    ) -> Preference:
        given = [name for name in ("statements", "weights", "ranking") if getattr(item, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            message = f"wishes are written in one way: statements, weights or ranking; found {found}"
            self.fault(message, "preference.form", path)
            return Indifferent()
        if item.statements is not None:
            return Prioritised(self.statements(item.statements, (*path, "statements")))
        if item.weights is not None:
            for text in item.weights:
                self.expression(text, (*path, "weights", text))
            return Weighted(tuple((Statement(text), weight) for text, weight in item.weights.items()))
        return Ranked(self.ranking(item.ranking or [], options, graph, (*path, "ranking")))

    def ranking(
        self, groups: list[Any], options: tuple[Option, ...], graph: GraphForm | None, path: Path
    ) -> tuple[tuple[State, ...], ...]:
        built: list[tuple[State, ...]] = []
        seen: set[State] = set()
        for index, given in enumerate(groups):
            members = given if isinstance(given, list) else [given]
            paths = [
                (*path, index, i) if isinstance(given, list) else (*path, index) for i in range(len(members))
            ]
            states = [self.state(one, options, graph, p) for one, p in zip(members, paths, strict=True)]
            for state, place in zip(states, paths, strict=True):
                if state is not None and state in seen:
                    self.fault(f"state {state} is ranked twice", "ranking.twice", place)
                elif state is not None:
                    seen.add(state)
            built.append(tuple(state for state in states if state is not None))
        return tuple(built)
