"""Where do boxes of given order stand on a line, nearest to where they wish to be, without overlap?"""

from __future__ import annotations

from collections.abc import Sequence


def placed(
    wishes: Sequence[float], widths: Sequence[float], weights: Sequence[float], gap: float
) -> tuple[float, ...]:
    """Centres with the least weighted squared distance to `wishes`, each `gap` or more clear of the last.

    Pool-adjacent-violators on the wishes less the room the boxes before take: exact, one pass.
    """
    offsets = _offsets(widths, gap)
    pools: list[tuple[float, float, int]] = []  # weighted mean, weight, count
    for wish, weight, offset in zip(wishes, weights, offsets, strict=True):
        mean, count = wish - offset, 1
        while pools and pools[-1][0] >= mean:
            before, load, members = pools.pop()
            mean = (mean * weight + before * load) / (weight + load)
            weight, count = weight + load, count + members
        pools.append((mean, weight, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return tuple(mean + offset for mean, offset in zip(means, offsets, strict=True))


def _offsets(widths: Sequence[float], gap: float) -> list[float]:
    offsets: list[float] = []
    for index, width in enumerate(widths):
        before = offsets[-1] + widths[index - 1] / 2 + gap + width / 2 if index else 0.0
        offsets.append(before)
    return offsets
