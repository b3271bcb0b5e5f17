"""A conflict graph's implicit moves as the arrays `kernels.fixpoint` reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.situation.graph import Bools, ConflictGraph, FiberMoves, Forbidden

_MOST_CODES = 8
_MOST_PAIRS = 1 << 26
_FOLDED = 512  # fibers up to this size may have their prohibitions folded into a table of members

Arrays = tuple[
    NDArray[np.int64],
    NDArray[np.int64],
    NDArray[np.bool_],
    NDArray[np.int32],
    NDArray[np.bool_],
    NDArray[np.uint8],
    NDArray[np.uint8],
]


@dataclass(frozen=True, slots=True)
class PackedFibers:
    """arrays: see `kernels.fixpoint`; sizes and transitive: per actor."""

    arrays: Arrays
    sizes: tuple[int, ...]
    transitive: tuple[bool, ...]


@dataclass(slots=True)
class _Packing:
    """Rows and offsets gathered actor by actor."""

    shape: list[list[int]] = field(default_factory=list)
    axes: list[list[int]] = field(default_factory=list)
    tables: list[Bools] = field(default_factory=lambda: [np.zeros(0, np.bool_)])
    kinds: list[NDArray[np.int32]] = field(default_factory=lambda: [np.zeros(0, np.int32)])
    rows: list[Bools] = field(default_factory=lambda: [np.zeros(0, np.bool_)])
    codes: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]] = field(default_factory=list)


def fits(graph: ConflictGraph) -> bool:
    """Can the fiber kernels take this graph? (Otherwise its moves are listed as arcs.)"""
    return all(
        isinstance(moves, FiberMoves)
        and (moves.free or moves.size**2 <= _MOST_PAIRS)
        and len(moves.forbidden) <= _MOST_CODES
        for moves in graph.moves
    )


def pack_fibers(graph: ConflictGraph) -> PackedFibers:
    """The moves of a graph that `fits`."""
    packing, transitive = _Packing(), []
    for moves in graph.moves:
        assert isinstance(moves, FiberMoves)
        transitive.append(_add(packing, moves))
    rows = [[source for source, _ in packing.codes], [target for _, target in packing.codes]]
    sources, targets = (np.stack(r) if r else np.zeros((0, graph.positions), np.uint8) for r in rows)
    arrays = (
        np.array(packing.shape, np.int64),
        np.array(packing.axes, np.int64).reshape(-1, 4),
        np.concatenate(packing.tables),
        np.concatenate(packing.kinds),
        np.concatenate(packing.rows),
        sources,
        targets,
    )
    return PackedFibers(arrays, tuple(row[1] for row in packing.shape), tuple(transitive))


def _add(packing: _Packing, moves: FiberMoves) -> bool:
    """Append one actor; is "nobody twice in a row" without effect on its moves?"""
    kinds, rows = _kinds(moves)
    folded, rest = _fold(moves)
    first = len(packing.axes)
    if folded is not None:
        members = rows[kinds] & folded
        np.fill_diagonal(members, True)
        rows, kinds = _distinct(members)
        transitive = not rest and _composes(members)
        _add_axis(packing, members, 1)
    else:
        transitive = moves.transitive
        _add_axes(packing, moves)
    packing.shape.append(
        [
            *(moves.blocks, moves.size, moves.stride, first, len(packing.axes)),
            *(_length(packing.kinds), _length(packing.rows), len(rows)),
            len(packing.codes) if rest else -1,
        ]
    )
    packing.kinds.append(kinds)
    packing.rows.append(rows.reshape(-1))
    if rest:
        packing.codes.append((_codes([p.source for p in rest]), _codes([p.target for p in rest])))
    return transitive


def _kinds(moves: FiberMoves) -> tuple[NDArray[np.int32], Bools]:
    """Members by the changes open to them: kind [size] of each, and what each kind may change to."""
    if moves.free:
        return np.zeros(moves.size, np.int32), np.ones((1, moves.size), np.bool_)
    kinds, rows = np.zeros(1, np.int32), np.ones((1, 1), np.bool_)
    for radix, table in zip(moves.levels, moves.allowed, strict=True):
        own_rows, own = _distinct(table)
        kinds = (kinds[:, None] * len(own_rows) + own).reshape(-1).astype(np.int32)
        joined = rows[:, None, :, None] & own_rows[None, :, None, :]
        rows = joined.reshape(len(rows) * len(own_rows), rows.shape[1] * radix)
    return kinds, rows


def _distinct(table: Bools) -> tuple[Bools, NDArray[np.int32]]:
    if table.all():
        return table[:1], np.zeros(len(table), np.int32)
    rows, inverse = np.unique(table, axis=0, return_inverse=True)
    return rows, inverse.reshape(-1).astype(np.int32)


def _fold(moves: FiberMoves) -> tuple[Bools | None, list[Forbidden]]:
    """Prohibitions that look at own options only as one table of members (None if none), and the others."""
    folded, rest = None, []
    for pair in moves.forbidden:
        source, target = _by_member(moves, pair.source), _by_member(moves, pair.target)
        if source is None or target is None or moves.size > _FOLDED:
            rest.append(pair)
        else:
            folded = ~np.outer(source, target) & (True if folded is None else folded)
    return folded, rest


def _by_member(moves: FiberMoves, mask: Bools) -> Bools | None:
    """The mask as a function of the member alone, or None if it depends on others' options."""
    cube = mask.reshape(moves.blocks, moves.size, moves.stride)
    first: Bools = cube[0, :, 0]
    return first.copy() if (cube == first[None, :, None]).all() else None


def _composes(members: Bools) -> bool:
    step = members.astype(np.float32)
    return not bool(((step @ step > 0) & ~members).any())


def _add_axes(packing: _Packing, moves: FiberMoves) -> None:
    """One axis per option, neighbouring free ones as one."""
    inner, free = moves.size, 1
    for radix, table in zip(moves.levels, moves.allowed, strict=True):
        inner //= radix
        if table.all():
            free *= radix
            continue
        _add_free(packing, free, inner * radix)
        _add_axis(packing, table, inner)
        free = 1
    _add_free(packing, free, inner)


def _add_free(packing: _Packing, radix: int, inner: int) -> None:
    if radix > 1:
        packing.axes.append([radix, inner, 1, 0])


def _add_axis(packing: _Packing, table: Bools, inner: int) -> None:
    packing.axes.append([len(table), inner, 0, _length(packing.tables)])
    packing.tables.append(table.reshape(-1))


def _length(parts: Sequence[NDArray[Any]]) -> int:
    return sum(part.size for part in parts)


def _codes(masks: list[Bools]) -> NDArray[np.uint8]:
    codes = np.zeros(masks[0].size, np.uint8)
    for bit, mask in enumerate(masks):
        codes |= mask.astype(np.uint8) << np.uint8(bit)
    return codes
