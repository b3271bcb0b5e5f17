"""Ranks and constraints over a whole product space, many states at a time (SCALE §4).

A statement looks at few options. The space is cut into rows of a few thousand states that differ in the
last axes only: within a row the truth of a statement is a pattern that depends only on those of its options
that lie outside the row. So every pattern is made once, shifted to the statement's place, and a row of ranks
is a sum of patterns. Words of truth values become dense ranks by marking the words that occur and counting
them, without sorting. The plain form of the same functions is `detente.situation.ranks`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.compiling import compiled

Bools = NDArray[np.bool_]
Words = NDArray[np.uint16]

_ROW = 2048  # a row is the shortest run of last axes with at least so many states
_WORD = 16  # statements in one word
_MARKS = 1 << 26  # longest table of marks; beyond it values are sorted


def lexicographic(tables: Sequence[Bools], shape: tuple[int, ...], feasible: Bools) -> NDArray[Any]:
    """Ranks of statements, most important first: unsigned [positions], dense from 0 over feasible ones.

    tables: truth per statement, broadcastable to `shape`. Infeasible positions get 0.
    """
    if len(tables) <= _WORD:
        word = words(tables, shape)
        _renumber_words(word, feasible, np.zeros(2 << _WORD, np.uint16))
        return word
    ranks, count, start = np.zeros(feasible.size, np.uint32), 1, 0
    while start < len(tables):
        room = max(1, int(math.log2(_MARKS / count)))
        block = tables[start : start + min(_WORD, room)]
        ranks, count = _append(ranks, count, words(block, shape), len(block), feasible)
        start += len(block)
    return ranks.astype(np.uint16) if count <= 1 << 16 else ranks


def words(tables: Sequence[Bools], shape: tuple[int, ...]) -> Words:
    """The truth of up to 16 statements as one number per state, the first statement its highest bit."""
    split = _split(shape)
    rows, row = math.prod(shape[:split]), math.prod(shape[split:])
    whole_row = np.zeros(row, np.uint16)
    whole_block = np.zeros(rows, np.uint16)
    patterns, choice, offset = [np.zeros((0, row), np.uint16)], [], 0
    for place, table in enumerate(reversed(tables)):
        word = table.reshape((1,) * (len(shape) - table.ndim) + table.shape).astype(np.uint16) << place
        outside, inside = math.prod(word.shape[:split]), math.prod(word.shape[split:])
        if outside == 1:
            whole_row += np.broadcast_to(word.reshape(word.shape[split:]), shape[split:]).reshape(-1)
        elif inside == 1:
            whole_block += np.broadcast_to(word.reshape(word.shape[:split]), shape[:split]).reshape(-1)
        else:
            number = np.arange(offset, offset + outside, dtype=np.int32).reshape(word.shape[:split])
            choice.append(np.broadcast_to(number, shape[:split]).reshape(-1))
            spread = np.broadcast_to(word, word.shape[:split] + shape[split:])
            patterns.append(spread.reshape(outside, row))
            offset += outside
    chosen = np.stack(choice) if choice else np.zeros((0, rows), np.int32)
    result = np.empty((rows, row), np.uint16)
    _add_up(result, whole_row, whole_block, np.concatenate(patterns), chosen)
    return result.reshape(-1)


def _split(shape: tuple[int, ...]) -> int:
    """The first of the axes that lie inside a row."""
    row, split = 1, len(shape)
    while split > 0 and row < _ROW:
        split -= 1
        row *= shape[split]
    return split


@compiled
def _add_up(
    result: Words, whole_row: Words, whole_block: Words, patterns: Words, chosen: NDArray[np.int32]
) -> None:
    """result[r] = whole_row + whole_block[r] + the patterns chosen for row r."""
    for number in range(result.shape[0]):
        row, constant = result[number], whole_block[number]
        for state in range(row.size):
            row[state] = whole_row[state] + constant
        for statement in range(chosen.shape[0]):
            pattern = patterns[chosen[statement, number]]
            for state in range(row.size):
                row[state] += pattern[state]


@compiled
def _renumber_words(word: Words, feasible: Bools, marks: Words) -> None:
    """Words to dense ranks in place; infeasible positions get 0. marks: zeros [131072].

    Infeasible positions mark the upper half: an index computed costs less than a branch guessed wrongly.
    """
    for position in range(word.size):
        marks[np.int64(word[position]) | (np.int64(not feasible[position]) << 16)] = 1
    count = 0
    for value in range(1 << 16):
        if marks[value]:
            marks[value] = count
            count += 1
    marks[1 << 16 :] = 0
    for position in range(word.size):
        word[position] = marks[np.int64(word[position]) | (np.int64(not feasible[position]) << 16)]


def _append(
    ranks: NDArray[np.uint32], count: int, word: Words, bits: int, feasible: Bools
) -> tuple[NDArray[np.uint32], int]:
    """Ranks refined by a word of `bits` less important statements, dense again, and how many there are."""
    if count << bits > _MARKS:
        joined = (ranks.astype(np.uint64) << np.uint64(bits)) | word
        values, inverse = np.unique(joined[feasible], return_inverse=True)
        ranks[:] = 0
        ranks[feasible] = inverse
        return ranks, values.size
    marks = np.zeros(count << bits, np.uint32)
    return ranks, int(_renumber(ranks, word, bits, feasible, marks))


@compiled
def _renumber(
    ranks: NDArray[np.uint32], word: Words, bits: int, feasible: Bools, marks: NDArray[np.uint32]
) -> int:
    for position in range(ranks.size):
        if feasible[position]:
            joined = (np.int64(ranks[position]) << bits) | np.int64(word[position])
            ranks[position] = joined
            marks[joined] = 1
    count = 0
    for value in range(marks.size):
        if marks[value]:
            marks[value] = count
            count += 1
    for position in range(ranks.size):
        ranks[position] = marks[ranks[position]] if feasible[position] else 0
    return count
