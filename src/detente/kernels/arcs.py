"""Deterrence over explicit moves (graph form): each arc is looked at once per question.

Arcs are CSR arrays, those of all actors stacked: `pointer` is [actors, states + 1] with
offsets into one `index` array. All values are 32-bit ranks; `NEVER` means "no state of this kind".

The published fixpoint of minima (GRAPH_MODEL §12) is solved in one sweep: states are taken in order of
increasing value and each hands its value backwards along the moves that lead to it. A state reached
for the first time by a move of j opens the way for every mover but j; reached again by somebody else,
it opens the way for j too. Every arc is thus followed at most once, however long the sequences are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled

Values = NDArray[np.int32]
Pointers = NDArray[np.int64]
Indices = NDArray[np.int32]

NEVER = np.int32(2**31 - 1)
_UNSEEN = np.uint8(0)
_OPEN = np.uint8(255)


@compiled
def reverse(pointer: Pointers, index: Indices) -> tuple[Pointers, Indices]:
    """The moves of all actors read backwards: who leads to each state, by whose move.

    pointer: [actors, states + 1]. Returns offsets [states * actors + 1], where entry state * actors + mover
    begins the mover's arcs into the state, and the states they come from. All that concerns a state lies
    together, because states are visited in no order.
    """
    actors, states = pointer.shape[0], pointer.shape[1] - 1
    back_pointer = np.zeros(states * actors + 1, np.int64)
    for mover in range(actors):
        for arc in range(pointer[mover, 0], pointer[mover, states]):
            back_pointer[index[arc] * actors + mover + 1] += 1
    for entry in range(states * actors):
        back_pointer[entry + 1] += back_pointer[entry]
    cursor = back_pointer[:-1].copy()
    back_index = np.empty(index.size, np.int32)
    for mover in range(actors):
        for state in range(states):
            for arc in range(pointer[mover, state], pointer[mover, state + 1]):
                entry = index[arc] * actors + mover
                back_index[cursor[entry]] = state
                cursor[entry] += 1
    return back_pointer, back_index


@compiled
def best_reply(pointer: Pointers, index: Indices, value: Values) -> Values:
    """The most each state offers its mover: max of the state's own value and those one move away."""
    best = value.copy()
    for state in range(pointer.size - 1):
        for arc in range(pointer[state], pointer[state + 1]):
            if value[index[arc]] > best[state]:
                best[state] = value[index[arc]]
    return best


@compiled
def ascending(value: Values) -> Indices:
    """States in order of increasing value, by counting; states valued NEVER are left out."""
    top = -1
    for state in range(value.size):
        if value[state] != NEVER and value[state] > top:
            top = value[state]
    start = np.zeros(top + 2, np.int64)
    for state in range(value.size):
        if value[state] != NEVER:
            start[value[state] + 1] += 1
    for rank in range(top + 1):
        start[rank + 1] += start[rank]
    order = np.empty(start[top + 1], np.int32)
    for state in range(value.size):
        if value[state] != NEVER:
            order[start[value[state]]] = state
            start[value[state]] += 1
    return order


@compiled
def worst_after(
    back_pointer: Pointers, back_index: Indices, focal: int, wish: Values, value: Values, improving: bool
) -> Values:
    """The least `value` that legal sequences of all but `focal` lead to, the empty sequence included.

    back_pointer, back_index: see `reverse`. wish: [states, actors], used only when `improving`: each step
    must then better its own mover. Nobody moves twice in a row.
    """
    states, actors = wish.shape
    worst = np.full(states, NEVER, np.int32)
    status = np.zeros(states, np.uint8)  # unseen, 1 + the only last mover so far, or open to all
    stack_state = np.empty(2 * states, np.int32)
    stack_mover = np.empty(2 * states, np.uint8)
    for seed in ascending(value):
        depth = _visit(seed, -1, value[seed], status, worst, stack_state, stack_mover, 0)
        while depth > 0:
            depth -= 1
            state, only = stack_state[depth], stack_mover[depth]
            for mover in range(actors):
                # only = mover: just this mover's arcs; 100 + j: all but j; 200: all.
                if mover == focal or (only < 100 and only != mover) or only == 100 + mover:
                    continue
                entry = state * actors + mover
                for arc in range(back_pointer[entry], back_pointer[entry + 1]):
                    source = back_index[arc]
                    seen = status[source]
                    if seen == _OPEN or seen == mover + 1:
                        continue
                    if improving and wish[state, mover] <= wish[source, mover]:
                        continue
                    depth = _visit(source, mover, value[seed], status, worst, stack_state, stack_mover, depth)
    return worst


@compiled
def _visit(
    state: int,
    mover: int,
    value: int,
    status: NDArray[np.uint8],
    worst: Values,
    stack_state: Indices,
    stack_mover: NDArray[np.uint8],
    depth: int,
) -> int:
    """Note that `state` leads to `value` by a sequence that starts with `mover` (-1: by standing still)."""
    seen = status[state]
    if seen == _OPEN or (mover >= 0 and seen == mover + 1):
        return depth
    stack_state[depth] = state
    if seen == _UNSEEN:
        worst[state] = value
        status[state] = _OPEN if mover < 0 else mover + 1
        stack_mover[depth] = 200 if mover < 0 else 100 + mover
    else:
        status[state] = _OPEN
        stack_mover[depth] = seen - 1
    return depth + 1


@compiled
def worst_next(
    pointer: Pointers, index: Indices, wish: Values, value: Values, improving: bool, worst: Values
) -> None:
    """Lower `worst` in place to the least `value` one move of this mover away ([states] each)."""
    for state in range(pointer.size - 1):
        for arc in range(pointer[state], pointer[state + 1]):
            target = index[arc]
            if value[target] < worst[state] and (not improving or wish[target] > wish[state]):
                worst[state] = value[target]


@compiled
def undeterred(
    pointer: Pointers, index: Indices, rank: Values, worst: Values, feasible: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Where the mover has an improvement after which `worst` stays above the rank it left ([states] bool)."""
    found = np.zeros(rank.size, np.bool_)
    for state in range(rank.size):
        if feasible[state]:
            for arc in range(pointer[state], pointer[state + 1]):
                target = index[arc]
                if rank[target] > rank[state] and worst[target] > rank[state]:
                    found[state] = True
                    break
    return found
