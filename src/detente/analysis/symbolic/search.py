"""Counterexample-guided search: propose a state, examine it explicitly, learn why it fails, propose again.

What is learned never excludes a true equilibrium, and every state given back has been examined by the
definition; so "found" is verified, and running out of proposals proves that there are no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from detente.analysis.symbolic.clock import Deadline
from detente.analysis.symbolic.form import Digits, Form
from detente.analysis.symbolic.local import Local
from detente.analysis.symbolic.satisfiability.clauses import Clauses
from detente.analysis.symbolic.satisfiability.encoder import Encoder, View
from detente.analysis.symbolic.satisfiability.solver import Solution, Solver


class Board:
    """The state looked for, and what has been learned about it."""

    def __init__(self, form: Form, *, seed: int = 0) -> None:
        self.form, self.local = form, Local(form)
        self.clauses = Clauses()
        self.encoder = Encoder(form, self.clauses)
        self.state: View = self.encoder.free()
        self.clauses.require([self.encoder.feasible(self.state)])
        self._solver = Solver(self.clauses, seed=seed)

    def propose(self, deadline: Deadline) -> Digits | None:
        """A state that fits all that was learned; None if there is none. Raises OutOfTimeError."""
        solution = self._solver.solve(deadline)
        return None if solution is None else read(self.state, solution)

    def forget(self, digits: Digits) -> None:
        """Propose this state no more."""
        self.clauses.require([-self.encoder.is_state(self.state, digits)])


def read(view: View, solution: Solution) -> Digits:
    """The levels a solution gives to a view."""
    return tuple(next(d for d, one in enumerate(binding) if solution.true(one)) for binding in view)


class Concept(Protocol):
    """What the search needs to know of a stability concept."""

    def examine(self, digits: Digits) -> bool:
        """Is the state an equilibrium? If not, the board has learned why."""
        ...


class Search:
    """Equilibria one after another."""

    def __init__(self, board: Board, concept: Concept) -> None:
        self._board, self._concept = board, concept

    def equilibria(self, deadline: Deadline) -> Iterator[Digits]:
        """Every equilibrium once; the end proves there are no more. Raises OutOfTimeError."""
        while (digits := self._board.propose(deadline)) is not None:
            if self._concept.examine(digits):
                self._board.forget(digits)
                yield digits
