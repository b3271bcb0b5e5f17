"""Solvers behind one question: the best solution of a programme, with what is proven about it.

CP-SAT (OR-Tools) where it is installed, otherwise HiGHS as shipped in SciPy; each is the other's referee
in the tests. OR-Tools' own HiGHS binding is never used.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from detente.analysis.agreements.solving.programme import Affine, Programme, Row
from detente.analysis.agreements.solving.rows import Package

WORKERS = 2
# Linear programmes of this kind take milliseconds; this only keeps a strange one from taking for ever.
RELAXED_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Solved:
    """What a solver found. status: "optimal" | "feasible" (stopped early) | "impossible" | "unknown".

    `bound`: no solution has a larger objective; `package` and `levers` are None and () without a solution.
    """

    status: str
    package: Package | None = None
    used: tuple[bool, ...] = ()
    value: int | None = None
    bound: float | None = None


Solver = Callable[..., Solved]


class Deadline:
    """Time that is left of a given number of seconds."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never less than nothing."""
        return max(0.0, self.end - time.monotonic())


def solver() -> Solver:
    """The solver to use here."""
    return solve_cpsat if find_spec("ortools") else solve_highs


def active_rows(programme: Programme, active: Collection[int] | None) -> list[Row]:
    """The rows that stand when only the `active` demands do (default: all)."""
    return [row for row in programme.rows if row.demand is None or active is None or row.demand in active]


def solve_cpsat(
    programme: Programme,
    objective: Affine | None = None,
    *,
    active: Collection[int] | None = None,
    extra: Sequence[Row] = (),
    seconds: float = 60.0,
    seed: int = 0,
) -> Solved:
    """Maximise the objective with OR-Tools CP-SAT; without one, look for any solution."""
    from ortools.sat.python import cp_model

    model, variables = cpsat_model(programme, [*active_rows(programme, active), *extra])
    if objective is not None:
        model.maximize(_linear(objective, variables))
    searcher = cp_model.CpSolver()
    searcher.parameters.max_time_in_seconds = max(0.01, seconds)
    searcher.parameters.num_workers = WORKERS
    searcher.parameters.random_seed = seed
    status = searcher.solve(model)
    if status == cp_model.INFEASIBLE:
        return Solved("impossible")
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved("unknown", bound=searcher.best_objective_bound if objective else None)
    values = np.array([searcher.value(variable) for variable in variables])
    proven = "optimal" if status == cp_model.OPTIMAL else "feasible"
    bound = searcher.best_objective_bound if objective is not None else None
    return _solved(proven, programme, values, objective, bound)


