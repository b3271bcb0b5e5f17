"""The fast forms' common machinery: which states an actor holds, all states at once (GRAPH_MODEL §12).

Kernels are imported on first use, so that describing concepts costs nothing (PARTS rule 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.analysis.stability.deterrence.fibers import fits
from detente.analysis.stability.sequences import Sequences
from detente.situation.graph import Bools, ConflictGraph, Ranks

if TYPE_CHECKING:
    from detente.analysis.stability.deterrence.explicit import Explicit
    from detente.analysis.stability.deterrence.implicit import Implicit


Question = tuple[int, Sequences, bool, bool]  # actor, sequences, improving, lasting

_KEPT = 1 << 20  # positions up to which verdicts are kept for the next question


def nash_states(graph: ConflictGraph, actor: int) -> Bools:
    """Feasible states from which the actor has no improvement ([positions] bool)."""
    return _kept(graph, actor, lambda: prepare(graph, "legal").nash(actor))


def deterred_states(
    graph: ConflictGraph, actor: int, sequences: Sequences, *, improving: bool, lasting: bool
) -> Bools:
    """Feasible states whose every improvement by the actor meets a sanction ([positions] bool).

    improving: sanctions are made of improvements of their movers (SEQ, SSEQ), else of any moves (GMR, SMR).
    lasting: the actor must have no escape from where the sanction ends (SMR, SSEQ).
    """
    question: Question = (actor, sequences, improving, lasting)
    engine = prepare(graph, sequences)
    return _kept(
        graph, question, lambda: engine.deterred(actor, sequences, improving=improving, lasting=lasting)
    )


def reranked(graph: ConflictGraph, actor: int, ranks: Ranks) -> ConflictGraph:
    """The graph with other wishes of one actor; what does not depend on them is not worked out again.

    The moves stay prepared. Nash, GMR and SMR of the others depend on their own wishes and on moves only,
    so their verdicts stay; SEQ and SSEQ depend on everybody's wishes.
    """
    others = (*graph.ranks[:actor], ranks, *graph.ranks[actor + 1 :])
    new = replace(graph, ranks=others)
    for name in ("implicit", "explicit"):
        if name in graph.derived:
            new.derived[name] = graph.derived[name].reranked(graph.feasible, others)
    kept = graph.derived.get("verdicts", {})
    new.derived["verdicts"] = {key: kept[key] for key in kept if _independent(key, actor)}
    return new


def _independent(key: int | Question, actor: int) -> bool:
    if isinstance(key, int):
        return key != actor
    focal, _, improving, _ = key
    return focal != actor and not improving


def _kept(graph: ConflictGraph, key: int | Question, decide: Callable[[], Bools]) -> Bools:
    verdicts: dict[int | Question, Bools] = graph.derived.setdefault("verdicts", {})
    if key in verdicts:
        return verdicts[key]
    stable = decide()
    stable.setflags(write=False)
    if graph.positions <= _KEPT:
        verdicts[key] = stable
    return stable


def prepare(graph: ConflictGraph, sequences: Sequences) -> Implicit | Explicit:
    """The engine that will decide this graph, made ready."""
    if sequences != "legal" or not ("implicit" in graph.derived or fits(graph)):
        return explicit(graph)
    return implicit(graph)


def implicit(graph: ConflictGraph) -> Implicit:
    """The engine on fibers, made once per graph."""
    if "implicit" not in graph.derived:
        from detente.analysis.stability.deterrence.implicit import Implicit

        graph.derived["implicit"] = Implicit.of(graph)
    found: Implicit = graph.derived["implicit"]
    return found


def explicit(graph: ConflictGraph) -> Explicit:
    """The engine on arcs, made once per graph."""
    if "explicit" not in graph.derived:
        from detente.analysis.stability.deterrence.explicit import Explicit

        graph.derived["explicit"] = Explicit.of(graph)
    found: Explicit = graph.derived["explicit"]
    return found
