"""CP-SAT behind the clauses: the one place that knows OR-Tools (optional extra `detente[solve]`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.satisfiability.clauses import Clauses, Literal, Row
from detente.errors import LimitError


def available() -> bool:
    """Is the optional solver there?"""
    return find_spec("ortools") is not None


@dataclass(frozen=True, slots=True)
class Solution:
    """values[v] is the truth of variable v (index 0 unused)."""

    values: tuple[bool, ...]

    def true(self, literal: Literal) -> bool:
        """The truth of a literal."""
        return self.values[abs(literal)] == (literal > 0)


class Solver:
    """Solves a set of clauses that may grow between calls."""

    def __init__(self, clauses: Clauses, *, seed: int = 0) -> None:
        if not available():
            raise LimitError("the symbolic engine needs OR-Tools: install detente[solve]")
        from ortools.sat.python import cp_model

        self._clauses, self._seed = clauses, seed
        self._model: Any = cp_model.CpModel()
        self._variables: list[Any] = [None]
        self._fed = [0, 0]

    def solve(self, deadline: Deadline, *, least: Sequence[tuple[int, Literal]] = ()) -> Solution | None:
        """A solution, with the smallest Σ weight × literal if `least` is given; None if there is none.

        Raises OutOfTimeError when neither is known at the deadline.
        """
        from ortools.sat.python import cp_model

        self._feed()
        if least:
            self._model.minimize(sum(weight * self._literal(literal) for weight, literal in least))
        solver = cp_model.CpSolver()
        deadline.check()
        solver.parameters.max_time_in_seconds = deadline.left
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self._seed
        status = solver.solve(self._model)
        return self._answer(solver, status, proven=bool(least), deadline=deadline)

    def _answer(self, solver: Any, status: Any, *, proven: bool, deadline: Deadline) -> Solution | None:
        from ortools.sat.python import cp_model

        if status == cp_model.INFEASIBLE:
            return None
        if status == cp_model.OPTIMAL or (status == cp_model.FEASIBLE and not proven):
            return Solution((False, *(bool(solver.value(one)) for one in self._variables[1:])))
        if status == cp_model.MODEL_INVALID:
            raise LimitError("the weights are too far apart for the solver's 64-bit sums")
        if deadline.left > 0:  # stopped, but not by the clock: Ctrl-C reached the solver first
            raise KeyboardInterrupt
        raise OutOfTimeError

    def _feed(self) -> None:
        clauses = self._clauses
        while len(self._variables) <= clauses.variables:
            self._variables.append(self._model.new_bool_var(""))
        for clause in clauses.clauses[self._fed[0] :]:
            self._model.add_bool_or([self._literal(literal) for literal in clause])
        for row in clauses.rows[self._fed[1] :]:
            self._row(row)
        self._fed = [len(clauses.clauses), len(clauses.rows)]

    def _row(self, row: Row) -> None:
        total = sum(weight * self._literal(literal) for weight, literal in row.terms)
        self._model.add(total >= row.least).only_enforce_if(self._literal(row.when))

    def _literal(self, literal: Literal) -> Any:
        variable = self._variables[abs(literal)]
        return variable if literal > 0 else variable.negated()