def cpsat_model(programme: Programme, rows: Sequence[Row]) -> tuple[Any, list[Any]]:
    """The programme as a CP-SAT model, and its variables."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    variables = [
        model.new_int_var(low, high, f"v{place}") for place, (low, high) in enumerate(programme.bounds)
    ]
    for levels in programme.choice:
        model.add_exactly_one(variables[level] for level in levels)
    for row in rows:
        constraint = model.add(_linear(row.affine, variables) >= 0)
        if row.when is not None and programme.bounds[row.when] != (1, 1):
            constraint.only_enforce_if(variables[row.when])
    return model, variables


def _linear(affine: Affine, variables: list[Any]) -> Any:
    from ortools.sat.python import cp_model

    places = [variables[variable] for variable, _ in affine.terms]
    return cp_model.LinearExpr.weighted_sum(places, [c for _, c in affine.terms]) + affine.constant


def solve_highs(
    programme: Programme,
    objective: Affine | None = None,
    *,
    active: Collection[int] | None = None,
    extra: Sequence[Row] = (),
    seconds: float = 60.0,
    seed: int = 0,
) -> Solved:
    """Maximise the objective with HiGHS (SciPy's milp). Rows with a condition become big-M rows."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows = [*active_rows(programme, active), *extra]
    matrix, least = _matrix(programme, rows)
    costs = np.zeros(len(programme.bounds))
    for variable, coefficient in objective.terms if objective else ():
        costs[variable] = -coefficient
    low, high = np.array(programme.bounds, dtype=float).T
    result = milp(
        costs,
        integrality=np.ones(len(costs)),
        bounds=Bounds(low, high),
        constraints=LinearConstraint(matrix, lb=least),
        options={"time_limit": max(0.01, seconds), "mip_rel_gap": 0.0},
    )
    if result.status == 2:
        return Solved("impossible")
    bound = None if objective is None or result.mip_dual_bound is None else -result.mip_dual_bound
    if bound is not None and objective is not None:
        bound += objective.constant
    if result.x is None:
        return Solved("unknown", bound=bound)
    values = np.rint(result.x).astype(np.int64)
    if not _holds(rows, values):
        return Solved("unknown", bound=bound)
    return _solved("optimal" if result.status == 0 else "feasible", programme, values, objective, bound)


def _holds(rows: Sequence[Row], values: np.ndarray[Any, Any]) -> bool:
    """Are the rows met exactly, in integers? HiGHS works in floating point, within a tolerance."""
    return all(
        (row.when is not None and not values[row.when])
        or row.affine.constant + sum(int(values[v]) * c for v, c in row.affine.terms) >= 0
        for row in rows
    )


def relaxed_impossible(programme: Programme, active: Collection[int] | None = None) -> bool:
    """Is there no solution even in fractions? A quick look before the full question."""
    return bool(_relaxed(programme, active_rows(programme, active), None).status == 2)


def relaxed_bound(programme: Programme, objective: Affine, rows: Sequence[Row]) -> float | None:
    """What the objective cannot exceed even in fractions; None if that is not found either."""
    result = _relaxed(programme, rows, objective)
    return None if result.status != 0 else float(-result.fun) + objective.constant


def _relaxed(programme: Programme, rows: Sequence[Row], objective: Affine | None) -> Any:
    from scipy.optimize import Bounds, LinearConstraint, milp

    matrix, least = _matrix(programme, rows)
    low, high = np.array(programme.bounds, dtype=float).T
    costs = np.zeros(len(low))
    for variable, coefficient in objective.terms if objective else ():
        costs[variable] = -coefficient
    return milp(
        costs,
        bounds=Bounds(low, high),
        constraints=LinearConstraint(matrix, lb=least),
        options={"time_limit": RELAXED_SECONDS},
    )


def _matrix(programme: Programme, rows: Sequence[Row]) -> tuple[Any, np.ndarray[Any, Any]]:
    from scipy.sparse import csr_array

    data, columns, starts, least = [], [], [0], []
    for row in rows:
        terms = dict(row.affine.terms)
        constant = row.affine.constant
        if row.when is not None:
            slack = max(0, -programme.range_of(row.affine)[0])
            terms[row.when] = terms.get(row.when, 0) - slack
            constant += slack
        columns += list(terms)
        data += list(terms.values())
        starts.append(len(columns))
        least.append(-constant)
    shape = (len(rows), len(programme.bounds))
    return csr_array((np.array(data, float), columns, starts), shape=shape), np.array(least, dtype=float)


def _solved(
    status: str,
    programme: Programme,
    values: np.ndarray[Any, Any],
    objective: Affine | None,
    bound: float | None,
) -> Solved:
    package = tuple(
        next(place for place, variable in enumerate(levels) if values[variable])
        for levels in programme.choice
    )
    used = tuple(bool(values[variable]) for variable in programme.levers)
    value = None
    if objective is not None:
        value = objective.constant + sum(int(values[v]) * c for v, c in objective.terms)
    return Solved(status, package, used, value, bound)


def all_packages(
    programme: Programme,
    *,
    active: Collection[int] | None = None,
    extra: Sequence[Row] = (),
    most: int = 1000,
    seconds: float = 10.0,
) -> tuple[tuple[Package, ...], bool]:
    """Packages that satisfy the programme and the extra rows, at most `most`; are these all of them?

    Found one after another, each by ruling out those before it, so that any solver will do.
    """
    deadline, solve = Deadline(seconds), solver()
    found: list[Package] = []
    rows = list(extra)
    while len(found) < most:
        solved = solve(programme, active=active, extra=rows, seconds=deadline.left)
        if solved.package is None:
            return tuple(found), solved.status == "impossible"
        found.append(solved.package)
        chosen = [programme.choice[i][level] for i, level in enumerate(solved.package)]
        rows.append(Row(Affine(tuple((variable, -1) for variable in chosen), len(chosen) - 1)))
        if not deadline.left:
            break
    return tuple(found), False
