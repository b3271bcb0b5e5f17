"""From sets and searches to findings: what is listed, counted and proven."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.exact import Bounds
from detente.analysis.symbolic.form import Digits, Form, combinations, without_idle
from detente.analysis.symbolic.members import count, members_in_order
from detente.analysis.symbolic.nash import NashSearch
from detente.analysis.symbolic.result import Finding
from detente.analysis.symbolic.satisfiability.solver import available
from detente.analysis.symbolic.search import Board, Search

MOST_COUNTED = 10_000  # states counted one by one before a count is given up


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked per concept: how many equilibria to list, whether to count them all."""

    wanted: int
    count: bool


def from_bounds(sets: Sets, concept: str, bounds: Bounds, task: Task, deadline: Deadline) -> Finding:
    """The finding that these bounds allow."""
    least = 0 if bounds.lower is None else count(sets, bounds.lower)
    most = None if bounds.upper is None else count(sets, bounds.upper)
    listed: tuple[Digits, ...] = ()
    if bounds.lower is not None:
        listed = tuple(itertools.islice(members_in_order(sets, bounds.lower), task.wanted))
    known = least == most
    answered = known or (least > 0 and len(listed) == task.wanted and not task.count)
    states = tuple(map(sets.form.state, listed))
    return Finding(concept, states, least, most, answered, "diagrams", seconds=deadline.spent)


def from_search(form: Form, concept: str, task: Task, deadline: Deadline) -> Finding:
    """Nash equilibria one by one: under Nash all there are, under the wider concepts some of them."""
    if not available():
        return Finding(concept, (), 0, None, False, "diagrams", seconds=deadline.spent)
    board = Board(without_idle(form))
    search = Search(board, NashSearch(board))
    factor = math.prod(len(form.axes[axis].levels) for axis in form.idle())
    listed: list[Digits] = []
    seen, ended = 0, False
    try:
        for digits in search.equilibria(deadline):
            seen += 1
            listed.extend(_with_idle(form, digits, task.wanted - len(listed)))
            if len(listed) >= task.wanted and not (task.count and seen < MOST_COUNTED):
                break
        else:
            ended = concept == "nash"
    except OutOfTimeError:
        pass
    enough = seen > 0 and len(listed) >= task.wanted and not task.count
    states, most = tuple(map(form.state, listed)), seen * factor if ended else None
    return Finding(concept, states, seen * factor, most, ended or enough, "search", seconds=deadline.spent)


def _with_idle(form: Form, digits: Digits, most: int) -> Iterator[Digits]:
    """The state with every combination of idle levels, at most so many."""
    idle = form.idle()
    for levels in itertools.islice(combinations(form, idle), max(0, most)):
        full = list(digits)
        for axis, level in zip(idle, levels, strict=True):
            full[axis] = level
        yield tuple(full)
