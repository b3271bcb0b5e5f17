"""Where does a moment stand on a line of time whose long empty stretches are cut short?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.messages import Date, Say, message

_SHORT = 0.14  # a gap cut short is drawn as this share of all shorter ones
_APART = 58.0  # pixels between ticks
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 60000)  # months between ticks


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear between the knots (year, pixel); `broken` says which stretches are cut short."""

    years: tuple[float, ...]
    xs: tuple[float, ...]
    broken: tuple[bool, ...]

    @classmethod
    def of(cls, years: Sequence[float], left: float, room: float) -> Scale:
        """A scale for moments in ascending order, from `left` over `room` pixels."""
        knots = sorted(set(years))
        gaps = [b - a for a, b in pairwise(knots)]
        shown = _shortened(gaps)
        total = sum(shown) or 1.0
        xs = [left]
        for gap in shown:
            xs.append(xs[-1] + room * gap / total)
        return cls(tuple(knots), tuple(xs), tuple(a != b for a, b in zip(gaps, shown, strict=True)))

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middles of the stretches cut short, in pixels."""
        return tuple((a + b) / 2 for (a, b), cut in zip(pairwise(self.xs), self.broken, strict=True) if cut)

    def at(self, year: float) -> float:
        """The moment's place in pixels."""
        stretch = self._stretch(year)
        if stretch is None:
            return self.xs[-1] if year >= self.years[-1] else self.xs[0]
        share = (year - self.years[stretch]) / (self.years[stretch + 1] - self.years[stretch])
        return self.xs[stretch] + share * (self.xs[stretch + 1] - self.xs[stretch])

    def ticks(self, say: Say) -> list[tuple[float, str]]:
        """Years, quarters or months on the stretches that are to scale, no two too close to be read."""
        step = next(step for step in _STEPS if step * self._month() >= _APART)
        first, last = int(self.years[0] * 12) // step + 1, int(self.years[-1] * 12) // step
        months = [number * step for number in range(first, last + 1)]
        return [
            (self.at(month / 12), _named(month, step, say)) for month in months if self._to_scale(month / 12)
        ]

    def _month(self) -> float:
        """The pixels of a month where the line is to scale; without such a stretch, none is too long."""
        for (a, b), (left, right), cut in zip(
            pairwise(self.years), pairwise(self.xs), self.broken, strict=True
        ):
            if not cut:
                return (right - left) / (b - a) / 12
        return _APART

    def _stretch(self, year: float) -> int | None:
        place = bisect_right(self.years, year) - 1
        return place if 0 <= place < len(self.years) - 1 else None

    def _to_scale(self, year: float) -> bool:
        stretch = self._stretch(year)
        return stretch is not None and not self.broken[stretch]


def _shortened(gaps: Sequence[float]) -> list[float]:
    """The gaps, those longer than all shorter ones together cut to a share of the rest."""
    shown = list(gaps)
    order = sorted(range(len(gaps)), key=gaps.__getitem__, reverse=True)
    for place in order[:-2]:
        rest = sum(gaps[other] for other in order[order.index(place) + 1 :])
        if gaps[place] <= rest:
            break
        shown[place] = _SHORT * rest
    return shown


def _named(month: int, step: int, say: Say) -> str:
    year, number = divmod(month, 12)
    date = Date(f"{year:04}" if step >= 12 else f"{year:04}-{number + 1:02}")
    return say(message("date.short", date=date))
