"""Laws of the bridge from labels to arrays (HOUSE §3), on random situations.

An ordering compiled wrongly would fool the fast and the literal form of every concept alike, because both
read it. So states, moves, ranks and masks are held here against a naive reading, one state at a time.
"""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from tests.referees.naive_reader import Plain, holds, random_expression
from tests.referees.random_situations import Tree, graph_form, named, option_form, ranking

from detente.situation.compile import Compiled, compile_situation
from detente.situation.file.read import read
from detente.situation.language.expressions import evaluate, parse

SEEDS = range(60)


def both(tree: Tree) -> tuple[Plain, Compiled]:
    return Plain(tree), compile_situation(read(tree))


def vectors(plain: Plain, compiled: Compiled) -> dict[int, tuple[int, ...]]:
    """Position -> level vector of every feasible state."""
    return {int(p): plain.vector(compiled.state(int(p)).levels) for p in compiled.graph.states()}


@pytest.mark.parametrize("seed", SEEDS)
def test_feasible_states_are_those_that_satisfy_every_constraint(seed: int) -> None:
    plain, compiled = both(option_form(random.Random(seed), 64))
    assert sorted(vectors(plain, compiled).values()) == sorted(plain.conflict.states)


@pytest.mark.parametrize("seed", SEEDS)
def test_position_and_state_are_inverse(seed: int) -> None:
    rng = random.Random(seed)
    for tree in (option_form(rng, 64), graph_form(rng, 12)):
        compiled = compile_situation(read(tree))
        for position in map(int, compiled.graph.states()):
            assert compiled.position(compiled.state(position)) == position


@pytest.mark.parametrize("seed", SEEDS)
def test_a_move_is_what_directions_and_prohibitions_allow(seed: int) -> None:
    plain, compiled = both(option_form(random.Random(1000 + seed), 64))
    at = vectors(plain, compiled)
    for actor, _ in enumerate(plain.actors):
        for position, state in at.items():
            targets = {at[int(t)] for t in compiled.graph.reachable(actor, position)}
            assert targets == plain.conflict.moves[actor][state]


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_are_the_order_of_the_wishes_dense_and_with_its_ties(seed: int) -> None:
    plain, compiled = both(option_form(random.Random(2000 + seed), 64))
    at = vectors(plain, compiled)
    for actor, _ in enumerate(plain.actors):
        naive = {position: plain.conflict.ranks[actor][state] for position, state in at.items()}
        assert_same_order(compiled, actor, naive)


def assert_same_order(compiled: Compiled, actor: int, naive: dict[int, int]) -> None:
    ranks = compiled.graph.ranks[actor]
    dense = {value: n for n, value in enumerate(sorted(set(naive.values())))}
    assert {position: int(ranks[position]) for position in naive} == {p: dense[v] for p, v in naive.items()}


@pytest.mark.parametrize("count", [1, 29, 30, 31, 63, 64, 65, 130])
def test_any_number_of_statements_is_lexicographic(count: int) -> None:
    rng = random.Random(count)
    tree = option_form(rng, 64)
    levels = Plain(tree).levels
    filler = [f"{next(iter(levels))} or not {next(iter(levels))}"] * (count - 1)  # true everywhere: no effect
    tree["preferences"] = {"A0": {"statements": [*filler, random_expression(rng, levels)]}}
    plain, compiled = both(tree)
    naive = {position: plain.conflict.ranks[0][state] for position, state in vectors(plain, compiled).items()}
    assert_same_order(compiled, 0, naive)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_earlier_statement_outweighs_all_later_ones(seed: int) -> None:
    rng = random.Random(3000 + seed)
    tree = option_form(rng, 64)
    levels = Plain(tree).levels
    said = [random_expression(rng, levels) for _ in range(rng.randint(2, 80))]
    tree["preferences"] = {"A0": {"statements": said}}
    plain, compiled = both(tree)
    ranks = compiled.graph.ranks[0]
    pairs = itertools.combinations(vectors(plain, compiled).items(), 2)
    for (p, s), (q, t) in itertools.islice(pairs, 400):
        first = next((n for n, text in enumerate(said) if plain.true(text, s) != plain.true(text, t)), None)
        if first is None:
            assert ranks[p] == ranks[q]
        else:
            assert (ranks[p] > ranks[q]) == plain.true(said[first], s)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_graph_compiles_to_its_arcs_and_its_ranking(seed: int) -> None:
    plain, compiled = both(graph_form(random.Random(4000 + seed), 12))
    key = {int(p): compiled.state(int(p)).key for p in compiled.graph.states()}
    assert list(key.values()) == list(plain.conflict.states)
    for actor, _ in enumerate(plain.actors):
        assert_same_order(compiled, actor, {p: plain.conflict.ranks[actor][k] for p, k in key.items()})
        for position, state in key.items():
            targets = [key[int(t)] for t in compiled.graph.reachable(actor, position)]
            assert len(targets) == len(set(targets))
            assert set(targets) == plain.conflict.moves[actor][state]


