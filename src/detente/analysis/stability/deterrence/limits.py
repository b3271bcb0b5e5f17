"""How much memory an answer takes, worked out before any of it is allocated (HOUSE §9)."""

from __future__ import annotations

from detente.errors import LimitError

MEMORY_LIMIT = 4 << 30  # bytes; a caller with a larger machine may say so

_RANK = 2  # bytes of a rank; wide ranks (more than 65,534 of them) take twice as much


def estimate(positions: int, actors: int, concepts: int, threads: int, *, in_turn: bool = False) -> int:
    """Bytes in use at the highest point of a stability analysis in option form.

    The graph's own ranks and feasibility, prepared ranks, verdicts, and what every thread works on: a value
    per position, or one per last mover where "nobody twice in a row" matters (`in_turn`).
    """
    kept = positions * (1 + 2 * _RANK * actors + concepts * actors)
    working = positions * (_RANK * (actors + 1 if in_turn else 2) + 1)
    return kept + threads * working


def estimate_arcs(positions: int, actors: int, arcs: int) -> int:
    """Bytes for moves listed one by one, forwards and backwards, with the arrays of one question."""
    return 8 * arcs + positions * (8 * actors * 2 + 8 * actors + 16)


def refuse_beyond(needed: int, limit: int, work: str) -> None:
    """Raise LimitError, with the ways out, if `needed` bytes are more than `limit`."""
    if needed > limit:
        raise LimitError(
            f"{work} needs about {needed / 2**30:.1f} GiB of memory; the limit is {limit / 2**30:.1f} GiB. "
            "Ways out: leave out an option or merge levels, ask for fewer concepts at a time, use the "
            "symbolic engine, or allow more memory"
        )
