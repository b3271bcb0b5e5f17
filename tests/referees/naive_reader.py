"""A second, naive reading of situation files, to hold the real one against.

It shares no code with `detente`: expressions are evaluated while they are read, one state (option -> level
number) at a time; states are enumerated one by one; preferences are compared as tuples. Only what published
cases and random situations need: no grounds, no issues, no checks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from tests.referees.brute_force import Conflict, OptionForm, changes, expand, rank_by_order

Levels = Mapping[str, list[str]]
Vector = tuple[int, ...]
_TOKEN = re.compile(r"\s*(<=|>=|==|!=|<|>|\(|\)|,|[\w.%-]+|\"[^\"]*\"|'[^']*')")
_COUNT = {"exactly": int.__eq__, "at_least": int.__ge__, "at_most": int.__le__}
_ORDER = {
    "==": int.__eq__,
    "!=": int.__ne__,
    "<": int.__lt__,
    "<=": int.__le__,
    ">": int.__gt__,
    ">=": int.__ge__,
}


@cache
def _tokens(text: str) -> list[str]:
    return [*_TOKEN.findall(text), ""]


class _Reading:
    """One expression read against one state: iff < implies (to the right) < or < and < not."""

    def __init__(self, text: str, levels: Levels, state: Mapping[str, int]) -> None:
        self.tokens = _tokens(text)
        self.levels, self.state, self.at = levels, state, 0

    def take(self, *expected: str) -> str:
        token = self.tokens[self.at]
        if expected and token not in expected:
            return ""
        self.at += 1
        return token

    def iff(self) -> bool:
        value = self.implies()
        while self.take("iff"):
            value = self.implies() == value
        return value

    def implies(self) -> bool:
        value = self.either()
        if self.take("implies"):
            consequence = self.implies()
            return consequence or not value
        return value

    def either(self) -> bool:
        value = self.both()
        while self.take("or"):
            value = self.both() or value
        return value

    def both(self) -> bool:
        value = self.negation()
        while self.take("and"):
            value = self.negation() and value
        return value

    def negation(self) -> bool:
        return not self.negation() if self.take("not") else self.atom()

    def atom(self) -> bool:
        if self.take("("):
            value = self.iff()
            assert self.take(")")
            return value
        if kind := self.take(*_COUNT):
            return self.count(kind)
        option = self.take()
        if operator := self.take(*_ORDER):
            level = self.take().strip("\"'")
            return _ORDER[operator](self.state[option], self.levels[option].index(level))
        return self.state[option] > 0

    def count(self, kind: str) -> bool:
        assert self.take("(")
        number, true = int(self.take()), 0
        while self.take(","):
            true += self.iff()
        assert self.take(")")
        return _COUNT[kind](true, number)


def holds(text: str, levels: Levels, state: Mapping[str, int]) -> bool:
    """Is the expression true in the state?"""
    reading = _Reading(text, levels, state)
    value = reading.iff()
    assert reading.tokens[reading.at] == "", f"not read to the end: {text}"
    return value


class Plain:
    """A situation file, read naively: `options`, `levels`, `conflict`; states as level vectors or keys."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.tree = tree
        self.actors = [a for a, entry in tree["actors"].items() if not (entry or {}).get("context")]
        self.entries = {name: entry or {} for name, entry in tree.get("options", {}).items()}
        self.levels = {name: list(e.get("levels", ["no", "yes"])) for name, e in self.entries.items()}
        self.options = list(self.levels)
        self._truth: dict[tuple[str, Vector], bool] = {}
        self.conflict = self._graph() if "states" in tree else self._options()

    def named(self, vector: Vector) -> dict[str, int]:
        return dict(zip(self.options, vector, strict=True))

    def true(self, said: str | Mapping[str, Any], vector: Vector) -> bool:
        text = said if isinstance(said, str) else said["say"]
        if (text, vector) not in self._truth:
            self._truth[text, vector] = holds(text, self.levels, self.named(vector))
        return self._truth[text, vector]

    def vector(self, entry: Mapping[str, str]) -> Vector:
        """A state as a file writes it; options not named stand at their first level."""
        return tuple(levels.index(entry.get(name, levels[0])) for name, levels in self.levels.items())

    def _graph(self) -> Conflict:
        keys = tuple(str(key) for key in self.tree["states"])
        moves = []
        for actor in self.actors:
            arcs = [(str(a), str(b)) for a, b in self.tree["arcs"].get(actor, [])]
            moves.append({s: frozenset(b for a, b in arcs if a == s and b != s) for s in keys})
        return Conflict(keys, tuple(moves), tuple(self._ranks(actor, keys) for actor in self.actors))

    def _options(self) -> Conflict:
        constraints = self.tree.get("constraints", [])
        form = OptionForm(
            radices=tuple(map(len, self.levels.values())),
            owner=tuple(self.actors.index(name.split(".")[0]) for name in self.options),
            allowed=tuple(self._allowed(name) for name in self.options),
            feasible=lambda v: all(self.true(constraint, v) for constraint in constraints),
            forbidden=tuple(self._forbidden()),
        )
        conflict = expand(form, [lambda v: 0 for _ in self.actors])
        ranks = tuple(self._ranks(actor, conflict.states) for actor in self.actors)
        return Conflict(conflict.states, conflict.moves, ranks)

    def _allowed(self, name: str) -> frozenset[tuple[int, int]]:
        moves, levels = self.entries[name].get("moves", {}), self.levels[name]
        if isinstance(moves, list):
            return frozenset((levels.index(a), levels.index(b)) for a, b in moves)
        return changes(len(levels), moves.get("up", "any"), moves.get("down", "any"))

    def _forbidden(self) -> Iterator[tuple[int, Any, Any]]:
        for entry in self.tree.get("forbid", []):
            source, target = entry["from"], entry["to"]
            yield (
                self.actors.index(entry["actor"]),
                lambda v, text=source: self.true(text, v),
                lambda v, text=target: self.true(text, v),
            )

    def _ranks(self, actor: str, states: tuple) -> dict:
        entry = self.tree.get("preferences", {}).get(actor) or {}
        if "ranking" in entry:
            key = str if "states" in self.tree else self.vector
            groups = [g if isinstance(g, list) else [g] for g in entry["ranking"]]
            return rank_by_order([[key(s) for s in group] for group in groups])
        if "weights" in entry:
            exact = {text: Fraction(str(weight)) for text, weight in entry["weights"].items()}
            value = {s: sum(w for text, w in exact.items() if self.true(text, s)) for s in states}
        else:
            said = entry.get("statements", [])
            value = {s: tuple(self.true(text, s) for text in said) for s in states}
        order = sorted(set(value.values()))
        return {s: order.index(value[s]) for s in states}


def random_expression(rng: Any, levels: Levels, depth: int = 2) -> str:
    """A random expression over the options, in the language of FILES §1."""
    options = list(levels)
    if depth == 0 or rng.random() < 0.25:
        option = rng.choice(options)
        if rng.random() < 0.4:
            return option
        return f"{option} {rng.choice(list(_ORDER))} {rng.choice(levels[option])}"
    sub = [random_expression(rng, levels, depth - 1) for _ in range(3)]
    kind = rng.choice(["not", "and", "or", "implies", "iff", "count", "bare"])
    if kind == "not":
        return f"not ({sub[0]})"
    if kind == "count":
        return f"{rng.choice(list(_COUNT))}({rng.randrange(4)}, {', '.join(sub)})"
    if kind == "bare":  # leans on precedence
        words = itertools.chain.from_iterable((rng.choice(["and", "or"]), s) for s in sub[1:])
        return " ".join([sub[0] if depth == 1 else f"({sub[0]})", *words])
    return f"({sub[0]}) {kind} ({sub[1]})"