@pytest.mark.parametrize("seed", SEEDS)
def test_select_is_the_expression_read_state_by_state(seed: int) -> None:
    rng = random.Random(5000 + seed)
    plain, compiled = both(option_form(rng, 64))
    text = random_expression(rng, plain.levels, 3)
    mask = compiled.select(text)
    at = vectors(plain, compiled)
    assert set(np.flatnonzero(mask).tolist()) == {p for p, state in at.items() if plain.true(text, state)}


@pytest.mark.parametrize("seed", SEEDS)
def test_an_expression_means_the_same_on_scalars_and_arrays(seed: int) -> None:
    rng = random.Random(6000 + seed)
    levels = {f"A.o{n}": [f"l{k}" for k in range(rng.randint(2, 4))] for n in range(4)}
    tree = parse(text := random_expression(rng, levels, 3))
    axes = {name: np.arange(len(names)) for name, names in levels.items()}
    grid = dict(zip(axes, np.meshgrid(*axes.values(), indexing="ij", sparse=True), strict=True))
    full = np.broadcast_to(evaluate(tree, grid.__getitem__, levels), tuple(map(len, levels.values())))
    for vector in itertools.product(*axes.values()):
        state = dict(zip(levels, map(int, vector), strict=True))
        alone = evaluate(tree, lambda option, s=state: np.asarray(s[option]), levels)
        assert bool(alone) == bool(full[vector]) == holds(text, levels, state), (text, state)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_options_in_the_file_changes_nothing_but_positions(seed: int) -> None:
    rng = random.Random(7000 + seed)
    tree = option_form(rng, 48)
    names = list(tree["options"])
    rng.shuffle(names)
    other = {**tree, "options": {name: tree["options"][name] for name in names}}
    first, second = compile_situation(read(tree)), compile_situation(read(other))
    for position in map(int, first.graph.states()):
        twin = second.position(second_state(second, first.state(position).levels))
        for actor in range(first.graph.actors):
            assert first.graph.ranks[actor][position] == second.graph.ranks[actor][twin]
            moves = {
                frozenset(first.state(int(t)).levels.items()) for t in first.graph.reachable(actor, position)
            }
            twins = {
                frozenset(second.state(int(t)).levels.items()) for t in second.graph.reachable(actor, twin)
            }
            assert moves == twins


def second_state(compiled: Compiled, levels: object) -> object:
    return next(s for p in compiled.graph.states() if (s := compiled.state(int(p))).levels == levels)


def test_a_ranking_that_leaves_a_state_out_or_names_one_twice_is_refused() -> None:
    from detente.errors import InputError

    rng = random.Random(8)
    tree = option_form(rng, 16)
    plain = Plain(tree)
    states = [named(plain.levels, state) for state in plain.conflict.states]
    for wrong in (states[1:], [*states, states[0]]):
        tree["preferences"] = {"A0": {"ranking": ranking(rng, wrong)}}
        with pytest.raises(InputError):
            compile_situation(read(tree))
