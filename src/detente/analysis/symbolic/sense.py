"""What the compiled form checks by looking at every state, asked of the sets instead."""

from __future__ import annotations

from collections.abc import Iterable

from detente.analysis.symbolic.diagrams.diagram import Diagram
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.form import Listed
from detente.analysis.symbolic.members import members_in_order
from detente.errors import Fault, SenseError
from detente.situation.contradictions import each_needed, nothing_feasible


def check_sense(sets: Sets) -> None:
    """Raises SenseError if no state is possible, or a ranking leaves a possible state out."""
    if sets.states.empty:
        needed = each_needed(len(sets.form.constraints), lambda chosen: not _possible(sets, chosen).empty)
        raise SenseError([nothing_feasible(needed)])
    for player in sets.form.players:
        if isinstance(player.wish, Listed):
            _check_ranking(sets, player.id, player.wish)


def _possible(sets: Sets, chosen: Iterable[int]) -> Diagram:
    return sets.known() & sets.diagrams.intersection(sets.truth(sets.form.constraints[c]) for c in chosen)


def _check_ranking(sets: Sets, player: str, wish: Listed) -> None:
    listed = sets.diagrams.union(sets.state(digits) for group in wish.groups for digits in group)
    left_out = sets.states & ~listed
    if left_out.empty:
        return
    first = sets.form.state(next(members_in_order(sets, left_out)))
    message = f"the ranking leaves out feasible states: {first}; …"
    raise SenseError([Fault(message, "ranking.incomplete", ("preferences", player, "ranking"))])
