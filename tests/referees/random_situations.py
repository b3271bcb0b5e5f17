"""Random situation files, as the plain trees a YAML reader gives: option form and graph form.

All that changes a verdict varies: number of actors and levels, directions, one-step stages, explicit level
changes, conditional prohibitions, infeasible states, statements, weights, rankings with ties, indifference.
"""

from __future__ import annotations

import itertools
import math
import random
from typing import Any

from tests.referees.naive_reader import holds, random_expression

Tree = dict[str, Any]


def random_situation(rng: random.Random, largest: int = 48) -> Tree:
    """A situation with at least one feasible state."""
    return graph_form(rng, min(largest, 14)) if rng.random() < 0.25 else option_form(rng, largest)


def graph_form(rng: random.Random, largest: int) -> Tree:
    keys = [str(n) for n in range(1, rng.randint(2, largest) + 1)]
    actors = [f"A{n}" for n in range(rng.randint(1, 4))]
    density = rng.choice([0.1, 0.2, 0.35])
    pairs = list(itertools.permutations(keys, 2))
    return {
        "detente": 1,
        "title": "random",
        "actors": {actor: {"name": actor} for actor in actors},
        "states": {key: f"state {key}" for key in keys},
        "arcs": {actor: [[a, b] for a, b in pairs if rng.random() < density] for actor in actors},
        "preferences": {actor: {"ranking": ranking(rng, keys)} for actor in actors},
        "status_quo": keys[0],
    }


def option_form(rng: random.Random, largest: int) -> Tree:
    actors = [f"A{n}" for n in range(rng.randint(1, 4))]
    options: dict[str, Any] = {}
    while math.prod(len(o.get("levels", "ny")) for o in options.values()) * 2 <= largest:
        option = random_option(rng)
        if math.prod(len(o.get("levels", "ny")) for o in [*options.values(), option]) > largest:
            break
        options[f"{rng.choice(actors)}.o{len(options)}"] = option
    levels = {name: option.get("levels", ["no", "yes"]) for name, option in options.items()}
    constraints, states = _constraints(rng, levels)
    tree: Tree = {
        "detente": 1,
        "title": "random",
        "actors": {actor: {"name": actor} for actor in actors},
        "options": options,
        "constraints": constraints,
        "forbid": [_forbid(rng, actors, levels) for _ in range(rng.choice([0, 0, 0, 1, 2]))],
        "preferences": {},
        "status_quo": named(levels, states[0]),
    }
    for actor in actors:
        if wishes := _wishes(rng, levels, states):
            tree["preferences"][actor] = wishes
    return tree


def random_option(rng: random.Random) -> Tree:
    option: Tree = {}
    count = rng.choice([2, 2, 2, 3, 4])
    if count > 2 or rng.random() < 0.2:
        option["levels"] = [f"l{n}" for n in range(count)]
    levels = option.get("levels", ["no", "yes"])
    kind = rng.random()
    if kind < 0.35:
        option["moves"] = {way: rng.choice(["any", "one", "never"]) for way in ("up", "down")}
    elif kind < 0.45:
        option["moves"] = [list(p) for p in itertools.permutations(levels, 2) if rng.random() < 0.5]
    return option


def named(levels: dict[str, list[str]], vector: tuple[int, ...]) -> dict[str, str]:
    """A state as a file writes it: the levels that are not the first."""
    return {name: names[n] for (name, names), n in zip(levels.items(), vector, strict=True) if n}


def ranking(rng: random.Random, states: list[Any]) -> list[Any]:
    """States in random order, some of them tied."""
    left, groups = rng.sample(states, len(states)), []
    while left:
        size = rng.choice([1, 1, 2, 3])
        groups.append(left[:size] if len(left[:size]) > 1 else left[0])
        left = left[size:]
    return groups


def _constraints(rng: random.Random, levels: dict[str, list[str]]) -> tuple[list[str], list[tuple[int, ...]]]:
    while True:
        texts = [random_expression(rng, levels) for _ in range(rng.choice([0, 0, 1, 1, 2]))]
        states = [
            vector
            for vector in itertools.product(*(range(len(names)) for names in levels.values()))
            if all(holds(text, levels, dict(zip(levels, vector, strict=True))) for text in texts)
        ]
        if states:
            return texts, states


def _forbid(rng: random.Random, actors: list[str], levels: dict[str, list[str]]) -> Tree:
    source, target = (random_expression(rng, levels, 1) for _ in range(2))
    return {"actor": rng.choice(actors), "from": source, "to": target}


def _wishes(rng: random.Random, levels: dict[str, list[str]], states: list[tuple[int, ...]]) -> Tree | None:
    kind = rng.random()
    if kind < 0.05:
        return None
    if kind < 0.3:
        return {"ranking": ranking(rng, [named(levels, state) for state in states])}
    said = [random_expression(rng, levels) for _ in range(rng.randint(1, 6))]
    if kind < 0.5:
        return {"weights": {text: rng.choice([-3, -1, -0.3, 0.1, 0.2, 0.5, 1, 2]) for text in said}}
    return {"statements": said}
