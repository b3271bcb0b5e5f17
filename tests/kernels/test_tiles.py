"""Tiles hold what lies in the fibers, whatever the shape; closures on them agree with plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.kernels import closure, improving, tiles

NEVER = np.uint16(65535)
SHAPES = [
    (1, 4, 1),
    (7, 3, 1),
    (300, 3, 1),
    (5, 4, 6),
    (40, 2, 31),
    (9, 5, 40),
    (3, 2, 255),
    (2, 3, 256),
    (2, 2, 700),
    (1, 6, 1025),
]


def fiber_positions(blocks: int, size: int, stride: int) -> np.ndarray:
    """[fibers, size]: the positions of each fiber."""
    block, lane = np.divmod(np.arange(blocks * stride), stride)
    return ((block[:, None] * size) + np.arange(size)) * stride + lane[:, None]


@pytest.mark.parametrize("shape", SHAPES)
def test_units_cover_every_fiber_once(shape: tuple[int, int, int]) -> None:
    cut = tiles.geometry(*shape)
    values = np.arange(np.prod(shape)).astype(np.uint16)
    seen = []
    for unit in range(tiles.units(cut)):
        width = tiles.width(unit, cut)
        assert width <= tiles.lanes_of(cut) <= tiles.LANES
        tile = np.zeros((shape[1], tiles.PITCH), np.uint16)
        tiles.load(tile, 3, values, unit, cut)
        seen.append(tile[:, 3 : 3 + width].T)
    found = np.concatenate(seen)
    expected = values[fiber_positions(*shape)]
    assert np.array_equal(found[np.argsort(found[:, 0])], expected[np.argsort(expected[:, 0])])


@pytest.mark.parametrize("shape", SHAPES)
def test_store_writes_what_changed_and_stamps_it(shape: tuple[int, int, int]) -> None:
    cut = tiles.geometry(*shape)
    values = np.arange(np.prod(shape)).astype(np.uint16)
    stamps = np.zeros(values.size // tiles.CHUNK + 1, np.int32)
    tile = np.zeros((shape[1], tiles.PITCH), np.uint16)
    fresh = np.zeros(shape[1], bool)
    unit = tiles.units(cut) - 1
    tiles.load(tile, 0, values, unit, cut)
    assert not tiles.store(tile, 0, values, unit, cut, stamps, 5)
    assert not stamps.any()
    assert not tiles.touched(stamps, 0, unit, cut, fresh)
    tile[shape[1] - 1, 0] += 1000
    before = values.copy()
    assert tiles.store(tile, 0, values, unit, cut, stamps, 5)
    (changed,) = np.flatnonzero(values != before)
    assert stamps[changed // tiles.CHUNK] == 5
    assert tiles.touched(stamps, 4, unit, cut, fresh) and fresh[shape[1] - 1]
    assert not tiles.touched(stamps, 5, unit, cut, fresh)


def random_tile(rng: np.random.Generator, size: int, top: int) -> np.ndarray:
    tile = rng.integers(0, top, (size, 96)).astype(np.uint16)
    tile[rng.random(tile.shape) < 0.2] = NEVER
    return tile


@given(st.integers(0, 10**6), st.lists(st.integers(2, 4), min_size=1, max_size=4))
def test_close_reaches_what_the_tables_allow(seed: int, radices: list[int]) -> None:
    rng, size = np.random.default_rng(seed), int(np.prod(radices))
    axes, tables, allowed, inner = [], [], np.ones((1, 1), bool), size
    for radix in radices:
        inner //= radix
        up, down = rng.random(2) < 0.5
        own = np.tri(radix, dtype=bool) * down | np.tri(radix, dtype=bool).T * up | np.eye(radix, dtype=bool)
        axes.append([radix, inner, int(own.all()), sum(t.size for t in tables)])
        tables.append(own.reshape(-1))
        allowed = np.kron(allowed, own)
    tile = random_tile(rng, size, 50)
    expected = np.where(allowed[:, :, None], tile[None], NEVER).min(axis=1)
    closure.close(tile, 64, np.array(axes, np.int64), np.concatenate(tables))
    assert np.array_equal(tile[:, :64], expected[:, :64])


@given(st.integers(0, 10**6), st.integers(1, 13))
def test_improve_takes_only_from_better_fresh_members(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    tile, wish = random_tile(rng, size, 50), random_tile(rng, size, 4)
    tile[wish == NEVER] = NEVER
    rows = rng.random((2, size)) < 0.7
    kinds = rng.integers(0, 2, size).astype(np.int32)
    fresh = rng.random(size) < 0.6
    open_ = rows[kinds][:, :, None] & fresh[None, :, None] & (wish[None] > wish[:, None])
    expected = np.minimum(tile, np.where(open_, tile[None], NEVER).min(axis=1))
    out = tile.copy()
    improving.improve(out, tile, wish, 64, kinds, rows, fresh, NEVER)
    assert np.array_equal(out[:, :64], expected[:, :64])
