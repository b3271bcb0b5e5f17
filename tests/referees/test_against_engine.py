"""The engine gives what the brute-force referee gives, on random situations of every form.

The referee reads the same tree with a naive reader of its own, so reading, compiling, ranks, moves and all
five concepts under all three kinds of sequences are held against code that shares nothing with them; and a
fifth of the situations have every judgement checked: the same verdict, with a true witness.
"""

from __future__ import annotations

import multiprocessing
import random

import pytest
from tests.referees.brute_force import SEQUENCES, stable_states
from tests.referees.naive_reader import Plain
from tests.referees.random_situations import Tree, random_situation
from tests.referees.witness import faults

from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.situation.compile import compile_situation
from detente.situation.file.read import read

QUICK, LONG = 300, 100_000


def disagreements(tree: Tree, *, judged: bool = True) -> list[str]:
    """Where engine and referee part on a situation: one line for each set of states that differs.

    judged: also check every judgement and its witness (slow).
    """
    plain, compiled = Plain(tree), compile_situation(read(tree))
    names = {}
    for position in compiled.graph.states().tolist():
        state = compiled.state(position)
        names[position] = state.key if state.key is not None else plain.vector(state.levels)
    found = [] if set(names.values()) == set(plain.conflict.states) else ["feasible states"]
    for actor, name in enumerate(plain.actors):
        for position, state in names.items():
            moves = {names[int(t)] for t in compiled.graph.reachable(actor, position)}
            if moves != plain.conflict.moves[actor][state]:
                found.append(f"moves of {name} from {state}")
        for concept in CONCEPTS:
            for sequences in SEQUENCES:
                mask = concept.stable(compiled.graph, actor, sequences)
                engine = {state for position, state in names.items() if mask[position]}
                referee = stable_states(plain.conflict, concept.id, actor, sequences=sequences)
                if engine != referee:
                    found.append(f"{concept.id} {sequences} {name}: {sorted(engine ^ referee)}")
                for position in names if judged else ():
                    literal = concept.judge(compiled.graph, actor, position, sequences)
                    found += faults(plain.conflict, literal.labelled(int, lambda p: names[int(p)]), sequences)
    return found


def check(seed: int) -> tuple[int, list[str]]:
    return seed, disagreements(random_situation(random.Random(seed)), judged=seed % 5 == 0)


@pytest.mark.parametrize("block", range(10))
def test_engine_agrees_with_the_referee(block: int) -> None:
    for seed in range(block * QUICK // 10, (block + 1) * QUICK // 10):
        assert check(seed) == (seed, [])


@pytest.mark.long
def test_engine_agrees_with_the_referee_at_length() -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for seed, found in pool.imap_unordered(check, range(1_000_000, 1_000_000 + LONG), chunksize=200):
            assert (seed, found) == (seed, [])
