"""What the compiled form checks by looking at every state, asked of the sets instead."""

from __future__ import annotations

from detente.analysis.symbolic.diagrams import Diagram
from detente.analysis.symbolic.form import Listed
from detente.analysis.symbolic.members import members_in_order
from detente.analysis.symbolic.sets import Sets
from detente.errors import Fault, SenseError


def check_sense(sets: Sets) -> None:
    """Raises SenseError if no state is possible, or a ranking leaves a possible state out."""
    if sets.states.empty:
        raise SenseError(_nothing_feasible(sets))
    for player in sets.form.players:
        if isinstance(player.wish, Listed):
            _check_ranking(sets, player.id, player.wish)


def _nothing_feasible(sets: Sets) -> list[Fault]:
    """The fault that names a smallest-by-deletion set of constraints no state satisfies together."""
    needed = list(range(len(sets.form.constraints)))
    for index in list(needed):
        rest = [other for other in needed if other != index]
        if _possible(sets, rest).empty:
            needed = rest
    numbers = ", ".join(f"no. {index + 1}" for index in needed)
    together = "alone excludes every state" if len(needed) == 1 else "together exclude every state"
    message = f"no state is feasible: constraint {numbers} {together}; loosen or remove one"
    return [Fault(message, "lint.infeasible", ("constraints", needed[0]))]


def _possible(sets: Sets, chosen: list[int]) -> Diagram:
    return sets.known() & sets.diagrams.intersection(sets.truth(sets.form.constraints[c]) for c in chosen)


def _check_ranking(sets: Sets, player: str, wish: Listed) -> None:
    listed = sets.diagrams.union(sets.state(digits) for group in wish.groups for digits in group)
    left_out = sets.states & ~listed
    if left_out.empty:
        return
    first = sets.form.state(next(members_in_order(sets, left_out)))
    message = f"the ranking leaves out feasible states: {first}; …"
    raise SenseError([Fault(message, "ranking.incomplete", ("preferences", player, "ranking"))])
