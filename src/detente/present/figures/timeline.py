"""A timeline as SVG: events on a line, to scale where that is legible, labels above in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from detente.exhibits import Event, Timeline
from detente.present.clean import clean
from detente.present.dates import MONTHS, positions, span, written
from detente.present.figures.alt import timeline_alt
from detente.present.figures.figure import Figure
from detente.present.figures.legend import flowed
from detente.present.figures.packing import placed
from detente.present.figures.svg import ACCENT, LINE, SOFT, document, element, label, path
from detente.present.grounds import ASSUMED
from detente.present.measure import pixels, wrap

MOST_EVENTS = 24
_PAD = 14.0
_WIDTH = 880.0
_LABEL = 150.0
_MOST_LANES = 5
_SAID = {"done": "done", "scheduled": "scheduled", "inferred": "date inferred"}


@dataclass(frozen=True, slots=True)
class _Flag:
    """An event on the line: where, in which lane its label, and the label's lines."""

    event: Event
    x: float
    lane: int
    when: str
    said: tuple[str, ...]


def draw_timeline(timeline: Timeline, number: int) -> Figure | None:
    """The dated events as figure `number`; None with fewer than two, since a line would say nothing."""
    dated = [(within, event) for event in timeline.events if (within := span(event.date)) is not None]
    moments = positions([within for within, _ in dated])
    shown = sorted(
        ((at, event) for at, (_, event) in zip(moments, dated, strict=True)), key=lambda pair: pair[0]
    )[-MOST_EVENTS:]
    if len(shown) < 2:
        return None
    years = [at for at, _ in shown]
    linear = _scaled([b - a for a, b in pairwise(years)])
    flags = _flags(shown, linear)
    to_scale = max(flag.lane for flag in flags) < _MOST_LANES
    if not to_scale:
        flags = _flags(shown, _scaled([sqrt(b - a) + 0.15 for a, b in pairwise(years)]))
    svg, height = _drawn(timeline, flags, _ticks(years, linear) if to_scale else [], number)
    return Figure(
        number, svg, timeline_alt(timeline), _WIDTH, height, _remarks(timeline, len(shown), to_scale)
    )


def _remarks(timeline: Timeline, shown: int, to_scale: bool) -> tuple[str, ...]:
    undrawn = len(timeline.events) - shown
    said = "one event of the list is" if undrawn == 1 else f"{undrawn} events of the list are"
    return (
        *((f"Not drawn: {said} undated or earlier.",) if undrawn else ()),
        *(() if to_scale else ("In order; distances are not to scale.",)),
    )


def _scaled(gaps: Sequence[float]) -> list[float]:
    """Positions in pixels, the gaps in proportion; room for the last label stays on the right."""
    room = _WIDTH - 2 * _PAD - _LABEL
    total = sum(gaps)
    at, positions = 0.0, [_PAD + 8]
    for gap in gaps:
        at += gap
        positions.append(_PAD + 8 + (room * at / total if total else 0.0))
    parted = placed(positions, [10.0] * len(positions), [1.0] * len(positions), 4.0)
    return [x + max(0.0, _PAD + 8 - parted[0]) for x in parted]


def _flags(shown: Sequence[tuple[float, Event]], xs: Sequence[float]) -> list[_Flag]:
    """From the right, each label into the lowest lane where it ends before the next label begins."""
    ends: list[float] = []  # per lane, where the label to the right begins
    flags: list[_Flag] = []
    for (_, event), x in sorted(zip(shown, xs, strict=True), key=lambda pair: -pair[1]):
        said = clean(event.text.text) + (ASSUMED if event.text.assumed else "")
        lines = wrap(said, _LABEL - 12, _small, lines=3)
        when = wrap(written(clean(event.date)), _LABEL - 12, _bold, lines=1)[0]
        width = max([_small(line) for line in lines] + [_bold(when)]) + 14
        lane = next((lane for lane, end in enumerate(ends) if x + width <= end), len(ends))
        ends[lane : lane + 1] = [x]
        flags.append(_Flag(event, x, lane, when, lines))
    return flags[::-1]


def _small(text: str) -> float:
    return pixels(text, 11)


def _bold(text: str) -> float:
    return pixels(text, 11) * 1.07


def _drawn(
    timeline: Timeline, flags: Sequence[_Flag], ticks: Sequence[tuple[float, str]], number: int
) -> tuple[str, float]:
    lanes = max(flag.lane for flag in flags) + 1
    axis = _PAD + 62.0 * lanes + 12
    body = [path(f"M{_PAD:.1f} {axis:.1f}L{_WIDTH - _PAD:.1f} {axis:.1f}", stroke=SOFT, stroke_width=1.4)]
    for x, said in ticks:
        body.append(path(f"M{x:.1f} {axis:.1f}L{x:.1f} {axis + 7:.1f}", stroke=SOFT, stroke_width=1))
        body.append(label([said], x, axis + 19, size=10.5, fill=SOFT, text_anchor="middle"))
    body += [_stem(flag, axis) for flag in flags]
    body += [_text(flag, axis) for flag in flags]
    body += [_dot(flag.event.status, flag.x, axis) for flag in flags]
    statuses = dict.fromkeys(flag.event.status for flag in flags)
    below = axis + (34 if ticks else 22)
    legend, height = flowed(
        [(_dot(status, 7, 0), _SAID.get(status, status)) for status in statuses], _WIDTH - 2 * _PAD, room=20
    )
    body.append(element("g", *legend, transform=f"translate({_PAD:.0f} {below:.1f})"))
    total = below + height
    return document(number, _WIDTH, total, timeline.title, timeline_alt(timeline), body), total


def _top(flag: _Flag, axis: float) -> float:
    return axis - 12 - 62.0 * (flag.lane + 1)


def _stem(flag: _Flag, axis: float) -> str:
    return path(f"M{flag.x:.1f} {_top(flag, axis):.1f}L{flag.x:.1f} {axis:.1f}", stroke=LINE, stroke_width=1)


def _text(flag: _Flag, axis: float) -> str:
    x, y = flag.x + 6, _top(flag, axis) + 10
    when = label([flag.when], x, y, size=11, font_weight=700, fill=ACCENT)
    return when + label(flag.said, x, y + 14, size=11)


def _dot(status: str, x: float, y: float) -> str:
    match status:
        case "done":
            return element("circle", cx=x, cy=y, r=5, fill=ACCENT, stroke=ACCENT, stroke_width=1.8)
        case "scheduled":
            return element("circle", cx=x, cy=y, r=5, fill="#ffffff", stroke=ACCENT, stroke_width=1.8)
        case _:
            ring = element("circle", cx=x, cy=y, r=5, fill="#ffffff", stroke=ACCENT, stroke_width=1.8)
            return ring + element("circle", cx=x, cy=y, r=2, fill=ACCENT)


def _ticks(years: Sequence[float], xs: Sequence[float]) -> list[tuple[float, str]]:
    """Years, or quarters, or months, so that about six to twelve stand on the line."""
    first, last = years[0], years[-1]
    span = last - first
    if not span:
        return []
    months = next(step for step in (1, 3, 6, 12, 24, 60, 120, 240, 600, 12000) if span * 12 / step <= 12)
    start = int(first * 12) // months + 1
    marks = [number * months for number in range(start, int(last * 12) // months + 1)]
    scale = (xs[-1] - xs[0]) / span
    return [(xs[0] + (mark / 12 - first) * scale, _tick(mark, months)) for mark in marks]


def _tick(month: int, step: int) -> str:
    year, number = divmod(month, 12)
    return str(year) if step >= 12 else f"{MONTHS[number][:3]} {year}"
