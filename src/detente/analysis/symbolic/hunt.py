"""Single equilibria where all of them are too many to tell apart: calm states, examined one by one.

A calm state is one that as many actors as possible are known to hold; what is left is to follow the replies
to the improvements of the few others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams.diagram import Diagram, TooLargeError
from detente.analysis.symbolic.diagrams.stable_sets import StableSets
from detente.analysis.symbolic.examine import holds
from detente.analysis.symbolic.form import Digits
from detente.analysis.symbolic.members import sample

PATIENCE = 0.25  # seconds for one state; twice as many after every round of tries
ROUND = 12
TRIES = 72
REPEATED = 3  # states drawn again: there are few, and listing them all is quicker


def hunt(stable_sets: StableSets, concept: str, deadline: Deadline, *, seed: int = 0) -> Iterator[Digits]:
    """Equilibria by the definition, each once, not all there are. Ends in time."""
    generator, diagrams = random.Random(seed), stable_sets.sets.diagrams
    seen: set[Digits] = set()
    repeated = 0
    try:
        for attempt in range(TRIES):
            patience = PATIENCE * 2 ** (attempt // ROUND)
            diagrams.deadline = deadline
            calm, restless = _calm(stable_sets, concept, generator)
            digits = sample(stable_sets.sets, calm, generator)
            if digits is None or repeated > REPEATED:
                return
            if digits in seen:
                repeated += 1
                continue
            seen.add(digits)
            if all(
                _holds(stable_sets, concept, player, digits, Deadline(min(patience, deadline.left)))
                for player in restless
            ):
                yield digits
    except (OutOfTimeError, TooLargeError):
        return


def _calm(stable_sets: StableSets, concept: str, generator: random.Random) -> tuple[Diagram, list[int]]:
    """States that some actors hold for certain, in an order drawn anew, and the others may hold."""
    players = list(range(len(stable_sets.sets.form.players)))
    brackets = [stable_sets.bracket(concept, player) for player in players]
    calm = stable_sets.sets.states
    restless: list[int] = []
    generator.shuffle(players)
    for player in players:
        held = calm & brackets[player].stable
        if held.empty:
            restless.append(player)
        else:
            calm = held
    for player in restless:
        calm = calm & brackets[player].upper
    return calm, restless


def _holds(stable_sets: StableSets, concept: str, player: int, digits: Digits, deadline: Deadline) -> bool:
    """By the definition; False as well if it takes too long to tell."""
    stable_sets.sets.diagrams.deadline = deadline
    try:
        return holds(stable_sets, concept, player, digits)
    except (OutOfTimeError, TooLargeError):
        return False
