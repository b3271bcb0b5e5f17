"""Where do the boxes of a directed graph go? Layers by distance from the start, few crossings.

The method is the usual one for layered drawings (Sugiyama, Tagawa and Toda 1981): layers, order within layers
by barycentres, then positions. Boxes stand in even layers; odd layers hold the labels of links as boxes of
their own, which is why labels never overlap boxes or each other. Everything is computed "downwards": `x` runs
along a layer, `y` across layers; a drawing to the right swaps them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.present.figures.packing import placed

Point = tuple[float, float]
_SWEEPS = 16


@dataclass(frozen=True, slots=True)
class Box:
    """What takes room: `along` the layer and `across` layers."""

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Link:
    """From one box to another, with the box of its label."""

    source: int
    target: int
    label: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of the boxes; per link its points from source to target and the centre of its label."""

    along: float
    across: float
    centres: tuple[Point, ...]
    routes: tuple[tuple[Point, ...], ...]
    labels: tuple[Point, ...]


@dataclass(slots=True)
class _Slot:
    """A place in a layer: a box, a label, or the passage of a link."""

    box: Box
    layer: int
    x: float = 0.0


def arrange(
    boxes: Sequence[Box], links: Sequence[Link], distance: Sequence[int], *, gap: float = 22.0
) -> Layout:
    """The layout of `boxes` and `links` (none from a box to itself); `distance` from the start per box."""
    return _Drawing(boxes, links, distance, gap).layout()


