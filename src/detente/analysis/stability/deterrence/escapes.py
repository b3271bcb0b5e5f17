"""The focal actor's way out of a sanction (SMR, SSEQ): a move to a state it prefers to where it stood."""

from __future__ import annotations

import numpy as np

from detente.situation.graph import Bools, ConflictGraph, Ints


def can_escape(graph: ConflictGraph, actor: int, positions: Ints, floor: int) -> Bools:
    """Per position: does one move of the actor lead above rank `floor`? ([positions] bool)"""
    which, targets = graph.moves_from(actor, positions)
    escaping = np.zeros(positions.size, dtype=np.bool_)
    escaping[which[graph.ranks[actor][targets] > floor]] = True
    return escaping


def best_escape(graph: ConflictGraph, actor: int, position: int, floor: int) -> int | None:
    """The best state above rank `floor` that one move of the actor reaches; None if there is none."""
    targets = graph.reachable(actor, position)
    if not targets.size:
        return None
    best = int(targets[np.argmax(graph.ranks[actor][targets])])
    return best if graph.ranks[actor][best] > floor else None
