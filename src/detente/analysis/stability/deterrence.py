"""The fast forms' common machinery: which states an actor holds, all states at once (GRAPH_MODEL §12).

Kernels are imported on first use, so that describing concepts costs nothing (PARTS rule 1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.analysis.stability.concept import Sequences
from detente.analysis.stability.fibers import fits
from detente.situation.graph import Bools, ConflictGraph

if TYPE_CHECKING:
    from detente.analysis.stability.explicit import Explicit
    from detente.analysis.stability.implicit import Implicit


def nash_states(graph: ConflictGraph, actor: int) -> Bools:
    """Feasible states from which the actor has no improvement ([positions] bool)."""
    return prepare(graph, "legal").nash(actor)


def deterred_states(
    graph: ConflictGraph, actor: int, sequences: Sequences, *, improving: bool, lasting: bool
) -> Bools:
    """Feasible states whose every improvement by the actor meets a sanction ([positions] bool).

    improving: sanctions are made of improvements of their movers (SEQ, SSEQ), else of any moves (GMR, SMR).
    lasting: the actor must have no escape from where the sanction ends (SMR, SSEQ).
    """
    return prepare(graph, sequences).deterred(actor, sequences, improving=improving, lasting=lasting)


def prepare(graph: ConflictGraph, sequences: Sequences) -> Implicit | Explicit:
    """The engine that will decide this graph, made ready."""
    if sequences != "legal" or not ("implicit" in graph.derived or fits(graph)):
        return explicit(graph)
    return implicit(graph)


def implicit(graph: ConflictGraph) -> Implicit:
    """The engine on fibers, made once per graph."""
    if "implicit" not in graph.derived:
        from detente.analysis.stability.implicit import Implicit

        graph.derived["implicit"] = Implicit(graph)
    found: Implicit = graph.derived["implicit"]
    return found


def explicit(graph: ConflictGraph) -> Explicit:
    """The engine on arcs, made once per graph."""
    if "explicit" not in graph.derived:
        from detente.analysis.stability.explicit import Explicit

        graph.derived["explicit"] = Explicit(graph)
    found: Explicit = graph.derived["explicit"]
    return found