class _Drawing:
    def __init__(
        self, boxes: Sequence[Box], links: Sequence[Link], distance: Sequence[int], gap: float
    ) -> None:
        self.gap = gap
        self.links = links
        layer = _layers(len(boxes), links, distance)
        self.slots = [_Slot(box, 2 * layer[index]) for index, box in enumerate(boxes)]
        self.boxes = len(boxes)
        self.chains: list[list[int]] = []
        self.label_slots: list[int] = []
        for link in links:
            self._lay_chain(link)
        self.layers = self._by_layer()
        self.above, self.below = self._neighbours()

    def _lay_chain(self, link: Link) -> None:
        """The slots a link passes from the upper box to the lower; its label takes an odd layer midway."""
        upper, lower = self._ends(link)
        first, last = self.slots[upper].layer, self.slots[lower].layer
        middle = (first + last) // 2
        middle += 1 - middle % 2
        chain = [upper]
        for layer in range(first + 1, last):
            box = link.label if layer == middle else Box(10.0, 0.0)
            self.slots.append(_Slot(box, layer))
            chain.append(len(self.slots) - 1)
        self.label_slots.append(chain[middle - first])
        self.chains.append([*chain, lower])

    def _ends(self, link: Link) -> tuple[int, int]:
        ends = (link.source, link.target)
        return ends if self.slots[link.source].layer < self.slots[link.target].layer else ends[::-1]

    def _by_layer(self) -> list[list[int]]:
        count = max((slot.layer for slot in self.slots), default=-1) + 1
        layers: list[list[int]] = [[] for _ in range(count)]
        for index, slot in enumerate(self.slots):
            layers[slot.layer].append(index)
        return layers

    def _neighbours(self) -> tuple[list[list[int]], list[list[int]]]:
        above: list[list[int]] = [[] for _ in self.slots]
        below: list[list[int]] = [[] for _ in self.slots]
        for chain in self.chains:
            for upper, lower in pairwise(chain):
                below[upper].append(lower)
                above[lower].append(upper)
        return above, below

    def layout(self) -> Layout:
        self._order()
        self._place()
        across = self._across()
        routes = tuple(self._route(number, across) for number in range(len(self.links)))
        centres = tuple((slot.x, _middle(across[slot.layer])) for slot in self.slots[: self.boxes])
        labels = tuple((self.slots[i].x, _middle(across[self.slots[i].layer])) for i in self.label_slots)
        along = max((slot.x + slot.box.along / 2 for slot in self.slots), default=0.0)
        return Layout(along, across[-1][1] if across else 0.0, centres, routes, labels)

    def _order(self) -> None:
        """Sweeps down and up, each layer ordered by its neighbours' mean position; the best order stays."""
        best, fewest = [list(layer) for layer in self.layers], self._crossings()
        for sweep in range(_SWEEPS):
            downwards = sweep % 2 == 0
            near = self.above if downwards else self.below
            for layer in self.layers if downwards else reversed(self.layers):
                self._sort(layer, near)
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(layer) for layer in self.layers], crossings
        self.layers = best

    def _sort(self, layer: list[int], near: list[list[int]]) -> None:
        rank = self._ranks()
        current = {slot: float(index) for index, slot in enumerate(layer)}
        wished = {
            slot: sum(rank[other] for other in near[slot]) / len(near[slot]) if near[slot] else current[slot]
            for slot in layer
        }
        layer.sort(key=lambda slot: (wished[slot], current[slot]))

    def _ranks(self) -> dict[int, int]:
        return {slot: index for layer in self.layers for index, slot in enumerate(layer)}

    def _crossings(self) -> int:
        rank = self._ranks()
        total = 0
        for layer in self.layers[:-1]:
            ends = [rank[lower] for slot in layer for lower in sorted(self.below[slot], key=rank.__getitem__)]
            total += sum(1 for i, a in enumerate(ends) for b in ends[i + 1 :] if a > b)
        return total

    def _place(self) -> None:
        """Positions along each layer as near as possible to the neighbours', in order and without overlap."""
        for layer in self.layers:
            self._settle(layer, [0.0] * len(layer))
        for sweep in range(2 * _SWEEPS):
            downwards = sweep % 2 == 0
            for layer in self.layers if downwards else reversed(self.layers):
                self._settle(layer, [self._wish(slot, downwards) for slot in layer])
        left = min((slot.x - slot.box.along / 2 for slot in self.slots), default=0.0)
        for slot in self.slots:
            slot.x -= left

    def _wish(self, slot: int, downwards: bool) -> float:
        near = (self.above if downwards else self.below)[slot] or [*self.above[slot], *self.below[slot]]
        return sum(self.slots[other].x for other in near) / len(near) if near else self.slots[slot].x

    def _settle(self, layer: list[int], wishes: list[float]) -> None:
        widths = [self.slots[slot].box.along for slot in layer]
        weights = [1.0 if slot < self.boxes else 2.0 for slot in layer]
        for slot, x in zip(layer, placed(wishes, widths, weights, self.gap), strict=True):
            self.slots[slot].x = x

    def _across(self) -> list[tuple[float, float]]:
        """Where each layer begins and ends."""
        bands: list[tuple[float, float]] = []
        edge = 0.0
        for number, layer in enumerate(self.layers):
            depth = max((self.slots[slot].box.across for slot in layer), default=0.0)
            if number % 2:
                depth, edge = max(depth, 10.0), edge + 22.0
            bands.append((edge, edge + depth))
            edge += depth + (22.0 if number % 2 else 0.0)
        return bands

    def _route(self, number: int, across: list[tuple[float, float]]) -> tuple[Point, ...]:
        link, chain = self.links[number], self.chains[number]
        upper, lower = chain[0], chain[-1]
        first = (
            self._port(upper, number, self.below),
            across[self.slots[upper].layer][0] + self._depth(upper, across),
        )
        last = (
            self._port(lower, number, self.above),
            across[self.slots[lower].layer][1] - self._depth(lower, across),
        )
        points = [first]
        for slot in chain[1:-1]:
            begin, end = across[self.slots[slot].layer]
            points += [(self.slots[slot].x, begin), (self.slots[slot].x, end)]
        points.append(last)
        return tuple(points if upper == link.source else reversed(points))

    def _depth(self, slot: int, across: list[tuple[float, float]]) -> float:
        begin, end = across[self.slots[slot].layer]
        return (end - begin + self.slots[slot].box.across) / 2

    def _port(self, slot: int, number: int, near: list[list[int]]) -> float:
        """Where a link leaves a box: the links of a side share it evenly, in the order of where they lead."""
        downwards = near is self.below
        side = [
            (self.slots[chain[1 if downwards else -2]].x, other)
            for other, chain in enumerate(self.chains)
            if chain[0 if downwards else -1] == slot
        ]
        place = sorted(side).index(next(entry for entry in side if entry[1] == number))
        room = min(self.slots[slot].box.along * 0.8, 64.0 * (len(side) - 1))
        step = room / (len(side) - 1) if len(side) > 1 else 0.0
        return self.slots[slot].x - room / 2 + place * step


def _middle(band: tuple[float, float]) -> float:
    return (band[0] + band[1]) / 2


def _layers(count: int, links: Sequence[Link], distance: Sequence[int]) -> list[int]:
    """Layer per box: every link runs down, from its nearer end (by distance, then order) to the farther."""
    order = sorted(range(count), key=lambda box: (distance[box], box))
    rank = {box: index for index, box in enumerate(order)}
    down: Mapping[int, list[int]] = {box: [] for box in range(count)}
    for link in links:
        near, far = sorted((link.source, link.target), key=rank.__getitem__)
        down[near].append(far)
    layer = [0] * count
    for box in order:
        for other in down[box]:
            layer[other] = max(layer[other], layer[box] + 1)
    return layer
