"""The referees agree with what can be checked by hand, and with each other."""

from __future__ import annotations

import random

import numpy as np
import pytest
from tests.referees import dense_numpy
from tests.referees.brute_force import (
    CONCEPTS,
    Conflict,
    OptionForm,
    changes,
    equilibria,
    expand,
    is_stable,
    joint,
    rank_by_order,
    stable_states,
)
from tests.referees.gmcrplus_like import Tool
from tests.referees.plain import matrices


def two_by_two(first: list, second: list) -> Conflict:
    """States 1 NN, 2 YN, 3 NY, 4 YY: each actor switches its own letter; rankings best first."""
    row = {1: {2}, 2: {1}, 3: {4}, 4: {3}}
    column = {1: {3}, 3: {1}, 2: {4}, 4: {2}}
    moves = tuple({s: frozenset(t) for s, t in table.items()} for table in (row, column))
    return Conflict((1, 2, 3, 4), moves, (rank_by_order(first), rank_by_order(second)))


def test_prisoners_dilemma_by_hand() -> None:
    # Y = cooperate. From YY (4) each gains by defecting and is answered by the other's defection: 1, worse.
    game = two_by_two([3, 4, 1, 2], [2, 4, 1, 3])
    assert equilibria(game, "nash") == {1}
    for concept in ("gmr", "smr", "seq", "sseq"):
        assert equilibria(game, concept) == {1, 4}, concept


def test_chicken_by_hand() -> None:
    # Y = do not swerve. From NN (1) Row gains at YN (2); Column could answer with YY (4), at a loss.
    game = two_by_two([2, 1, 3, 4], [3, 1, 2, 4])
    assert equilibria(game, "nash") == {2, 3}
    assert equilibria(game, "seq") == {2, 3}
    assert equilibria(game, "gmr") == {1, 2, 3} == equilibria(game, "smr")


def test_an_unopposed_improvement_is_never_deterred() -> None:
    alone = Conflict((0, 1), ({0: frozenset({1}), 1: frozenset()},), ({0: 0, 1: 1},))
    assert [is_stable(alone, concept, 0, 0) for concept in CONCEPTS] == [False] * 5
    assert [is_stable(alone, concept, 0, 1) for concept in CONCEPTS] == [True] * 5


def test_a_sanction_that_leads_back_to_the_start_counts() -> None:
    c = Conflict((0, 1), ({0: frozenset({1})}, {1: frozenset({0})}), ({0: 0, 1: 1}, {0: 0, 1: 1}))
    assert is_stable(c, "gmr", 0, 0)
    assert not is_stable(c, "seq", 0, 0)  # the answer is no improvement for its mover


def test_indifference_is_a_sanction() -> None:
    c = Conflict(
        (0, 1, 2), ({0: frozenset({1})}, {1: frozenset({2})}), ({0: 0, 1: 1, 2: 0}, {0: 0, 1: 0, 2: 1})
    )
    assert all(is_stable(c, concept, 0, 0) for concept in CONCEPTS[1:])


def test_smr_looks_at_every_counter_move() -> None:
    # the sanction 2 can be escaped to 3, better than where actor 0 began
    moves = ({0: frozenset({1}), 2: frozenset({3})}, {1: frozenset({2})})
    c = Conflict((0, 1, 2, 3), moves, ({0: 1, 1: 2, 2: 0, 3: 2}, {0: 0, 1: 0, 2: 1, 3: 0}))
    assert is_stable(c, "gmr", 0, 0) and is_stable(c, "seq", 0, 0)
    assert not is_stable(c, "smr", 0, 0) and not is_stable(c, "sseq", 0, 0)


