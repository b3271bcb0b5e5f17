"""Run the symbolic engine on a situation in option form, however large its product space."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.analysis.protocol import Stamp
from detente.analysis.symbolic.answer import Task, from_bounds, from_search
from detente.analysis.symbolic.clock import Deadline, OutOfTimeError
from detente.analysis.symbolic.diagrams.diagram import Diagram, TooLargeError
from detente.analysis.symbolic.diagrams.sets import Sets
from detente.analysis.symbolic.exact import Bounds, Exact
from detente.analysis.symbolic.form import Form, read_form
from detente.analysis.symbolic.members import count as count_members
from detente.analysis.symbolic.result import Finding, SymbolicResult
from detente.analysis.symbolic.sense import check_sense
from detente.errors import ArgumentError
from detente.situation.model import Situation
from detente.version import VERSION

Progress = Callable[[int, int], None]

SYMBOLIC_CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
SECONDS = 60.0


def symbolic(
    situation: Situation,
    *,
    concepts: Sequence[str] | None = None,
    limit_seconds: float = SECONDS,
    count: bool = False,
    enumerate_: int = 1,
    progress: Progress | None = None,
) -> SymbolicResult:
    """Is there an equilibrium, which, and how many, without listing the states?

    enumerate_: how many to list per concept. count: find out how many there are. limit_seconds: for all
    concepts together; what is proven by then is told. Raises ArgumentError for unknown concepts and graph
    form, SenseError if no state is feasible or a ranking leaves states out.
    """
    chosen = choose(concepts)
    if enumerate_ < 0 or limit_seconds <= 0:
        raise ArgumentError("enumerate_ must not be negative and limit_seconds must be positive")
    form, end = read_form(situation), Deadline(limit_seconds)
    exact, states = _begin(form, end)
    findings = []
    for done, concept in enumerate(chosen):
        share = Deadline(end.left / (len(chosen) - done))
        findings.append(_find(form, exact, concept, Task(enumerate_, count), share))
        if progress is not None:
            progress(done + 1, len(chosen))
    parameters = (
        ("concepts", " ".join(chosen)),
        ("engine", "symbolic"),
        ("enumerate", enumerate_),
        ("count", count),
        ("limit_seconds", limit_seconds),
    )
    stamp = Stamp(situation.digest, "stability", parameters, VERSION)
    return SymbolicResult(situation, tuple(findings), form.size, states, stamp)


def choose(concepts: Sequence[str] | None) -> tuple[str, ...]:
    """The concepts asked for, in the usual order. Raises ArgumentError."""
    for name in concepts or ():
        if name not in SYMBOLIC_CONCEPTS:
            raise ArgumentError(f"concept must be one of {', '.join(SYMBOLIC_CONCEPTS)}; got {name!r}")
    return tuple(one for one in SYMBOLIC_CONCEPTS if concepts is None or one in concepts)


def _begin(form: Form, deadline: Deadline) -> tuple[Exact | None, int | None]:
    """The sets of the form and how many states are possible; None for what does not fit."""
    try:
        sets = Sets(form, deadline)
        check_sense(sets)
        states = count_members(sets, sets.states)
    except (OutOfTimeError, TooLargeError):
        return None, None
    return Exact(sets), states


def _find(form: Form, exact: Exact | None, concept: str, task: Task, deadline: Deadline) -> Finding:
    """By diagrams where they fit, else state by state."""
    nash = None if exact is None else exact.nash(deadline)
    if exact is None or nash is None or nash.lower is None:
        return from_search(form, concept, task, deadline)
    bounds = nash if concept == "nash" else _wider(exact, concept, nash.lower, task, deadline)
    return from_bounds(exact.sets, concept, bounds, task, deadline)


def _wider(exact: Exact, concept: str, nash: Diagram, task: Task, deadline: Deadline) -> Bounds:
    """Every concept holds wherever Nash does: enough if a few equilibria are asked for."""
    enough = None if task.count else max(1, task.wanted)
    if enough is not None and count_members(exact.sets, nash) >= enough:
        return Bounds(nash, None)
    try:
        bounds = exact.decide(concept, deadline, enough=enough)
    except (OutOfTimeError, TooLargeError):
        return Bounds(nash, None)
    return Bounds(nash, bounds.upper) if bounds.lower is None else bounds
