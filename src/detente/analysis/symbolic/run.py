"""Run the symbolic engine on a situation in option form, however large its product space."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.run import Stamp
from detente.analysis.symbolic.form import Digits, Form, combinations, read_form, without_idle
from detente.analysis.symbolic.nash import NashSearch
from detente.analysis.symbolic.result import Finding, SymbolicResult
from detente.analysis.symbolic.search import Board, Search
from detente.analysis.symbolic.sense import check_sense
from detente.analysis.symbolic.solver import Deadline, OutOfTimeError, available
from detente.errors import ArgumentError
from detente.situation.model import Situation
from detente.situation.space import LIMIT
from detente.version import VERSION

Progress = Callable[[int, int], None]

SYMBOLIC_CONCEPTS = ("nash",)
SECONDS = 60.0
MOST_COUNTED = 100_000  # states counted one by one before a count is given up


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked per concept: how many equilibria to list, whether to count them all."""

    wanted: int
    count: bool


def symbolic(
    situation: Situation,
    *,
    concepts: Sequence[str] | None = None,
    limit_seconds: float = SECONDS,
    count: bool = False,
    enumerate_: int = 1,
    seed: int = 0,
    progress: Progress | None = None,
) -> SymbolicResult:
    """Is there an equilibrium, which, and how many, without listing the states?

    enumerate_: how many to list per concept. count: find out how many there are. limit_seconds: for all
    concepts together; what is proven by then is told. Raises ArgumentError for unknown concepts and graph
    form, SenseError if no state is feasible, LimitError without OR-Tools.
    """
    chosen = _choose(concepts)
    if enumerate_ < 0 or limit_seconds <= 0:
        raise ArgumentError("enumerate_ must not be negative and limit_seconds must be positive")
    form = read_form(situation)
    check_sense(form)
    task, end = Task(enumerate_, count), Deadline(limit_seconds)
    findings = []
    for done, concept in enumerate(chosen):
        findings.append(_find(form, concept, task, Deadline(end.left / (len(chosen) - done)), seed))
        if progress is not None:
            progress(done + 1, len(chosen))
    parameters = (
        ("concepts", " ".join(chosen)),
        ("engine", "symbolic"),
        ("enumerate", enumerate_),
        ("count", count),
        ("limit_seconds", limit_seconds),
    )
    stamp = Stamp(situation.digest, "stability", parameters, VERSION, seed)
    states = form.size if not form.constraints else None
    return SymbolicResult(situation, tuple(findings), form.size, states, stamp)


def beyond_the_limit(situation: Situation) -> bool:
    """Are there more combinations of levels than can be listed, and is the solver there to do without?"""
    if situation.graph is not None or not available():
        return False
    players = {actor.id for actor in situation.players}
    return math.prod(len(one.levels) for one in situation.options if one.owner in players) > LIMIT


def _choose(concepts: Sequence[str] | None) -> tuple[str, ...]:
    for name in concepts or ():
        if name not in SYMBOLIC_CONCEPTS:
            known = ", ".join(SYMBOLIC_CONCEPTS)
            raise ArgumentError(f"the symbolic engine answers under {known}; got {name!r}")
    return tuple(one for one in SYMBOLIC_CONCEPTS if concepts is None or one in concepts)


def _find(form: Form, concept: str, task: Task, deadline: Deadline, seed: int) -> Finding:
    """Search state by state, the idle axes left out and multiplied back in."""
    reduced = without_idle(form)
    board = Board(reduced, seed=seed)
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
            ended = search.undecided == 0
    except OutOfTimeError:
        pass
    states = tuple(form.state(digits) for digits in listed)
    answered = ended or (seen > 0 and len(listed) >= task.wanted and not task.count)
    total = seen * factor if ended else None
    return Finding(
        concept, states, seen * factor, total, answered, "search", search.undecided, deadline.spent
    )


def _with_idle(form: Form, digits: Digits, most: int) -> Iterator[Digits]:
    """The state with every combination of idle levels, at most so many."""
    idle = form.idle()
    for number, levels in enumerate(combinations(form, idle)):
        if number >= most:
            return
        full = list(digits)
        for axis, level in zip(idle, levels, strict=True):
            full[axis] = level
        yield tuple(full)