def test_the_three_kinds_of_sequences() -> None:
    # actor 1 moves 0 -> 1 -> 2, actor 2 moves 1 -> 3 -> 4 … a chain that needs 1, 2, 1
    one = {0: frozenset({1}), 3: frozenset({5}), 1: frozenset({2})}
    two = {1: frozenset({3}), 3: frozenset({4})}
    c = Conflict((0, 1, 2, 3, 4, 5), ({}, one, two), ({}, {}, {}))
    reach = {
        m: joint(c, (1, 2), 0, sequences=m, only_improvements=False)
        for m in ("legal", "once-each", "one-step")
    }
    assert reach == {"legal": {1, 3, 5}, "once-each": {1, 3}, "one-step": {1}}


def test_a_step_improves_its_mover_from_where_it_moves() -> None:
    one, two = {0: frozenset({1})}, {1: frozenset({2})}
    ranks = ({}, {0: 0, 1: 1, 2: 0}, {0: 5, 1: 0, 2: 1})  # for actor 2, state 2 beats 1 but not 0
    c = Conflict((0, 1, 2), ({}, one, two), ranks)
    assert joint(c, (1, 2), 0, sequences="legal", only_improvements=True) == {1, 2}


def test_expansion_of_levels_and_directions() -> None:
    form = OptionForm(
        radices=(3, 2),
        owner=(0, 1),
        allowed=(changes(3, up="one", down="any"), changes(2, down="never")),
        feasible=lambda v: v != (2, 1),
        forbidden=((0, lambda s: s[1] == 1, lambda t: t[0] == 0),),
    )
    c = expand(form, [lambda v: v[0], lambda v: v[1]])
    assert c.states == ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0))
    assert c.moves[0][(0, 0)] == {(1, 0)} and c.moves[0][(2, 0)] == {(0, 0), (1, 0)}
    assert c.moves[0][(1, 1)] == set() and c.moves[0][(0, 1)] == {(1, 1)}
    assert c.moves[1][(0, 0)] == {(0, 1)} and c.moves[1][(2, 0)] == set() and c.moves[1][(0, 1)] == set()


def random_conflict(rng: random.Random, states: int, actors: int) -> Conflict:
    """Arbitrary arcs and ranks with ties."""
    names = tuple(range(states))
    density = rng.choice([0.1, 0.2, 0.4])
    moves = tuple(
        {s: frozenset(t for t in names if t != s and rng.random() < density) for s in names}
        for _ in range(actors)
    )
    return Conflict(
        names, moves, tuple({s: rng.randrange(rng.choice([2, states])) for s in names} for _ in range(actors))
    )


@pytest.mark.parametrize("seed", range(40))
def test_matrices_agree_with_sets(seed: int) -> None:
    rng = random.Random(seed)
    c = random_conflict(rng, rng.randint(2, 9), rng.randint(1, 4))
    moves, ranks = matrices(c)
    solved = dense_numpy.solve(moves, ranks, CONCEPTS)
    for concept in CONCEPTS:
        for i in c.actors:
            assert set(np.flatnonzero(solved[concept][i]).tolist()) == stable_states(c, concept, i), (
                concept,
                i,
            )


@pytest.mark.parametrize("seed", range(40))
def test_the_other_tool_is_once_each(seed: int) -> None:
    rng = random.Random(seed)
    c = random_conflict(rng, rng.randint(2, 8), rng.randint(1, 4))
    moves, ranks = matrices(c)
    tool = Tool(moves, ranks)
    for concept in CONCEPTS:
        expected = [sorted(stable_states(c, concept, i, sequences="once-each")) for i in c.actors]
        assert tool.solve(concept) == expected, concept


@pytest.mark.parametrize("seed", range(30))
def test_implications(seed: int) -> None:
    rng = random.Random(seed)
    c = random_conflict(rng, rng.randint(2, 9), rng.randint(1, 4))
    for sequences in ("legal", "once-each", "one-step"):
        for i in c.actors:
            nash, gmr, smr, seq, sseq = (stable_states(c, k, i, sequences=sequences) for k in CONCEPTS)
            assert nash <= sseq <= seq & smr and seq | smr <= gmr
