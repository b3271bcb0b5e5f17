"""What the compiled form checks by looking at every state, asked of a solver instead."""

from __future__ import annotations

from detente.analysis.symbolic.clauses import Clauses
from detente.analysis.symbolic.encoder import Encoder
from detente.analysis.symbolic.form import Form, Listed
from detente.analysis.symbolic.search import read
from detente.analysis.symbolic.solver import Deadline, Solver
from detente.errors import Fault, SenseError

PATIENCE = 3600.0  # seconds; satisfiability of constraints is quick, and nothing can be said without it


def check_sense(form: Form) -> None:
    """Raises SenseError if no state is feasible, or a ranking leaves a feasible state out."""
    if form.constraints and not _possible(form, list(range(len(form.constraints)))):
        raise SenseError(_nothing_feasible(form))
    for player in form.players:
        if isinstance(player.wish, Listed):
            _check_ranking(form, player.id, player.wish)


def _possible(form: Form, chosen: list[int]) -> bool:
    clauses = Clauses()
    encoder = Encoder(form, clauses)
    view = encoder.free()
    for index in chosen:
        clauses.require([encoder.truth(form.constraints[index], view)])
    return Solver(clauses).solve(Deadline(PATIENCE)) is not None


def _nothing_feasible(form: Form) -> list[Fault]:
    """The fault that names a smallest-by-deletion set of constraints no state satisfies together."""
    needed = list(range(len(form.constraints)))
    for index in list(needed):
        rest = [other for other in needed if other != index]
        if not _possible(form, rest):
            needed = rest
    numbers = ", ".join(f"no. {index + 1}" for index in needed)
    together = "alone excludes every state" if len(needed) == 1 else "together exclude every state"
    message = f"no state is feasible: constraint {numbers} {together}; loosen or remove one"
    return [Fault(message, "lint.infeasible", ("constraints", needed[0]))]


def _check_ranking(form: Form, player: str, wish: Listed) -> None:
    clauses = Clauses()
    encoder = Encoder(form, clauses)
    view = encoder.free()
    clauses.require([encoder.feasible(view)])
    for group in wish.groups:
        for digits in group:
            clauses.require([-encoder.is_state(view, digits)])
    left_out = Solver(clauses).solve(Deadline(PATIENCE))
    if left_out is not None:
        message = f"the ranking leaves out feasible states: {form.state(read(view, left_out))}; …"
        raise SenseError([Fault(message, "ranking.incomplete", ("preferences", player, "ranking"))])
