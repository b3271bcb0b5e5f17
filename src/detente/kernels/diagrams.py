"""Decision diagrams as arrays: sets of states as shared graphs of tests, with complemented edges.

An edge is 2 * node + sign; node 0 is the end. TRUE is edge 0 and FALSE is edge 1; the opposite of an edge
is edge ^ 1. nodes: int32 [capacity, 3], columns level, low, high; the high edge is never complemented, so
that equal sets are equal edges (Bryant 1986; Brace, Rudell & Bryant 1990). Children stand before parents.

table: int32 [2^k], node numbers by hash, 0 where empty. cache: int32 [2^m, 4], rows (operation, f, g,
result), newest kept. meta: int64 [2], nodes used and steps left. Every operation gives an edge, or FULL when
the nodes are used up, or PAUSE when the steps are; calling again then goes on where the cache remembers.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

TRUE, FALSE = 0, 1
FULL, PAUSE, UNKNOWN = -1, -2, -3
END_LEVEL = 1 << 24
AND, XOR, EXISTS, AND_EXISTS, RENAME, RESTRICT = range(1, 7)

Nodes = NDArray[np.int32]
Meta = NDArray[np.int64]
Flags = NDArray[np.bool_]


@njit(cache=True, nogil=True)
def _hash(a: int, b: int, c: int, mask: int) -> int:
    value = a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D
    value ^= value >> 15
    value *= 0x2C1B3C6D
    value ^= value >> 12
    return value & mask


@njit(cache=True, nogil=True)
def make(nodes: Nodes, table: Nodes, meta: Meta, level: int, low: int, high: int) -> int:
    """The edge that tests `level` and goes on to `low` or `high`."""
    if low == high:
        return low
    sign = high & 1
    low, high = low ^ sign, high ^ sign
    mask = table.size - 1
    slot = _hash(level, low, high, mask)
    while table[slot] != 0:
        node = table[slot]
        if nodes[node, 0] == level and nodes[node, 1] == low and nodes[node, 2] == high:
            return 2 * node + sign
        slot = (slot + 1) & mask
    if meta[0] >= nodes.shape[0]:
        return FULL
    node = meta[0]
    meta[0] += 1
    nodes[node, 0], nodes[node, 1], nodes[node, 2] = level, low, high
    table[slot] = node
    return 2 * node + sign


@njit(cache=True, nogil=True)
def _child(nodes: Nodes, edge: int, level: int, branch: int) -> int:
    """Where an edge goes when `level` is decided."""
    node = edge >> 1
    if nodes[node, 0] != level:
        return edge
    return nodes[node, branch] ^ (edge & 1)


@njit(cache=True, nogil=True)
def _wide(edge: int) -> int:
    """The edge as 64 bits: a kernel that calls itself must be called with one type."""
    return np.int64(edge)  # type: ignore[return-value]


@njit(cache=True, nogil=True)
def _known(cache: Nodes, meta: Meta, operation: int, f: int, g: int) -> int:
    row = _hash(operation, f, g, cache.shape[0] - 1)
    if cache[row, 0] == operation and cache[row, 1] == f and cache[row, 2] == g:
        return cache[row, 3]
    meta[1] -= 1
    return UNKNOWN if meta[1] >= 0 else PAUSE


@njit(cache=True, nogil=True)
def _keep(cache: Nodes, operation: int, f: int, g: int, result: int) -> None:
    row = _hash(operation, f, g, cache.shape[0] - 1)
    cache[row, 0], cache[row, 1], cache[row, 2], cache[row, 3] = operation, f, g, result


@njit(cache=True, nogil=True)
def both(nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, g: int) -> int:
    """f and g."""
    if f == FALSE or g == FALSE or f == g ^ 1:
        return FALSE
    if f in (TRUE, g):
        return g
    if g == TRUE:
        return f
    if f > g:
        f, g = g, f
    found = _known(cache, meta, AND, f, g)
    if found != UNKNOWN:
        return found
    level = min(nodes[f >> 1, 0], nodes[g >> 1, 0])
    low = both(nodes, table, cache, meta, _child(nodes, f, level, 1), _child(nodes, g, level, 1))
    if low < 0:
        return low
    high = both(nodes, table, cache, meta, _child(nodes, f, level, 2), _child(nodes, g, level, 2))
    if high < 0:
        return high
    result = make(nodes, table, meta, level, low, high)
    if result >= 0:
        _keep(cache, AND, f, g, result)
    return result


@njit(cache=True, nogil=True)
def differ(nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, g: int) -> int:
    """Exactly one of f and g."""
    sign = (f ^ g) & 1
    f, g = f & -2, g & -2
    if f == g:
        return FALSE ^ sign
    if f == TRUE:
        return g ^ 1 ^ sign
    if g == TRUE:
        return f ^ 1 ^ sign
    if f > g:
        f, g = g, f
    found = _known(cache, meta, XOR, f, g)
    if found != UNKNOWN:
        return found ^ sign if found >= 0 else found
    level = min(nodes[f >> 1, 0], nodes[g >> 1, 0])
    low = differ(nodes, table, cache, meta, _child(nodes, f, level, 1), _child(nodes, g, level, 1))
    if low < 0:
        return low
    high = differ(nodes, table, cache, meta, _child(nodes, f, level, 2), _child(nodes, g, level, 2))
    if high < 0:
        return high
    result = make(nodes, table, meta, level, low, high)
    if result < 0:
        return result
    _keep(cache, XOR, f, g, result)
    return result ^ sign


@njit(cache=True, nogil=True)
def _either(nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, g: int) -> int:
    result = both(nodes, table, cache, meta, f ^ 1, g ^ 1)
    return result ^ 1 if result >= 0 else result


@njit(cache=True, nogil=True)
def exists(
    nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, chosen: Flags, last: int, tag: int
) -> int:
    """f for some values of the chosen levels. last: the deepest of them; tag: a number for this choice."""
    level = nodes[f >> 1, 0]
    if level > last:
        return f
    operation = EXISTS + (tag << 4)
    found = _known(cache, meta, operation, f, 0)
    if found != UNKNOWN:
        return found
    low = exists(nodes, table, cache, meta, _child(nodes, f, level, 1), chosen, last, tag)
    if low < 0 or (low == TRUE and chosen[level]):
        return low
    high = exists(nodes, table, cache, meta, _child(nodes, f, level, 2), chosen, last, tag)
    if high < 0:
        return high
    if chosen[level]:
        result = _either(nodes, table, cache, meta, low, high)
    else:
        result = make(nodes, table, meta, level, low, high)
    if result >= 0:
        _keep(cache, operation, f, 0, result)
    return result


@njit(cache=True, nogil=True)
def both_exists(
    nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, g: int, chosen: Flags, last: int, tag: int
) -> int:
    """f and g for some values of the chosen levels, without making f and g first."""
    if f == FALSE or g == FALSE or f == g ^ 1:
        return FALSE
    if f in (TRUE, g):
        return exists(nodes, table, cache, meta, g, chosen, last, tag)
    if g == TRUE:
        return exists(nodes, table, cache, meta, f, chosen, last, tag)
    if f > g:
        f, g = g, f
    level = min(nodes[f >> 1, 0], nodes[g >> 1, 0])
    if level > last:
        return both(nodes, table, cache, meta, f, g)
    operation = AND_EXISTS + (tag << 4)
    found = _known(cache, meta, operation, f, g)
    if found != UNKNOWN:
        return found
    f0, g0 = _child(nodes, f, level, 1), _child(nodes, g, level, 1)
    low = both_exists(nodes, table, cache, meta, f0, g0, chosen, last, tag)
    if low < 0 or (low == TRUE and chosen[level]):
        return low
    f1, g1 = _child(nodes, f, level, 2), _child(nodes, g, level, 2)
    high = both_exists(nodes, table, cache, meta, f1, g1, chosen, last, tag)
    if high < 0:
        return high
    if chosen[level]:
        result = _either(nodes, table, cache, meta, low, high)
    else:
        result = make(nodes, table, meta, level, low, high)
    if result >= 0:
        _keep(cache, operation, f, g, result)
    return result


@njit(cache=True, nogil=True)
def rename(nodes: Nodes, table: Nodes, cache: Nodes, meta: Meta, f: int, to: Nodes, tag: int) -> int:
    """f with every level `l` replaced by `to[l]`; the order of the levels it tests must not change."""
    if f <= FALSE:
        return f
    sign = f & 1
    f ^= sign
    operation = RENAME + (tag << 4)
    found = _known(cache, meta, operation, f, 0)
    if found != UNKNOWN:
        return found ^ sign if found >= 0 else found
    node = f >> 1
    low = rename(nodes, table, cache, meta, _wide(nodes[node, 1]), to, tag)
    if low < 0:
        return low
    high = rename(nodes, table, cache, meta, _wide(nodes[node, 2]), to, tag)
    if high < 0:
        return high
    result = make(nodes, table, meta, to[nodes[node, 0]], low, high)
    if result < 0:
        return result
    _keep(cache, operation, f, 0, result)
    return result ^ sign


@njit(cache=True, nogil=True)
def mark(nodes: Nodes, used: int, roots: Nodes) -> Flags:
    """[used] bool: nodes that some root leads to, the end among them."""
    live = np.zeros(used, dtype=np.bool_)
    live[0] = True
    for root in roots:
        live[root >> 1] = True
    for node in range(used - 1, 0, -1):
        if live[node]:
            live[nodes[node, 1] >> 1] = True
            live[nodes[node, 2] >> 1] = True
    return live


@njit(cache=True, nogil=True)
def compact(nodes: Nodes, live: Flags, target: Nodes, table: Nodes) -> Nodes:
    """Copy live nodes to `target` and hash them into the empty `table`; gives the new number of each node."""
    moved = np.zeros(live.size, dtype=np.int32)
    count = 0
    mask = table.size - 1
    for node in range(live.size):
        if not live[node]:
            continue
        moved[node] = count
        low, high = nodes[node, 1], nodes[node, 2]
        target[count, 0] = nodes[node, 0]
        target[count, 1] = 2 * moved[low >> 1] + (low & 1)
        target[count, 2] = 2 * moved[high >> 1] + (high & 1)
        if count > 0:
            slot = _hash(target[count, 0], target[count, 1], target[count, 2], mask)
            while table[slot] != 0:
                slot = (slot + 1) & mask
            table[slot] = count
        count += 1
    return moved
