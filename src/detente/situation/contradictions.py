"""Conditions that cannot hold together, reduced to those that are each needed for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.errors import Fault


def each_needed(count: int, possible: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """Which of `count` conditions, none of them to spare, cannot hold together?

    `possible` says whether those at some places can; all of them together cannot. A deletion filter: the
    set is smallest in that every condition in it is needed, not in its number.
    """
    kept = list(range(count))
    for place in range(count):
        rest = [other for other in kept if other != place]
        if not possible(rest):
            kept = rest
    return tuple(kept)


def nothing_feasible(needed: Sequence[int]) -> Fault:
    """The fault of a situation without a feasible state; `needed`: places of constraints that exclude all."""
    numbers = ", ".join(f"no. {index + 1}" for index in needed)
    together = "alone excludes every state" if len(needed) == 1 else "together exclude every state"
    message = f"no state is feasible: constraint {numbers} {together}; loosen or remove one"
    return Fault(message, "lint.infeasible", ("constraints", needed[0]))
